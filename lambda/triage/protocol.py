"""What may be true of a caller, what it means, and how urgent that makes them: the rules of `content/protocol.toml`.

What is *known* of a caller is a plain dict: a finding's id to "yes", "no", "unsure" (asked about it and can't tell) or "maybe"
(an umbrella question was left unsure), and the details `movement`, `place`, `age_group` (lists), `side`, `duration`
(ISO 8601), `speaker`, `pronoun`; a detail that the caller can't tell is "unsure".
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Known = dict[str, Any]
TRUE = ("yes", "unsure", "maybe")
DETAILS = ("movement", "place", "age_group")
_DAYS = {"Y": 365.0, "M": 30.0, "W": 7.0, "D": 1.0}
_DAY_PARTS = {"H": 1 / 24, "M": 1 / 1440, "S": 1 / 86400}


def days(duration: str) -> float | None:
    """The length of an ISO 8601 duration ("P3W", "PT10M") in days; None where it can't be read."""
    found = re.fullmatch(r"P((?:\d+(?:\.\d+)?[YMWD])*)(?:T((?:\d+(?:\.\d+)?[HMS])*))?", duration)
    if not found or not (found[1] or found[2]):
        return None
    parts = ((found[1], _DAYS), (found[2], _DAY_PARTS))
    return sum(float(n) * scale[unit] for text, scale in parts if text for n, unit in re.findall(r"([\d.]+)(\w)", text))


@dataclass(frozen=True, slots=True)
class Circumstance:
    """For whom something is asked or counts: any of the movements, of the places, of the ages, of the pronouns that the caller
    used; after any of the findings."""

    movement: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()
    age_group: frozenset[str] = frozenset()
    pronoun: frozenset[str] = frozenset()
    after: tuple[str, ...] = ()

    def fits(self, known: Known) -> str:
        """ "no" where a detail excludes it, "open" where one isn't known yet, "unsure" where the caller can't tell, or "yes"."""
        if self.pronoun and known.get("pronoun", "you") not in self.pronoun:
            return "no"
        if not (self.movement or self.place or self.age_group):
            return "yes"
        result = "yes"
        for name, wanted in (("movement", self.movement), ("place", self.place), ("age_group", self.age_group)):
            if not wanted:
                continue
            have = known.get(name)
            if have is None and name == "age_group" and known.get("speaker") != "other":
                return "no"  # who speaks for themselves is taken for an adult unless they say otherwise
            if have is None:
                result = "open"
            elif have == "unsure":
                result = "unsure" if result == "yes" else result
            elif not wanted.intersection(have):
                return "no"
        return result


@dataclass(frozen=True, slots=True)
class Finding:
    id: str
    facts: tuple[str, ...]
    asked: tuple[Circumstance, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """All of `when` together, in this circumstance, mean this urgency (0 is the calmest), because of these facts."""

    when: tuple[str, ...]
    circumstance: Circumstance
    urgency: int
    facts: tuple[str, ...]
    call: str = "911"
    strict: bool = False  # left unsure, still an emergency

    def holds(self, known: Known, same_day: int) -> int | None:
        """The urgency it gives, or None. What holds only through an unsure answer is at most for the same day; an umbrella
        left unsure counts as one of its findings, and alone for an appointment (`docs/decisions/unsure.md`)."""
        states = [known.get(f) for f in self.when]
        if None in states or "no" in states or states.count("maybe") > 1:
            return None
        fits = self.circumstance.fits(known)
        if fits in ("no", "open"):
            return None
        if fits == "yes" and states.count("yes") == len(states):
            return self.urgency
        if len(states) == 1 and states[0] == "maybe":
            return min(self.urgency, same_day - 1)
        return self.urgency if self.strict and len(states) == 1 else min(self.urgency, same_day)


@dataclass(frozen=True, slots=True)
class Question:
    id: str
    asks: tuple[str, ...] = ()
    detail: str = ""
    vital: bool = False
    umbrella: bool = False
    tips: bool = False


@dataclass(frozen=True)
class Protocol:
    version: str
    urgencies: tuple[str, ...]
    findings: Mapping[str, Finding]
    rules: tuple[Rule, ...]
    questions: tuple[Question, ...]
    derive: tuple[tuple[str, Circumstance, float | None], ...]
    people: Mapping[str, Mapping[str, str]]
    implies: Mapping[str, Mapping[str, Any]]
    parts: Mapping[str, frozenset[str]] = field(default_factory=dict)  # a place → the places that are part of it
    naming: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict)  # finding → the rules that name it
    followers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # finding → its follow-ups
    strict: frozenset[str] = frozenset()
    emergency_alone: Mapping[str, str] = field(default_factory=dict)  # finding → the call to make

    @property
    def emergency(self) -> int:
        return len(self.urgencies) - 1

    def question(self, id: str) -> Question:
        return next(q for q in self.questions if q.id == id)

    def complete(self, known: Known) -> Known:
        """`known` with what its details make true. A detail outweighs a no: a cramp in the chest is chest pain."""
        out = dict(known)
        length = days(known["duration"]) if isinstance(known.get("duration"), str) else None
        for finding, circumstance, longer_than in self.derive:
            fits = circumstance.fits(out)
            if fits == "yes" and longer_than is not None and length is not None and out.get(finding) not in TRUE:
                out[finding] = "yes" if length > longer_than else "no"
            elif longer_than is None and fits == "yes":
                out[finding] = "yes"
            elif longer_than is None and fits == "unsure" and circumstance.age_group and finding not in out:
                out[finding] = "unsure"
        return out

    def decide(self, known: Known) -> tuple[int, list[Rule]]:
        """The urgency of what is known, and the rules that give it."""
        held = [(rule.holds(known, self.emergency - 1), rule) for rule in self.rules if known.get(rule.when[0]) in TRUE]
        top = max((u for u, _ in held if u is not None), default=0)
        return top, [rule for u, rule in held if u == top]
