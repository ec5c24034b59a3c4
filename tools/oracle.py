"""How urgent a caller is, worked out a second time from a table of its own (`asked.toml`), with no code of the skill.

The table is written from the clinical findings and says who should be asked for what; the skill's own rules and questions are
held against it. What a caller said of a finding is "yes", "no", "unsure", or "maybe": the umbrella question was left unsure."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parent / "asked.toml"
MOVEMENTS = ("twitch", "cramp", "jerk", "stiffness", "hiccup")
AGES = {"[child]": ("child", "infant"), "[baby]": ("infant",)}
Details = Mapping[str, Any]  # movement, place, age_group: a list of values, or "unsure"; speaker, pronoun; days
Said = Mapping[str, str]


@dataclass(frozen=True)
class Clause:
    """For whom: any of the movements, places and ages named, but for the movements at the places of `but`; not who is called he; or after a finding."""

    movement: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()
    age_group: frozenset[str] = frozenset()
    but: bool = False
    after: frozenset[str] = frozenset()
    not_he: bool = False

    def fits(self, details: Details) -> str:
        """ "yes", "no", or "unsure" where it turns on a detail that the caller can't tell."""
        if self.not_he and details.get("pronoun") == "he":
            return "no"
        parts = [self._has(name, details) for name in self.named]
        if self.but:
            parts = [{"yes": "no", "no": "yes"}.get(min(parts), "unsure")]
        return "no" if "no" in parts else "unsure" if "unsure" in parts else "yes"

    @cached_property
    def named(self) -> tuple[str, ...]:
        return tuple(name for name in ("movement", "place", "age_group") if getattr(self, name))

    def _has(self, name: str, details: Details) -> str:
        have, wanted = details.get(name), getattr(self, name)
        if have == "unsure":
            return "unsure"
        if self.but:  # a twitch of the eyelid alone is left out; of eyelid and calf it isn't
            return "yes" if have and set(have) <= wanted else "no"
        return "yes" if have and wanted & set(have) else "no"


@dataclass(frozen=True)
class Statement:
    """These findings together, in these circumstances, mean this urgency; `strict`: even when the caller can't tell."""

    members: frozenset[str]
    urgency: int
    where: Clause = Clause()
    strict: bool = False


