"""Whether a sentence answers with a no or a yes, whatever else it tells: "oh goodness no, it's only the leg". A "no" that belongs
to a thing ("no fever") denies that thing alone."""

import re
from collections.abc import Iterable

from tools.built_in import NO
from tools.match import Match
from tools.stems import words

YES = words("yeah yep yes yup")
# What follows a "no" that answers: another, a name for who asked, or a clause of its own.
FOLLOWING = words("""
    as at because but cause dear didn't doesn't don't everything for god goodness hasn't haven't he he'd he's heavens hers his
    honestly honey i i'd i'll i'm i've it it's just like love ma'am man mate my neither never none not nothing only other our
    really sadly she she'd she's silly sir sorry sweetheart thank thankfully thanks that that's the there there's they they're
    fit healthy this to we we're well when wouldn't you come how is ok okay ugh what whatever why
""") | set(NO)
HAVING = words("a any feel feels found get got had has have having is see sees take takes there's was with")  # "i have no i d"
LEADING = words("""
    actually ah already and argh asked ay but course eh er for gee god good goodness gosh gracious grief ha haha heaven's heavens
    hell hey hm hmm honestly i just listen look lord man me mean my nah no nope of oh okay pete's really sake said so told ugh uh
    um we well what whatever why you
""")
WHOLE = re.compile(
    r"\bnothing (?:like (?:that|those|it)|of the (?:sort|kind)|so dramatic)\b|\bnone of (?:that|those|these|them|it|this)\b"
    r"|^(?:no|nope|nah) (?:my |his |her |the )?\w+ (?:is|are|feels?|looks?) (?:fine|okay|ok|good|normal|strong|the same)\b"
    r"|^(?:i )?don't think so\b|\b(?:no|i said) neither\b|^neither\b|\b(?:not at all|none at all|nothing at all)$"
)
DOUBTFUL = re.compile(
    r"\b(?:maybe|perhaps|might|possibly|i guess|i suppose|not sure|unsure|don't know|dunno|(?:can't|couldn't) (?:tell|say)"
    r"|hard to (?:say|tell)|except)\b"
)


WANTED = re.compile(r"\b(?:yes|yeah|yep) (?:whatever|please|just (?:do|make)|do it|make it)\b")


def before_question(said: list[str]) -> str | None:
    """The intent of the plain no or yes that a question comes after: "no, but is it A L S"."""
    return "NoButIntent" if said[0] in NO else "YesAndIntent" if said[0] in YES else None


def says_no(said: list[str], found: Iterable[Match] = ()) -> bool:
    """Whether it is a no to all that was asked. Who doubts, or says yes too, hasn't said so."""
    line = " ".join(said)
    if YES.intersection(said) or DOUBTFUL.search(line):
        return False
    return bool(WHOLE.search(line)) or any(_answers(said, i, found) for i, word in enumerate(said) if word in NO)


def says_yes(said: list[str]) -> bool:
    """Whether it ends with a yes, or comes to one after a but: "well, both legs, but yes, that's it"."""
    line = " ".join(said)
    if WANTED.search(line):
        return True
    if NO_ANSWER.search(line) or DOUBTFUL.search(line) or len(said) < 2:
        return False
    return said[-1] in YES or bool(re.search(r"\bbut (?:yes|yeah|yep|yup)\b", line))


NO_ANSWER = re.compile(r"\b(?:no|nope|nah)\b")


def _answers(said: list[str], at: int, found: Iterable[Match]) -> bool:
    """Whether the "no" that stands there answers, and denies no single thing."""
    after = said[at + 1 : at + 2]
    if said[at] in ("nope", "nah", "naw"):  # nobody says "nope fever"
        return not HAVING.intersection(said[at - 1 : at]) or at == 0
    first = LEADING.issuperset(said[:at])
    if not after:
        return first or not HAVING.intersection(said[at - 1 : at])
    if after[0] in FOLLOWING:
        return (
            first
            or said[at - 1] == "but"
            or (at > 0 and not HAVING.intersection(said[at - 1 : at]) and after[0] not in ("other", "the", "to", "well"))
        )
    return False
