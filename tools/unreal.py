"""What is only feared, only thought or asked, or taken back: "i thought it was a stroke but my speech is fine"."""

import re
from collections.abc import Sequence

from tools import denial
from tools.match import Match
from tools.told import Told

# No reason stands between: who was "scared when he fell" saw him fall.
_IDEA = r"(?: (?!(?:because|cause|cos|when|after|since|so|and|but|by|at|how)\b)[\w']+)"
FEARED = re.compile(
    r"\b(?:keep (?:thinking|expecting)|(?:i|we) worry about|always (?:worry|think|expect)|convinced|dread|dreading|scared"
    r"|afraid|worried"
    rf"|terrified|(?:freaked|freaking) out about|paranoid about|so \w+ i could){_IDEA}{{0,8}} $|\bso \w+ i could $"
)
UNREAL = re.compile(
    r"\beven though (?:my|his|her|i|he|she|it)\b|(?<!says )(?<!said )(?<!thinks )\bi'm (?:probably )?(?:only"
    r"|just) (?:worrying|worried|nervous|a worrier)\b"
    r"|(?<!not )\bjust (?:kidding|joking)\b"
    r"|\b(?:hasn't|has not|haven't|nothing's|nothing has) happened (?:yet|so far)\b"
)
NEVER_YET = re.compile(
    r"\bbut (?:it|that)(?:'s| has) never (?:happened|been)\b|\bbut (?:so far |of course |then )?(?:it|he|she|they|i"
    r"|that) (?:never (?:does|do|has|have|did|happens|happened|comes|came"
    r"|will)|(?:hasn't|haven't|doesn't|don't|didn't)(?: yet| so far)?$)"
)
AS_NOW = re.compile(r"\b(?:having|he's|she's|i'm|it's|is|are)\b")
THOUGHT = re.compile(
    rf"\b(?:was|were|got|been) (?:so |really |all )?(?:worried|afraid|scared|thinking|panicked){_IDEA}{{0,6}} $"
    rf"|\b(?:thought|figured|feared|assumed){_IDEA}{{0,5}} $"
)
NOW = re.compile(r"\b(?:now|again|back)\b")  # "i thought it was a stroke but he's talking again"
PROVED = re.compile(
    r"\bbut (?:then )?(?:it|that) (?:was|turned out to be) (?:only|just|nothing|gas|heartburn)\b"
    r"(?! (?:for|a (?:minute|second|moment|few|couple)|one|like|his|her|on|in)\b)|\bbut (?:it's|that's) (?:only|just) an?\b"
    r"|\bbut the (?:doctor|hospital|e r|nurse|tests?)s? (?:\w+ )?ruled (?:it|that) out\b|\bbut (?:it|that) was an? (?!bad"
    r"|big|real|huge|sudden|minute|second|moment|couple|few|stroke|seizure)\w+"
    r"|\bbut (?:it|that) wasn't(?: that| it)?$|\bturned out to be (?:only|just|nothing|a |gas|heartburn)"
    r"|\bbut the (?:cap|lid|bottle|seal|box|jar|pack)(?:'s| was| is) (?:\w+ )?(?:on|closed|full|shut|sealed|unopened)\b"
)
ASKED = re.compile(
    r"\b(?:says?|said|asks?|asked|asking|wonder\w*|wants? to know|wanted to know) (?:(?:me|us|him|her) )?"
    r"(?:is|are|was|do|does|did|have|has|am|can|if|whether|about)(?: [\w']+){0,5} $"
)
SAID_NO = re.compile(
    r"\bbut i was (?:across|in|at|out|nowhere|clear|home|not)\b|\band (?:i'm not|i am not|i don't|i didn't|i haven't"
    r"|i wasn't|he's not|she's not|he doesn't|she doesn't)$|\b(?:said"
    r"|say|says|told (?:him|her|them|you)|tell (?:him|her|them)) (?:no|nope|nah|neither|none|it (?:ain't|isn't))\b"
)
SAID_YES = re.compile(
    r"\b(?:said|say|says|told (?:him|her|them|you)) (?:yes|yeah|yep|yup|it (?:is|does))\b|\bbut (?:yes|yeah|now)\b"
)
TAKEN_BACK = re.compile(
    r"\b(?:no wait|wait no|no no|no sorry|sorry|scratch that|strike that|correction|i mean|i meant|hang on|hold on)"
    r"(?: no| it's| it is| it was| that's| he's| she's| i'm)* (?:not|i don't have|i don't take|i'm not on) (?:a |an "
    r"|the |my |on |on a )?"
    r"(\w+)\b(?! (?:exactly|really))"
)
COMPARED = re.compile(r"\bmore (?:of (?:a|an) |like |a )?(?!often|than)[\w']+ than (?:a |an )?$")
ORDINARY = re.compile(
    r"\bmore (?:of (?:a|an) |a )?(?!often)[\w']+ than (?:a |an )?"
    r"(?!before|usual|normal|ever|it|i|he|she|that|last|yesterday)[\w']+$"
)
NOT_ONLY = re.compile(r"\b(?:not|isn't|doesn't|don't|ain't|wasn't|aren't) (?:just|only)(?: [\w']+){0,2} $|^no (?:just|only) $")
# "If my chest hurt i'd tell you", "there's no way he hit his head".
IF = re.compile(
    r"\bif (?:(?:i|he|she|it|my|his|her|i'd|he'd|she'd|was|were|had|is|ever|any|a|the|really|started|got"
    r"|(?:my|his|her|the) [a-z]+) )*$"
)
WOULD = re.compile(
    r"\b(?:i|he|she|we|you|they)(?:'d| would)(?: have)?(?: already)? (?:\w+ly )?(?:know|known|tell|call|called|notice|say|said"
    r"|told|remember|ring|rung|phone|phoned|dial|dialed|be on the phone)\b|\b(?:it|that)(?:'d| would) be (?:\w+ )?\w+ if\b"
)
SO_IT_IS = re.compile(
    r"\band (?:it|i|he|she|they|my|now)(?:'s|'m|'re)? ?(?:does|do|did|can't|am|is|are|has|have|was)?(?! not|n't)$"
)
NO_WAY = re.compile(
    r"\b(?:there's|there is|there was|fat|slim|no) (?:no )?(?:way|chance)(?: in hell)? (?:that )?(?:i|he|she|it|they)"
    r"(?:'m|'s| am| is| was| had| has| did)? (?:(?:a|an|any|having) )?$"
)
DREAMT = re.compile(
    r"\b(?:dreamt|dreamed|(?:had|having) a (?:dream|nightmare))"
    r"(?: (?!(?:and|but|because|cause|so|now|when)\b)[\w']+){0,4} $"
)
ANOTHERS = re.compile(r"^(?:because|cause|since) (?:a|an|the|some|my) (?:[\w']+ ){1,6}?had (?:it|one|that)\b")


