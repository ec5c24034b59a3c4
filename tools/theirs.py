"""What is told of the dead, of who is shown on a screen, of a pet, or expressly not of the caller."""

import re

from tools.others import OWN, PEOPLE
from tools.told import Told

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

_WHOSE = rf"(?:my|our|his|her|the) (?:\w+ )?(?:{PEOPLE})"
THE_ONE = re.compile(
    rf"\b{_WHOSE}(?:'s| is| was) the one (?:with|who has|who gets|who had|on) (?:a |an |the )?$"
)  # "my cousin's the one with"
WHO_IS = re.compile(rf"\bit's {_WHOSE} who(?:'s| is| has| had| gets) (?:a |an |the )?$")
THE = re.compile(rf"\b{_WHOSE}(?:'s| is) the $")
IS_THEIRS = re.compile(  # "the seizures are my neighbor's", "sugar's my wife's problem", "the epileptic one is my roommate"
    rf"^(?:one (?:is|was|here is) |(?:is|are|was|were) |)(?:(?:{_WHOSE})|nobody)(?:'s)?(?: (?:problem|trouble|thing"
    rf"|department)\b|"
    r"(?= (?:i|i've|i'm|not|never|thank)\b)| (?:and he's|and she's|not)|$)"
)
ME_NO = re.compile(r"\bbut (?:not )?me no(?:ne)?$")  # "my dad had chest pain, but me, no"


def theirs(told: Told) -> bool:
    """Whether it was somebody dead, shown, or expressly not the caller who had it."""
    clause, text = told.clause, told.text
    mine = re.match(r"(?:\w+ )?(?:i|i'm|i've)\b", clause)
    others = (DIED.search(told.before) and not TOO.search(text)) or SHOWN.search(clause) or PET.search(clause)
    if told.match.type == "Finding" and not told.run.startswith(("my ", "i ")):
        is_one = THE.search(told.before) and told.after.startswith("one")
        if THE_ONE.search(told.before) or WHO_IS.search(told.before) or is_one or IS_THEIRS.search(told.after):
            return True
    not_me = (NOT_ME.search(text.strip()) and not mine) or (ME_NO.search(text.strip()) and not OWN.search(clause))
    return bool(others or NOT_US.search(clause) or not_me)
