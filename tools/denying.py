"""Longer ways to deny: "he couldn't have hit his head", "chest pain, no, it's only my leg"."""

import re

from tools.stems import words

# "He couldn't have hit his head" rules it out; "i couldn't have moved my arm" tells of it.
RULED_OUT = re.compile(
    r"^(?:can't|cannot|couldn't|wouldn't) (?:possibly )?have (?!(?:moved|walked|lifted|talked|breathed|reached|opened|closed"
    r"|turned|raised|managed|climbed|worked|helped|stopped|asked|needed|picked|called|wished|happened"
    r"|(?:been|had) (?:an? )?(?:worse|better|more))\b)"
    r"(?:\w+ed|been|had|got|gotten|eaten|drunk|taken|hit|broken|fallen|bitten|caught|lost)\b"
)
NEVER = re.compile(r"\b(?:can't|cannot|couldn't|don't) (?:even )?(?:remember|recall) the last$")  # ".. time i passed out"
FOUND = re.compile(r"\b(?:can't|cannot|couldn't|hardly) (?:find|detect|spot|notice|see)$")  # ".. any rash"
_BETWEEN = (  # "the chest pain they warn you about, i don't have it"
    r"(?:(?:at|in|on|down|of) \w+ )?(?:(?:that )?(?:people|they|you|folks|everyone|everybody) (?:[\w']+ ){1,5}?)?(?:\w+ )?"
)
AFTER = re.compile(
    _BETWEEN + r"(?:(?:no|nope|not) )?(?:i|he|she|we) (?:don't|do not|doesn't|didn't|haven't|never) (?:have|had|get|got|feel) "
    r"(?:that|it|any(?=$| (?:of|more|now|at|today)\b)|those|them|one)\b"
    r"|" + _BETWEEN + r"(?:no|nope|none|negative|never happened)$"
    r"|(?:no |nope )?none(?:\b(?! (?:of|the|too)\b)| of (?:it|that|those)(?: stuff)?$)"
    r"|(?:(?:looks?|feels?|is) like )?(?:and|but|so) (?:this|it|that) (?:isn't|ain't|is not|wasn't) (?:that|it|one)$"
    r"|(?:zero|zilch|nada)(?: (?:at all|whatsoever|today|now|and .*))?$"
    r"|in neither\b"
    r"|(?:no|nope|nah) (?:not|never) (?:a bit|at all|any|one bit|a one|that i .*|ever)?$"
    r"|no (?:[\w']+ ){1,3}?no(?:$| (?:i've been|none|nothing|not|thank)\b)"
    r"|(?:um|uh|er|well|hmm) (?:no|nope|nah)\b(?! (?:wait|actually|joke|kidding|lie|i (?:can't|couldn't)))"
    r"|(?:no|nope|nah) (?:and|but|sir|ma'am|for (?:me|him|her|us))(?: |$)"
    r"|but (?:i|he|she|it) (?:didn't|wasn't)(?:$| (?:i|he|she|it|just)\b)|(?:but )?it hasn't$"
    r"|but it(?: isn't|'s not)$"
    r"|(?:test )?(?:came back|reads|was) (?:negative|normal|clean)\b"
    r"|has never (?:crossed|entered) my mind\b"
    r"|no (?:no|nothing|only|just|(?:it's|that's) (?:only|just|my|the))\b"
    r"|(?:cause|because|cos) (?:i'm|i am|he's|she's|it's) not$|(?:isn't|ain't|is not|wasn't|hasn't been) "
    r"(?:one of|what|up$|high|raised|there|present|an issue|a problem|a thing|part of|in the picture|my (?:problem"
    r"|trouble|issue)"
    r"|(?:something|anything) (?:i|he|she))\b"
)  # "the choking feeling, no, i don't have that"; "chest pain, no, it's only my leg"
# "Drowsy, no, she popped right up": only of what the sentence begins with, and no "no, she can't ..".
REPEATED = re.compile(
    r"(?:no|nope|nah) (?:i|he|she|they|we)(?:'s|'m|'ve|'re)? (?!can't|cannot|won't|isn't|doesn't|don't|couldn't|didn't"
    r"|turn|get|really|serious|mean|still|dy|bare|hard|not|go|stop)[\w']+|(?:no|nope|nah) (?:what|what's)\b"
    r"|(?:i mean|what|well|uh|um|huh|oh)(?: [\w']+){0,8}? no (?:i|he|she|it|that|not|none|nothing)\b(?! mean|'m serious)"
    r"|(?:me )?never (?:the|i|they|we|not)\b|no (?:jesus|christ|god|gosh|lord|man|dude|honey|do|does|did|are|is|when"
    r"|where|nothing's|none|can i|can you|could you|will"
    r"|but why)\b(?! (?:it hurt|it so|help|my \w+ (?:hurt|drooping)))|(?:nah|nope)\b(?! (?:can't|won't|still|i can't"
    r"|he can't|she can't|it's|really|please|help))|who me\b|(?:over [\w' ]+ )?come on (?:no|never)$"
    r"|(?:(?:oh|gosh|god|lord|hell|heck|heavens|goodness|gracious|mercy|ew|ha|haha) )+(?:no|never)"
    r" (?:just|only|my|i'm|i had|i've|i don't|it's|that's|not|nothing|thank|he's just|she's just)\b(?! (?:can't|won't"
    r"|getting|worse))"
)
ECHO = re.compile(
    r"(?:ha|haha|hm|oh) no\b|(?:[\w']+ ){1,12}?no(?: nothing| thank god| never| ma'am| sir)?$"
)  # "pregnant? i told you, no"
LACKED = frozenset(("air", "breath", "feeling", "movement", "pee", "power", "pulse", "response", "strength", "urine"))
# What is said with one of these, and wasn't understood to the letter, tells of no emergency.
DOUBTED = words(
    "aren't better didn't doesn't don't fine gone good hasn't haven't if isn't might maybe nah neither never no nobody none "
    "nope nor normal not nothing ok okay plain stopped used wasn't without ago ain't"
)
CLAUSE = words("barely can't cannot couldn't hardly he her his i it my our she they we won't")  # what tells of itself


def refused(said: list[str], start: int, end: int) -> bool:
    """Whether what follows a run denies it: "drowsy, no, she popped right up"; but "i can't breathe oh no" cries out."""
    after, own = " ".join(said[end:]), said[start] in CLAUSE
    if own and after.startswith("oh no"):
        return False
    if start == 0 and end == 1 and ECHO.match(after):
        return True
    return bool(AFTER.match(after) or (start == 0 and end < (3 if own else 5) and REPEATED.match(after)))
