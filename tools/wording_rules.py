"""How it is said, and what may never be said. What is measured:

Reading grade: Flesch-Kincaid, as textstat computes it; at most 6 for questions, 8 for explanations and outcomes. It is a measure
for sentences, so fewer than twelve words are judged only together with the other short ones of their file. A question lists
things with a pause after each, so it is graded as heard: once for each thing alone, all taken together. Names that can't be
put simply, and that are explained where they stand (NAMES), count as one short word.

Length: 150 words a minute. A reply is at most 75 words (30 seconds), a question at most 30 (12 seconds).
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import textstat

from tools import spoken
from tools.content_tree import Problem
from tools.spoken import Spoken
from triage.content import Content

GRADES = {"question": 6.0, "explanation": 8.0}
REPLY, QUESTION, FEW = 75, 30, 12  # words
NAMES = re.compile(
    r"fasciculation|myoclonus|atherosclerosis|lumbar stenosis|peripheral neuropathy|myopathy|amyotrophic lateral sclerosis"
    r"|multiple sclerosis|(Lou Gehrig|Parkinson|Alzheimer)'s disease|National Library of Medicine|Alexa|\[pause \d+\]", re.I)  # fmt: skip
CALLS = re.compile(r"\b(911|9 1 1|988|9 8 8|1-800-222-1222)\b|\[pause \d+\]")

ILLNESS = (
    r"(blood )?clot|stroke|heart attack|tetanus|meningitis|sepsis|tumou?r|ALS|Lou Gehrig|multiple sclerosis|Parkinson|Alzheimer|"
    r"epilepsy|neuropathy|myopathy|dystonia|myoclonus|infection|panic attack|pinched nerve|restless legs|deficiency|low calcium|"
    r"low potassium|heat ?stroke|pre-?eclampsia|poisoning|anxiety|serotonin"
)
REFUSED = r"\b(don't|do not|never|not|without|unless|leave|unlikely|harm|dangerous|risky|ask|limits?)\b"
# What may not be said: the name, the pattern, what makes the sentence allowed, and the mend.
NEVER: tuple[tuple[str, str, str, str], ...] = (
    ("a diagnosis", rf"\b(you|she|he|they|it|this|that)('ve|'re|'s|’ve)? ?\b(probably |clearly |likely |just |surely )*"
     rf"(have|has|had|got|are having|is having|may have|might have|must have|is|are|sounds like|looks like|be)? ?\b(an? )?"
     rf"(mild |small |bad )?\b({ILLNESS})\b", r"\bif (you|she|he|they)\b", "say what was heard, and what to do"),
    ("a promise", r"\b(guarantee[sd]?|nothing to worry about|no need to worry|don't worry|you're fine|you are fine|you'll be fine"
     r"|(only|just) a (cramp|twitch|spasm)|it's just|completely safe|always works|for sure|certainly)\b"
     r"|\bwill (surely |soon |quickly )?(cure|heal|fix|stop it|go away|help|be fine|pass|work|ease|get better)\b", "",
     "say what may help, or what often happens"),
    ("to stop a medicine", r"\b(stop|quit|skip|leave off|come off) (taking|using|your|her|his|their|the|a|all) ?(\w+ ){0,3}"
     r"(medicines?|medication|pills?|tablets?|statins?|dose)\b|\bstop taking\b", r"\b(don't|do not|never)\b",
     "tell them to ask before the next dose"),
    ("a dose", r"\b(\d+|one|two|three|four|five|six|half|several|a few) ?(mg|ml|milligrams?|grams?|milliliters?|teaspoons?|tablets?"
     r"|pills?|capsules?|drops|units)\b", "", "refer to the label, or to a pharmacist"),
    ("a remedy that may harm", r"\b(quinine|tonic|magnesium|leg cramp pills|salt tablets|potassium pills|extra potassium)\b", REFUSED,
     "say not to take it on one's own, or leave it out"),
    ("rubbing where there may be a clot", r"\b(rub|massage|knead)\w*\b.*\b(swollen|swelling|red|warm|clot)\b"
     r"|\b(swollen|red)\b.*\b(rub|massage|knead)\w*\b", r"\b(don't|do not|never|not|leave)\b", "say not to rub it"),
    ("breathing into a bag", r"\b(paper|plastic) (or \w+ )?bag\b|\binto a bag\b", r"\b(don't|do not|never)\b", "warn of it, or leave it out"),
    ("that the skill is a clinician", r"\b(doctor|nurse) here\b|\bas (a|your) (doctor|nurse)\b|\bI('m| am) (a|your) (doctor|nurse)\b"
     r"|\b(my|our) (diagnosis|patients?)\b", "", "say that this is information, not medical advice"),
)  # fmt: skip


def problems(content: Content, written: Iterable[Spoken]) -> Iterator[Problem]:
    """Everything wrong with what is said: the strings as written, and the replies of sampled callers. Each once."""
    strings, outcomes = list(written), list(spoken.outcomes(content))
    asked = dict.fromkeys(spoken.questions(content))
    for said in dict.fromkeys([*strings, *(s for s, _ in asked), *outcomes]):
        yield from forbidden(said)
    yield from _long(content, [s for s, _ in asked], outcomes)
    yield from grades(asked, [*strings, *outcomes])


def forbidden(said: Spoken) -> Iterator[Problem]:
    """What may not be said, sentence by sentence; and marks and numbers that can't be spoken."""
    text = CALLS.sub("it", said.text)
    for sentence in re.split(r"(?<=[.?!]) ", text):
        for name, pattern, allowed, mend in NEVER:
            found = re.search(pattern, sentence, re.I)
            if found and not (allowed and re.search(allowed, sentence, re.I)):
                yield Problem(said.file, said.id, f"says {name}: {found[0].strip()!r} in {sentence!r}", mend)
    if marks := re.findall(r"[^A-Za-z ,.?:'\-\n]", re.sub(r"\d", "", text)):
        yield Problem(said.file, said.id, f"has {''.join(dict.fromkeys(marks))!r} in {said.text!r}", "use words, commas, periods, question marks")
    if numbers := re.findall(r"\d+", text):
        yield Problem(said.file, said.id, f"has the number {numbers[0]} in {said.text!r}", "write it in words; digits are for numbers to call")


