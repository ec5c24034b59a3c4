"""What somebody else had, and expressly not who it is all about: "my wife is the one with diabetes, not me"."""

import re
from collections.abc import Sequence

from tools.denial import KIN
from tools.match import Match
from tools.past import TENS, YEARS
from tools.stems import words
from tools.told import Told

_CLOSE = "|".join(sorted(KIN)) + (
    r"|aunt|niece|nephew|cousin|grand\w+|partner|spouse|boyfriend|girlfriend|roommate|flatmate|mum|nan|gran|half|kid|boy|girl"
)
PEOPLE = rf"{_CLOSE}|friend|student|ex|buddy|neighbou?r|boss|coworker|colleague|workmate|mate|bloke|chap|teammate|guy|man|woman"
PEOPLE += "|lineman|electrician|lady|fella|fellow|person|folks|parents"
# Whom the caller only knows: "the woman i sit with at work".
_KNOWN = (
    r"(?: (?:that |who |whom )?i (?:know|knew|sit|sat|work|worked|live|lived|met|ride|go|went|play|played|talked"
    r"|used to \w+|was)"
    r"(?: (?:with|to|at|next|by|beside|in|on|together))*| next door| (?:down|across|up) the (?:street|road|hall)| at church)?"
)
CLOSE = re.compile(
    rf"^(?!(?:a|some|this|that) )(?!.* (?:team|class|school|work|next door|(?:down|across|up) the (?:street|road|hall))\b)"
    rf".*\b(?:{_CLOSE})\b(?!'s)"
)  # what befalls them in the same house may befall the caller
# Who a clause is of: another, by the last of these words, or the caller.
SUBJECT = re.compile(
    rf"\b(?P<other>(?:my|our|his|her|the|some|a|this|that) (?:[a-z]+ ){{0,2}}?(?:{PEOPLE})(?: in law)?"
    rf"(?:'s(?: (?:{PEOPLE}))?)?{_KNOWN}"
    r"|(?:mom|mum|nan|gran|dad|mama|daddy|grandma|grandpa|granny)(?:'s)?)\b(?! of)|\b(?:i|i'm|i've|i'd|i'll|mine"
    r"|my(?! (?:building|street|block|office|church|town|neighborhood|apartment|team|class|job|work|school|floor)\b))\b"
)
# What people have or take for years, so that it may be told of the family.
STANDING = words("""
    antidepressant cancer_history clot_risk diabetes diuretic heart_problem heavy_drinking kidney_disease lithium
    liver_thyroid_disease new_medicine pregnant statin
""")
PAST = re.compile(
    r"\b(?:had|took|got|was|were|suffered|killed|hung|shot|passed|fainted|went|did|got|hit|fell|struck|bit|lost|broke"
    r"|drank|ate|swallowed|tore|collapsed|drooped|choked|used to)\b"
)
HAD = re.compile(r"\b(?:had|took|got|lost|suffered|killed|hung|shot)\b")  # not "passed out": who did so may be the patient
NOW = re.compile(r"\b(?:now|just|today|tonight|having|is \w+ing|can't|won't|isn't)\b")
PATIENT = re.compile(
    r"(?<!for )(?<!of )(?<!with )\b(?:he|she|he's|she's|his|her|him|they|them|they're)\b"
)  # who is told of further is no mere example
NOT_ME = re.compile(
    r"\b(?:that's|it's|that is) (?:his|her|their) \w+ not (?:mine|ours|my \w+)\b"
    r"|\bi'm (?:way|well|long|far) past (?:all )?(?:that|it)\b|\bi (?:don't|do not|wouldn't) want to (?:go|end up|finish|get)"
    r" (?:the same(?: way)?|like (?:that|him|her|them))\b|^in (?:this|the|our) (?:house|family|household)\b"
    r"|\bnot (?:me|us|mine)\b|\bi(?:'ve| have)? (?:never|not|haven't|don't|didn't|do not) "
    r"(?!know|understand|want|believe|like|trust|think|get)\w+ (?:one|any|it|that|them|those|the stuff|a thing"
    r"|anything|none|either)\b"
    r"|\bi(?:'d| would) never(?:$| do (?:that|it)\b)|\bi wouldn't(?:$| do (?:that|it)\b)"
    r"|\bi(?:'m| am) not (?:on|taking|pregnant|diabetic)\b|\bi (?:don't|didn't|haven't)$"
    r"|\bi (?:take|have|got|use) (?:nothing|none)\b|\bi'm not$|\bi'm (?:healthy|fine|okay)$|\bi(?:'ve)? never(?: have"
    r"| did| do)?$"
)
NEVER_ME = re.compile(
    r"\bnot (?:me|us|mine)\b|\bi(?:'ve| have)? (?:never|not|haven't|don't|didn't) (?:had|have|got|get) (?:one|any|it"
    r"|that|them)(?: myself| at all| either)?$"
    r"|\bi(?:'d| would) never(?:$| do (?:that|it)\b)|\bi wouldn't(?:$| do (?:that|it)\b)"
)  # of what is no lasting illness, only these
DATE = re.compile(
    rf"\b(?:19|20)\d\d\b|"
    rf"\bat (?:age )?{TENS}\w+(?! miles)|\bin (?:his|her|their) {TENS}ies|\bwhen (?:he|she) was {TENS}\w+|{YEARS.pattern}"
)
# What sets the caller's own against it: "but mine's just an eyelid", "i only got a foot cramp".
OWN_ALONE = re.compile(
    r"\b(?:i'm the one (?:with|who|that|having)"
    r"|(?:mine|ours)(?:'s| is| are| only| just)|but (?:mine|ours)|with me|for me|me i|all (?:that )?(?:i've got"
    r"|i have|i got|i've had)|my own|(?:but|though|while) "
    r"i(?:'ve| have)? (?:only|just) (?:got|get|have|had|feel))\b"
)
I_AM_WELL = re.compile(
    rf"^(?:[\w']+ ){{0,8}}?but (?:i|i'm|i've|my own|mine|mine's|mine is|mine are|my (?!(?:{PEOPLE})\b)\w+)(?! (?:not"
    rf"|don't|can't)) (?:[\w']+ ){{0,3}}?"
    r"(?:fine|good|okay|ok|clear|steady|all right|alright|healthy|well|normal|strong)\b"
)
BACK_THEN = re.compile(r"\bwhen (?:[\w']+ ){1,4}?(?:had|got|lost|was)\b")
SOME_TIME = re.compile(r"^(?:(?!and|but|so)[\w']+ ){0,4}?(?<!at )(?<!all )once(?= (?:so|and i|i|but i|honest|too|in|at|on)\b|$)")
NOT_US = re.compile(
    r"\bi'm nothing like (?:that|him|her|them)\b|\b(?:it|that) (?:wasn't|isn't|ain't|was not|was never|wasn't even) "
    r"(?:me|us|mine|him|her|(?:anybody|anyone)(?: (?:of us|in my family|here|i know))?)\b"
)
MINE = re.compile(
    r"\b(?:i|me|mine|mine's|mine is|this is|for me it's|with me it's) (?:i )?(?:only|just) (?:(?:got|get|have|had|feel|felt) )?"
    r"(?:(?:a|an|the|this|my|some|these) )?(?:[\w']+ ){0,2}$|\ball i(?:'ve)? (?:have|got|get|had) (?:is|was) (?:[\w']+ ){0,3}$"
)
OWN = re.compile(r"\b(?:i|i'm|i've|mine|this is)\b|\bmy (?!(?:[a-z]+ )?(?:" + PEOPLE + r")\b)")
# Who only does something to the caller, or has it done: "the kids are giving me a headache", "when i lift my grandson".
DOING = re.compile(
    r"^(?:'s |is |are |was |were |keeps? |been |have |has |had )*(?:giv\w+|gave|driv\w+|drove|mak\w+|made|stress\w*|scar\w+"
    r"|wear\w+|kick\w+|hit|bump\w+|startl\w+|worr\w+) me\b"
)
DONE = re.compile(
    r"\b(?:when(?:ever)? i|every time i|from|after|while) (?:see|hold|lift|carry|pick up|play with|chase|seeing|holding|lifting"
    r"|carrying|picking up|playing with|chasing) $|\b\w+ing (?:(?!problem|trouble)\w+ )?with (?:my |the |our )?$"
)


