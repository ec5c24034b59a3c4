"""When two interviews have the same future. Nothing of what was said is kept but what may still matter: the urgency so far, and
of each combination that may still raise it, what is missing."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from tools.explore.bits import Bits, join
from tools.explore.left import FITS, Left, Open, Row
from tools.explore.lines import Ask, Order
from tools.explore.places import Place
from tools.explore.quick import SPOKEN, Numbers
from tools.explore.turns import Skill

Who = tuple[bool, int, int]  # whether the age makes a finding true, and a number for the details known, and for those told
GROWN = ("adult", "older")  # no rule or question tells them apart


class Merging:
    """The key under which interviews are merged."""

    def __init__(self, skill: Skill) -> None:
        self.skill, protocol, oracle = skill, skill.protocol, skill.oracle
        self.bits = Bits([*protocol.findings, *oracle.asked])
        self.bit = self.bits.bit
        self.rows = ([(self.mask(r.when), r.urgency, r.circumstance, r.strict) for r in protocol.rules],
                     [(self.mask(s.members), s.urgency, s.where, s.strict) for s in oracle.statements])  # fmt: skip
        self.asks = ([(self.bit[f.id], c, self.mask(c.after)) for f in protocol.findings.values() for c in f.asked],
                     [(self.bit[f], c, self.mask(c.after)) for f, clauses in oracle.asked.items() for c in clauses])  # fmt: skip
        self.groups = {q.id: self.mask(q.asks) for q in protocol.questions}
        asked = [self.groups[q.id] for q in protocol.questions]
        later = {b: self.mask(()) for b in self.bit.values()}
        for bit in later:
            last = max((i for i, group in enumerate(asked) if group & bit), default=len(asked))
            later[bit] = join(asked[last + 1 :]) & ~join(asked[: last + 1])
        umbrella = self.mask(f for q in protocol.questions if q.umbrella for f in q.asks)
        self.order = Order(self.bits, protocol.emergency, later, umbrella | self.mask(oracle.umbrella))
        self.stages = ["?" + q.id for q in protocol.questions]
        self.tips = [f for q in protocol.questions if q.tips for f in q.asks]
        self.from_age = frozenset(f for f, (clause, _) in oracle.derived.items() if clause.age_group)
        self.numbers_of = Numbers(SPOKEN).of
        self.opens: dict[Hashable, Open] = {}
        self.same: dict[Hashable, Open] = {}
        self.numbers: dict[Left, int] = {}
        self.waiting: dict[Hashable, int] = {}
        self.keys: dict[Hashable, tuple[int, int, Hashable]] = {}
        self.judged: set[Hashable] = set()

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
                for mask, urgency, circumstance, strict in self.rows[whose - 1]:
                    if (fits := self._fits(circumstance, said, whose)) != "no":
                        row = (mask, urgency, FITS.index(fits) + 4 * (self.number(circumstance) if fits == "open" else 0), strict)
                        rows[row] = rows.get(row, 0) | (whose if side == 3 else 3)
                for f, circumstance, parents in self.asks[whose - 1]:
                    if parents and grown and not (parents := parents & ~never):
                        continue  # an adult isn't asked what follows from being a child
                    if self._fits(circumstance, said, whose) != "no":
                        asks[f, parents] = asks.get((f, parents), 0) | (whose if side == 3 else 3)
            both: tuple[frozenset[Row], frozenset[Ask]] = (frozenset((*r, w) for r, w in rows.items()),
                                                           frozenset((*a, w) for a, w in asks.items()))  # fmt: skip
            if both not in self.same:
                self.same[both] = Open(*both, self.order, self.numbers)
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

    def judge(self, place: Place, levels: tuple[int, int], true: Hashable) -> None:
        """Holds the urgency, quickly reckoned, against the core's and the oracle's own, once for all that is true alike."""
        if true not in self.judged:
            self.judged.add(true)
            own = self.skill.protocol.decide(place.whole)[0], self.skill.oracle.urgency(place.details, place.told)
            if own != levels:
                raise AssertionError(f"merging misjudges {place}")

    def young(self, details: Mapping[str, Any]) -> str:
        """The age as far as it matters of who speaks for themselves: an adult is who they are taken for anyway."""
        return ",".join(a for a in details.get("age_group") or () if a not in GROWN)

    def key(self, place: Place, more: bool = False, lean: bool = True) -> tuple[int, int, Hashable]:
        """The urgency by the skill's rules, by the oracle's, and the key. `more`: a fact may still be volunteered; `lean`:
        what can't matter is sought and left out."""
        known, details = place.known, place.details
        complete, told = self.bits.pack(place.whole), self.bits.pack(self.skill.oracle.derive(details, place.told))
        who = (not self.from_age.isdisjoint(known), self.numbers_of(known), self.numbers_of(details))
        if not lean:
            return self._key(place, more, lean, complete, told, who)
        # The same may be known in two ways, as "one of them" after a yes and after an "I don't know", and is worked out once.
        marks = tuple(item for item in known.items() if item[0][0] == "?")
        lasts = (known.get("duration"), details.get("days"))
        same = (complete, told, who, lasts, marks, place[4:], more)
        if (out := self.keys.get(same)) is None:
            out = self.keys[same] = self._key(place, more, lean, complete, told, who)
        return out

    def _key(self, place: Place, more: bool, lean: bool, complete: int, told: int, who: Who) -> tuple[int, int, Hashable]:
        known, details = place.known, place.details
        stages = [(stage, known[stage]) for stage in self.stages if stage in known]
        busy = join(self.groups[stage[1:]] for stage, _ in stages)
        left: tuple[Any, ...]
        if complete == told:
            opens = [self.open(known, details, who, more, 3)]
            level, other, both, matters = opens[0].left(complete, more, lean, busy)
            left = (both,)
        else:
            opens = [self.open(known, details, who, more, side) for side in (1, 2)]
            level, _, ours, mine = opens[0].left(complete, more, lean, busy)
            _, other, theirs, others = opens[1].left(told, more, lean, busy)
            left, matters = (ours, theirs) if ours != theirs else (ours,), mine | others
        self.judge(place, (level, other), (*opens, complete >> self.bits.size, told >> self.bits.size))
        if level == other == self.skill.protocol.emergency:
            return level, other, level
        umbrella = bool(busy & self.order.umbrella)
        if umbrella:
            stages = [(stage, known.split("_")[0]) for stage, known in stages]
        none = tuple(q if q and self.groups[q] & matters else "" for q in (known.get("?none", ""), place.none))
        asked: Hashable = tuple(n in known for n in ("movement", "place", "duration"))
        if known.get("movement") is None or known.get("place") is None:
            asked = tuple(str(d.get(n)) for n in ("movement", "place", "duration", "days") for d in (known, details))
            asked = (
                *asked,
                *(str(d.get("age_group")) if more or d.get("speaker") == "other" else self.young(d) for d in (known, details)),
            )
        named = place.named if place.named[1] and self.groups[place.named[0]] & matters else 0
        tips = level == 0 and not any(f in known for f in self.tips)
        hiccup = known.get("movement") == ["hiccup"] and "place" not in known
        ageless = known.get("speaker") == "other" and "age_group" not in known
        rest = (none, asked, named, tips, place.pending * (not umbrella), hiccup, ageless, known.get("?confirm"))
        return level, other, (more, level, *left, *stages, *rest)
