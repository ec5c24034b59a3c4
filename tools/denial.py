"""Which of the things in a sentence it denies: "no fever or chills but my neck is stiff" denies two and reports one."""

import re
from collections.abc import Collection

from tools.denying import FOUND, LACKED, NEVER, RULED_OUT, refused
from tools.stems import words

DENYING = words("""
    ain't aren't denied denies deny didn't doesn't don't hadn't hasn't haven't isn't minus nary neither never no nobody
    nobody's none nor not nothing nothing's spared wasn't weren't without zero zilch zip
""")
BREAKING = words("""
    also although apart because but cause cos except he's however i'm i've instead it's just now only she's since so that's then
    there's they're though unless what which
""")
SUBJECTS = words("he her his i it my our she that the there they this we you") | BREAKING
PEOPLE = words("he i it she they we")
OWN = PEOPLE | words("her his my our")  # what a clause of its own begins with: "no, my face is drooping"
KIN = words("""
    auntie baby brother dad daddy daughter father gramps grandma grandpa granny husband mama mom momma mother pa papa sister son
    uncle wife
""")
# What a "no" that answers is followed by: "no wait", "no thanks".
ANSWERED = words("""
    actually and dear hang hold honey love ma'am never no none nope not nothing sir sorry sweetheart thank thanks wait way
    well come how ok okay ugh what why
""")
# "i don't think he's confused" denies, though "he" begins a clause.
THOUGHT = words("doubt believe call feel figure if know like mean mention reckon said say says suppose that think")
# "i wouldn't say", "i can't say i've had", "they ruled out", "free of": denials of two words, told by the second.
PAIRS = {"say": words("can't cannot couldn't wouldn't"), "call": words("wouldn't couldn't"), "out": words("ruled rule cross"),
         "of": words("free clear"), "doubt": words("i he she we highly seriously really"),
         "near": words("nowhere"), "close": words("nowhere"), "blame": words("can't"), "on": words("negative")}  # fmt: skip
# Words that a denial outlives once it has denied something.
STATING = words("are feel feels is look looks seem seems was were")  # what "i don't think" still denies after "my leg"
LINKING = words("""
    a all an and any anything anywhere at bit down either even feeling in kind like me nor of on or other sort to up
    whatsoever with
""")
# After these, "not" is no denial of a symptom: "i don't know", "it doesn't stop", "not only".
IDLE = words("""
    care certain clue doubt ease gonna help idea joke joking just kidding know laugh let lie lying matter mind
    only quit reason remember stop sure time understand warning wonder work worry
""")
ANSWER = re.compile(r"not really|none of (?:that|those)\b")
LATELY = words("a an five half long more one ten three twenty two")  # "not an hour ago"
CLOSED = words(
    "anymore away before better helping helps it me right stroke them this well working works"
)  # "i don't make it my chest hurts": here a clause has ended
INVERTING = words("did do does has have was")  # "at no point did i"
THOSE = words("it that the them these this those")
BEGUN = words("didn't hasn't haven't never")
UNABLE = words("barely can't cannot couldn't hardly struggling trouble unable won't wouldn't")  # before what would be fine
CLOSING = words("but it just only")  # a run with one of these in it goes into the next clause
# "i don't have the numbness i had", "i haven't noticed he limps": here a subject begins no clause of its own.
RELATING = (
    THOUGHT
    | DENYING
    | words("as because did do does else hear heard notice noticed see seen than time until what when where while who")
)


