"""What a caller's details leave open, and what of it may still matter. Findings are bits of whole numbers, since this is worked
out for every explored turn."""

from collections.abc import Hashable, Iterable
from operator import itemgetter
from typing import NamedTuple

from tools.explore.bits import join
from tools.explore.lean import Part, doubtful, needless
from tools.explore.lines import Ask, Lines, Order

ALL, LEAN, LAST = range(3)  # what is left out since it can't matter, as `Open.left` has it
LACKS = itemgetter(0)  # what a combination lacks
FITS = ("yes", "unsure", "open")  # the details fit, can't be told, or are still to be asked (and 4 for each such circumstance)
Row = tuple[int, int, int, bool, int]  # the findings, the urgency, how the details fit, whether it is strict, and whose it is


class Left(NamedTuple):
    """What may still matter: of each combination what is missing, the findings asked at once and those after others."""

    missing: frozenset[tuple[Part, int]]
    asked: tuple[int, ...]
    after: tuple[Ask, ...]


class Open(Lines):
    """The combinations and the askings that the details leave open, the skill's (1), the oracle's (2) or of both (3). `numbers`
    gives each Left a number of its own, since keys of numbers are small and quick."""

    def __init__(self, rows: frozenset[Row], asks: frozenset[Ask], order: Order, numbers: dict[Hashable, int]) -> None:
        super().__init__(asks, order)
        self.rows, self.numbers = tuple(sorted(rows)), numbers
        self.above = [tuple(r for r in self.rows if r[1] > level) for level in range(self.top + 1)]
        self.last = [(0, rows) for rows in self.above]
        self.lefts: dict[Hashable, tuple[int, int]] = {}
        self.reaches: dict[tuple[int, int], int] = {}
        self.living: dict[tuple[int, int], tuple[int, int, int]] = {}
        self.sets: dict[tuple[Row, ...], tuple[int, int, int]] = {}
        self.alive: list[tuple[Row, ...]] = []
        self.every: dict[int, int] = {}
        self.fresh: dict[tuple[int, int], dict[Part, int]] = {}

    def gives(self, row: Row, doubt: int, maybe: int) -> int:
        """The urgency that a combination gives once all of it is true."""
        mask, urgency, fits, strict, _ = row
        vague, single = mask & maybe, not mask & (mask - 1)
        if vague & (vague - 1):
            return 0
        if vague and single:
            return min(urgency, self.top - 2)
        return urgency if (strict and single) or not (fits == 1 or mask & doubt) else min(urgency, self.top - 1)

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
            return (self.every.get(rows) or self._every(rows, scope), busy & scope, packed & wide), scope
        key = (rows, level, how, busy & scope, packed & wide, out & scope)
        return self.lefts.get(key) or self.lefts.setdefault(key, self._left(*key))

    def _every(self, rows: int, scope: int) -> int:
        """A number for these combinations and what may lead to being asked for them, the same for all of whom it is so."""
        asks = tuple(ask for ask in self.after if ask[0] & scope)
        every = (self.alive[rows], asks, *(direct & scope for direct in self.direct))
        self.every[rows] = self.numbers.setdefault(every, len(self.numbers) + 1)
        return self.every[rows]

    def live(self, level: int, out: int) -> tuple[int, int, int]:
        """Of the combinations that may still raise this urgency: their number in `alive`, the findings that they turn on, and
        the bits of these, whatever is known of them."""
        before, rows = self.last[level]  # what was ruled out mostly grows
        rows = tuple(r for r in (rows if out | before == out else self.above[level]) if not r[0] & out)
        self.last[level] = out, rows
        if rows not in self.sets:
            scope = self.with_parents(join(r[0] for r in rows), -1)
            self.sets[rows] = len(self.alive), scope, self.order.bits.wide(scope)
            self.alive.append(rows)
        self.living[level, out] = self.sets[rows]
        return self.sets[rows]

    def missing(
        self, found: dict[Part, int], rows: Iterable[Row], level: int, yes: int, doubt: int, maybe: int
    ) -> dict[Part, int]:
        """Notes in `found` what is missing of each combination that may raise the urgency, and whose it is."""
        for row in rows:
            mask, urgency, fits, _, whose = row
            if fits == 1 or mask & doubt:
                urgency = self.gives(row, doubt, maybe)
            if urgency > level:
                part = (mask & ~yes, urgency, (fits & ~1) + bool(mask & maybe))
                found[part] = found.get(part, 0) | whose
        return found

    def _left(self, number: int, level: int, how: int, busy: int, packed: int, out: int) -> tuple[int, int]:
        no, yes, doubt, maybe = self.order.bits.parts(packed)
        if (fresh := self.fresh.get((number, level))) is None:
            fresh = self.fresh[number, level] = self.missing({}, self.alive[number], level, 0, 0, 0)
        begun = [row for row in self.alive[number] if row[0] & yes]
        found = {part: whose for part, whose in fresh.items() if not part[0] & yes} if begun else fresh.copy()
        self.missing(found, begun, level, yes, doubt, maybe)
        shown = join(map(LACKS, found)) & busy if how == LAST else 0
        if how == LAST:
            found = doubtful(self, found, level, busy)
        relevant = self.with_parents(join(map(LACKS, found)), ~(yes | no))
        after, opened = [], 0
        for finding, parents, whose in self.after:
            if finding & relevant:
                opened |= finding if parents & yes else 0
                if pending := parents & relevant & ~out:
                    after.append((finding, pending, whose))
        noted = relevant & ~needless(self, (self.direct[2] | opened) & relevant & ~busy, found, after)
        asked = (self.direct[0] | opened) & noted, (self.direct[1] | opened) & noted, shown
        left = Left(frozenset(found.items()), asked, tuple(after))
        return self.numbers.setdefault(left, len(self.numbers) + 1), relevant
