"""What is told of the dead, of who is shown on a screen, of a pet, or expressly not of the caller."""

import re

from tools.others import OWN
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

ME_NO = re.compile(r"\bbut (?:not )?me no(?:ne)?$")  # "my dad had chest pain, but me, no"


def theirs(told: Told) -> bool:
    """Whether it was somebody dead, shown, or expressly not the caller who had it."""
    clause, text = told.clause, told.text
    mine = re.match(r"(?:\w+ )?(?:i|i'm|i've)\b", clause)
    others = (DIED.search(told.before) and not TOO.search(text)) or SHOWN.search(clause) or PET.search(clause)
    not_me = (NOT_ME.search(text.strip()) and not mine) or (ME_NO.search(text.strip()) and not OWN.search(clause))
    return bool(others or NOT_US.search(clause) or not_me)
