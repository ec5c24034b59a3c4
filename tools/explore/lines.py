"""What leads to being asked for what, of all that the details leave open."""

from typing import NamedTuple

from tools.explore.bits import Bits, join

Ask = tuple[int, int, int]  # the finding, the findings that open it (0: asked directly), and whose it is


class Order(NamedTuple):
    """How findings are packed; the most urgent; which findings are asked only after each; those of umbrella questions; those
    that are an emergency even in doubt; and the rank of each, what opens others first."""

    bits: Bits
    top: int
    later: dict[int, int]
    umbrella: int
    strict: int
    ranks: dict[int, int]


class Lines:
    """The askings of the skill (1), the oracle (2) or both (3)."""

    def __init__(self, asks: frozenset[Ask], order: Order) -> None:
        self.top, self.order = order.top, order
        self.direct = [sum({f for f, parents, whose in asks if not parents and whose & side}) for side in (1, 2, 3)]
        self.after = tuple(sorted((a for a in asks if a[1]), key=lambda ask: (order.ranks[ask[0]], ask)))
        self.backwards = self.after[::-1]
        self.parents = join(a[1] for a in self.after)
        self.openers = {f: self.before(f) for f, _, _ in self.after}

    def before(self, finding: int) -> int:
        """What opens a finding, and is itself settled before that is asked."""
        sooner = join(f for f, later in self.order.later.items() if later & finding)
        asked = self.direct[0] & self.direct[1] | join(f for f, _, whose in self.after if whose == 3)
        openers = join(parents for f, parents, whose in self.after if f == finding and whose == 3) & asked & sooner
        return join(f for f in sorted(self.order.later) if f & openers and not self.with_parents(f, -1) & ~sooner)

    def with_parents(self, findings: int, unknown: int) -> int:
        for finding, parents, _ in self.backwards:
            if finding & findings:
                findings |= parents & unknown
        return findings

    def within_reach(self, findings: int, no: int) -> int:
        for finding, parents, _ in self.after:
            if parents & findings and finding & ~no:
                findings |= finding
        return findings
