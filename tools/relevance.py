"""Every sample utterance of the model, said in every place that a conversation can be in, gets a relevant reply:
`python -m tools.relevance`. Each is taken for the intent and the slots that it is a sample of.

A reply is relevant, whatever its words, if
- it isn't what is said to something not understood there;
- what was reported is known afterwards, or the outcome or the call to make follows from it;
- it ends the conversation only with an urgency, or where the caller ends it, or asks for the answer at once;
- an aside leaves the open question open and asked again, and is said something more than an empty turn is;
- it is speakable: a question with a reprompt where the session stays open, a statement where it ends, and sound mark-up.

What the help and the reprompt of each place tell callers to say is tried as well (tools/suggestions.py)."""

import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from conversation import asides, asking, meaning
from conversation.dialogue import respond
from conversation.talk import ANSWERS, Reply, Talk, Turn
from skill import ssml
from tools import suggestions
from tools.certify_phrases import Coverage
from tools.certify_responses import ssml_problems
from tools.places import Place, places
from tools.recogniser import recogniser
from tools.samples import Samples, Shape
from triage.content import Content, load
from triage.protocol import TRUE

MODEL = Path("interaction-model/en-US.json")
ENDING = ("stop", "hurry")
WORDINGS = ("", "rest", "again")  # of one question
MOST = 40  # misses to print, unless --all


def problems(content: Content, here: Place, turn: Turn, reply: Reply, missed: Reply) -> Iterator[str]:
    """Why a reply isn't relevant; none where it is."""
    opened = here.session.turns or here.session.asked
    if opened and reply.speech.split(". ")[0] == missed.speech.split(". ")[0]:
        yield "isn't understood"
    yield from speakable(reply)
    if reply.session is None:
        done = (turn.act, here.step.kind) in {("no", "offer"), ("thanks", "offer"), ("thanks", "more")}
        ended = turn.act in ENDING or done
        if not reply.urgency and not ended:
            yield "ends the conversation"
        return
    after = Talk(content, reply.session)
    if reply.urgency is None:
        yield from (f"{name} is swallowed" for name in swallowed(here, turn, after))
    asked = [asking.ask(after.words, after.step, wording) for wording in WORDINGS]
    if not (question := next((q for q in asked if reply.speech.endswith(q)), "")):
        yield "asks another question than the open one"
    lead = reply.speech.removesuffix(question).strip()
    if turn.act in asides.ACTS and turn.act not in ("topic", "more", "ease") and after.step != here.step:
        yield "loses the open question"
    if turn.act in asides.ACTS and turn.act not in ("repeat", "rephrase", "more") and not lead:
        yield "isn't answered"
    before = Talk(content, here.session)
    same = (after.step, after.known) == (before.step, before.known)
    if turn.act in ANSWERS and not turn.said and same and (not lead or lead in content.prompts["okay"]):
        yield "is only asked again"


def swallowed(here: Place, turn: Turn, after: Talk) -> Iterator[str]:
    """What was reported and isn't known afterwards, but for what an answer only mentions. What the caller can't tell must count
    where it is asked, if only so that it is asked in other words."""
    known = after.known
    for name, value in meaning.of(Talk(after.content, here.session), turn).said.items():
        match name:
            case "topic" | "heard" | "choice":
                continue
            case "person":
                taken = known.get("speaker") == ("self" if value == "self" else "other")
            case "movement" | "place" | "age_group":
                parts = after.content.protocol.parts
                taken = all({each, *parts.get(each, ())} & set(known.get(name, ())) for each in value)
            case "duration":
                taken = name in known or value == "PT0S"
            case "side":
                taken = name in known or value == "other"
            case _ if value == "unsure":
                taken = name in known or name not in here.step.findings or after.step != here.step
            case _:
                taken = known.get(name) in (TRUE if value == "yes" else (*TRUE, "no"))
        if not taken:
            yield name


def speakable(reply: Reply) -> Iterator[str]:
    """What a speaker would get wrong about a reply."""
    if (reply.session is not None) != reply.speech.endswith("?") or bool(reply.reprompt) != (reply.session is not None):
        yield "asks and closes, or waits and asks nothing"
    for text in (reply.speech, reply.reprompt or ""):
        yield from sound(text) if text else ()


@cache
def sound(text: str) -> tuple[str, ...]:
    return tuple(ssml_problems(f"<speak>{ssml(text)}</speak>"))


def irrelevant(content: Content, samples: Samples, everywhere: list[Place]) -> Iterator[tuple[Shape, Place, Turn, str]]:
    """Every sample said everywhere: its shape, the place, the turn, and what is wrong; one row more with an empty reason each."""
    for here in everywhere:
        missed = respond(content, here.session, Turn("miss"))
        for shape in samples.count:
            for turn in samples.turns(shape, here.step.findings):
                reply = respond(content, here.session, turn)
                yield from ((shape, here, turn, why) for why in (*problems(content, here, turn, reply, missed), ""))


def main() -> int:
    content, model = load(), json.loads(MODEL.read_text(encoding="utf-8"))
    samples, everywhere = Samples(content, model), list(places(content))
    hears, coverage = recogniser(), Coverage(model)
    turns = phrases = 0
    found: list[str] = []
    for (intent, slots), here, turn, why in irrelevant(content, samples, everywhere):
        turns += not why
        if why:
            found.append(f"{intent} {' '.join(slots)}: at {here.name}: {turn.said or turn.act}: {why}")
    for here in everywhere:
        for said, part in suggestions.told(content, here).items():
            phrases += 1
            found += (
                f'"{said}": in the {part} of {here.name}: {why}'
                for why in suggestions.problems(content, hears, coverage, here, said)
            )
    for line in found[: None if "--all" in sys.argv else MOST]:
        print(f"error: {line}", file=sys.stderr)
    kinds = len({here.kind for here in everywhere})
    print(f"{samples.count.total()} samples × {kinds} kinds of place ({len(everywhere)} places, {turns} turns) and "
          f"{phrases} suggestions: {len(found)} irrelevant")  # fmt: skip
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
