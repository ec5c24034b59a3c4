"""What a caller's details leave open of the rules and questions, for the skill and for the oracle."""

from collections.abc import Hashable, Iterable, Mapping
from graphlib import TopologicalSorter
from typing import Any

from tools.explore.bits import join
from tools.explore.left import Open
from tools.explore.lines import Ask, Order
from tools.explore.rows import FITS, Row, Rows
from tools.explore.turns import Skill

Who = tuple[bool, int]  # whether the age makes a finding true, and a number for the details known and told, but for how long


class Opens:
    """The rules and askings as numbers; and of those, what each caller's details leave open."""

    def __init__(self, skill: Skill) -> None:
        self.skill, protocol, oracle = skill, skill.protocol, skill.oracle
        self.bits = skill.bits
        self.bit = self.bits.bit
        rules = ([(r.circumstance, (self.mask(r.when), r.urgency, r.strict)) for r in protocol.rules],
                 [(s.where, (self.mask(s.members), s.urgency, s.strict)) for s in oracle.statements])  # fmt: skip
        asks = ([(c, (self.bit[f.id], self.mask(c.after))) for f in protocol.findings.values() for c in f.asked],
                [(c, (self.bit[f], self.mask(c.after))) for f, clauses in oracle.asked.items() for c in clauses])  # fmt: skip
        self.rows, self.asks = [_by_circumstance(each) for each in rules], [_by_circumstance(each) for each in asks]
        self.groups = {q.id: self.mask(q.asks) for q in protocol.questions}
        asked = [self.groups[q.id] for q in protocol.questions]
        later = {b: self.mask(()) for b in self.bit.values()}
        for bit in later:
            last = max((i for i, group in enumerate(asked) if group & bit), default=len(asked))
            later[bit] = join(asked[last + 1 :]) & ~join(asked[: last + 1])
        umbrella = self.mask(f for q in protocol.questions if q.umbrella for f in q.asks)
        opening: dict[int, list[int]] = {}
        for _, (finding, parents) in (*asks[0], *asks[1]):
            opening.setdefault(finding, []).extend(bit for bit in later if bit & parents)
        ranks = {bit: rank for rank, bit in enumerate(TopologicalSorter(opening).static_order())}
        strict = join(mask for each in rules for _, (mask, _, strict) in each if strict)
        self.order = Order(self.bits, protocol.emergency, later, umbrella | self.mask(oracle.umbrella), strict, ranks)
        self.from_age = frozenset(f for f, (clause, _) in oracle.derived.items() if clause.age_group)
        self.opens: dict[Hashable, Open] = {}
        self.same: dict[Hashable, Open] = {}
        self.every = Rows(protocol.emergency)
        self.numbers: dict[Hashable, int] = {}
        self.waiting: dict[Hashable, int] = {}

    def mask(self, findings: Iterable[str]) -> int:
        return sum(self.bit[f] for f in set(findings))

    def open(self, known: Mapping[str, Any], details: Mapping[str, Any], who: Who, more: bool, side: int) -> Open:
        """What these details leave open for the skill (1), the oracle (2) or both together (3)."""
        young, key = who[0], (more, side, *who)
        if key not in self.opens:
            never = self.mask(self.from_age)
            rows: dict[tuple[int, int, int, bool], int] = {}
            asks: dict[tuple[int, int], int] = {}
            for whose, said in ((1, known), (2, details)):
                if not side & whose:
                    continue
                grown = not (more or young) and said.get("age_group") is None and said.get("speaker") != "other"
                for circumstance, those in self.rows[whose - 1].items():
                    if (fits := self._fits(circumstance, said, whose)) != "no":
                        how = FITS.index(fits) + 4 * (self.number(circumstance) if fits == "open" else 0)
                        for mask, urgency, strict in those:
                            row = mask, urgency, how, strict
                            rows[row] = rows.get(row, 0) | (whose if side == 3 else 3)
                for circumstance, each in self.asks[whose - 1].items():
                    if self._fits(circumstance, said, whose) != "no":
                        for f, parents in each:
                            if parents and grown and not (parents := parents & ~never):
                                continue  # an adult isn't asked what follows from being a child
                            asks[f, parents] = asks.get((f, parents), 0) | (whose if side == 3 else 3)
            both: tuple[frozenset[Row], frozenset[Ask]] = (frozenset((*r, w) for r, w in rows.items()),
                                                           frozenset((*a, w) for a, w in asks.items()))  # fmt: skip
            if both not in self.same:
                self.same[both] = Open(*both, self.order, self.every, self.numbers)
            self.opens[key] = self.same[both]
        return self.opens[key]

    def number(self, circumstance: Any) -> int:
        """A number for what is still to be asked: two combinations that wait for other details aren't the same."""
        wanted = (circumstance.movement, circumstance.place, circumstance.age_group, getattr(circumstance, "but", False))
        return self.waiting.setdefault(wanted, len(self.waiting))

    def _fits(self, circumstance: Any, details: Mapping[str, Any], whose: int) -> str:
        """As the skill or the oracle has it, but open where a detail is still to be asked."""
        if whose == 1:
            return str(circumstance.fits(details))
        asked = ["movement", "place"] + ["age_group"] * (details.get("speaker") == "other")
        waiting = {n: "unsure" for n in asked if details.get(n) is None and getattr(circumstance, n)}
        fits = circumstance.fits({**details, **waiting} if waiting else details)
        return "open" if fits == "unsure" and waiting else str(fits)


def _by_circumstance(those: Iterable[tuple[Any, Any]]) -> dict[Any, list[Any]]:
    """What is so for whom: the same is mostly so of many."""
    out = dict[Any, list[Any]]()
    for circumstance, each in those:
        out.setdefault(circumstance, []).append(each)
    return out
