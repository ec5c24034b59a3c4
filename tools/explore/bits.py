"""Findings as bits of whole numbers, since what is known of them is worked out for every explored turn."""

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from operator import or_
from typing import Any


class Bits:
    """What is known of all findings as one number, which is quick to compare: the bits of those that are not true, then of those
    that are, of those true only in doubt, and of those of an umbrella left unsure."""

    def __init__(self, findings: Iterable[str]) -> None:
        self.bit = {f: 1 << i for i, f in enumerate(dict.fromkeys(findings))}
        self.size = len(self.bit)
        self.none = (1 << self.size) - 1
        parts = {"no": [0], "yes": [1], "unsure": [1, 2], "maybe": [1, 2, 3]}
        self.values = {f: {v: sum(b << self.size * n for n in ns) for v, ns in parts.items()} for f, b in self.bit.items()}
        self.rest = {f: ~self.wide(b) for f, b in self.bit.items()}

    def pack(self, known: Mapping[str, Any], before: int = 0) -> int:
        """What is known; where something is packed already, with this added."""
        out, values = before, self.values
        for finding, value in known.items():
            if finding in values:
                out = out & self.rest[finding] | values[finding][value]
        return out

    def wide(self, findings: int) -> int:
        """These findings, whatever is known of them."""
        return sum(findings << self.size * n for n in range(4))

    def parts(self, packed: int) -> tuple[int, int, int, int]:
        """Those that are not true, that are, that are in doubt, and of umbrellas."""
        no, yes, doubt, maybe = (packed >> self.size * n & self.none for n in range(4))
        return no, yes, doubt, maybe


def join(masks: Iterable[int]) -> int:
    return reduce(or_, masks, 0)


def singles(mask: int) -> Iterator[int]:
    """Each bit of a number."""
    while mask:
        yield mask & -mask
        mask &= mask - 1