def unreal(told: Told, found: Sequence[Match], said: list[str]) -> bool:
    """Whether a finding is only feared, thought, asked, compared with, or taken back."""
    before, after, text = told.before, told.after, told.text
    words = told.run.split()
    first, begun = f"{before}{words[0]} ", f"{before}{' '.join(words[:3])} "
    if feared := FEARED.search(before) or FEARED.search(begun):
        now = AS_NOW.search(feared[0] + told.run)
        if UNREAL.search(text) or (NEVER_YET.search(text) and not now):
            return True
    if (
        THOUGHT.search(before)
        and not NOW.search(after)
        and (PROVED.search(after) or ANOTHERS.search(after) or _refuted(told, found, said))
    ):
        return True
    if DREAMT.search(before) and not re.search(
        r"\b(?:w[ao]ke(?! up (?:with a (?:cramp|twitch|jolt|start|jerk)|fine|okay))|waking|woken|still|now)\b", after
    ):
        return True
    if ASKED.search(before) and SAID_NO.search(after) and not SAID_YES.search(after):
        return True
    if (IF.search(before) and WOULD.search(text) and not SO_IT_IS.search(text.strip())) or impossible(told):
        return True
    if re.search(r"\b(?:just|only) (?:kidding|joking)$|\b(?:i kid|i'm kidding|i'm joking|figure of speech)$", after):
        return True
    if COMPARED.search(before) or ORDINARY.search(told.run):
        return True
    return "only" in told.match.id and bool(NOT_ONLY.search(first if told.run.startswith(("only ", "just ")) else before))


def impossible(told: Told) -> bool:
    """Whether a run can't be so: "no way he hit his head", "no way i can breathe"."""
    return bool(NO_WAY.search(told.before) or NO_WAY.search(f"{told.before}{told.run.split()[0]} "))


def taken_back(told: Told) -> bool:
    """Whether what was said is corrected at once: "on a statin, no wait, not a statin"."""
    back = TAKEN_BACK.search(told.after)
    run = told.run.split()
    return bool(back and back[1] in run and not denial.DENYING.union(denial.UNABLE).intersection(run))


def _refuted(told: Told, found: Sequence[Match], said: list[str]) -> bool:
    """Whether a "but" follows, and after it all that is told is fine or denied."""
    if "but" not in told.after.split():
        return False
    at = said.index("but", told.match.end)
    flags = denial.denied(said, [(m.start, m.end) for m in found], [m.start for m in found if m.type == "Fine" or m.denied])
    later = [(m, no or m.denied) for m, no in zip(found, flags, strict=True) if m.start > at and m.type in ("Finding", "Fine")]
    return bool(later) and all(no or m.type == "Fine" for m, no in later)
