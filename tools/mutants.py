"""What would notice a mistake in the protocol: `python -m tools.mutants`. It is changed in memory, one rule, one question or one
circumstance at a time, and put to those who should notice: the callers of the case files, the tables and rules of `make check`,
and callers drawn at random, who must end where the oracle says. What changes nothing for anyone is counted apart."""

import argparse
import multiprocessing
import random
import sys
import time
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tools import content_rules, evidence_rules
from tools.content_tree import Tree, read_tree
from tools.explore_turns import Quick
from tools.mutants_callers import Draw, Person, from_cases
from tools.mutants_made import Mutant, Row, made
from tools.oracle import Oracle, Statement, differences, protocol_statements
from triage.content import FOLDER, load, read_protocol, read_table
from triage.protocol import Protocol

SEED, EACH, AIMED = 20, 8, 60
EXPLAINED = Path(__file__).parent / "mutants_explained.toml"
CASES, TABLE, RULES, DRAWN, PAGES = "cases", "table", "rules", "drawn", "pages"  # who notices
Ran = tuple[int, tuple[str | None, ...]]


@dataclass(frozen=True)
class Judged:
    """A mutant, who noticed it, and whether anyone ends elsewhere, or is asked otherwise, because of it."""

    kind: str
    id: str
    by: tuple[str, ...]
    decides: bool

    @property
    def name(self) -> str:
        return f"{self.kind}: {self.id}"


class Judge:
    """Everything that mutants are held against, made once."""

    def __init__(self, paths: Iterable[Path], each: int = EACH) -> None:
        content, self.oracle = load(), Oracle()
        self.table: Row = read_table(FOLDER / "protocol.toml")
        self.plain = Quick(**vars(read_protocol(self.table)))
        self.tree, _ = read_tree(FOLDER, "en-US")
        self.draw = Draw(self.plain, self.oracle, SEED)
        self.cases, self.wrong = self._right(from_cases(paths, content))
        self.drawn, self.apart = self._right(self.draw.pool(each))
        self.statements = {s.members for s in (*self.oracle.statements, *protocol_statements(self.table, self.oracle.urgencies))}

    def _right(self, people: list[Person]) -> tuple[list[tuple[Person, Ran]], list[Person]]:
        """Those who end right while nothing is changed, with how they get there; and the others."""
        ran = [(p, p.interview(self.plain)) for p in people]
        return [(p, r) for p, r in ran if r[0] in p.right], [p for p, r in ran if r[0] not in p.right]

    def judge(self, mutant: Mutant) -> Judged:
        protocol = Quick(**vars(read_protocol(mutant.table)))
        by = {CASES: self.cases_notice(mutant, protocol), RULES: self.rules_notice(mutant, protocol),
              TABLE: mutant.kind.startswith("rule") and bool(differences(self.oracle, self.near(mutant))),
              DRAWN: self.ends_wrong(self.drawn, mutant, protocol)}  # fmt: skip
        if mutant.kind == "question swapped":
            by[PAGES] = any(person.interview(protocol)[1] != asked for person, (_, asked) in self.cases)
        decides = any(by[name] for name in by if name != RULES) or self.aimed(mutant, protocol)
        return Judged(mutant.kind, mutant.id, tuple(name for name, noticed in by.items() if noticed), decides)

    def cases_notice(self, mutant: Mutant, protocol: Protocol) -> bool:
        """Whether a case ends elsewhere; or, where the order of the questions is changed, is asked more of them or fewer."""
        if mutant.kind != "question swapped":
            return self.ends_wrong(self.cases, mutant, protocol)
        now = ((person.right, person.interview(protocol), before) for person, before in self.cases)
        return any(ran[0] not in right or len(ran[1]) != len(before[1]) for right, ran, before in now)

    def ends_wrong(self, people: list[tuple[Person, Ran]], mutant: Mutant, protocol: Protocol) -> bool:
        return any(p.interview(protocol)[0] not in p.right for p, _ in people if mutant.touches(p.may))

    def rules_notice(self, mutant: Mutant, protocol: Protocol) -> bool:
        """Whether the rules for the content refuse it; needless rules share a finding with the changed one."""
        tree = Tree(self.tree.folder, self.tree.locale, {**self.tree.tables, "protocol": mutant.table})
        if any(True for _ in content_rules.problems(tree)) or any(not p.warning for p in evidence_rules.unused(tree)):
            return True
        members = frozenset[str]().union(*(s.members for s in mutant.about))
        near = tuple(rule for rule in protocol.rules if members.intersection(rule.when))
        return any(True for _ in content_rules.needless(replace(protocol, rules=near)))

    def near(self, mutant: Mutant) -> Row:
        return mutant.table

    def aimed(self, mutant: Mutant, protocol: Protocol) -> bool:
        """Whether anyone is found who ends elsewhere, or in a question's case is asked otherwise."""
        draw = Draw(self.plain, self.oracle, SEED)
        for number in range(AIMED):
            person = draw.caller(self.whom(mutant, draw.random), number % 2 == 1)
            before, after = person.interview(self.plain), person.interview(protocol)
            if before[0] != after[0] or (mutant.kind.startswith("question") and before[1] != after[1]):
                return True
        return False

    def whom(self, mutant: Mutant, pick: random.Random) -> Statement:
        """Findings of which something may come: the rule's own; or a statement about what is asked, for those asked."""
        if mutant.kind.startswith("rule"):
            return pick.choice(mutant.about)
        if mutant.everyone:
            return pick.choice(self.oracle.statements)
        asked = pick.choice(mutant.about)
        finding, after = next(iter(asked.members)), sorted(asked.where.after - {"infant_or_child"})
        with_it = [s for s in self.oracle.statements if finding in s.members] or [asked]
        other = pick.choice(with_it)
        where = replace(asked.where, movement=asked.where.movement or other.where.movement,
                        age_group=asked.where.age_group or other.where.age_group)  # fmt: skip
        return Statement(other.members | {pick.choice(after)} if after else other.members, 0, where)


_judge: Judge


def _judged(mutant: Mutant) -> Judged:
    return _judge.judge(mutant)


def main() -> int:
    global _judge
    began = time.time()
    _judge = Judge(sorted(Path("tests/cases").glob("*.toml")))
    print(len(_judge.cases), len(_judge.wrong), len(_judge.drawn), len(_judge.apart), time.time() - began)
    todo = list(made(_judge.table))
    print(len(todo))
    out = []
    with multiprocessing.get_context("fork").Pool(2) as pool:
        for i, j in enumerate(pool.imap(_judged, todo, 4)):
            out.append(j)
            if i % 100 == 0:
                print(i, time.time() - began, file=sys.stderr)
    import pickle
    pickle.dump(out, open("/tmp/judged.pkl", "wb"))
    kinds = list(dict.fromkeys(j.kind for j in out))
    for k in kinds:
        some = [j for j in out if j.kind == k and j.decides]
        none = sum(j.kind == k and not j.decides for j in out)
        n = lambda f: sum(map(f, some))
        print(f"{k:25} {len(some):5} cases {n(lambda j: 'cases' in j.by):5} table {n(lambda j: 'table' in j.by):5} rules {n(lambda j: 'rules' in j.by)} drawn {n(lambda j: 'drawn' in j.by)} any {n(lambda j: bool(j.by))} equiv {none}")
    print(time.time() - began)
    return 0


if __name__ == "__main__":
    sys.exit(main())
