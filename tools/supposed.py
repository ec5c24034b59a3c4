"""What is only supposed: asked about, feared for some day, read or heard of: "what if this gets worse and i can't breathe". What
a sentence supposes reaches to where somebody's own state begins: "what if it's a stroke, her face is drooping"."""

import re
from collections.abc import Sequence

from tools.match import Match
from tools.stems import words
from tools.told import Told

_SOMEBODY = (
    r"(?:i|he|she|it|this|that|they|these|we|you|people|somebody|someone|anybody|anyone|my \w+|his \w+|her \w+|(?:a|an"
    r"|the|some|those) (?:\w+ )?\w+(?: like (?:this"
    r"|that|these)(?: one)?| in (?:the|my|a) \w+)?)"
)
_TOLD = (
    r"(?:i|we)(?:'ve| have)?(?: (?:once|just|also|always|even))? (?:read|heard|saw|seen|googled|looked it up)\b"
    r"(?! (?:him|her|them|it|my|his|a (?:pop|snap|crack))\b)"
    r"|(?:a|my|some|this|one) (?:\w+ )?(?:friend|neighbor|guy|lady|coworker|buddy|woman) (?:once )?(?:told me|says|said|claims)"
    r"|(?:i |he |she |they )?(?:keep |kept )?(?:reading|hearing) (?:that|about)"
    r"|(?:the|a|an|this|that|its) (?:\w+ )?(?:leaflet|label|packet|pamphlet|website|article|instructions|warnings?"
    r"|side effects)"
    r" (?:all )?(?:says?|said|warns?|lists?|mentions?)(?: of| that)?"
    r"|(?:people|they|some|folks|everybody|everyone|google|the internet|the web|web m d|articles?) (?:all |keeps? "
    r"|kept )*(?:says?|said|saying)"
)
OPENING = re.compile(
    r"\b(?P<some_day>what if|(?:^|^(?:so|and|but|well|okay) )is (?:it|this)(?: like| maybe| really)? an? |what (?:happens"
    r"|would happen) if|in case|if (?:it|this) (?:ever )?(?:gets|turns|starts|keeps|goes)"
    r"|is it true(?: that)?|do you (?:ever |always )?(?:get|catch)|what would i do if|am i (?:gonna|going to) (?:have|get)"
    r"|i wonder (?:can|could|do|does) (?:you|people|a|it|they)|(?:do|does|can|will) (?:people|folks|most people|everybody"
    r"|everyone)"
    r"(?: ever| always| usually| often)? (?:get|have|go|pass|lose|feel)|at what point (?:would|should|does|do)"
    r"|what (?:would|does) it mean if|what happens (?:to (?:people|folks|somebody|someone) (?:who|that)|when (?:people"
    r"|somebody|someone))"
    r"|(?:says?|said|warns?) (?:to )?watch(?: out)? for|i (?:worry|fear|dread)(?: that)? (?:i'll|i might|he'll|she'll|it'll)"
    r"|how (?:will|would|do|can|could) (?:i|we|you|a person|someone|somebody|anyone) (?:know|tell) (?:if|when|whether"
    r"|they've|they have|they're)"
    r"|(?:should|do) (?:i|we) (?:need to )?(?:worry|be worried|call|go in|be concerned) (?:if|when)(?= (?:[\w']+ ){0,4}$)"
    r"|(?:^|^(?:so|and|well|but|okay) )suppos(?:e|ing)(?: that)?"
    r"|(?:told|warned|asked|reminded|supposed|said)(?: [\w']+){0,3}? to (?:watch(?: out)?|look out|keep an eye out|listen) for"
    r"|(?:scared|afraid|worried|terrified|frightened|petrified) (?:that )?(?:it|this|that|i|he|she|they)(?:'ll|'d| could| might"
    r"| may| will| would)(?= (?:turn|become|lead|end|get|go|start|develop|spread|wake|lose)\b)"
    r"|(?:scared|afraid|terrified|frightened|dreading|fear|fearful) (?:of|about)"
    r"(?= (?:going|getting|losing|ending|becoming|waking)\b)"
    r"|(?:keep|kept|always|been) (?:imagining|picturing|dreaming|worrying|dreading)|(?:biggest |only |worst )?(?:worry|fear) is"
    r"|(?:^|^(?:so|and|well|but|okay|um|uh) )(?!(?:can|could|will|would) you )(?:could|can|will|would|might|is|are|does|do) "
    rf"{_SOMEBODY}(?: ever| really| always)?(?: going to| gonna)?"
    r" (?:give|make|get|gets|end up|turn|turns|start|become|lead|cause|go|going|mean|make|be)\b)"
    rf"|\b(?P<told>{_TOLD})"
)
# What is so at this moment isn't supposed.
NOW = re.compile(
    r"\b(?:but|because|(?<!may )(?<!can )(?<!will )(?<!could )(?<!might )cause|cos|since|now|right|today|tonight|still|already"
    r"|(?:is|are|am) having|except|and (?:my|his|her|i've|i'm|he's|she's|it's)"
    r"|(?<!if )(?:i'm|he's|she's) (?:not )?\w+(?:ing|ed))\b"
)
GOING = (["is"], ["means"], ["gets"], ["turns"])  # "it means" goes on with what is supposed
BEGINS = words("he he's her his i i'm i've mine my she she's they're")
# Who says that it is so: "i read that it's bad, and mine is".
CONFIRMED = re.compile(
    r"\band (?:mine|mine's|ours|that's (?:me|what|how)|i do|it does|it is|he does|she does|i have|i've got|i am|i'm"
    r"|now|(?:my|his|her) \w+)\b"
    r"(?! not|n't| (?:doesn't|isn't|aren't|hasn't|don't))"
)
IN_CASE = re.compile(r"\b(?:in case|if) (?:it|that|this) (?:ever )?(?:happens|comes to that)\b(?! again)")
IF_EVER = re.compile(r"\bif (?:[\w']+ ){0,4}?(?:(?:were|was) to|ever|should ever)\b")
SOME_DAY = re.compile(r"^(?:[\w']+ ){0,2}?(?:one day|some ?day|down the (?:road|line)|later on|in the future)\b")
IF_IT = re.compile(r"\bif (?:i|he|she|it|my \w+|his \w+|her \w+) (?:do |does )?(?:get|gets|start|starts|begin|begins)\b")
LATER = re.compile(r"\b(?:i'll|i will) (?:call|ring|come|dial|phone)\b|\blater\b")
YOURS = re.compile(
    r"^(?:is|are|does|do|can|could|will|would)\b(?!.*\b(?:i|i'm|i've|my|he|she)\b)"
)  # "is losing your balance bad"

