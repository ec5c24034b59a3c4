"""What can't matter any more, though it isn't settled yet: it is left out of the key where much would be merged."""

from collections.abc import Iterable, Mapping

from tools.explore.bits import join
from tools.explore.lines import Ask, Lines

Part = tuple[int, int, int]  # of a combination: the findings that it lacks, its urgency, and how the details fit


def drop(open: Lines, found: dict[Part, int], level: int, yes: int, no: int, busy: int) -> None:
    """Takes out the combinations that can't matter, because one finding of theirs is as urgent alone and is asked before
    all the rest, or they too are asked anyway: once it is known, the combination is either ruled out or no news."""
    fit = open.sure & (-1 if level >= open.top - 1 else ~open.order.umbrella)
    alone: dict[int, int] = {}
    for (lacks, urgency, vague), whose in found.items():
        if lacks & fit and not lacks & (lacks - 1) and not vague and whose == 3:
            alone[lacks] = max(urgency, alone.get(lacks, 0))
    anyway = {least: join(f for f, urgency in alone.items() if urgency >= least) for least in range(level + 1, open.top + 1)}
    sooner: dict[int, int] = {}  # what may be asked before a finding is true
    parts = [p for p in found if p[0] & anyway[p[1]] and p[0] & (p[0] - 1)]
    begin = (yes | open.direct[2] | join(f for f, parents, _ in open.after if parents & yes)) & ~no if parts else 0
    for part in parts:
        asked = anyway[part[1]]
        needed = open.ancestry(part[0]) & ~(yes | no | asked)
        first = part[0] & asked
        while first and not part[0] & busy & ~asked:
            single = first & -first  # the lowest bit
            first ^= single
            later = open.order.later[single] | single
            if needed & ~later & begin:
                continue
            if needed & ~later and single not in sooner:
                sooner[single] = open.within_reach(begin & ~later, no | later)
            if not needed & ~later & sooner.get(single, 0):
                del found[part]
                break


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


def denied(open: Lines, found: Mapping[Part, int], now: int, settled: int) -> tuple[dict[Part, int], tuple[int, ...]]:
    """Where all that is asked from here on is answered with no: what each combination makes asked until a no rules it out, joined
    by urgency; and the combinations of which that can't be told. `now` can be asked at once, `settled` is known already."""
    rest, asked, unknown = dict[Part, int](), [0] * (open.top + 1), ~settled
    for part, whose in found.items():
        lacks, urgency, vague = part
        line = open.ancestry(lacks)
        if whose != 3 or vague or line & open.order.twice:
            rest[part] = whose
            continue
        if line & unknown == lacks & now and not lacks & (lacks - 1):
            asked[urgency] |= lacks  # one that is asked at once
            continue
        key = (lacks, now & line, unknown & line)
        if (some := open.denials.get(key)) is None:
            some = open.denials[key] = _until_denied(open, lacks, now, unknown)
        asked[urgency] |= some
    return rest, tuple(asked)


def _until_denied(open: Lines, lacks: int, now: int, unknown: int) -> int:
    """What a combination makes asked, until one of its findings is answered with no, or all that could lead to it."""
    turns, reached, last = open.order.turns, 0, len(open.order.turns)
    for finding in (bit for bit in turns if bit & lacks):
        openers = open.with_parents(finding, unknown) & now
        reached |= openers
        ending = finding if finding & now else openers
        last = min(last, max((turn for bit, turn in turns.items() if bit & ending), default=-1))
    return join(bit for bit, turn in turns.items() if bit & reached and turn <= last)


def needless(open: Lines, opened: int, found: Iterable[Part], after: Iterable[Ask]) -> int:
    """Of the opened findings, those of which each combination lacks another that would open them, and is asked before."""
    out = opened & ~join(parents for _, parents, _ in after)
    for finding, openers in open.openers.items():
        if finding & out and not all(part[0] & openers for part in found if part[0] & finding):
            out &= ~finding
    return out
