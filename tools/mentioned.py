"""Who is only mentioned by somebody who speaks of themselves: "my thumb jumps, and my Harold used to laugh at it", "since the
baby", "she says i kick, but it's me who has it"."""

import re
from collections.abc import Sequence

from tools.match import Match
from tools.others import PATIENT
from tools.told import Told

SINCE = re.compile(r"\b(?:since|after|before) (?:having |we had |i had )?(?:the |my |our )?$")  # "out of shape since the baby"
BORN = re.compile(r"^(?:(?:was|were|came|is|are|got|left|moved|died|passed) |(?:and|but|so|it's|i|i'm|i've|my)\b|$)")
SAYS = re.compile(  # "my wife says i kick"; not "my daughter says my legs hurt", who may be quoted
    r"^(?:always |just |only |also )?(?:says?|said|thinks?|thought|figures?|reckons?|swears?|complains?|used to say"
    r"|keeps? (?:saying|telling me)|tells? me|told me) (?:(?:that )?(?:i|i'm|i've|i'd)\b|it (?:looks|sounds) like i\b"
    r"|it (?:looks|sounds) like i'm\b)"
)
UNBORN = re.compile(  # "does it hurt the baby", of who is pregnant
    r"\b(?:hurt|harm|bad for|good for|safe for|affect|bother) (?:the|my) baby\b(?!.*\b(?:he|she|his|her)\b)"
    r"|\bi'm (?:\w+ ){1,3}?(?:weeks|months) (?:pregnant|along)\b(?!.*\b(?:he's|she's|his|her)\b)|\bpregnant with\b"
)
# "I only helped my sister move house", "my sister has nothing to do with it", "my late wife had it worse".
BESIDE = re.compile(
    r"\b(?:from|i (?:just |only )?helped|thanks to|like|than|(?:fight|argument|arguing|argued|fought|lunch|dinner|out) with) "
    r"(?:the |my |our )?(?:late )?$"
)
NO_MATTER = re.compile(
    r"^(?:has nothing to do|(?:teases|laughs at|kids) me\b|had (?:it|them) (?:too|worse)\b|passed (?:away|on)\b)"
)
OF_A_GUN = re.compile(r"^of a \w+")
MINE = re.compile(r"\bi(?:'ve|'m)? (?:(?:had|have|get|got|keep getting|been having) )?(?:(?:the|a|an|these|this) )?$")
ILL = re.compile(  # "my uncle had a l s, that's why i call"; not "my wife had a stroke, i'm scared"
    r"^(?:(?:had|died of|died from) (?:a l s|als|m s|ms|parkinson's|cancer|it|that|the (?:same|\w+ thing))\b|died\b"
    r"|passed away\b)"
    r"(?!.*\b(?:he's|she's|he can't|she can't|now he|now she)\b)(?=.*\b(?:i|i'm|i've|not me)\b)"
)
AWAY = re.compile(
    r"^(?:(?:can't|doesn't|don't|won't|shouldn't|mustn't) (?:\w+ )?(?:know|find out)|(?:isn't|is|'s)(?: not)? (?:home"
    r"|here|around|out|at work|asleep))\b"
)
THEIR_OWN = re.compile(
    r"^(?:dog|cat|horse|car|truck|house|yard|place|fence|wedding|birthday|funeral|stairs|sofa|couch|room|kitchen|garage|boat|van|bike)\b"
)  # "my neighbor's dog"
OWNED = ("Place", "Movement", "Finding")
OBJECTS = ("her", "him", "them")
NOT_MINE = re.compile(r"\bnot (?:me|mine|my)\b")


def mentioned(people: Sequence[Told], found: Sequence[Match], said: list[str]) -> list[Match]:
    """The people of whom nothing is told: beside "it's me", or named after what the caller calls their own."""
    own = min((m.start for m in found if m.type in OWNED and m.id != "stress" and _mine(m, people, said)), default=len(said))
    disowned = NOT_MINE.search(" ".join(said))
    myself = max((t.match.start for t in people if t.match.id == "self" and not disowned), default=0)
    out = [
        t.match
        for t in people
        if t.match.id != "self"
        and (
            t.match.start < myself
            or (t.match.start > own and not disowned)
            or ILL.search(t.after)
            or AWAY.search(t.after)
            or NO_MATTER.search(t.after)
            or (BESIDE.search(t.before + _article(t.run)) and not PATIENT.search(t.after))
            or (t.run.endswith("'s") and THEIR_OWN.search(t.after))
            or SAYS.search(t.after)
            or t.before.endswith("who's ")
            or f"{t.before}{_article(t.run)}".endswith(("as a ", "as an "))
            or (t.run in ("not me", "not us", "not mine") and len(people) > 1)
            or (t.run == "son" and OF_A_GUN.search(t.after))
            or (t.match.id == "baby" and UNBORN.search(t.before + t.run + " " + t.after))
            or (SINCE.search(t.before + _article(t.run)) and BORN.search(t.after))
        )
    ]
    named = any(m not in out and said[m.start] not in OBJECTS for m in (t.match for t in people))
    return out if named else [*out, *(t.match for t in people if out and t.run in OBJECTS)]  # "my wife says i look at her"


def _article(run: str) -> str:
    """The "the" or "my" that a name begins with, as it would stand before it."""
    return f"{run.split()[0]} " if run.split()[0] in ("a", "an", "the", "my", "our") else ""


def _mine(told: Match, people: Sequence[Told], said: list[str]) -> bool:
    """Whether it is "my" calf, or "i had" a cramp, and not that of "my son"."""
    if MINE.search("".join(word + " " for word in said[max(told.start - 4, 0) : told.start])):
        return True
    before = range(max(told.start - 2, 0), told.end)
    return any(said[i] == "my" and not any(t.match.start <= i < t.match.end for t in people) for i in before)
