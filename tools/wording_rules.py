"""How it is said. What is measured:

Reading grade: Flesch-Kincaid, as textstat computes it; at most 6 for questions, 8 for explanations and outcomes. It is a measure
for sentences, so fewer than twelve words are judged only together with the other short ones of their file. A question lists
things with a pause after each, so it is graded as heard: once for each thing alone, all taken together. Names that can't be
put simply, and that are explained where they stand (NAMES), count as one short word.

Length: 150 words a minute. A reply is at most 75 words (30 seconds), a question at most 30 (12 seconds), a stretch counted aloud
at most 45 seconds with its pauses.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import textstat

from tools import never_said, no_copy, spoken
from tools.content_tree import Problem
from tools.spoken import Spoken
from triage.content import Content

GRADES = {"question": 6.0, "explanation": 8.0}
REPLY, QUESTION, FEW = 75, 30, 12  # words
PACE = 2.5  # words a second
GUIDE, PAUSE = 45, 10  # seconds
NAMES = re.compile(
    r"fasciculation|myoclonus|atherosclerosis|lumbar stenosis|peripheral neuropathy|myopathy|amyotrophic lateral sclerosis"
    r"|multiple sclerosis|(Lou Gehrig|Parkinson|Alzheimer)'s disease|National Library of Medicine|Alexa|\[pause \d+\]",
    re.I,
)


def problems(content: Content, written: Iterable[Spoken]) -> Iterator[Problem]:
    """Everything wrong with what is said: the strings as written, then the questions and the replies of sampled callers."""
    strings, hashes = list(dict.fromkeys(written)), no_copy.read_hashes()
    asked = dict.fromkeys(spoken.questions(content))
    yield from (
        problem
        for said in [*strings, *(s for s, _ in asked)]
        for problem in [*never_said.problems(said), *never_said.copied(said, hashes)]
    )
    replies = list(dict.fromkeys([*spoken.outcomes(content), *spoken.asides(content)]))
    yield from (problem for said in replies for problem in [*never_said.problems(said), *never_said.copied(said, hashes)])
    yield from _long([s for s, _ in asked], replies)
    yield from _guides(content)
    yield from grades(asked, [*strings, *replies])


def _long(asked: Iterable[Spoken], replies: Iterable[Spoken]) -> Iterator[Problem]:
    """Questions over 12 seconds, replies over 30; of several with one id, the longest."""
    longest: dict[tuple[str, str], tuple[int, int, str]] = {}
    for said, limit in [*((s, REPLY) for s in replies), *((s, QUESTION) for s in asked)]:
        length = len(said.text.split())
        if length > max(limit, longest.get((said.file, said.id), (0, 0, ""))[0]):
            longest[said.file, said.id] = length, limit, said.text
    for (file, id), (length, limit, text) in longest.items():
        yield Problem(file, id, f"takes {length / PACE:.0f} seconds, {length} words: {text!r}", f"say it in {limit} words")


def _guides(content: Content) -> Iterator[Problem]:
    """Stretches counted aloud: speech and silence together."""
    for id, row in content.relief_words.items():
        pauses = [int(seconds) for seconds in re.findall(r"\[pause (\d+)\]", row["guide"])]
        length = sum(pauses) + len(re.sub(r"\[pause \d+\]", "", row["guide"]).split()) / PACE
        if length > GUIDE or any(pause > PAUSE for pause in pauses):
            mend = f"at most {GUIDE} seconds, with pauses of {PAUSE} at most"
            yield Problem(f"{content.locale}/relief.toml", id, f"counts for {length:.0f} seconds", mend)


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
        yield Problem(
            file, id, f"reads at grade {found:.1f}, over {GRADES[kind]:.0f}: {shown!r}", "shorter sentences, shorter words"
        )


@cache
def grade(text: str) -> float:
    """The years of school that it takes to follow a text."""
    return float(textstat.flesch_kincaid_grade(NAMES.sub("name", never_said.DIGITS.sub("ten", text))))
