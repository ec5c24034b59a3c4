"""What a caller's details leave open, and what of it may still matter. Findings are bits of whole numbers, since this is worked
out for every explored turn."""

from collections.abc import Hashable, Iterator
from typing import NamedTuple

FITS = ("yes", "unsure", "open")  # the details fit, can't be told, or are still to be asked
Row = tuple[int, int, int, bool, int]  # the findings, the urgency, how the details fit, whether it is strict, and whose it is
Ask = tuple[int, int, int]  # the finding, the findings that open it (0: asked directly), and whose it is


class Bits(NamedTuple):
    """The findings that are true, that are not, that are true only in doubt, and those of an umbrella left unsure."""

    yes: int
    no: int
    doubt: int
    maybe: int


class Left(NamedTuple):
    """What may still matter: of each combination what is missing, the findings asked at once and those after others."""

    missing: frozenset[tuple[int, int, int, int]]
    asked: tuple[int, ...]
    after: tuple[Ask, ...]


class Open:
    """The combinations and the askings that the details leave open, the skill's (1), the oracle's (2) or of both (3). `numbers`
    gives each Left a number of its own, since keys of numbers are small and quick."""

    def __init__(self, rows: frozenset[Row], asks: frozenset[Ask], top: int, numbers: dict[Left, int]) -> None:
        self.top, self.rows, self.numbers = top, tuple(sorted(rows)), numbers
        self.direct = [sum({f for f, parents, whose in asks if not parents and whose & side}) for side in (1, 2, 3)]
        self.after = tuple(sorted(a for a in asks if a[1]))
        self.above = [tuple(r for r in self.rows if r[1] > level) for level in range(top + 1)]
        self.scope = [self.with_parents(join(r[0] for r in rows), -1) for rows in self.above]
        self.levels: dict[Hashable, tuple[int, int]] = {}
        self.lefts: dict[Hashable, tuple[int, int]] = {}

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

    def level(self, yes: int, doubt: int, maybe: int) -> tuple[int, int]:
        """The urgency of what is known, by the skill's combinations and by the oracle's."""
        lacking = ~yes
        held = [(self.gives(r, doubt, maybe), r[4]) for r in self.rows if not r[0] & lacking and r[2] < 2]
        return max((u for u, whose in held if whose & 1), default=0), max((u for u, whose in held if whose & 2), default=0)

    def left(self, bits: Bits, more: bool) -> tuple[int, int, int, int]:
        """The urgency twice, the number of what may still matter, and the findings that it turns on.
        `more`: a fact may still be volunteered, so nothing is out of reach."""
        known = (bits.yes, bits.doubt, bits.maybe)
        levels = self.levels.get(known) or self.levels.setdefault(known, self.level(*known))
        level = min(levels)
        if level == self.top:
            return *levels, 0, 0  # nothing can be more urgent
        scope = self.scope[level]
        key = (level, more, bits.yes & scope, bits.no & scope, bits.doubt & scope, bits.maybe & scope)
        left = self.lefts.get(key) or self.lefts.setdefault(key, self._left(level, more, *key[2:]))
        return *levels, *left

    def _left(self, level: int, more: bool, yes: int, no: int, doubt: int, maybe: int) -> tuple[int, int]:
        out = no if more else ~self.within_reach((yes | self.direct[2]) & ~no, no)
        found: dict[tuple[int, int, int], int] = {}
        wanted = 0
        for row in [r for r in self.above[level] if not r[0] & out]:
            mask, urgency, fits, _, whose = row
            if fits == 1 or mask & doubt:
                urgency = self.gives(row, doubt, maybe)
            if urgency > level:
                lacks = mask & ~yes
                part = (lacks, urgency, (fits & 2) + bool(mask & maybe))
                found[part] = found.get(part, 0) | whose
                wanted |= lacks
        relevant = self.with_parents(wanted, ~(yes | no))
        after, opened = [], 0
        for finding, parents, whose in self.after:
            if finding & relevant:
                opened |= finding if parents & yes else 0
                if pending := parents & relevant & ~out:
                    after.append((finding, pending, whose))
        asked = ((self.direct[0] | opened) & relevant, (self.direct[1] | opened) & relevant)
        left = Left(frozenset((*part, whose) for part, whose in found.items()), asked, tuple(after))
        return self.numbers.setdefault(left, len(self.numbers)), relevant


def join(masks: Iterator[int]) -> int:
    out = 0
    for mask in masks:
        out |= mask
    return out
