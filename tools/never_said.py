"""What may never be said, and marks and numbers that can't be spoken."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tools import no_copy
from tools.content_tree import Problem
from tools.spoken import Spoken

# Numbers to call, the month of a page, and a pause.
DIGITS = re.compile(r"\b(911|9 1 1|988|9 8 8|1-800-222-1222|[A-Z][a-z]+ 20\d\d)\b|\[pause \d+\]")
ILLNESS = (
    r"(blood )?clot|stroke|heart attack|tetanus|meningitis|sepsis|tumou?r|ALS|Lou Gehrig|multiple sclerosis|Parkinson|Alzheimer"
    r"|epilepsy|neuropathy|myopathy|dystonia|myoclonus|infection|panic attack|pinched nerve|restless legs|deficiency"
    r"|low calcium|low potassium|heat ?stroke|pre-?eclampsia|poisoning|anxiety|serotonin"
)
HAVE = r"(has|have|had|got|are having|is having|may have|might have|must have|is|are|sounds like|looks like|be)"
MEDICINE = r"(medicines?|medication|pills?|tablets?|statins?|dose)"
RUB = r"(rub|massage|knead)\w*"
REFUSED = r"\b(don't|do not|never|not|without|unless|leave|unlikely|harm|dangerous|risky|ask|limits?)\b"
DONT = r"\b(don't|do not|never)\b"


@dataclass(frozen=True, slots=True)
class Never:
    """A thing that may not be said: its pattern, what makes a sentence with it right after all, and the mend."""

    name: str
    pattern: str
    mend: str
    allowed: str = r"(?!)"
    whole: bool = False  # only in whole sentences: a name may hold it


NEVER = (
    Never(
        "a diagnosis",
        rf"\b(you|she|he|they|it|this|that)('ve|'re|'s)? ?\b((probably|clearly|likely|just|surely) )*{HAVE}? ?\b(an? )?"
        rf"((mild|small|bad) )?\b({ILLNESS})\b",
        "say what was heard, and what to do",
        r"\bif (you|she|he|they)\b",
    ),
    Never(
        "a promise",
        r"\b(guarantee[sd]?|nothing to worry about|no need to worry|don't worry|(you're|you are|you'll be) fine|it's just"
        r"|(only|just) a (cramp|twitch|spasm)|completely safe|always works|for sure|certainly)\b"
        r"|\bwill (surely |soon |quickly )?(cure|heal|fix|stop it|go away|help|be fine|pass|work|ease|get better)\b",
        "say what may help, or what often happens",
    ),
    Never(
        "to stop a medicine",
        r"\b(stop|quit) taking\b"
        rf"|\b(stop|quit|skip|leave off|come off) (using )?(your|her|his|their|the|a|all) ?(\w+ ){{0,3}}{MEDICINE}\b",
        "tell them to ask before the next dose",
        DONT,
    ),
    Never(
        "a dose",
        r"\b(\d+|one|two|three|four|five|six|half|several|a few) ?(mg|ml|milligrams?|grams?|milliliters?|teaspoons?|tablets?"
        r"|pills?|capsules?|drops|units)\b",
        "refer to the label, or to a pharmacist",
    ),
    Never(
        "a remedy that may harm",
        r"\b(quinine|tonic|magnesium|leg cramp pills|salt tablets|potassium pills|extra potassium)\b",
        "say not to take it on one's own, or leave it out",
        REFUSED,
        whole=True,
    ),
    Never(
        "rubbing where there may be a clot",
        rf"\b{RUB}\b.*\b(swollen|swelling|red|warm|clot)\b|\b(swollen|red)\b.*\b{RUB}\b",
        "say not to rub it",
        r"\b(don't|do not|never|not|leave)\b",
    ),
    Never("breathing into a bag", r"\b(paper|plastic) (or \w+ )?bag\b|\binto a bag\b", "warn of it, or leave it out", DONT),
    Never(
        "that the skill is a clinician",
        r"\b(doctor|nurse) here\b|\bas (a|your) (doctor|nurse)\b|\bI('m| am) (a|your) (doctor|nurse)\b"
        r"|\b(my|our) (diagnosis|patients?)\b",
        "say that this is information, not medical advice",
    ),
)


def problems(said: Spoken) -> Iterator[Problem]:
    """What may not be said, sentence by sentence; and marks and numbers that can't be spoken."""
    text = DIGITS.sub("it", said.text)
    for sentence in re.split(r"(?<=[.?!]) ", text):
        for never in NEVER:
            found = re.search(never.pattern, sentence, re.I) if sentence.endswith((".", "?")) or not never.whole else None
            if found and not re.search(never.allowed, sentence, re.I):
                yield Problem(said.file, said.id, f"says {never.name}: {found[0].strip()!r} in {sentence!r}", never.mend)
    if marks := re.findall(r"[^A-Za-z\d ,.?:'\-\n]", text):
        what = f"has {''.join(dict.fromkeys(marks))!r} in {said.text!r}"
        yield Problem(said.file, said.id, what, "use words, commas, periods, question marks")
    if numbers := re.findall(r"\d+", text):
        mend = "write it in words; digits are for numbers to call"
        yield Problem(said.file, said.id, f"has the number {numbers[0]} in {said.text!r}", mend)


def copied(said: Spoken, hashes: frozenset[str]) -> Iterator[Problem]:
    """Words that a page we learned from has too; the names of publishers aside."""
    if said.kind != "name" and (run := no_copy.copied(said.text, hashes)):
        yield Problem(said.file, said.id, f"copies a page it was learned from: {run!r}", "say it in other words")
