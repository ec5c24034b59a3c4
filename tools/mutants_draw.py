"""Callers drawn at random, and where the oracle says that they must end."""

import random
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from conversation.talk import Turn
from tools.asked import AGES, MOVEMENTS, Clause, Statement
from tools.mutants_callers import Person, person
from tools.oracle import Oracle
from triage.protocol import TRUE, Known, Protocol, days

PEOPLE = {
    "adult": ("wife", "husband"),
    "older": ("grandmother", "grandfather"),
    "child": ("child", "child_he", "child_she"),
    "infant": ("baby",),
}


class Draw:
    """Callers drawn at random for some findings; where they must end is what the oracle makes of them."""

    def __init__(self, protocol: Protocol, oracle: Oracle, seed: int) -> None:
        self.protocol, self.oracle, self.random = protocol, oracle, random.Random(seed)
        self.places = sorted({p for f in protocol.findings.values() for c in f.asked for p in c.place})
        self.findings = sorted(f for f in oracle.asked if f != "infant_or_child")

    def pool(self, each: int, most: int) -> list[Person]:
        """As many callers for every statement of the oracle's table, and one for every way to be asked for a finding of it."""
        drawn = [self.caller(s, i >= each // 2) for s in self.oracle.statements for i in range(each)]
        ways = [(s, f, clause) for s in self.oracle.statements for f in s.members for clause in self.oracle.asked[f]]
        return [*drawn, *(p for s, f, clause in ways for p in self.asked(s, f, clause, most))]

    def asked(self, about: Statement, finding: str, clause: Clause, most: int = 24) -> Iterator[Person]:
        """Callers who tell the rest of a statement at once, and the finding when asked: one for every movement, place and age
        that the clause names, and after every parent of the finding."""
        named = clause.movement if clause.movement and not clause.but else MOVEMENTS
        movements = sorted(set(named) & set(about.where.movement or MOVEMENTS))
        whole = AGES["[child]"] if "infant_or_child" in about.members else tuple(PEOPLE) * 3 if clause.not_he else ("adult",)
        places = sorted(clause.place)
        whom = list(product(movements, places or [self.random.choice(self.places)],
                            sorted(about.where.age_group or clause.age_group or whole)))  # fmt: skip
        for movement, place, age in self.random.sample(whom, min(len(whom), most)):
            for parent in sorted(clause.after) or [""]:
                where = Clause(frozenset([movement]), frozenset([place]), frozenset([age]))
                told = {*about.members - {finding}, parent} - {"", "infant_or_child"}
                yield self.caller(Statement(frozenset({*about.members, *told}), 0, where), False, told)

    def caller(self, about: Statement, more: bool = True, tells: Iterable[str] = ()) -> Person:
        """Someone of whom the statement is true, perhaps in part, with more that may be true."""
        pick, where = self.random, about.where
        ages = where.age_group or (AGES["[child]"] if "infant_or_child" in about.members else (*PEOPLE, "adult", "adult"))
        movement, age = pick.choice(sorted(where.movement or MOVEMENTS)), pick.choice(sorted(ages))
        place = pick.choice(sorted(where.place or self.places))
        if movement == "hiccup":
            place = "throat"
        beside = pick.sample(self.findings, pick.randrange(4)) if more else []
        findings = [*sorted(about.members - {"infant_or_child"}), *beside]
        true: Known = {f: "unsure" if more and pick.random() < 0.15 else "yes" for f in findings}
        long = {"P3W": true.get("over_2_weeks"), "P3D": true.get("hiccups_over_2_days")}
        if "unsure" not in long.values():
            true["duration"] = next((length for length, state in long.items() if state), "PT1H")
        true = self.protocol.complete({**true, "movement": [movement], "place": [place], "age_group": [age]})
        for f in [f for f, state in true.items() if state == "yes"]:
            true.update(dict.fromkeys(self.oracle.tells.get(f, ()), "yes"))
        other = age in ("child", "infant") or pick.random() < 0.2
        said: Known = {"person": pick.choice(PEOPLE[age])} if other else {"age_group": [age]}
        true["pronoun"] = self.protocol.people[said["person"]]["pronoun"] if other else "you"
        silent = more and pick.random() < 0.5
        open_ = [f for f in findings if f in tells or not self.oracle.asked[f] or (more and pick.random() < 0.3)]
        sure = [f for f in open_ if true[f] == "yes"]
        told = {each: "yes" for f in sure for each in (f, *self.oracle.tells.get(f, ()))}
        if not silent or any(f in self.protocol.implies for f in told):  # jerks all over, beside a cramp: both are said
            said |= {"movement": [movement], "place": [place]}
        return person(self.protocol, "drawn", [Turn("report", {**said, **told})], true, self.right(true, told))

    def right(self, true: Known, told: Mapping[str, str]) -> Iterable[int]:
        """Not calmer than all that should be asked and is true, and not more urgent than all that is or may be true."""
        details: Known = {n: true[n] for n in ("movement", "place", "age_group", "pronoun")}
        details |= {"days": days(true["duration"])} if "duration" in true else {}
        findings = {f: v for f, v in true.items() if f in self.protocol.findings and v in TRUE}
        heard, more = self.oracle.derive(details, dict(told)), ["?"]
        while more:
            held = {f for f, v in heard.items() if v != "no"}
            more = [f for f in findings if f not in heard and any(self._asks(c, details, held) for c in self.oracle.asked[f])]
            heard = self.oracle.derive(details, {**heard, **{f: findings[f] for f in more}})
        groups = (q.asks for q in self.protocol.questions if any(findings.get(f) == "unsure" for f in q.asks))
        doubt = {f: "unsure" for asks in groups for f in asks}
        return range(self.oracle.urgency(details, heard), self.oracle.urgency(details, {**doubt, **findings}) + 1)

    @staticmethod
    def _asks(clause: Clause, details: Known, true: set[str]) -> bool:
        return clause.fits(details) != "no" and (not clause.after or bool(clause.after & true))
