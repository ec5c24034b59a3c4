"""What a caller's details leave open, and what of it may still matter. Findings are bits of whole numbers, since this is worked
out for every explored turn."""

from collections.abc import Hashable, Iterable
from typing import NamedTuple

from tools.explore.bits import Bits, join

FITS = ("yes", "unsure", "open")  # the details fit, can't be told, or are still to be asked (and 4 for each such circumstance)
Row = tuple[int, int, int, bool, int]  # the findings, the urgency, how the details fit, whether it is strict, and whose it is
Ask = tuple[int, int, int]  # the finding, the findings that open it (0: asked directly), and whose it is


class Order(NamedTuple):
    """How findings are packed; the most urgent; which findings are asked only after each; and those of umbrella questions."""

    bits: Bits
    top: int
    later: dict[int, int]
    umbrella: int


class Left(NamedTuple):
    """What may still matter: of each combination what is missing, the findings asked at once and those after others."""

    missing: frozenset[tuple[int, int, int, int]]
    asked: tuple[int, ...]
    after: tuple[Ask, ...]


class Open:
    """The combinations and the askings that the details leave open, the skill's (1), the oracle's (2) or of both (3). `numbers`
    gives each Left a number of its own, since keys of numbers are small and quick."""

    def __init__(self, rows: frozenset[Row], asks: frozenset[Ask], order: Order, numbers: dict[Left, int]) -> None:
        self.top, self.rows, self.order, self.numbers = order.top, tuple(sorted(rows)), order, numbers
        self.direct = [sum({f for f, parents, whose in asks if not parents and whose & side}) for side in (1, 2, 3)]
        self.sure = self.direct[0] & self.direct[1]
        self.after = tuple(sorted(a for a in asks if a[1]))
        self.above = [tuple(r for r in self.rows if r[1] > level) for level in range(self.top + 1)]
        self.scope = [self.with_parents(join(r[0] for r in rows), -1) for rows in self.above]
        self.wide = [order.bits.wide(findings) for findings in self.scope]
        self.openers = {f: self.before(f) for f, _, _ in self.after}
        self.lines: dict[int, int] = {}
        self.levels: dict[int, tuple[int, int]] = {}
        self.lefts: dict[Hashable, tuple[int, int]] = {}

    def before(self, finding: int) -> int:
        """What opens a finding, and is itself settled before that is asked."""
        sooner = join(f for f, later in self.order.later.items() if later & finding)
        asked = self.sure | join(f for f, _, whose in self.after if whose == 3)
        openers = join(parents for f, parents, whose in self.after if f == finding and whose == 3) & asked & sooner
        return join(f for f in sorted(self.order.later) if f & openers and not self.with_parents(f, -1) & ~sooner)

    def ancestry(self, findings: int) -> int:
        """These findings, and all that may lead to being asked for them."""
        return self.lines.get(findings) or self.lines.setdefault(findings, self.with_parents(findings, -1))

    def with_parents(self, findings: int, unknown: int) -> int:
        before = -1
        while before != findings:
            before = findings
            for finding, parents, _ in self.after:
                if finding & findings:
                    findings |= parents & unknown
        return findings

    def within_reach(self, findings: int, no: int) -> int:
        before = -1
        while before != findings:
            before = findings
            for finding, parents, _ in self.after:
                if parents & findings and finding & ~no:
                    findings |= finding
        return findings

    def gives(self, row: Row, doubt: int, maybe: int) -> int:
        """The urgency that a combination gives once all of it is true."""
        mask, urgency, fits, strict, _ = row
        vague, single = mask & maybe, not mask & (mask - 1)
        if vague & (vague - 1):
            return 0
        if vague and single:
            return min(urgency, self.top - 2)
        return urgency if (strict and single) or not (fits == 1 or mask & doubt) else min(urgency, self.top - 1)

    def level(self, packed: int) -> tuple[int, int]:
        """The urgency of what is known, by the skill's combinations and by the oracle's."""
        _, yes, doubt, maybe = self.order.bits.parts(packed)
        lacking = ~yes
        held = [(self.gives(r, doubt, maybe), r[4]) for r in self.rows if not r[0] & lacking and r[2] < 2]
        return max((u for u, whose in held if whose & 1), default=0), max((u for u, whose in held if whose & 2), default=0)

    def left(self, packed: int, more: bool, lean: bool, busy: int) -> tuple[int, int, int, int]:
        """The urgency twice, the number of what may still matter, and the findings that it turns on.
        `more`: a fact may still be volunteered, so nothing is out of reach. `lean`: what can't matter is sought and
        left out, which pays where much is merged. `busy`: the group that is being asked about."""
        true = packed >> self.order.bits.size
        levels = self.levels.get(true) or self.levels.setdefault(true, self.level(packed))
        level = min(levels)
        if level == self.top:
            return *levels, 0, 0  # nothing can be more urgent
        key = (level, more, lean, busy & self.scope[level], packed & self.wide[level])
        left = self.lefts.get(key) or self.lefts.setdefault(key, self._left(*key))
        return *levels, *left

    def _left(self, level: int, more: bool, lean: bool, busy: int, packed: int) -> tuple[int, int]:
        no, yes, doubt, maybe = self.order.bits.parts(packed)
        out = no if more else ~self.within_reach((yes | self.direct[2]) & ~no, no)
        found: dict[tuple[int, int, int], int] = {}
        for row in [r for r in self.above[level] if not r[0] & out]:
            mask, urgency, fits, _, whose = row
            if fits == 1 or mask & doubt:
                urgency = self.gives(row, doubt, maybe)
            if urgency > level:
                part = (mask & ~yes, urgency, (fits & ~1) + bool(mask & maybe))
                found[part] = found.get(part, 0) | whose
        if lean:
            self.drop(found, level, ~(yes | no), busy)
        wanted = join(part[0] for part in found)
        relevant = self.with_parents(wanted, ~(yes | no))
        after, opened = [], 0
        for finding, parents, whose in self.after:
            if finding & relevant:
                opened |= finding if parents & yes else 0
                if pending := parents & relevant & ~out:
                    after.append((finding, pending, whose))
        if opened and lean:
            opened &= ~self.needless(opened & ~busy, found, after)
        asked = ((self.direct[0] | opened) & relevant, (self.direct[1] | opened) & relevant)
        left = Left(frozenset((*part, whose) for part, whose in found.items()), asked, tuple(after))
        return self.numbers.setdefault(left, len(self.numbers)), relevant

    def drop(self, found: dict[tuple[int, int, int], int], level: int, unknown: int, busy: int) -> None:
        """Takes out the combinations that can't matter, because one finding of theirs is as urgent alone and is asked before
        all the rest, or they too are asked anyway: once it is known, the combination is either ruled out or no news."""
        fit = self.sure & (-1 if level >= self.top - 1 else ~self.order.umbrella)
        alone: dict[int, int] = {}
        for (lacks, urgency, vague), whose in found.items():
            if lacks & fit and not lacks & (lacks - 1) and not vague and whose == 3:
                alone[lacks] = max(urgency, alone.get(lacks, 0))
        anyway = {least: join(f for f, urgency in alone.items() if urgency >= least) for least in range(level + 1, self.top + 1)}
        for part in [p for p in found if p[0] & anyway[p[1]] and p[0] & (p[0] - 1)]:
            asked = anyway[part[1]]
            needed = self.ancestry(part[0]) & unknown & ~asked
            first = part[0] & asked
            while first and not part[0] & busy & ~asked:
                single = first & -first  # the lowest bit
                first ^= single
                if not needed & ~self.order.later[single]:
                    del found[part]
                    break

    def needless(self, opened: int, found: Iterable[tuple[int, int, int]], after: Iterable[Ask]) -> int:
        """Of the opened findings, those of which each combination lacks another that would open them, and is asked before."""
        out = opened & ~join(parents for _, parents, _ in after)
        for finding, openers in self.openers.items():
            if finding & out and not all(part[0] & openers for part in found if part[0] & finding):
                out &= ~finding
        return out
