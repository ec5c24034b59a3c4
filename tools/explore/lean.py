"""What can't matter any more, though it isn't settled yet: it is left out of the key where much would be merged."""

from collections.abc import Iterable, Mapping

from tools.explore.bits import join
from tools.explore.lines import Ask, Lines

Part = tuple[int, int, int]  # of a combination: the findings that it lacks, its urgency, and how the details fit


def doubtful(open: Lines, found: Mapping[Part, int], level: int, busy: int) -> dict[Part, int]:
    """The combinations where nothing more of the group that is asked about can be sure: with one of it, none makes an emergency
    but what does so in doubt."""
    out = dict[Part, int]()
    for (lacks, urgency, vague), whose in found.items():
        if lacks & busy and not lacks & open.order.strict:
            urgency = min(urgency, open.top - 1)
        if urgency > level:
            part = lacks, urgency, vague
            out[part] = out.get(part, 0) | whose
    return out


def needless(open: Lines, opened: int, found: Iterable[Part], after: Iterable[Ask]) -> int:
    """Of the opened findings, those of which each combination lacks another that would open them, and is asked before."""
    out = opened & ~join(parents for _, parents, _ in after)
    for finding, openers in open.openers.items():
        if finding & out and not all(part[0] & openers for part in found if part[0] & finding):
            out &= ~finding
    return out
