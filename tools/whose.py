"""Whose it is, told next to it: "the chest pains were my late husband's", "have you any trouble breathing? he says no"."""

import re

from tools.others import NOW, PATIENT, PEOPLE
from tools.told import Told

_WHO = (
    rf"(?:(?:my|our|his|her|the) )?(?:(?:late|great|old|ex|step|best|first|twin|younger|older) )*(?:{PEOPLE})(?:[- ]in[- ]law)?"
)
# "The chest pains were my late husband's", "splitting headaches are what my wife gets", "epilepsy's on my husband's side".
THEIRS = re.compile(
    rf"^(?:(?!and\b|but\b|so\b|it\b|he\b|she\b)\w+ ){{0,3}}?(?:(?:that|those|these) )?(?:was|were) (?:all |only "
    rf"|always )?{_WHO}'s\b"
    r"(?! (?:first|second|third|usual))"
    r"|^(?:was|were) my \w+ (?:years|decades|ages) ago$"
    rf"|^(?:that )?(?:was|is|are|were) (?:after|from|during|before) {_WHO}'s (?:stroke|surgery|accident|operation|seizure)\b"
    rf"|^(?:is|are|was|were|that's|that was) (?:what|something) {_WHO} (?:gets|takes|took|had|used|suffered|struggled|dealt)\b"
    rf"|^(?:that's|that was|is|was|are|were)(?: more| all)? {_WHO}(?:'s)? (?:department|story|thing|problem|trouble)\b"
    rf"|^(?:that was|was|were) {_WHO}(?:'s)? not (?:me|mine|us|ours)\b"
    rf"|^(?:(?:is|are|runs?|was|were) )?(?:on|in) {_WHO}(?:'s)? (?:side|family)\b.*\bnot (?:me|mine|us|ours)\b"
)
# "My aunt sees things, i never have", "everybody has the runs except me".
NOT_I = re.compile(
    r"\b(?:mine|my own) (?:hasn't|doesn't|isn't|didn't|never has|never did)\b|\bi never (?:have|did|do)$|\bi (?:don't|haven't"
    r"|didn't)$|\b(?:except|all but) me$"
)
ANOTHER = re.compile(
    rf"\b(?:(?:my|our|his|her|the|some|a) (?:\w+ ){{0,2}}?(?!half)(?:{PEOPLE})|(?!half)(?:{PEOPLE})|everybody|everyone"
    r"|they all)\b"
)
THE_ONE = re.compile(rf"\b{_WHO} (?:was|is) (?:always )?the $")  # "grandpa was the mixed up one"
WELL_ME = re.compile(
    r"\b(?:i'm (?:okay|fine|good|all right|healthy|not)|my \w+(?:'s| is) (?:clear|fine|good|normal)|mine(?:'s"
    r"| is) (?:clear|fine"
    r"|good|normal|regular|just fine)|i (?:talk|speak|walk|see|breathe) (?:plain|fine|okay|good|normal|straight))$"
)
THAT_WAS = re.compile(
    rf"\bthat was (?:all |only )?{_WHO}'s\b(?! (?:first|second|third))|\bit was (?:my|our|the) (?:great |old )*(?:uncle"
    r"|aunt|cousin|nephew|niece) who\b"
)
# "Grandma's stroke took her left side, i'm okay".
EVENT = re.compile(rf"\b{_WHO}'s (?:stroke|seizures?|fits?|heart attack|accident|surgery|fall)\b")
# "Have you any trouble breathing? He says no."
SAYS_NO = re.compile(r"\b(?:he|she|they|dad|mom) says? (?:of course |oh |well )*(?:no|nope|nah|none|never|not|neither)\b")
ASKS = re.compile(r"\b(?:are you|have you|do you|did you|did your|does your|is your|is there|you having|you got|any)\b")


def whose(told: Told) -> bool:
    """Whether what was named is somebody else's, by the words around it."""
    before, after, text = told.before, told.after, told.text.strip()
    if THEIRS.search(after) and not PATIENT.search(after) and not NOW.search(after):
        return True
    if THAT_WAS.search(text) and not PATIENT.search(after) and not NOW.search(text):
        return True
    if ANOTHER.search(before + told.run) and NOT_I.search(text) and not NOW.search(text):
        return True
    if SAYS_NO.search(after) and ASKS.search(before + told.run):
        return True
    if THE_ONE.search(before) and after.startswith("one"):
        return True
    return bool(EVENT.search(before + told.run) and WELL_ME.search(text) and not NOW.search(after))
