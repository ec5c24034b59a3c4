"""How urgent a caller is, worked out a second time from a table of its own (`asked.toml`), with no code of the skill.

The skill's own rules and questions are held against it. What a caller said of a finding is "yes", "no", "unsure", or "maybe":
the umbrella question was left unsure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import product
from typing import Any

from tools.asked import MOVEMENTS, Asked, Clause, Details, Statement

Said = Mapping[str, str]


class Oracle(Asked):
    """Judges callers by the table."""

    @cached_property
    def naming(self) -> dict[str, list[Statement]]:
        """The statements by their least common finding, the most urgent first, so that few are looked at."""
        common = Counter(f for statement in self.statements for f in statement.members)
        out: dict[str, list[Statement]] = {}
        for statement in sorted(self.statements, key=lambda s: -s.urgency):
            out.setdefault(min(statement.members, key=lambda f: (common[f], f)), []).append(statement)
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
        return self.judge(details, self.derive(details, said))

    def judge(self, details: Details, known: Said) -> int:
        """How urgent that is which is said and what the details make true."""
        held = {f: v for f, v in known.items() if v != "no"}
        true, most = set(held), 0
        for finding in true & self.naming.keys():
            for statement in self.naming[finding]:
                if statement.urgency <= most:
                    break
                if statement.members <= true:
                    states = [held[f] for f in statement.members]
                    most = max(most, self._means(statement, states, statement.where.fits(details)))
        return most

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
        return (not clause.after or not clause.after.isdisjoint(true)) and clause.fits(details) != "no"


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
