"""What is told of the dead, of who is shown on a screen, of a pet, or expressly not of the caller."""

import re

from tools.others import CLOSE, NOW, OWN, PAST, PEOPLE, STANDING, SUBJECT
from tools.told import Told

LATE = re.compile(r"\bmy late (?:\w+ )?(?:" + PEOPLE + r")\b")
MINE_WELL = re.compile(
    r"\bmine (?:hasn't|doesn't|isn't|didn't|won't)\b|\b(?:mine|my own \w+)(?:'s| is| are| feels?"
    r"| looks?)(?: been looked at| just| all| \w+ly)? "
    r"(?:straight|fine|even|normal|okay|good|alike|and)\b"
)
WHO_GOT = re.compile(r"\b(?:that was|it's|it was) (?:the|my|our) (?:\w+ )?(?:" + PEOPLE + r") (?:who|that) $")
USED_TO = re.compile(r"\bused to (?:get|have|see|take)(?: \w+)? $")
I_NEVER = re.compile(r"\bi (?:never (?:did|have|do)|don't|haven't)$")
CALLING = re.compile(
    r"\bbut i'm (?:calling|asking) about (?:my|me|myself)\b|\bi'm not (?:calling|asking) about (?:her|him|them|that)\b"
)
ABOUT_ME = re.compile(r"\b(?:this|it)(?:'s| is) about me\b")
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
    r"|\bbut that was (?:only |just )?(?:him|her|them)(?: not me)?$"
)

_WHOSE = rf"(?:my|our|his|her|the) (?:\w+ )?(?:{PEOPLE})(?:[- ]in[- ]law)?"
THE_ONE = re.compile(  # "my cousin's the one with", "it's her mother who's", "my sister's the"
    rf"\b(?:{_WHOSE}(?:'s| is| was) the one (?:with|who has|who gets|who had|on)"
    rf"|it's {_WHOSE} who(?:'s| is| has| had| gets)|{_WHOSE}(?:'s| is) the) (?:a |an |the )?$"
)
IS_THEIRS = re.compile(  # "the seizures are my neighbor's i only", "sugar's my wife's problem", "cancer was my uncle never me"
    rf"^(?:(?:in|on|by|at) (?:the|my) \w+ )?(?:(?:is|are|was|were) )?(?P<who>{_WHOSE})(?:'s)?(?P<so> (?:problem|trouble"
    rf"|department)\b)?"
)
CONTRAST = re.compile(
    r"\b(?:not|never) (?:me|mine)\b|\bi(?:'ve)? (?:only|just|never|don't (?:take|have|use))\b|\bmy own \w+ is (?:normal"
    r"|fine)\b|\bha ha\b"
)
ME_NO = re.compile(r"\bbut (?:not )?me no(?:ne)?$")  # "my dad had chest pain, but me, no"


def theirs(told: Told) -> bool:
    """Whether it was somebody dead, shown, or expressly not the caller who had it."""
    clause, text = told.clause, told.text
    mine = re.match(r"(?:\w+ )?(?:i|i'm|i've)\b", clause)
    others = (
        (DIED.search(told.before) and not TOO.search(text)) or SHOWN.search(clause) or (PET.search(clause) and told.run in clause)
    )
    if told.match.type == "Finding" and (told.match.id in STANDING or "epilep" in told.run) and THE_ONE.search(told.before):
        return True
    whose = (
        IS_THEIRS.search(told.after)
        if told.run.endswith("'s") or re.match(r"(?:(?:in|on|by|at) \w+ \w+ )?(?:is|are|was|were)\b", told.after)
        else None
    )
    if whose and (whose["so"] or (CONTRAST.search(told.after) and (told.match.id in STANDING or not CLOSE.search(whose["who"])))):
        return True
    other = SUBJECT.search(told.before + told.run)
    if other and other["other"]:
        if (MINE_WELL.search(told.after) and PAST.search(told.text)) or CALLING.search(told.after):
            return True
        distant = told.match.id in STANDING or "epilep" in told.run or not CLOSE.search(other["other"])
        if (USED_TO.search(told.before) and not NOW.search(told.after)) or (distant and I_NEVER.search(told.after)):
            return True
    if (
        LATE.search(told.before)
        or ((got := WHO_GOT.search(told.before)) and not CLOSE.search(got[0]))
        or (ABOUT_ME.search(text) and re.match(r"(?:he|she)\b", told.run))
    ):
        return True
    not_me = (NOT_ME.search(text.strip()) and not mine) or (ME_NO.search(text.strip()) and not OWN.search(clause))
    return bool(others or NOT_US.search(clause) or not_me)
