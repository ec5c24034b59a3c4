"""What a caller's details leave open, and what of it may still matter. Findings are bits of whole numbers, since this is worked
out for every explored turn."""

from collections.abc import Hashable, Iterable, Mapping
from typing import NamedTuple

from tools.explore.bits import join, singles
from tools.explore.lines import Ask, Lines, Order
from tools.explore.rows import Part, Row, Rows

ALL, LEAN, LAST = range(3)  # what is left out since it can't matter, as `Open.left` has it


class Left(NamedTuple):
    """What may still matter: the combinations of which nothing is known, what is missing of each other, the findings asked at
    once, and those after others."""

    fresh: int
    missing: frozenset[tuple[Part, int]]
    asked: tuple[int, ...]
    after: tuple[Ask, ...]


class Open(Lines):
    """The combinations and the askings that the details leave open, the skill's (1), the oracle's (2) or of both (3). `numbers`
    gives each Left a number of its own, since keys of numbers are small and quick."""

    def __init__(
        self, rows: frozenset[Row], asks: frozenset[Ask], order: Order, every: Rows, numbers: dict[Hashable, int]
    ) -> None:
        super().__init__(asks, order)
        self.every, self.numbers = every, numbers
        added = [(row, every.add(row)) for row in sorted(rows)]
        self.above = [sum(b for r, b in added if every.gives(r, 0, 0) > level) for level in range(self.top + 1)]
        self.lefts: dict[Hashable, tuple[int, int]] = {}
        self.reaches: dict[tuple[int, int], int] = {}
        self.living: dict[tuple[int, int], tuple[int, int, int]] = {}
        self.sets: dict[int, tuple[int, int, int]] = {}
        self.alike: dict[int, int] = {}

    def left(self, packed: int, level: int, more: bool, how: int, busy: int) -> tuple[Hashable, int]:
        """What may still matter, at this urgency, and the findings that it turns on. `more`: a fact may still be volunteered, so
        nothing is out of reach. `busy`: the group that is being asked about. `how`: all that is open counts (ALL), quickly;
        what can't matter is sought and left out, where much is merged (LEAN); besides, after "anything else?", what would need a
        sure yes to it (LAST)."""
        bits = self.order.bits
        yes, no = packed >> bits.size & bits.none, packed & bits.none
        out = no
        if not more:
            near = (yes & self.parents, no)
            if (reach := self.reaches.get(near)) is None:
                reach = self.reaches[near] = self.within_reach((near[0] | self.direct[2]) & ~no, no)
            out = ~(reach | yes)
        rows, scope, wide = self.living.get((level, out)) or self.live(level, out)
        if how == ALL:
            return (self.alike.get(rows) or self._alike(rows, scope), busy & scope, packed & wide), scope
        key = (rows, level, how, busy & scope, packed & wide, out & scope)
        return self.lefts.get(key) or self.lefts.setdefault(key, self._left(*key))

    def live(self, level: int, out: int) -> tuple[int, int, int]:
        """The combinations that may still raise this urgency, the findings that they turn on, and the bits of these, whatever
        is known of them."""
        rows = self.above[level] & ~join(rows for finding, rows in self.every.naming.items() if finding & out)
        if rows not in self.sets:
            scope = self.with_parents(self.every.findings(rows), -1)
            self.sets[rows] = rows, scope, self.order.bits.wide(scope)
        self.living[level, out] = self.sets[rows]
        return self.sets[rows]

    def _alike(self, rows: int, scope: int) -> int:
        """A number for these combinations and what may lead to being asked for them, the same for all of whom it is so."""
        asks = tuple(ask for ask in self.after if ask[0] & scope)
        open_ones = (rows, asks, *(direct & scope for direct in self.direct))
        self.alike[rows] = self.numbers.setdefault(open_ones, len(self.numbers) + 1)
        return self.alike[rows]

    def missing(self, rows: int, level: int, known: tuple[int, int, int, int], fresh: int) -> dict[Part, int]:
        """What is missing of each of these combinations that may raise the urgency, and whose it is, unless one of which nothing
        is known lacks the same."""
        _, yes, doubt, maybe = known
        found: dict[Part, int] = {}
        for bit in singles(rows):
            mask, urgency, fits, _, whose = row = self.every.rows[bit]
            if fits == 1 or mask & doubt:
                urgency = self.every.gives(row, doubt, maybe)
            if urgency > level:
                part = (mask & ~yes, urgency, (fits & ~1) + bool(mask & maybe))
                one, owner = self.every.fresh.get(part, (0, 0))
                if not (one & fresh and whose & ~owner == 0):
                    found[part] = found.get(part, 0) | whose
        return found

    def _left(self, rows: int, level: int, how: int, busy: int, packed: int, out: int) -> tuple[int, int]:
        known = no, yes, _, _ = self.order.bits.parts(packed)
        touched = (yes | busy * (how == LAST)) & self.every.named
        begun = rows & join(self.every.naming[finding] for finding in singles(touched))
        fresh = rows & ~begun
        found = self.missing(begun, level, known, fresh)
        lacks = self.every.findings(fresh)
        shown = 0
        if how == LAST:
            shown = (lacks | join(part[0] for part in found)) & busy
            found = self.doubtful(found, level, busy)
        relevant = self.with_parents(lacks | join(part[0] for part in found), ~(yes | no))
        after, opened = [], 0
        for finding, parents, whose in self.after:
            if finding & relevant:
                opened |= finding if parents & yes else 0
                if pending := parents & relevant & ~out:
                    after.append((finding, pending, whose))
        needed = self.needless((self.direct[2] | opened) & relevant & ~busy, fresh, found, after)
        noted = relevant & ~needed
        asked = (self.direct[0] | opened) & noted, (self.direct[1] | opened) & noted, shown
        left = Left(fresh, frozenset(found.items()), asked, tuple(after))
        return self.numbers.setdefault(left, len(self.numbers) + 1), relevant

    def needless(self, opened: int, fresh: int, found: Iterable[Part], after: Iterable[Ask]) -> int:
        """Of the opened findings, those of which each combination lacks another that would open them, and is asked before."""
        out = opened & ~join(parents for _, parents, _ in after)
        for finding, openers in self.openers.items():
            if finding & out:
                naming = self.every.naming
                alone = fresh & naming.get(finding, 0)
                for opener in singles(openers):
                    alone &= ~naming.get(opener, 0)
                if alone or not all(part[0] & openers for part in found if part[0] & finding):
                    out &= ~finding
        return out

    def doubtful(self, found: Mapping[Part, int], level: int, busy: int) -> dict[Part, int]:
        """The combinations where nothing more of the group that is asked about can be sure: with one of it, none makes an
        emergency but what does so in doubt."""
        out = dict[Part, int]()
        for (lacks, urgency, vague), whose in found.items():
            if lacks & busy and not lacks & self.order.strict:
                urgency = min(urgency, self.top - 1)
            if urgency > level:
                part = lacks, urgency, vague
                out[part] = out.get(part, 0) | whose
        return out
