"""Words cut to what carries their meaning, so that "her face has gone droopy" and "my face is drooping" are alike."""

import itertools
import re
from functools import cache


def words(text: str) -> frozenset[str]:
    """A set of words, written as they are spoken."""
    return frozenset(text.split())


# Words that carry little, and words that begin another clause.
EMPTY = words("""
    a about actually again all also am an and any are around as at basically be become becoming been being bit by came
    come comes coming completely damn did do does er even ever feel feeling feels felt for from get gets getting go goes
    going gone gonna got guess had has have having he he's her here him his honestly i i'd i'm i've in is it it's its just
    kind kinda like literally look looking looks me mine much my now of oh on or our own pretty proper quite real really
    right seem seems she she's since so some sort sorta start started starting starts suddenly super that that's the their
    them then there there's these they they're they've thinks this those to today tonight too totally turn turned turning
    turns uh um up very was we we're we've well went were what what's when with you you're your
""")
CLAUSE = words("""
    and because but he he's i i'm i've if it it's now she she's since so then there's they they're though when while
""")
FEELING = words("all any lost no of without")  # after these it is a sense that is gone, no mere "feeling well"
# What each first word stands for: words that mean the same here, in whatever form.
SAME_AS = """
can't: cannot couldn't unable cant
won't: wont wouldn't refuses refuse refusing
not: isn't ain't doesn't don't aren't didn't wasn't weren't hasn't haven't no never
trouble: hard difficulty difficult struggling struggle struggles problem problems
pain: hurts hurting hurt painful pains
ache: aching aches achy
urine: pee peeing pees wee weeing peed piss pissing urinate urinating
poop: poo pooing
mother: mum mom
belly: tummy stomach abdomen abdominal gut
swollen: swelled swelling swells swell puffed puffing puffy swole ballooned
droop: droopy sagging saggy hanging hangs sags slack sagged
faint: fainted fainting
medicine: meds medication medications
pill: tablets tablet pills capsules
breathe: breath breathing breaths
cold: icy
numb: numbness
weak: weakness weaker
dizzy: dizziness
stiff: stiffness
tight: tightness tightening
vomit: puking barfing barfed barf barfs puke pukes puked vomiting
gray: grey greyish
blue: bluish blueish
color: colour coloured colored
bite: bitten bites
sting: stung
fell: fallen falling fall falls
speak: spoke speaking
talk: talking
sight: vision eyesight
terrible: awful horrible horrendous dreadful horrific severe
child: kid
foot: feet
tooth: teeth
drink: drank
eat: ate eaten
break: broke broken
throw: threw thrown
lose: lost losing
shake: shook
run: ran
sleep: slept
doctor: doctors
constant: constantly
everybody: everyone
somebody: someone
hardly: barely scarcely
limps: limping
lock: locked locking
sweat: sweating sweaty sweats
bend: bent
bleed: bled
blow: blew blown
burn: burnt
catch: caught
freeze: froze frozen
grow: grew grown
hear: heard
hold: held
keep: kept
lie: lay laid lying
slide: slid
spin: spun
stand: stood
stick: stuck
tear: tore torn
"""
SAME = {word: line.split(": ")[0] for line in SAME_AS.strip().splitlines() for word in line.split(": ")[1].split()}


@cache
def stem(word: str) -> str:
    """A word without its ending, and one for those that mean the same here."""
    if word in ("can't", "won't", "not", "nothing", "neither", "without", "nobody"):
        return word
    word = re.sub(r"'(s|d|ve|ll|re|m)$", "", word)
    if word in ("limping", "limps"):
        return "limps"
    word, whole = SAME.get(word, word), SAME.get(word, word)
    for ending in ("ing", "ed", "es", "s", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word.removesuffix(ending)
            break
    if word != whole:
        word = re.sub(r"(.)\1$", r"\1", word)
    return word.removesuffix("e") if len(word) > 3 else word


def hollow(words: list[str]) -> bool:
    """Whether a "no" among the words stands before one that carries little ("no more of it"), so that it would deny what follows."""
    return words[-1:] == ["no"] or any(w == "no" and after in EMPTY - {"feeling"} for w, after in itertools.pairwise(words))


def key(words: list[str]) -> tuple[str, ...]:
    """What is left of some words, in any order."""
    return tuple(sorted({stem(w) for w in words if w not in EMPTY}))


def atoms(words: list[str]) -> list[tuple[int, str]]:
    """What is left of some words, each with its place."""
    return [
        (i, stem(w))
        for i, w in enumerate(words)
        if (w not in EMPTY | CLAUSE and re.sub(r"'(s|d|ve|ll)$", "", w) not in EMPTY)
        or (w == "feeling" and words[i - 1 : i] and words[i - 1] in FEELING)
    ]
