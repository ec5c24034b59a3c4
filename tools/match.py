"""Runs of words that are phrases of a slot, and which of those that overlap to take."""

import re
from dataclasses import dataclass, replace

from tools import stems
from tools.built_in import SIMPLE
from tools.stems import words

ORDER = {"Finding": 0, "Fine": 1, "Person": 2, "Place": 3}
NEGATIVE = words("can't hardly neither nobody nor not nothing without won't")
# Words too common to tell a meaning by, beside one other: phrases of such are taken only as they stand.
WEAK = words("""
    again bad before can day down eat fine give good hour keep know last long lot make minut month more morn much new
    night no normal not off one other out over place still stop take thing three time two under way week without work year
""")
APART = words("he her his i it my our she the their they we your")
ONLY = words("just only")
ALONE = ONLY | {"stays"}  # "just my left leg", "it stays in the eyelid"
LENGTHS = words("day hour minut month week year")
POINTING = words("her his in my on that the your")
# Left or right of what: "not right", "oh right", "right behind" are no side.
SIDED = words("""
    ankle arm bicep breast butt buttock calf calves cheek ear elbow eye eyebrow eyelid eyes face finger fingers foot forearm
    hamstring hand heel hip jaw knee leg legs lid lip neck one only pec pinkie pinky quad rib shin shoulder side sided thigh
    thumb toe toes wrist
""")


@dataclass(frozen=True)
class Match:
    """A run of words that is a phrase of a slot value."""

    start: int
    end: int
    type: str
    id: str
    weight: float
    exact: bool = False
    denied: bool = False  # a "not" stands inside it


def choose(found: list[Match], spoken: list[str]) -> list[Match]:
    """The runs that together explain most of a sentence, none overlapping, in order. What is said of one place alone ("just my
    left leg") gives way to the place itself, from where that is named; and what begins with the last word of something told ("my
    chest hurts a little") says of nothing else that it is fine; nor is "just started" how long where it is of a medicine."""
    out: list[Match] = []
    told = [m for m in found if m.type == "Finding" and m.exact and m.end - m.start > 1]
    found = [m for m in found if m.id != "PT0S" or not any(t.start <= m.start and m.end <= t.end for t in told)]
    found = [m for m in found if m.type != "Fine" or not any(t.end - 1 == m.start and t.id != m.id for t in told)]
    for match in _chosen(found, len(spoken)):
        alone = match.type == "Fine" and ALONE.intersection(spoken[match.start : match.end])
        named = [m for m in found if m.type in ("Place", "Side", "Movement") and match.start < m.start and m.end <= match.end]
        named = _most(named, len(spoken)) if alone else []
        out += [replace(match, end=named[0].start), *named] if named else [match]
    return out


def _chosen(found: list[Match], size: int) -> list[Match]:
    split = [m for m in found if _splits(m, found)]
    chosen = _most([m for m in found if m not in split], size)
    lost = [m for m in split if all((c.type, c.id) != (m.type, m.id) for c in chosen)]  # its part gave way to something else
    return _most([m for m in found if m in lost or m not in split], size) if lost else chosen


def _most(found: list[Match], size: int) -> list[Match]:
    best: list[tuple[float, list[Match]]] = [(0.0, [])]
    for end in range(1, size + 1):
        top = best[end - 1]
        for m in (m for m in found if m.end == end):
            if best[m.start][0] + m.weight > top[0] + 1e-9:
                top = (best[m.start][0] + m.weight, [*best[m.start][1], m])
        best.append(top)
    return best[-1][1]


def whole(match: Match, found: list[Match], spoken: list[str]) -> Match:
    """The run with more weight than all that stands in it."""
    inside = [m for m in found if match.start <= m.start and m.end <= match.end and m is not match]
    parts = sum(m.weight for m in _most(inside, len(spoken)))
    return replace(match, weight=max(match.weight, parts + 0.05)) if match.type == "Finding" else match


def weigh(type: str, atoms: float, size: int) -> float:
    """How much a phrase explains: its words, and for findings more than their sum."""
    atoms = max(atoms, 0.1 if type == "Person" else 0.4)
    if type in ("Finding", "Fine"):
        return float(atoms**1.5 + 0.02 * size)
    long = type == "RoughDuration" or (type == "AgeGroup" and atoms > 1)
    return float(atoms + 0.02 * size + (0.7 + 0.4 * atoms) * long)


def exactly(spoken: list[str], at: int, size: int, length: str) -> Match:
    """A duration in numbers; "a couple" is told better by a list of phrases."""
    spare = -0.5 if "couple" in spoken[at : at + size] else 0.5
    return Match(
        at, at + size, "AMAZON.DURATION", length, weigh("RoughDuration", len(stems.atoms(spoken[at : at + size])), 0) + spare
    )


def _splits(match: Match, found: list[Match]) -> bool:
    """Whether another run says the same finding, so that a part of this one may say a place, a side, a movement or a person."""
    if match.type != "Finding" or match.denied:
        return False
    inside = [m for m in found if match.start <= m.start and m.end <= match.end and m.end - m.start < match.end - match.start]
    parts = [m for m in inside if m.type in ("Place", "Side", "Movement")]
    parts += [m for m in found if m.type == "Person" and m.start <= match.start < m.end < match.end]
    for same in (m for m in found if (m.type, m.id) == ("Finding", match.id) and not m.denied):
        apart = same.end <= match.start or match.end <= same.start
        if apart and (same.weight, same.start) > (match.weight, match.start) and parts:
            return True
        if same in inside and any(p.end <= same.start or same.end <= p.start for p in parts):
            return True
    return False


def is_side(spoken: list[str], at: int, size: int) -> bool:
    """Whether "right" is a side here, and no "right now", "not breathing right"."""
    if size > 1 or spoken[at] not in ("right", "left", "write", "both"):
        return True
    before, after = spoken[at - 1 : at], spoken[at + 1 : at + 3]
    if spoken[at] == "both" or len(spoken) == 1:
        return True
    return bool(POINTING.intersection(before)) or bool(SIDED.intersection(w.removesuffix("'s") for w in after))


def covers(spoken: list[str], found: list[Match]) -> bool:
    """Whether the values are what the sentence is about, not a word that happens to stand in it."""
    if any(m.type in ("Finding", "Fine", "Place", "AgeGroup") or m.id in ("self", "hiccup") for m in found):
        return True
    start = 0
    for clause in re.split(r"\b(?:but|and|then|so|because)\b", " ".join(spoken)):
        about = {start + i for i, word in stems.atoms(clause.split()) if word not in SIMPLE}
        end = start + len(clause.split())
        inside = [m for m in found if start <= m.start < end]
        if inside and 5 * sum(len(about.intersection(range(m.start, m.end))) for m in inside) >= 2 * len(about):
            return True
        start = end + 1
    return False


def said(spoken: list[str], match: Match) -> str:
    """The spoken of a run."""
    return " ".join(spoken[match.start : match.end])


def shaped(spoken: list[str], found: list[Match]) -> str:
    """The spoken with "<Place>" where a value of a type stands."""
    out, ends, at = [], {m.start: m for m in found}, 0
    while at < len(spoken):
        out.append(f"<{ends[at].type}>" if at in ends else spoken[at])
        at = ends[at].end if at in ends else at + 1
    return " ".join(out)