def _long(content: Content, asked: list[Spoken], outcomes: list[Spoken]) -> Iterator[Problem]:
    """Questions over 12 seconds, replies over 30; of a question's wordings, and of a rule's callers, the longest."""
    longest: dict[tuple[str, str], tuple[int, int, str]] = {}
    after = len(spoken.longest_question(content).split())
    told = [(s, REPLY, len(s.text.split())) for s in outcomes]
    told += [(s, QUESTION, len(s.text.split())) for s in asked]
    told += [(s, REPLY, len(s.text.split()) + after) for s in spoken.asides(content)]
    for said, limit, length in told:
        if length > max(limit, longest.get((said.file, said.id), (0, 0, ""))[0]):
            longest[said.file, said.id] = length, limit, said.text
    for (file, id), (length, limit, text) in longest.items():
        yield Problem(file, id, f"takes {length * 60 / 150:.0f} seconds, {length} words: {text!r}", f"say it in {limit} words")


def grades(asked: Iterable[tuple[Spoken, str]], explained: Iterable[Spoken]) -> Iterator[Problem]:
    """Questions and explanations that are harder to follow than they may be."""
    wordings: dict[tuple[str, str, str], dict[str, int]] = {}
    for said, part in asked:
        if part in ("ask", "again", "reprompt"):
            wordings.setdefault((said.file, said.id, part), {})[said.text] = len(said.text.split())
    for (file, id, part), texts in wordings.items():
        alone = [text for text in texts if len(texts) == 1 or texts[text] < max(texts.values())]
        yield from _graded(file, f"{id} {part}", "question", " ".join(alone))
    short: dict[str, list[str]] = {}
    for said in dict.fromkeys(explained):
        if said.kind != "explanation":
            continue
        if len(said.text.split()) < FEW:
            short.setdefault(said.file, []).append(said.text)
        else:
            yield from _graded(said.file, said.id, "explanation", said.text)
    for file, several in short.items():
        yield from _graded(file, "its short sentences", "explanation", " ".join(several))


def _graded(file: str, id: str, kind: str, text: str) -> Iterator[Problem]:
    if len(text.split()) >= FEW and (found := grade(text)) > GRADES[kind]:
        shown = text if len(text) < 200 else text[:200] + "..."
        yield Problem(file, id, f"reads at grade {found:.1f}, over {GRADES[kind]:.0f}: {shown!r}", "shorter sentences, shorter words")


@cache
def grade(text: str) -> float:
    """The years of school that it takes to follow a text."""
    return float(textstat.flesch_kincaid_grade(NAMES.sub("name", CALLS.sub("ten", text))))
