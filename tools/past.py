"""What is told of a time long ago. In doubt a thing is here and now: only plain words put it elsewhere."""

import re

from tools.stems import words
from tools.told import Told

_YEARS = (
    r"(?:years|ages|decades|(?:a|one) year|a (?:long|good) (?:time|while)) (?:ago|back)"
    r"|last (?:year|summer|winter|spring|fall|autumn)|(?:year|summer|winter|spring|fall|autumn) before last"
)
YEARS = re.compile(rf"\b(?:{_YEARS})\b")
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|fall|winter)"
MONTHS = re.compile(rf"\b(?:months? (?:ago|back)|last month|weeks (?:ago|back)|(?:in|last) {_MONTH})\b")
_SCHOOL = r"(?:(?:high|grade|middle|grammar|elementary) school|school|college|kindergarten)"
_CHILD = r"(?:kid|child|boy|girl|baby|toddler|teen\w*|young\w*|little (?:kid|boy|girl|one)|small child)"
GRADE = re.compile(
    r"\b(?<!i'm )(?<!'s )(?<!is )(?<!was )in (?:the )?(?:\w+th|first|second|third) grade\b|\bin (?:high school|college"
    r"|the (?:army|navy|service))\b"
)
TENS = r"(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)"
ERA = re.compile(
    rf"\bback in (?:the |my )?(?:\w+ grade|army|navy|service|war|{_SCHOOL}|nineteen|two thousand|{TENS}ies|twenty \w+teen"
    rf"|{TENS}y)\b(?! (?:\w+ )?(?:seconds|minutes|hours|days))|\bin nineteen {TENS}\w+|\bas a {_CHILD}\b"
    rf"|\bwhen (?:i|he|she|we|they) (?:was|were) (?:a {_CHILD}|little$|tiny|young\w*|in {_SCHOOL}|growing up|two|three"
    rf"|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)  # not "in school": a child may have fainted there today
ONCE = re.compile(r"\b(?:once|one time|that time|used to (?:have|get|go|be|feel))\b")
USED = re.compile(r"\b(?:i|we|he|she|it|they|[a-z]+s?) (?<!be )(?<!get )(?<!got )used to (?:have|get|go|be|do|feel|faint|pass)\b")
NO_LONGER = (
    r"(?:nothing|none|not any|no more|but not|but never) (?:of (?:it|that) |like (?:it|that) )?(?:now|this time|today|any ?more"
    r"|lately|these days|recently)"
)
GONE = re.compile(
    r"\b(?:that|it|they|those)(?:'s|'re| is| are| was| were)? (?:all |been |now )*"
    rf"(?:long gone|over and done with|ancient history|long (?:since )?(?:over|healed|mended|better|cleared|gone))\b"
    r"|\bthat(?:'s| is) (?:well|long|all) over(?= (?:and|but|so)\b|$)|\bbut not this time\b"
    r"|\bthat (?:was it|was all|was the (?:only|last) time)$|\bthat's (?:it$|all$|(?:all )?gone|the (?:only|last) time"
    r"|(?:long|all) done"
    r"|well behind \w+)\b"
    rf"|\b(?:went (?:down|away)|cleared up|healed) (?:back )?(?:in|last) {_MONTH}\b"
    r"|\b(?:i'm|he's|she's) (?:all |well |long )?over (?:it|that)\b|\bthat's (?:all |well |long )?behind (?:me|him|her"
    r"|us)(?: now)?\b"
    r"|\bnot (?:today|now)$|\bnot once (?:after|since)\b|\b(?:i|he|she)(?:'ve|'s| have| has)? (?:\w+ly )?(?:got over"
    r"|recovered from) (?:it|that)\b"
    rf"|\b(?:that's|it's|that has) (?:got )?nothing to do with (?:this|it|my|the)\b"
    rf"|\b(?:not|never|hasn't|haven't|none|nothing) (?:\w+ )?since\b"
    rf"|\b{NO_LONGER}\b"
    r"|\bhaven't (?:had|touched|seen|felt) (?:[\w']+ ){1,3}since\b|\bnot any ?more$"
    r"|\b(?:it's|it is|that's|they're) (?:all )?(?:fine|clear|normal|okay|gone) now\b"
)
ENDED = re.compile(
    rf"\b(?:that|it|strokes?|seizures?|faint|fit|attack) (?:was|were|happened|must have been) (?:\w+ ){{0,3}}?(?:{_YEARS})\b"
    r"|\b(?:they|it|that|those|this) (?:all )?(?:quit|stopped|went away|cleared up|passed|healed|never came back)\b"
)
PRESENT = re.compile(
    r"\b(?:now|again|still|today|tonight|lately|just|having|keeps?|since|recently|came back"
    r"|this (?:morning|afternoon|evening|week|time)"
    r"|(?:it's|they're|is|are|he's|she's|i'm) (?:\w+ )?(?:back|worse|doing|getting|going))\b"
)
# "Now it's only the cramp" sets what is now against what was.
# Somebody who is well again, of what was years ago.
WELL_NOW = re.compile(
    r"\b(?:i'm|he's|she's|they're|my \w+(?:'s| is| are)) (?:\w+ )?(?:happy|fine|good|great|okay|healthy|well)"
    r"(?: (?:now|these days|today))\b"
)
AGAINST = re.compile(
    r"\bjust the (?!same|way|other|thing)|\b(?:now )?(?:it's|it is|this is|that's|that was|i've|i have|there's"
    r"|i get)(?: got)? (?:only|just)\b"
    r"(?! (?:like|the same|as|start\w*|beg[au]n|c[ao]me|getting|going|happen\w*|back|worse)\b)"
)
AFTERWARDS = re.compile(
    r"^(?:and )?(?:(?:my \w+|i) (?:blew|swelled|went|got|was|had|turned|couldn't|passed|\w+ed)\b|(?:he|she|they|his|her"
    r"|their)\b)(?!.*(?:\bcan't|\bwon't|\bis\b|\bare\b|'s |\bmy\b|\bago\b))"
)
# What is over and done in its time, whatever is now: a stroke, having quit.
DATED = re.compile(
    r"\b(?:(?:had|did have|suffered|survived) (?:a|an|one|two|his|her|my|that|some kind of) (?:[\w']+ ){0,2}?"
    r"(?:strokes?|seizures?|fits?|heart attacks?|concussions?|t i a|wreck|accident|palsy) "
    r"|(?:quit|gave up|swore off|stopped) (?:(?!and|but|breathing|talking|walking|moving|eating)[\w']+ ){1,3}?)"
    r"(?:[\w']+ ){0,4}?\b(?:(?:years|ages|decades|(?:a|one) year) (?:ago|back)|last (?:year|summer|winter|spring))\b"
    r"(?! (?:and|then|but) (?:again|another|one))"
)
OFTEN = re.compile(r"\b(?:again|another|twice|keeps? having)\b")
# What counts only if it was of late: years ago it is no report.
EVENTS = words("""
    bite_or_sting electric_shock hard_exercise head_neck_injury heat_exposure injury_pop major_injury new_medicine
    poison_exposure recent_wound snake_bite sudden_onset thyroid_or_neck_surgery
""")
AGO = re.compile(
    rf"^(?:[\w']+ ){{0,6}}?(?:(?:{_YEARS})\b|(?:in|during) (?:(?:nineteen )?{TENS}y \w+\b(?! seconds| minutes| hours| days)"
    rf"|(?:high school|college|the (?:army|navy|service|war|{TENS}ies))(?= (?:and|but|nothing|never|it|i)\b|$))|as a {_CHILD})"
)
# What was for a time and is no more: "i was on a water pill a long time ago", "i used to drink but i'm sober".
FORMER = re.compile(
    r"\b(?:used to(?! be able\b)|was on|were on|was taking|(?:i|he|she) was(?: once)?(?= $)|when (?:i|she) was"
    r"|while (?:i|she) was)\b"
    r"(?:(?! (?:but|and now|now)\b) [\w']+){0,7} $"
)
NO_MORE = re.compile(
    rf"\b(?:long(?: time)? (?:ago|since)|(?:years|ages|decades|(?:a|one) year) (?:ago|back)|last year|took (?:me|him"
    rf"|her) off(?! guard)"
    r"|not (?:any ?more|now|since|in (?:\w+ )?years)|no longer|outgrew|outgrown"
    rf"|grew (?:right |all )?out of|sober|(?:quit|gave (?:it|them) up)"
    rf"|as a {_CHILD}|when (?:i|he|she) was (?:a {_CHILD}|little|young\w*)|in (?:my|his|her) (?:teens|{TENS}ies))\b"
)
RECENT = re.compile(
    r"\b(?:yesterday|today|tonight|last (?:week|night)|this (?:week|month|morning)|(?:days?|weeks?|hours?) ago|recently|lately"
    r"|still|again|back on|came back|started back|just (?:stopped|quit|took))\b"
)


AGED = re.compile(rf"\b(?:i'm|he's|she's|they're) (?:(?:\w+teen|eleven|twelve|ten|nine|eight)|{TENS}\w*(?: \w+)?) now\b")
SINCE = re.compile(
    r"\bit's been (?:[\w']+ ){0,2}?(?:years|ages|decades|forever|a long time) since (?:i |he |she |my |the )?(?:\w+ )?$"
)


def former(told: Told) -> bool:
    """Whether a run is of what was for a time only, which the words after it or about it say is no more."""
    if RECENT.search(told.text):
        return False
    if told.match.id in EVENTS and AGO.search(told.after) and not re.search(r"\bsince\b|\bnow\b", told.after):
        return True
    was = told.match.id == "pregnant" and re.search(r"\b(?:i|she) was(?: \w+ months)? $", told.before)
    if not was and not FORMER.search(told.before):
        return False
    since = told.match.id == "pregnant" and re.search(r"\bwhen (?:i|she) was(?: \w+)* $", told.before)
    return bool(since or NO_MORE.search(told.after) or NO_MORE.search(told.clause))


def over(clauses: list[str]) -> list[bool]:
    """Whether each clause is of a time long ago."""
    text = " ".join(clauses)
    out = [_over(text, clause) for clause in clauses]
    for i in range(1, len(clauses)):  # what the same people went through at that time
        out[i] |= out[i - 1] and bool(ERA.search(clauses[i - 1]) and AFTERWARDS.search(clauses[i]))
    return out


def _over(text: str, clause: str) -> bool:
    """Whether a clause is of a time long ago, and nothing in the sentence brings it to the present."""
    well = WELL_NOW.search(text)
    if PRESENT.search(WELL_NOW.sub("", AGAINST.sub("", ENDED.sub("", GONE.sub("", AGED.sub("", text)))))):
        return False
    years, gone, ended = YEARS.search(clause), GONE.search(text), ENDED.search(text) or well
    answered = re.match(r"(?:no|nope|nah) but .*\bdid\b", text)
    told = (years or GRADE.search(clause)) and (ONCE.search(clause) or ended or gone or answered)
    told = told or (USED.search(clause) and (ended or gone))
    return bool(ERA.search(clause) or told or (gone and ONCE.search(clause)) or (gone and MONTHS.search(clause)))


def dated(told: Told) -> bool:
    """Whether a run is part of what happened at once, years ago."""
    start, end = told.span
    if SINCE.search(told.before + f"{told.run.split()[0]} "):
        return True
    return not OFTEN.search(told.text) and any(start < m.end() and m.start() < end <= m.end() for m in DATED.finditer(told.text))
