"""The protocol with one thing changed at a time: rules, questions, and who is asked."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from tools.asked import AGES, Clause, Statement

Row = Mapping[str, Any]
WHOM = ("movement", "place", "age_group", "pronoun", "after")


@dataclass(frozen=True)
class Mutant:
    """One change: its kind, what it changes, the table that it makes, and whom it may concern."""

    kind: str
    id: str
    table: Row
    about: tuple[Statement, ...] = ()  # the rule before and after; for a question or a circumstance, the findings asked

    def touches(self, may: frozenset[str], details: Row | None = None) -> bool:
        """Whether someone who may have these findings, and has these details, may end elsewhere."""
        return not self.about or any(s.members <= may and (details is None or _fits(s.where, details, may)) for s in self.about)


def _fits(where: Clause, details: Row, may: frozenset[str]) -> bool:
    sets = [(getattr(where, name), details.get(name)) for name in ("movement", "place", "age_group")]
    return not any(w and isinstance(have, list) and not w & set(have) for w, have in sets) and not (
        where.after and not where.after & may
    )


def made(table: Row, seed: int = 1) -> Iterator[Mutant]:
    """Every mutant of a protocol's table, the kinds in a fixed order."""
    yield from _alone(table, random.Random(seed))
    yield from _combined(table, random.Random(seed))
    yield from _questions(table)
    yield from _asked(table, random.Random(seed))


def statement(table: Row, rule: Row) -> Statement:
    where = Clause(frozenset(rule.get("movement", ())), age_group=frozenset(rule.get("age_group", ())))
    return Statement(frozenset(rule["when"]), table["urgencies"].index(rule["urgency"]), where)


def calmer(table: Row, urgency: str) -> str:
    return str(table["urgencies"][table["urgencies"].index(urgency) - 1])


def _alone(table: Row, pick: random.Random) -> Iterator[Mutant]:
    """The rules that give a single finding its urgency."""
    for id, row in table["findings"].items():
        if "alone" not in row:
            continue
        name, silent = row["alone"].rstrip("!"), {k: v for k, v in row.items() if k not in ("alone", "call")}
        rule = {"when": [id], "urgency": name, "facts": row["facts"]}
        before = (statement(table, rule),)

        def with_row(new: Row, id: str = id) -> Row:
            return {**table, "findings": {**table["findings"], id: new}}

        yield Mutant("rule removed", id, with_row(silent), before)
        yield Mutant("rule's urgency lowered", id, with_row({**row, "alone": calmer(table, name)}), before)
        if row["alone"].endswith("!"):
            yield Mutant("rule's ! removed", id, with_row({**row, "alone": name}), before)
        more = {**rule, "when": [id, pick.choice([f for f in table["findings"] if f != id])]}
        added = {**with_row(silent), "rules": [*table["rules"], more]}
        yield Mutant("rule's finding added", " + ".join(more["when"]), added, before)


def _combined(table: Row, pick: random.Random) -> Iterator[Mutant]:
    """The rules for several findings, or for some movements or ages."""
    for at, rule in enumerate(table["rules"]):
        whom = [f"{name} {value}" for name in WHOM for value in rule.get(name, ())]
        id, before = " + ".join([*rule["when"], *whom]), statement(table, rule)

        def instead(
            kind: str, note: str, new: Row | None, but: Row | None = None, at: int = at, id: str = id, before: Statement = before
        ) -> Mutant:
            rules = [*table["rules"][:at], *([new] if new else ()), *table["rules"][at + 1 :]]
            about = (statement(table, but),) if but else (before, statement(table, new)) if new else (before,)
            return Mutant(kind, f"{id}{note}", {**table, "rules": rules}, about)

        yield instead("rule removed", "", None)
        yield instead("rule's urgency lowered", "", {**rule, "urgency": calmer(table, rule["urgency"])})
        for f in rule["when"] if len(rule["when"]) > 1 else ():
            yield instead("rule's finding dropped", f", without {f}", {**rule, "when": [w for w in rule["when"] if w != f]})
        more = pick.choice([f for f in table["findings"] if f not in rule["when"]])
        yield instead("rule's finding added", f", and {more}", {**rule, "when": [*rule["when"], more]})
        for name in (n for n in WHOM if n in rule):
            yield instead("rule widened", f", any {name}", {k: v for k, v in rule.items() if k != name})
            for value in rule[name] if len(rule[name]) > 1 else ():
                fewer = {**rule, name: [v for v in rule[name] if v != value]}
                yield instead("rule narrowed", f", not {value}", fewer, {**rule, name: [value]})
        if "movement" not in rule:
            value = pick.choice(table["movements"])
            fewer = {**rule, "movement": [m for m in table["movements"] if m != value]}
            yield instead("rule narrowed", f", not {value}", fewer, {**rule, "movement": [value]})


def _questions(table: Row) -> Iterator[Mutant]:
    asked = table["questions"]
    for at, row in enumerate(asked):
        about = () if "detail" in row else tuple(Statement(frozenset([f]), 0) for f in row["asks"])
        yield Mutant("question removed", row["id"], {**table, "questions": [*asked[:at], *asked[at + 1 :]]}, about)
    for at, (row, after) in enumerate(pairwise(asked)):
        swapped = [*asked[:at], after, row, *asked[at + 2 :]]
        yield Mutant("question swapped", f"{row['id']} and {after['id']}", {**table, "questions": swapped})


def _asked(table: Row, pick: random.Random) -> Iterator[Mutant]:
    """Who is asked for a finding: one movement, place, age, pronoun or parent less, or a circumstance less."""
    for id, row in table["findings"].items():

        def instead(kind: str, note: str, asked: list[Row], who: Row, id: str = id, row: Row = row) -> Mutant:
            findings = {**table["findings"], id: {**row, "asked": asked}}
            return Mutant(kind, f"{id}: {note}", {**table, "findings": findings}, (_who(table, id, who),))  # fmt: skip

        if row.get("asked") == "all":
            value = pick.choice(table["movements"])
            yield instead("asked of none", "all", [], {})
            others: list[Row] = [{"movement": [m for m in table["movements"] if m != value]}]
            yield instead("asked of fewer", f"not {value}", others, {"movement": [value]})
            continue
        for at, clause in enumerate(row.get("asked", ())):
            rest = [*row["asked"][:at], *row["asked"][at + 1 :]]
            named = ", ".join(value for name in WHOM for value in clause.get(name, ()))
            yield instead("asked of none" if not rest else "asked of fewer", f"not {named}", rest, clause)
            for name in WHOM:
                for value in clause.get(name, ()) if len(clause.get(name, ())) > 1 else ():
                    fewer = {**clause, name: [v for v in clause[name] if v != value]}
                    yield instead("asked of fewer", f"not {value} of {named}", [*rest, fewer], {**clause, name: [value]})


def _who(table: Row, id: str, clause: Row) -> Statement:
    """The finding, for those who would no longer be asked."""
    groups = table["groups"]
    places = [p for name in clause.get("place", ()) for p in _expand(name, groups)]
    after = frozenset(clause.get("after", ()))
    ages = AGES["[child]"] if "infant_or_child" in after else clause.get("age_group", ())
    where = Clause(frozenset(clause.get("movement", ())), frozenset(places), frozenset(ages), after=after)
    return Statement(frozenset([id]), 0, where)


def _expand(name: str, groups: Row) -> list[str]:
    return [p for each in groups[name[1:]] for p in _expand(each, groups)] if name[0] == "@" else [name]