def denied(said: list[str], spans: list[tuple[int, int]], fine: Collection[int] = ()) -> list[bool]:
    """Whether each of the runs of words, in order, is denied; a new clause ends a denial, "or" carries it on, also from a run
    that says something is fine ("it isn't red or swollen"): `fine` tells where those begin."""
    out, no, seen, at, ends = [], False, False, 0, dict(spans)
    nouns = thought = every = False  # a "no" or a "without", which no subject can follow; "i don't think"; "neither of my legs"
    while at < len(said):
        word, rest = said[at], said[at + 1 :]
        carried = word in LINKING or {"or", "nor"}.intersection(said[max(at - 3, 0) : at]) or (thought and word in STATING)
        if at in ends and (
            word in DENYING
            or (nouns and word == "my" and said[at - 1] not in ("in", "of", "on"))
            or ("my" in said[at - 1 : at + 1] and CLOSED.intersection(said[at - 2 : at]))
            or (word in PEOPLE | BREAKING and not (THOUGHT | {"time"}).intersection(said[at - 1 : at]))
            or (
                not thought and "my" in said[at - 1 : at + 1] and said[ends[at] : ends[at] + 1] in (["just"], ["only"], ["keeps"])
            )
        ):
            no = False  # the run denies for itself, or begins a clause of its own
        if said[at : at + 2] == ["more", "like"]:
            no = False  # "not yellow, more like cola"
        if at in ends:
            denies = at in fine and bool(DENYING.intersection(said[at : ends[at]]))
            ruled = bool(RULED_OUT.match(" ".join(said[at : at + 5])))
            no = no or ruled
            if word in PAIRS and PAIRS[word].intersection(said[at - 1 : at]):
                no = True
            run, begin, before = said[at : ends[at]], at, said[max(at - 2, 0) : at]
            seen, at = (no and not ruled and not THOUGHT.intersection(said[at - 1 : at])) or denies, ends[at]
            seen = seen and not every
            out.append(no or refused(said, begin, at) or (begin in fine and bool(UNABLE.intersection(before))))
            no = (no and not CLOSING.intersection(run)) or denies or (run[-2:] == ["me", "think"] and run[0] in DENYING)
            continue
        if word in DENYING or (RULED_OUT.match(" ".join(said[at : at + 5])) and ends.keys() & set(range(at + 1, at + 6))):
            begun = at + 1 in ends and word in BEGUN  # "haven't quit any medicines"
            nouns = word in ("no", "without", "minus") and rest[:1] not in (["one"], ["one's"])
            no, seen = begun or not idle(said, at), False
            thought = bool(THOUGHT.intersection(rest[:1]))
            every = no and word in ("neither", "none") and not (rest[:1] == ["of"] and THOSE.intersection(rest[1:2]))
        elif _paired(said, at):
            no, seen, nouns = True, False, False
        elif (
            (word in BREAKING and not THOUGHT.intersection(said[at - 1 : at]))
            or (word in ("and", "plus") and rest[:1] and rest[0] in SUBJECTS)
            or (
                no
                and word in PEOPLE - {"it"}
                and not RELATING.intersection(said[at - 1 : at])
                and "told" not in said[at - 2 : at]
            )
            or (no and word == "it" and rest[:1] == ["was"] and not (RELATING | {"sure"}).intersection(said[at - 1 : at]))
            or (no and said[at : at + 2] == ["this", "is"] and not (RELATING | {"sure"}).intersection(said[at - 1 : at]))
            or (word == "and" and no and (not seen or at + 1 not in ends) and not DENYING.intersection(rest[:2]))
            or (no and seen and not carried)
            or (no and nouns and word in PEOPLE and said[at - 1] not in INVERTING)
            or (
                no
                and every
                and word in ("my", "his", "her")
                and not carried
                and said[at - 1] not in ("neither", "in", "of", "on")
            )
        ):
            no = False
        at += 1
    return out


def _paired(said: list[str], at: int) -> bool:
    """Whether the word at a place makes a denial with those before it: "ruled out", "can't remember the last time"."""
    if said[at] == "any" and FOUND.search(" ".join(said[max(at - 3, 0) : at])):
        return True
    if said[at] == "any" and said[at - 1] in ("hardly", "barely", "scarcely") and not LACKED.intersection(said[at + 1 : at + 2]):
        return at > 0
    if said[max(at - 2, 0) : at + 1] in (["far", "from", "being"], ["it", "can't", "be"]):
        return True
    paired = said[at - 1 : at] and said[at - 1] in PAIRS.get(said[at], ())
    asks = ["how"], ["what"], ["which"]  # "he wouldn't say what he took"
    says = said[at + 1 : at + 2] in asks or (said[at - 1] == "can't" and not SUBJECTS.intersection(said[at + 1 : at + 2]))
    return bool(paired and not (said[at] == "say" and says)) or (said[at] == "time" and bool(NEVER.search(" ".join(said[:at]))))


def answering(said: list[str], at: int) -> bool:
    """Whether the "no", "not really" or "none of that" at a place is an answer of its own: "no, my chest hurts"."""
    if answer := ANSWER.match(" ".join(said[at : at + 3])):
        return bool(OWN.intersection(said[at + len(answer[0].split()) :][:1]))
    return said[at] == "no" and at < 2 and (not said[at + 1 :] or said[at + 1] in SUBJECTS | ANSWERED | KIN)


def idle(said: list[str], at: int) -> bool:
    """Whether the denying word at a place denies no symptom: an answer of its own, or "don't know"."""
    following, text = said[at + 1 : at + 2], " ".join(said[at : at + 4])
    before = (re.match(r"\S+ like th(?:is|at)\b", text) and said[at - 1 : at] != ["nothing"]) or text == "nothing to do with"
    of_late = said[at] == "not" and "ago" in said[at + 2 : at + 6] and bool(LATELY.intersection(following))
    idles = IDLE.intersection(following) and " work out" not in text and " lying on" not in text
    return bool(answering(said, at) or before or of_late or idles)
