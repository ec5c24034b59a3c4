"""Which of the things in a sentence are told of another time, of other people, or only feared: "uncle ray had a stroke back in
ninety two". They are neither reported nor denied. In doubt a thing is here and now: only plain words put it elsewhere."""

import re
from collections.abc import Sequence
from typing import Any

from tools.match import Match

PAUSE = re.compile(r"\b(?:and|but|so|because|cause|cos|though|although|then|while)\b")
_YEARS = (
    r"(?:years|ages|decades|(?:a|one) year|a (?:long|good) (?:time|while)) (?:ago|back)"
    r"|last (?:year|summer|winter|spring|fall|autumn)"
)
YEARS = re.compile(rf"\b(?:{_YEARS})\b")
MONTHS = re.compile(r"\b(?:months? (?:ago|back)|last month|weeks (?:ago|back))\b")
_SCHOOL = r"(?:(?:high|grade|middle|grammar|elementary) school|school|college|kindergarten)"
_CHILD = r"(?:kid|child|boy|girl|baby|toddler|teen\w*|young\w*|little (?:kid|boy|girl|one)|small child)"
_TENS = r"(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)"
ERA = re.compile(
    rf"\bback in (?:the |my )?(?:army|navy|service|war|{_SCHOOL}|nineteen|two thousand|{_TENS}ies|twenty \w+teen"
    rf"|{_TENS}y)\b(?! (?:\w+ )?(?:seconds|minutes|hours|days))|\bin nineteen {_TENS}\w+|\bas a {_CHILD}\b"
    rf"|\bwhen (?:i|he|she|we|they) (?:was|were) (?:a {_CHILD}|little$|young\w*|in {_SCHOOL}|growing up)"
)  # not "in school": a child may have fainted there today
ONCE = re.compile(r"\b(?:once|one time|that time|used to (?:have|get))\b")
GONE = re.compile(
    r"\b(?:that|it|they|those)(?:'s|'re| is| are| was| were)? (?:all |been |now )*"
    r"(?:long gone|over and done with|ancient history)\b|\b(?:not|never|hasn't|haven't|none) (?:\w+ )?since\b"
)
ENDED = re.compile(
    rf"\b(?:that|it) (?:was|happened|must have been) (?:\w+ ){{0,3}}?(?:{_YEARS})\b"
    r"|\b(?:they|it) (?:quit|stopped|went away|cleared up|never came back)\b"
)
PRESENT = re.compile(
    r"\b(?:now|again|still|today|tonight|lately|just|having|keeps?|since|recently|came back"
    r"|this (?:morning|afternoon|evening|week|time)"
    r"|(?:it's|they're|is|are|he's|she's|i'm) (?:\w+ )?(?:back|worse|doing|getting|going))\b"
)
AFTERWARDS = re.compile(r"^(?:and )?(?:he|she|they|his|her|their)\b(?!.*(?:\bcan't|\bwon't|\bis\b|\bare\b|'s |\bmy\b|\bago\b))")
DIED = re.compile(
    r"\b(?:(?:died|passed|passed away) (?:of|from)|(?:lost|took) (?:\w+ ){1,3}to) (?:(?:a|an|the|his|her) )?(?:\w+ )?$"
)
SHOWN = re.compile(
    r"\b(?:an?|some|this|that) (?:man|woman|guy|lady|fella|fellow|kid|character|actor|doctor|person)\b.* (?:on|in) "
    r"(?:my|the|a|that|this) (?:show|shows|program|soap|tv|television|news|movie|film|series)\b"
)
PET = re.compile(
    r"^\W*(?:my|our|the|his|her) (?:dog|cat|puppy|kitten|horse|bird|hamster)(?:'s)? (?!.*\b(?:me|him|us|my|bit|bitten)\b)"
)
TOO = re.compile(r"\b(?:having|got|getting|have|has|had) (?:one|it|that|the same)\b")  # "he died of a stroke and i'm having one"
NOT_US = re.compile(r"\bnot us$")
NOT_ME = re.compile(
    r"\bbut i(?:'ve| have)? (?:(?:never|not|haven't) (?:had|got)|don't have|never have) (?:one|any|it|that|them)$"
)
FEARED = re.compile(
    r"\b(?:what if|keep thinking|convinced|dread|dreading|scared|afraid|worried|terrified|so \w+ i could)(?: [\w']+){0,4} $"
    r"|\bso \w+ i could $"
)
UNREAL = re.compile(
    r"(?<!says )(?<!said )(?<!thinks )\bi'm (?:probably )?(?:only|just) (?:worrying|worried|nervous|a worrier)\b"
    r"|(?<!not )\bjust (?:kidding|joking)\b"
    r"|\b(?:hasn't|has not|haven't|nothing's|nothing has) happened (?:yet|so far)\b"
)


def here(said: list[str], found: Sequence[Match], lasting: frozenset[str]) -> list[Match]:
    """The runs that aren't told of another time or of other people, nor only feared. What the model itself says of years ago
    (`lasting`: a cancer, a clot) is always here and now."""
    text = " ".join(said)
    clauses = _clauses(said)
    over = [_over(text, clause) for _, clause in clauses]
    for i in range(1, len(clauses)):  # what the same people went through at that time
        over[i] |= over[i - 1] and bool(ERA.search(clauses[i - 1][1]) and AFTERWARDS.search(clauses[i][1]))
    out = []
    for match in found:
        at = max(i for i, (start, _) in enumerate(clauses) if start <= match.start)
        passing = match.type in ("Finding", "Fine") and match.id not in lasting
        timed = match.type in ("AMAZON.DURATION", "RoughDuration", "AgeGroup")
        past = over[at] and (timed or (passing and match.type == "Finding"))
        if not past and not (passing and _others(said, match, clauses[at][1], text)):
            out.append(match)
    return out


def past_in(types: list[dict[str, Any]]) -> frozenset[str]:
    """The findings that the model says of years ago."""
    values = [value for type in types if type["name"] == "Finding" for value in type["values"]]
    return frozenset(v["id"] for v in values if YEARS.search("|".join((v["name"]["value"], *v["name"]["synonyms"]))))


def _clauses(said: list[str]) -> list[tuple[int, str]]:
    """The clauses of a sentence, each with the place of its first word."""
    starts = [0, *(i for i, word in enumerate(said) if i and PAUSE.fullmatch(word))]
    return [(start, " ".join(said[start:end])) for start, end in zip(starts, [*starts[1:], len(said)], strict=True)]


def _over(text: str, clause: str) -> bool:
    """Whether a clause is of a time long ago, and nothing in the sentence brings it to the present."""
    if PRESENT.search(ENDED.sub("", GONE.sub("", text))):
        return False
    years, gone = YEARS.search(clause), GONE.search(text)
    answered = re.match(r"(?:no|nope|nah) but .*\bdid\b", text)
    told = years and (ONCE.search(clause) or ENDED.search(text) or gone or answered)
    return bool(ERA.search(clause) or told or (gone and ONCE.search(clause)) or (gone and MONTHS.search(clause)))


def _others(said: list[str], match: Match, clause: str, text: str) -> bool:
    """Whether it was somebody dead, shown, or expressly not the caller who had it, or the caller only fears it."""
    before = " ".join(said[: match.start]) + " "
    mine = re.match(r"(?:\w+ )?(?:i|i'm|i've)\b", clause)
    others = (DIED.search(before) and not TOO.search(text)) or SHOWN.search(clause) or PET.search(clause) or NOT_US.search(clause)
    return bool(others or (NOT_ME.search(text) and not mine) or (FEARED.search(before) and UNREAL.search(text)))