class Oracle:
    """The table, read."""

    def __init__(self, path: Path = TABLE) -> None:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        self.urgencies: list[str] = table["urgencies"]
        self.umbrella = frozenset(table["umbrella"])
        self.groups: dict[str, list[str]] = table["places"]
        self.tells: dict[str, list[str]] = table["tells"]
        self.asked = {f: [c for c in map(self._clause, row["asked"].split("; ")) if c] for f, row in table["findings"].items()}
        self.derived = {f: (self._clause(row["when"]) or Clause(), row.get("days")) for f, row in table["derived"].items()}
        self.calls = {f: row["alone"].partition(" ")[2] for f, row in table["findings"].items() if "alone" in row}
        self.statements = [s for f, row in table["findings"].items() for s in self._statements(f, row)]

    def _clause(self, text: str) -> Clause | None:
        if text in ("all", "listen"):
            return Clause() if text == "all" else None
        if text.startswith("after "):
            return Clause(after=frozenset(text.removeprefix("after ").split(", ")))
        not_he, text = text.endswith(" but he"), text.removesuffix(" but he")
        if text == "all":
            return Clause(not_he=True)
        but, text = text.startswith("all but "), text.removeprefix("all but ")
        movements, _, places = text.rpartition("of ") if "of " in text else (text, "", "")
        words = [w.strip() for w in f"{movements}, {places}".split(",")]
        named = frozenset(p for w in words for p in self.groups.get(w, [w]) if p and p not in MOVEMENTS and p not in AGES)
        ages = frozenset(a for w in words for a in AGES.get(w, ()))
        return Clause(frozenset(MOVEMENTS) & set(words), named, ages, but, not_he=not_he)

    def _statements(self, finding: str, row: Mapping[str, str]) -> Iterable[Statement]:
        if "alone" in row:
            name, strict = re.match(r"(\w+)(!?)", row["alone"]).groups()  # type: ignore[union-attr]
            yield Statement(frozenset([finding]), self.urgencies.index(name), strict=bool(strict))
        for clause in filter(None, row.get("with", "").split("; ")):
            combinations, name = clause.split(" → ")
            for combination in combinations.split(", "):
                parts = combination.split(" + ")
                members = frozenset([finding, *(p for p in parts if p[0] != "["), *(["infant_or_child"] * ("[child]" in parts))])
                moves = frozenset(p[1:-1] for p in parts) & set(MOVEMENTS)
                where = Clause(moves, age_group=frozenset(AGES["[baby]"] if "[baby]" in parts else ()))
                yield Statement(members, self.urgencies.index(name), where)

    @cached_property
    def naming(self) -> dict[str, list[Statement]]:
        """The statements by one of their findings, so that few are looked at."""
        out: dict[str, list[Statement]] = {}
        for statement in self.statements:
            out.setdefault(min(statement.members), []).append(statement)
        return out

    def derive(self, details: Details, said: Said) -> dict[str, str]:
        """What was said, with what the details make true. A detail outweighs a no."""
        out = dict(said)
        for finding, (clause, days) in self.derived.items():
            fits = clause.fits(details)
            if days is not None:
                if fits == "yes" and isinstance(details.get("days"), (int, float)) and out.get(finding, "no") == "no":
                    out[finding] = "yes" if details["days"] > days else "no"
            elif fits == "yes":
                out[finding] = "yes"
            elif fits == "unsure" and clause.age_group:
                out.setdefault(finding, "unsure")
        return out

    def urgency(self, details: Details, said: Said) -> int:
        """How urgent what was said is: the highest that any statement gives it."""
        held = {f: v for f, v in self.derive(details, said).items() if v != "no"}
        true = set(held)
        near = [s for f in true & self.naming.keys() for s in self.naming[f] if s.members <= true]
        return max((self._means(s, [held[f] for f in s.members], s.where.fits(details)) for s in near), default=0)

    def _means(self, statement: Statement, states: list[str], fits: str) -> int:
        same_day, doctor = self.urgencies.index("same_day"), self.urgencies.index("doctor")
        if fits == "no" or states.count("maybe") > 1:
            return 0
        if fits == "yes" and set(states) == {"yes"}:
            return statement.urgency
        if states == ["maybe"]:
            return min(statement.urgency, doctor)
        return statement.urgency if statement.strict else min(statement.urgency, same_day)

    def outcome(self, details: Details, true: Said, told: Iterable[str]) -> int:
        """Where a caller must end of whom this is `true`, who is asked what they should be, and volunteers what is `told`."""
        said = {t: "yes" for f in told for t in (f, *self.tells.get(f, ()))} | {f: true[f] for f in told if f in true}
        while True:
            held = {f for f, v in self.derive(details, said).items() if v != "no"}
            new = [f for f in true if f not in said and any(self._asks(c, details, held) for c in self.asked[f])]
            if not new:
                return self.urgency(details, said)
            said |= {f: true[f] for f in new}

    def most(self, details: Details, said: Said) -> tuple[int, list[str]]:
        """The urgency if everything that should have been asked of this caller, and wasn't, were true; and what that is."""
        known = self.derive(details, said)
        unasked: list[str] = []
        while True:
            true = {f for f, v in known.items() if v != "no"}
            more = [
                f for f, clauses in self.asked.items() if f not in known and any(self._asks(c, details, true) for c in clauses)
            ]
            if not more:
                return self.urgency(details, known), unasked
            known.update(dict.fromkeys(more, "yes"))
            unasked += more

    def _asks(self, clause: Clause, details: Details, true: set[str]) -> bool:
        return clause.fits(details) != "no" and (not clause.after or bool(clause.after & true))


def protocol_statements(table: Mapping[str, Any], urgencies: list[str]) -> list[Statement]:
    """The rules of `protocol.toml`, read from its plain table."""
    out = []
    for finding, row in table["findings"].items():
        if alone := row.get("alone"):
            out.append(Statement(frozenset([finding]), urgencies.index(alone.rstrip("!")), strict=alone.endswith("!")))
    for rule in table["rules"]:
        movement, place, age_group = (frozenset(rule.get(name, ())) for name in ("movement", "place", "age_group"))
        where = Clause(movement, place, age_group)
        out.append(Statement(frozenset(rule["when"]), urgencies.index(rule["urgency"]), where))
    return out


def differences(oracle: Oracle, table: Mapping[str, Any]) -> list[str]:
    """Where the protocol's rules and this table give the same findings another urgency. A rule left out because a part of it
    is as urgent makes none."""
    theirs = Oracle()
    theirs.statements = protocol_statements(table, oracle.urgencies)
    found: dict[str, None] = {}
    for members in {s.members for s in (*oracle.statements, *theirs.statements)}:
        ages = ["child", "infant"] if "infant_or_child" in members else ["adult", "child", "infant"]
        for movement, age, state in product(MOVEMENTS, ages, ("yes", "unsure")):
            details: Details = {"movement": [movement], "place": ["thigh"], "age_group": [age]}
            ours, other = (o.urgency(details, dict.fromkeys(members, state)) for o in (oracle, theirs))
            if ours != other:
                what = f"{' + '.join(sorted(members))} ({movement}, {age}, {state})"
                found.setdefault(f"{what}: protocol.toml says {oracle.urgencies[other]}, asked.toml {oracle.urgencies[ours]}")
    return list(found)