EXPOSED = words("bite_or_sting electric_shock high_voltage poison_exposure snake_bite")
FEAR_OF = re.compile(r"\b(?:scared|afraid|terrified)(?: to death)? of (?:a |an |the |getting |being |any )?$")
# "Yes, but is it seizures", "i'm scared it's seizures"; but who fears "a stroke" now, without a question, may have it.
FEARED = re.compile(
    r"(?:\b(?:scared|afraid|terrified|worried|frightened)(?: to death)? (?:that )?(?:it's|it is|this is|of)|\bfear of"
    r"|\bwhat about) (?:seizures|strokes|epilepsy)\b"
    r"|(?:^(?:(?:yes|no|but|so|and|oh|please|well|okay|fine) )*is (?:it|this|that)|\b(?:could|might) (?:it|this) be) "
    r"(?:(?:a|an|having) )*(?:seizures?|strokes?|epilepsy)\b"
)
FEAR = re.compile(r"\b(?:scared|afraid|worried|terrified|frightened|fear|dread|worry)\b")
SHOULD = ("should", "do ")
BEGINNING = re.compile(r"\b(?:swells|turns|starts|gets|becomes|stops|goes|begins|spreads|ever)\b")  # not so as yet
LEADING = words("""
    about after and around as be becoming before between both can cause causes causing could do does down ending feel
    for from get gets getting give go goes going have having hurt hurts if in into is know like lose losing make makes
    making mean means moving my of on or over said say says so than that the them think this to under until waking
    what when where whether while who will with would
""")


def supposed(told: Told, found: Sequence[Match]) -> bool:
    """Whether a run is told as what may come some day, or as what others say of such things."""
    if told.match.id == "suicidal_thoughts":
        return False  # who is afraid of that is in danger
    if IN_CASE.search(told.after) or (FEAR.search(told.before) and SOME_DAY.search(told.after)):
        return True
    if (feared := FEARED.search(told.before + told.run)) and feared.end() > len(told.before):
        return True
    if told.match.id in EXPOSED and FEAR_OF.search(told.before):
        return True
    if "your" in told.run.split() and YOURS.search(told.text):
        return True
    begun = f"{told.before}{told.run.split()[0]} "
    frames = [m for m in OPENING.finditer(begun) if m.end() <= len(told.before)]
    begun = told.before + told.run
    if not frames and LATER.search(told.text):
        frames = [m for m in IF_IT.finditer(begun) if m.start() < len(told.before)]
    frames = frames or [m for m in IF_EVER.finditer(begun) if m.start() < len(told.before)]
    if not frames:
        return False
    between = begun[frames[-1].end() :].strip()
    if frames[-1].groupdict().get("told") and re.search(r"\b(?:i|i'm|i've|my|mine|mine's|he|he's|she|she's|his|her)\b", between):
        return False
    if CONFIRMED.search(told.run + " " + told.after) or (frames[-1][0].startswith(SHOULD) and not BEGINNING.search(told.text)):
        return False
    if NOW.search(between):
        return False
    said = between.split()
    return not any(
        i and said[i - 1] not in LEADING and (word in BEGINS or (word == "it" and said[i + 1 : i + 2] not in GOING))
        for i, word in enumerate(said)
    )
