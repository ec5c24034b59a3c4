"""Who notices a changed protocol: the callers of the case files, the tables and rules of `make check`, callers drawn at random,
and the pages that show the cases' conversations."""

import random
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, replace
from pathlib import Path

from tools import content_rules, evidence_rules
from tools.asked import Statement
from tools.content_tree import Tree, read_tree
from tools.mutants_callers import Person, Quick, from_cases
from tools.mutants_draw import Draw
from tools.mutants_made import Mutant, Row
from tools.oracle import Oracle, differences, protocol_statements
from triage.content import FOLDER, load, read_protocol, read_table
from triage.protocol import Protocol

SEED, EACH, MOST, AIMED = 20, 8, 24, 60
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

    def in_cases(self) -> bool:
        return CASES in self.by

    def in_check(self) -> bool:
        return bool({TABLE, RULES, DRAWN, PAGES}.intersection(self.by))

    def noticed(self) -> bool:
        return bool(self.by)


class Judge:
    """Everything that mutants are held against, made once."""

    def __init__(self, paths: Iterable[Path], each: int = EACH, most: int = MOST) -> None:
        content, self.oracle = load(), Oracle()
        self.table: Row = read_table(FOLDER / "protocol.toml")
        self.plain = Quick(**vars(read_protocol(self.table)))
        self.tree, _ = read_tree(FOLDER, "en-US")
        self.draw = Draw(self.plain, self.oracle, SEED)
        self.cases, self.wrong = self._right(from_cases(paths, content))
        self.drawn, self.apart = self._right(self.draw.pool(each, most))
        self.combinations = {
            s.members for s in (*self.oracle.statements, *protocol_statements(self.table, self.oracle.urgencies))
        }

    def _right(self, people: list[Person]) -> tuple[list[tuple[Person, Ran]], list[Person]]:
        """Those who end right while nothing is changed, with how they get there; and the others."""
        ran = [(p, p.interview(self.plain)) for p in people]
        return [(p, r) for p, r in ran if r[0] in p.right], [p for p, r in ran if r[0] not in p.right]

    def judge(self, mutant: Mutant) -> Judged:
        protocol = Quick(**vars(read_protocol(mutant.table)))
        by = {CASES: self.cases_notice(mutant, protocol), RULES: self.rules_notice(mutant, protocol),
              TABLE: mutant.kind.startswith("rule") and self.table_notices(mutant),
              DRAWN: self.drawn_notice(mutant, protocol)}  # fmt: skip
        if mutant.kind.startswith("question"):
            by[PAGES] = any(person.interview(protocol)[1] != asked for person, (_, asked) in self.cases)
        decides = any(by[name] for name in by if name != RULES) or self.aimed(mutant, protocol)
        return Judged(mutant.kind, mutant.id, tuple(name for name, noticed in by.items() if noticed), decides)

    def cases_notice(self, mutant: Mutant, protocol: Protocol) -> bool:
        """Whether a case ends elsewhere; or, where the order of the questions is changed, is asked more of them or fewer."""
        if mutant.kind != "question swapped":
            return self.ends_wrong(self.cases, mutant, protocol)
        now = ((person.right, person.interview(protocol), before) for person, before in self.cases)
        return any(ran[0] not in right or len(ran[1]) != len(before[1]) for right, ran, before in now)

    def drawn_notice(self, mutant: Mutant, protocol: Protocol) -> bool:
        """Whether someone drawn ends elsewhere; for a change of order, which concerns everyone, only some are put through."""
        people = self.drawn if mutant.kind == "question removed" else self.drawn[::40]
        if mutant.about:
            people = [p for p in self.drawn if mutant.touches(p[0].may, p[0].true)]
        return self.ends_wrong(people, mutant, protocol)

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

    def table_notices(self, mutant: Mutant) -> bool:
        """Whether `asked.toml` says otherwise of what holds with the changed rule; other combinations can't have changed."""
        parts = [s.members for s in mutant.about]
        scope = frozenset(["infant_or_child"]).union(*(m for m in [*self.combinations, *parts] if any(p <= m for p in parts)))
        oracle, table = copy(self.oracle), mutant.table
        oracle.statements = [s for s in self.oracle.statements if s.members <= scope]
        del oracle.naming
        findings = {f: row for f, row in table["findings"].items() if f in scope}
        rules = [rule for rule in table["rules"] if scope.issuperset(rule["when"])]
        return bool(differences(oracle, {**table, "findings": findings, "rules": rules}))

    def aimed(self, mutant: Mutant, protocol: Protocol) -> bool:
        """Whether anyone is found who ends elsewhere, or in a question's case is asked otherwise."""
        draw = Draw(self.plain, self.oracle, SEED)
        for number in range(AIMED):
            about = self.whom(mutant, draw.random)
            tells = (
                about.members - mutant.about[0].members if mutant.about and mutant.kind.startswith("asked") and number % 4 else ()
            )
            person = draw.caller(about, number % 2 == 1, tells)
            before, after = person.interview(self.plain), person.interview(protocol)
            if before[0] != after[0] or (mutant.kind.startswith("question") and before[1] != after[1]):
                return True
        return False

    def whom(self, mutant: Mutant, pick: random.Random) -> Statement:
        """Findings of which something may come: the rule's own; or a statement about what is asked, for those asked."""
        if mutant.kind.startswith("rule"):
            return replace(pick.choice(mutant.about), where=mutant.about[-1].where)
        if not mutant.about:
            return pick.choice(self.oracle.statements)
        asked = pick.choice(mutant.about)
        finding, after = next(iter(asked.members)), sorted(asked.where.after - {"infant_or_child"})
        with_it = [s for s in self.oracle.statements if finding in s.members] or [asked]
        other = pick.choice(with_it)
        where = replace(asked.where, movement=asked.where.movement or other.where.movement,
                        age_group=asked.where.age_group or other.where.age_group)  # fmt: skip
        return Statement(other.members | {pick.choice(after)} if after else other.members, 0, where)
