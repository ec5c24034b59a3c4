"""One turn of an explored interview: what a caller may answer, what the skill's core makes of it, and what they have told.

What was told is noted here independently of the core, so that an answer forgotten or misread by it shows."""

from collections.abc import Hashable, Iterator
from functools import cached_property
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tools.oracle import Oracle
from triage.answers import answer
from triage.content import Content
from triage.interview import Step, next_step
from triage.protocol import TRUE, Known, Protocol, Rule, days
from triage.session import Session, take

import os
NAMED = int(os.environ.get("NAMED","1"))
TRUE_ = TRUE
LENGTHS = ("PT1H", "P3D", "P3W")  # no rule tells other lengths apart


@dataclass(frozen=True, slots=True)
class Say:
    """What a caller says in one turn: yes, no, unsure, report or correct, and what they report with it."""

    act: str
    said: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return ", ".join([self.act, *(f"{name} {value if isinstance(value, str) else ' '.join(value)}"
                                      for name, value in self.said.items())])  # fmt: skip


class Place(NamedTuple):
    """Where an interview stands: what the core knows, what was told of each finding, and the details told."""

    known: Known
    told: dict[str, str]
    details: Known
    pending: str = ""  # "yes" while some of a group was said, but not yet which
    named: int = 0  # how many of the group were named one by one


class Remembering(Protocol):
    """The protocol, which looks up an urgency that it has worked out before."""

    def decide(self, known: Known) -> tuple[int, list[Rule]]:
        key = (str(known.get("movement")), str(known.get("place")), str(known.get("age_group")), known.get("speaker"),
               frozenset([kv for kv in known.items() if kv[1] in ("yes", "unsure", "maybe")]))  # fmt: skip
        if key not in self.decided:
            self.decided[key] = super().decide(known)
        return self.decided[key]

    @cached_property
    def decided(self) -> dict[Hashable, tuple[int, list[Rule]]]:
        return {}


class Skill:
    """The skill's core with the oracle beside it."""

    def __init__(self, content: Content, oracle: Oracle) -> None:
        self.content, self.protocol, self.oracle = content, Remembering(**vars(content.protocol)), oracle
        self.movements, self.places = (list(content.words["details"][name]) for name in ("movement", "place"))
        self.places = [p for p in self.places if p != "unknown"]
        self.movements = [m for m in self.movements if m != "unknown"]
        self.most = max((len(q.asks) for q in self.protocol.questions), default=0)

    def step(self, place: Place) -> Step:
        return next_step(self.protocol, self.protocol.complete(place.known))

    def turn(self, place: Place, step: Step, say: Say) -> Place:
        """The interview after one more turn, as the conversation takes it: first the report, then the answer."""
        known = place.known
        correcting = say.act == "correct" or step.kind == "fix"
        session = Session((known,)).add(take(self.protocol, known, say.said, correcting, step.kind in ("which", "else")))
        act = "report" if say.act == "correct" and step.kind not in ("confirm", "fix") else say.act
        if step.kind != "opening" or act == "unsure":
            session = session.add(answer(self.protocol, self.protocol.complete(session.known), step, act, say.said) or {})
        return Place(session.known, *self.listen(place, step, say, correcting))

    def listen(self, place: Place, step: Step, say: Say, correcting: bool) -> tuple[dict[str, str], Known, str, int]:
        """What was told so far, by plain listening: a no is to all that was asked, a yes to one thing is that thing, "I don't
        know" is to all that was asked, and who can't say which of them gets the most urgent."""
        told, details, pending, named = dict(place.told), dict(place.details), "", 0
        umbrella = bool(step.findings) and step.findings[0] in self.oracle.umbrella
        for name, value in say.said.items():
            if name in ("movement", "place", "age_group"):
                before = [] if correcting or name == "age_group" or details.get(name) in (None, "unsure") else details[name]
                details[name] = [*before, *(v for v in value if v not in before)]
            elif name == "person":
                person = self.protocol.people[value]
                details |= {"speaker": "other", **({"age_group": [person["age_group"]]} if "age_group" in person else {})}
            elif name == "duration":
                details["days"] = days(value)
            elif value != "unsure" or step.kind in ("which", "else") or not self.oracle.asked.get(name):
                told[name] = value
        rest, doubt = [f for f in step.findings if f not in told], "maybe" if umbrella else "unsure"
        one = len(step.findings) == 1
        mentioned = [f for f in step.findings if f in say.said]
        meant: str | None = None  # what the answer says of the rest of the group
        match say.act, step.kind:
            case ("unsure", "detail" | "again") if step.question and step.question.detail:
                if step.kind == "again" or step.question.detail not in ("movement", "place"):
                    details.setdefault(step.question.detail, "unsure")
            case "no", "ask" | "again" | "else":
                meant = "no"
            case "no", "which" if umbrella or place.pending != "yes":
                meant = "no"
            case "report", "which" if mentioned:
                named = place.named + 1
            case "report", "else" if mentioned:
                meant = "no"
            case "yes", "ask" | "again" if one or self._alike(step.findings):
                meant = "yes"
            case "yes", "ask" | "again" | "else":
                pending, named = "yes", place.named
            case "unsure", "ask" if one and not self._urgent(step.findings):
                meant = doubt
            case "unsure", "again" | "else":
                meant = doubt
            case "unsure", "which":
                meant = doubt if umbrella or place.pending != "yes" else "yes"
            case "report", "which" | "else":
                pending, named = place.pending, place.named
        if meant:
            told |= dict.fromkeys(rest, meant)
        return told, details, pending, named

    def _urgent(self, findings: tuple[str, ...]) -> bool:
        """Whether one of these alone is an emergency: then "I don't know" is asked once more."""
        return any(self.oracle.urgency({}, {f: "yes"}) == len(self.oracle.urgencies) - 1 for f in findings)

    def _alike(self, findings: tuple[str, ...]) -> bool:
        """Whether each of these alone is an emergency, so that a plain yes needs no "which of them?"."""
        return all(self._urgent((f,)) for f in findings) and len({self.oracle.calls.get(f) for f in findings}) == 1

    def answers(self, step: Step, place: Place) -> Iterator[Say]:
        """Everything a caller may answer to a step: yes, no, unsure, each single thing named, each detail. After one thing a
        second may be named; more than two are left to the samples."""
        if step.question is None:
            yield from (Say(act) for act in (("yes", "no") if step.kind == "confirm" else ("yes",)))
        elif step.question.detail and step.kind in ("detail", "again"):
            yield from (Say("report", said) for said in self.details(step.question.detail))
            yield Say("unsure")
        else:
            yield from (Say("no"), Say("unsure"))
            if step.kind in ("ask", "again") or (step.kind == "else" and place.named < NAMED):
                yield Say("yes")
            if step.kind in ("which", "else") and place.named < NAMED:
                values = ("yes", "unsure") if place.named == 0 else ("yes",)
                yield from (Say("report", {f: value}) for f in step.findings for value in values)

    def details(self, name: str) -> Iterator[dict[str, Any]]:
        """Each answer to a question about a detail."""
        match name:
            case "movement":
                yield from ({name: [value]} for value in self.movements)
            case "place":
                yield from ({name: [value]} for value in self.places)
            case "age_group":
                yield from ({name: [value]} for value in ("adult", "older", "child", "infant"))
            case "duration":
                yield from ({name: value} for value in LENGTHS)