def another(told: Told, found: Sequence[Match]) -> bool:
    """Whether it was somebody else who had it, and the sentence is of the caller."""
    who = _who(told)
    if not who:
        return False
    end = told.span[1]
    theirs = told.text[who.start() : end]
    past = bool(PAST.search(theirs))
    later = [m for m in found if m.start >= told.match.end and m.type in ("Finding", "Movement", "Place")]
    size = len(told.text[:end].split())
    if set_against(told, who, later) or (past and not CLOSE.search(who["other"]) and NOT_US.search(told.after)):
        return True
    if past and not CLOSE.search(who["other"]) and SOME_TIME.search(told.after) and not PATIENT.search(told.after):
        return True
    for m in later:
        if past and not CLOSE.search(who["other"]) and MINE.search(" ".join(told.after.split()[: m.start - size]) + " "):
            return True
    standing = told.match.id in STANDING
    after = BACK_THEN.sub("", told.after) if standing else told.after
    if PATIENT.search(NOT_ME.sub("", DATE.sub("", after))) or NOW.search(theirs):
        return False
    disowned = NOT_ME.search(told.after) if standing else NEVER_ME.search(told.after) and HAD.search(theirs)
    return bool(disowned or (past and DATE.search(theirs + " " + _clause(told.after)) and OWN.search(told.after)))


def set_against(told: Told, who: re.Match[str], later: Sequence[Match]) -> bool:
    """Whether the caller's own is set against another's: "his chest hurt but all i've got is a twitch"."""
    theirs = told.text[who.start() : told.span[1]]
    distant = told.match.id in STANDING or not CLOSE.search(who["other"]) or BACK_THEN.search(told.text)
    had = HAD.search(theirs) or BACK_THEN.search(told.after) or told.match.id in STANDING
    if distant and had and I_AM_WELL.search(told.after) and not NOW.search(theirs):
        return True
    own = OWN_ALONE.search(told.after)
    if not own or not later or NOW.search(told.text[who.start() : told.span[1] + 1 + own.start()]):
        return False
    size = told.match.end + len(told.after[: own.end()].split())
    return any(size - 3 <= m.start <= size + 5 for m in later)


def _clause(after: str) -> str:
    return re.split(r"\b(?:and|but|so|because) ", after)[0]


def _who(told: Told) -> re.Match[str] | None:
    """The other person that a run is of, if it is of one."""
    subjects = list(SUBJECT.finditer(told.before + told.run))
    return subjects[-1] if subjects and subjects[-1]["other"] else None


def bystanders(told: Sequence[Told], dropped: Sequence[Told]) -> list[Match]:
    """The people who had what was dropped, and those who only do something to the caller."""
    named = [t for t in told if " " in t.run and not PATIENT.search(t.text)]
    out = [t.match for t in named if DOING.search(t.after) or DONE.search(t.before)]
    for drop in dropped:
        who = _who(drop)
        out += [t.match for t in told if who and who.start() <= t.span[0] < who.end()]
        out += [t.match for t in told if t.run in ("not me", "not us") and t.match.start >= drop.match.end]
    return out
