"""When two interviews have the same future. Nothing of what was said is kept but what may still matter: the urgency so far, and
of each combination that may still raise it, what is missing."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from tools.explore.left import FITS, Ask, Bits, Left, Open, Row
from tools.explore.turns import Place, Skill
from triage.protocol import DETAILS

SPOKEN = (*DETAILS, "speaker", "pronoun")


class Merging:
    """The key under which interviews are merged."""

    def __init__(self, skill: Skill) -> None:
        self.skill, protocol, oracle = skill, skill.protocol, skill.oracle
        self.bit = {f: 1 << i for i, f in enumerate(dict.fromkeys([*protocol.findings, *oracle.asked]))}
        self.rows = ([(self.mask(r.when), r.urgency, r.circumstance, r.strict) for r in protocol.rules],
                     [(self.mask(s.members), s.urgency, s.where, s.strict) for s in oracle.statements])  # fmt: skip
        self.asks = ([(self.bit[f.id], c, self.mask(c.after)) for f in protocol.findings.values() for c in f.asked],
                     [(self.bit[f], c, self.mask(c.after)) for f, clauses in oracle.asked.items() for c in clauses])  # fmt: skip
        self.groups = {q.id: self.mask(q.asks) for q in protocol.questions}
        self.stages = ["?" + q.id for q in protocol.questions]
        self.tips = [f for q in protocol.questions if q.tips for f in q.asks]
        self.from_age = {f for f, (clause, _) in oracle.derived.items() if clause.age_group}
        self.opens: dict[Hashable, Open] = {}
        self.same: dict[Hashable, Open] = {}
        self.numbers: dict[Left, int] = {}

    def mask(self, findings: Iterable[str]) -> int:
        return sum(self.bit[f] for f in set(findings))

    def open(self, known: Mapping[str, Any], details: Mapping[str, Any], more: bool, side: int) -> Open:
        """What these details leave open for the skill (1), the oracle (2) or both together (3)."""
        young = any(f in known for f in self.from_age)
        key = (more, side, young, *(str(known.get(n)) for n in SPOKEN), *(str(details.get(n)) for n in SPOKEN))
        if key not in self.opens:
            never = self.mask(self.from_age)
            rows: dict[tuple[int, int, int, bool], int] = {}
            asks: dict[tuple[int, int], int] = {}
            for whose, said in ((1, known), (2, details)):
                if not side & whose:
                    continue
                grown = not (more or young) and said.get("age_group") is None and said.get("speaker") != "other"
                for mask, urgency, circumstance, strict in self.rows[whose - 1]:
                    if (fits := self._fits(circumstance, said, whose)) != "no":
                        row = (mask, urgency, FITS.index(fits), strict)
                        rows[row] = rows.get(row, 0) | whose
                for f, circumstance, parents in self.asks[whose - 1]:
                    if parents and grown and not (parents := parents & ~never):
                        continue  # an adult isn't asked what follows from being a child
                    if self._fits(circumstance, said, whose) != "no":
                        asks[f, parents] = asks.get((f, parents), 0) | whose
            both: tuple[frozenset[Row], frozenset[Ask]] = (frozenset((*r, w) for r, w in rows.items()),
                                                           frozenset((*a, w) for a, w in asks.items()))  # fmt: skip
            if both not in self.same:
                self.same[both] = Open(*both, self.skill.protocol.emergency, self.numbers)
            self.opens[key] = self.same[both]
        return self.opens[key]

    def _fits(self, circumstance: Any, details: Mapping[str, Any], whose: int) -> str:
        """As the skill or the oracle has it, but open where a detail is still to be asked."""
        if whose == 1:
            return str(circumstance.fits(details))
        asked = ["movement", "place"] + ["age_group"] * (details.get("speaker") == "other")
        waiting = {n: "unsure" for n in asked if details.get(n) is None and getattr(circumstance, n)}
        fits = circumstance.fits({**details, **waiting} if waiting else details)
        return "open" if fits == "unsure" and waiting else str(fits)

    def bits(self, values: Mapping[str, Any]) -> Bits:
        yes = no = doubt = maybe = 0
        bit = self.bit.get
        for f, value in values.items():
            if b := bit(f):
                if value == "no":
                    no |= b
                else:
                    yes |= b
                    if value != "yes":
                        doubt |= b
                        maybe |= b if value == "maybe" else 0
        return Bits(yes, no, doubt, maybe)

    def key(self, place: Place, more: bool = False) -> tuple[int, int, Hashable]:
        """The urgency by the skill's rules, by the oracle's, and the key. `more`: a fact may still be volunteered."""
        known, details = place.known, place.details
        complete = self.bits(place.whole)
        told = self.bits(self.skill.oracle.derive(details, place.told))
        left: tuple[Any, ...]
        if complete == told:
            level, other, both, matters = self.open(known, details, more, 3).left(complete, more)
            left = (both,)
        else:
            level, _, ours, mine = self.open(known, details, more, 1).left(complete, more)
            _, other, theirs, others = self.open(known, details, more, 2).left(told, more)
            left, matters = (ours, theirs), mine | others
        if level == other == self.skill.protocol.emergency:
            return level, other, level
        stages = [(stage, known[stage]) for stage in self.stages if stage in known]
        none = tuple(q if q and self.groups[q] & matters else "" for q in (known.get("?none", ""), place.none))
        asked: Hashable = tuple(n in known for n in ("movement", "place", "duration"))
        if known.get("movement") is None or known.get("place") is None:
            asked = tuple(str(d.get(n)) for n in (*DETAILS, "duration", "days") for d in (known, details))
        named = place.named if place.named[1] and self.groups[place.named[0]] & matters else 0
        tips = level == 0 and not any(f in known for f in self.tips)
        return level, other, (more, level, *left, *stages, none, asked, named, tips, place.pending,
                              known.get("movement") == ["hiccup"], known.get("speaker") == "other" and "age_group" not in known,
                              known.get("?confirm"))  # fmt: skip
