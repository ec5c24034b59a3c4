"""Which of the things in a sentence are told of another time, of other people, or only feared: "uncle ray had a stroke back in
ninety two". They are neither reported nor denied. In doubt a thing is here and now: only plain words put it elsewhere."""

import re
from collections.abc import Sequence
from typing import Any

from tools import denial
from tools.averted import averted
from tools.beside import beside, for_another, named
from tools.match import Match
from tools.mentioned import mentioned
from tools.others import STANDING, another, bystanders
from tools.passed import passed
from tools.past import YEARS, dated, former, over
from tools.supposed import supposed
from tools.theirs import theirs
from tools.told import Told, told
from tools.unreal import impossible, taken_back, unreal
from tools.whose import whose

PAUSE = re.compile(r"\b(?:and|but|so|because|cause|cos|though|although|then|while)\b")
# "The right one's fine" is no word of the right.
WELL = re.compile(
    r"^(?:(?:one|side|leg|arm|hand|foot|calf|eye|eyelid|knee|thumb)(?:'s )?)?(?:^|\b) ?"
    r"(?:(?:is|are|was|were|came back|feels?|seems?|looks?) )?"
    r"(?:\w+ly |all |just |quite |still )?(?:fine|okay|ok|good|normal|great|alright|unaffected"
    r"|not (?:affected|bothered|involved))\b(?! (?:now|again|at first|until|till|except|when|most|then))"
)

PILL = re.compile(r"^(?:pills?|medicines?|meds|tablets?|drops)\b")
ECHOED = re.compile(r"\w (?:no|nope|nah) (?:i|it|he|she|they|we)\b")  # "my jaw? no, it opens": no jaw that opens not
NO_TIME = re.compile(r"\b(?:he's|she's|who's|baby's|(?:he|she|baby) is)(?: only| just| about| almost)? $")
TAKEN = re.compile(
    r"\b(?:pills?|medicines?|meds?|tablets?|metformin|statin)\b.*\b(?:had|on|taken|taking|take) "
    r"(?:it|that|them|those|(?:that|this) one) (?:for )?$"
)
ECHO_NO = re.compile(r"^(?:(?:ha|haha|oh|well|um|uh|hm|what) )+(?:no|nope|nah)\b")
AFTER = re.compile(r"\bafter (?:an?|\w+) \w+$")
OF_DOING = re.compile(r"^(?:or so )?of (?!(?:this|it|that|these)\b)")
ASIDE = re.compile(
    r"\b(?:sleep|slept|sleeping|work|works|worked|drive|drove|study)(?: (?:like|about|only|for|maybe|just|around))* $"
)


def here(said: list[str], found: Sequence[Match], lasting: frozenset[str]) -> list[Match]:
    """The runs that aren't told of another time or of other people, nor only feared. What the model itself says of years ago
    (`lasting`: a cancer, a clot) is always here and now."""
    clauses = _clauses(said)
    past = over([clause for _, clause in clauses])
    out, dropped = [], []
    every = [told(said, m, max(c for c in clauses if c[0] <= m.start)[1]) for m in found]
    for each in every:
        match = each.match
        at = max(i for i, (start, _) in enumerate(clauses) if start <= match.start)
        passing = match.type in ("Finding", "Fine") and match.id not in lasting
        timed = match.type in ("AMAZON.DURATION", "RoughDuration", "AgeGroup")
        if timed and TAKEN.search(each.before):
            continue  # "just my pill, i've had it for years"
        if timed and AFTER.search(each.before + each.run) and OF_DOING.search(each.after):
            continue  # "after an hour of practice"
        if timed and (ASIDE.search(each.before) or (match.type != "AgeGroup" and NO_TIME.search(each.before))):
            continue  # "i sleep four hours", or "she's three months", isn't how long it has been going on
        gone = past[at] and (timed or (passing and match.type == "Finding"))
        gone = gone or ((timed or (passing and match.type == "Finding")) and (dated(each) or former(each)))
        if match.type == "Finding" and another(each, found):
            dropped.append(each)
        elif not gone and not (match.type in ("Finding", "Fine") and theirs(each)) and not _unsaid(each, found, said):
            out.append(match)
    people = [t for t in every if t.match.type == "Person"]
    aside = bystanders(people, dropped) + mentioned(people, found, said)
    return [m for m in out if m not in aside]


def asserted(said: list[str], found: Sequence[Match], lasting: frozenset[str]) -> list[Match]:
    """The runs, each looked at alone, that are told as here and now, and not denied."""
    return [m for m in found if here(said, [m], lasting) and not denial.denied(said, [(m.start, m.end)], [])[0]]


def past_in(types: list[dict[str, Any]]) -> frozenset[str]:
    """The findings that the model says of years ago."""
    values = [value for type in types if type["name"] == "Finding" for value in type["values"]]
    return frozenset(v["id"] for v in values if YEARS.search("|".join((v["name"]["value"], *v["name"]["synonyms"]))))


def _clauses(said: list[str]) -> list[tuple[int, str]]:
    """The clauses of a sentence, each with the place of its first word."""
    starts = [0, *(i for i, word in enumerate(said) if i and PAUSE.fullmatch(word))]
    return [(start, " ".join(said[start:end])) for start, end in zip(starts, [*starts[1:], len(said)], strict=True)]


def _fine_after(told: Told, found: Sequence[Match]) -> bool:
    return any(m.type == "Fine" and m.id == told.match.id and m.start >= told.match.end for m in found)


def _unsaid(told: Told, found: Sequence[Match], said: list[str]) -> bool:
    """Whether it is said, but not so: an idea, an idiom, a thing taken back, a side that is well."""
    kind = told.match.type
    if kind == "Finding" and ECHOED.search(told.run):
        return True
    if kind == "Finding" and told.match.start == 0 and ECHO_NO.search(told.after):
        return True  # "pregnant? ha, well, no"
    if kind == "Finding" and told.match.start == 0 and told.match.end < 4 and _fine_after(told, found):
        return True  # "pregnancy? i'm a man"
    if kind == "Place" and PILL.search(told.after):
        return True  # "the stomach pill"
    if kind == "Place" and WELL.search(told.after):
        return True  # "not my hand, my hands are fine"
    if kind == "Side":
        return bool(WELL.search(told.after)) or taken_back(told)
    if kind == "Fine" and impossible(told):
        return True
    if told.match.id == "heavy_drinking" and told.before.endswith("like "):
        return True  # "he walks like a drunk"
    if kind == "Finding" and told.match.id in STANDING and WELL.search(told.after):
        return True  # "my liver's fine"
    if named(told) or for_another(told) or (kind in ("Finding", "Movement") and beside(told)):
        return True
    untrue = unreal(told, found, said) or supposed(told, found) or passed(told, found) or averted(told) or whose(told)
    return (kind == "Finding" and untrue) or (kind in ("Finding", "Place") and taken_back(told))
