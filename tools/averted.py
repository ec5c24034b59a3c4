"""What the rest of a sentence says of what it named: that it never came, or is history."""

import re

from tools.told import Told

# What never came, or wasn't there, in the end.
NEVER_CAME = re.compile(
    r"\b(?:that|it|they|but it|but they|which) never (?:came|happened|showed up|did|does|has)(?: of it)?$"
    r"|\bbut (?:it|that|they) (?:hasn't|haven't|didn't|never) (?:happen(?:ed)?|come|came)$|\bbut there (?:wasn't|isn't"
    r"|weren't|aren't|was never) (?:one|any)$|\bbut (?:i've|i have|he's|she's|i) had none$|\band that's a no$"
    r"|\bbut nothing (?:ever )?(?:came(?: up| of it)?|happened)$|\bbut that's (?:history|ancient history|all behind \w+)$"
    r"|\b(?:and|but) (?:it |he |she )?missed(?: me| him| her)?$|\bnever in my (?:whole )?life$|\bso no$"
    r"|\b(?:and|but) (?:i|he|she) never (?:started|took|filled|needed|wanted|tried) (?:it|them|one|any|the \w+)$"
    r"|^(?:was|has been|got|were) ruled out\b|\b(?:blood work|bloodwork|labs?|tests?|levels?|scans?|x rays?) (?:all )?(?:came"
    r" back|come back|look|looks|looked|are|is|was|were) (?:perfect|fine|clean|normal|good|clear|okay|great)\b"
)
# "Kept checking my foot for cold, it stayed warm", "googled lockjaw for nothing, my jaw moves easy".
CHECKED = re.compile(
    r"\b(?:check\w*|look\w*|test\w*|watch\w*|brac\w+|prepar\w+|screen\w*) (?:(?:me|him|her|my|his|out) )?(?:\w+ ){0,2}?for"
    r" (?:(?:a|any|the|bad|signs of) )*$"
    r"|\b(?:googled|looked up|read up on|researched|warned (?:me|us|him|her) about|told (?:me|us) (?:all )?about"
    r"|asked (?:me|us|him|her) about|read that|talked about|runs in (?:the|my|our) family) (?:(?:a|an|the|any) )?$"
)
CHECK = re.compile(r"\b(?:check\w*|look\w*|test\w*|watch\w*) (?:(?!and|but|so)\w+ ){0,3}?for\b")  # "foot for cold"
FAMILY = re.compile(r"^(?:runs|is|goes) in (?:the|my|our) family (?:but|and|though)\b")
EVERYBODY = re.compile(
    r"\b(?:everybody|everyone|people|they|folks)(?: always| all| keeps?)? (?:hollers?|yells?|screams?|says?|thinks?)\b"
)
ONLY = re.compile(r"\bbut it's (?:only|just) (?:my|an?|the)\b")
NEVER_DO = re.compile(r"\b(?:would|'d) never (?:do|try|say) (?:anything|a thing|something)(?: like that)? (?:to )?$")
FOUND_WELL = re.compile(
    r"\b(?:it|they|that|he|she|i|everything|mine|my \w+)(?:'s|'re| is| are| was| were|'m| stayed| stays| looks?| looked"
    r"| moves?| came"
    r" back| feels?)? ?(?:all |just |totally |perfectly )?(?:straight|even|warm|fine|normal|regular|easy|good|okay|clear|pink"
    r"|nothing|perfect|clean|open)\b|\bfor nothing\b|\bnever (?:came|found)\b|\b(?:found|saw) (?:nothing|none)\b"
)
# "I was scared she'd choke so i mashed it all": not "he'd stopped breathing".
WOULD = re.compile(
    r"\b(?:scared|afraid|worried|panicked|terrified|thought|figured|feared|nervous)(?: that)?"
    r" (?:i|he|she|it|they|we|my \w+|his \w+|her \w+)(?:'d| would) (?:(?!stopped|swallowed|fainted|had|been)\w+ )?$"
)
DONE = re.compile(r"^(?:had|been|gone|quit|lost|hit|\w+(?:ed|en))\b")
# Another time of life.
ONE_TIME = re.compile(
    r"\b(?:till|until) (?:i|he|she) was (?!about|just|out|so)\w+(?: years old)?(?: and (?:not|never|no more)(?: since"
    r"| again)?)?$"
    r"|\b(?:in (?:high school|college|the (?:army|navy|service))|as a (?:kid|child|young man|young woman|boy|girl|teenager)"
    r"|when i was (?:little|small|young|a \w+)|years (?:ago|back))\b(?: (?:just that once|never again|not lately|never since"
    r"|not since|i quit \w+|and (?:then )?(?:it|they) quit|but that's history|they're strong again|and never since))$"
    r"|\b(?:till|until) (?:menopause|surgery|the surgery|college|high school) (?:and|when|then)(?: then)? (?:it|they) (?:all )?"
    r"(?:quit|stopped|went away|left)$"
    r"|\b(?:(?:went away|cleared up|healed|quit|stopped|fixed (?:it|that)|cured) (?:\w+ )?(?:years|ages|decades) ago)\b"
)
GROWN = re.compile(  # "he choked once as a toddler, now he's in college"
    r"\b(?:as a (?:toddler|baby|kid|little \w+|child)|with my (?:first|second|last)|(?:once"
    r"|one time))\b.*\b(?:(?:now )?(?:he's|she's"
    r"|they're) (?:(?:all )?grown|in college|married|(?:twenty|thirty|forty|fifty)(?: \w+)?)(?: now)?|not this one)$"
)
LAST_TIME = re.compile(
    r"\blast (?:time|one|(?:\w+ ){1,4}?(?:i|he|she) had) [\w' ]*?\b(?:was|were) (?:still |back )?(?:\w+ ){0,2}?(?:years"
    r"|decades|ages) ago$"
    r"|\blast (?:time )?[\w' ]*?\bi was (?:still |back )?(?:in (?:the (?:army|navy|service)|high school|college|school)|a \w+)$"
)
AS_NOW = re.compile(r"\b(?:like this|this is|this one|worse|now|again|today)\b")
IF = re.compile(  # "if i start seeing double, should i call", not "if i start walking my chest hurts, should i"
    r"\bif (?:i|he|she|it|my \w+|they) (?:ever )?(?:(?:do|does) )?(?:start|starts|started|quit|stopped|stop|begin|get"
    r"|gets|got|had)"
    r"(?: to| a| an| any)? (?:\w+ ?)?$"
)
SHOULD = re.compile(r"^(?:\w+ ){0,2}?(?:should i|do i|i'd (?:be|have|call|go|run|rush)|we'd (?:be|have|call|go))\b")
CURIOUS = re.compile(
    r"^(?:just )?(?:curious|wondering|asking)\b(?: if)?.*?\b(?:would|could|can|does|do) \w+ing\b|^is [\w' ]+ something (?:folks"
    r"|people|you|others|everybody) (?:gets?|have|has|feels?|sees?)\b"
)


SAME = re.compile(r"\bno (?:more|worse) than (?:always|usual|ever|before)\b|\b(?:same as|like) (?:always|ever)$")


def averted(told: Told) -> bool:
    """Whether what was named is of another time, or didn't come."""
    before, after, text = told.before, told.after, told.text.strip()
    if SAME.search(after):
        return True
    checked = CHECKED.search(before) or any(m.end() <= told.span[1] for m in CHECK.finditer(text)) or FAMILY.search(after)
    if NEVER_CAME.search(after) or (checked and FOUND_WELL.search(after)) or NEVER_DO.search(before):
        return True
    if EVERYBODY.search(before) and ONLY.search(after):
        return True
    words = told.run.split()
    for at in range(min(len(words), 3)):  # "my throat would close"
        if WOULD.search(" ".join([before.strip(), *words[:at], ""])) and not DONE.search(" ".join(words[at:])):
            return True
    if IF.search(before + words[0]) and SHOULD.search(after):
        return True
    last = LAST_TIME.search(text) and not AS_NOW.search(text)
    return bool(ONE_TIME.search(text) or GROWN.search(text) or last or CURIOUS.search(text))
