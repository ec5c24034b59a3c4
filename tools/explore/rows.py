"""Combinations of findings that may raise the urgency, as bits of whole numbers, since sets of them are worked out for every
explored turn."""

from tools.explore.bits import join, singles

FITS = ("yes", "unsure", "open")  # the details fit, can't be told, or are still to be asked (and 4 for each such circumstance)
Part = tuple[int, int, int]  # of a combination: the findings that it lacks, its urgency, and how the details fit
Row = tuple[int, int, int, bool, int]  # the findings, the urgency, how the details fit, whether it is strict, and whose it is


class Rows:
    """Combinations, each with a bit of its own, the same for all callers: a set of them is a whole number."""

    def __init__(self, top: int) -> None:
        self.top = top
        self.bit: dict[Row, int] = {}
        self.rows: dict[int, Row] = {}
        self.naming: dict[int, int] = {}  # a finding → the combinations that name it
        self.named = 0  # the findings that any names
        # What is missing of a combination while nothing of it is known → its bit, and whose it is.
        self.fresh: dict[Part, tuple[int, int]] = {}
        self.lacking: dict[int, int] = {}  # combinations → the findings that they name

    def add(self, row: Row) -> int:
        """The bit of a combination."""
        if row not in self.bit:
            one = self.bit[row] = 1 << len(self.bit)
            self.rows[one] = row
            self.fresh[row[0], self.gives(row, 0, 0), row[2] & ~1] = one, row[4]
            self.named |= row[0]
            for finding in singles(row[0]):
                self.naming[finding] = self.naming.get(finding, 0) | one
        return self.bit[row]

    def findings(self, rows: int) -> int:
        """The findings that any of these combinations names."""
        if (out := self.lacking.get(rows)) is None:
            out = self.lacking[rows] = join(finding for finding, those in self.naming.items() if those & rows)
        return out

    def gives(self, row: Row, doubt: int, maybe: int) -> int:
        """The urgency that a combination gives once all of it is true."""
        mask, urgency, fits, strict, _ = row
        vague, single = mask & maybe, not mask & (mask - 1)
        if vague & (vague - 1):
            return 0
        if vague and single:
            return min(urgency, self.top - 2)
        return urgency if (strict and single) or not (fits == 1 or mask & doubt) else min(urgency, self.top - 1)
