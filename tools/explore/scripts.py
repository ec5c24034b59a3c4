"""Conversations beside the interview, held through the real conversation, so that what is said there is heard, too: help at the
opening, a stretch for each place, topics to their ends, corrections; and a caller for each tip."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from conversation import outcome
from conversation.dialogue import respond
from conversation.relief import NOW
from conversation.talk import Reply, Turn
from triage.content import Content
from triage.session import Session

LEG: Mapping[str, Any] = {"movement": ["cramp"], "place": ["calf"], "side": "left"}
YES, NO = Turn("yes"), Turn("no")


def scripts(content: Content) -> Iterator[tuple[Session, list[Turn]]]:
    """How each begins, and what the caller does."""
    told = Turn("report", dict(LEG))
    for act in ("launch", "help", "miss", "back", "hurry", "stop"):
        yield Session(), [Turn(act)]
        yield Session(heard=True), [Turn(act)]
    yield (
        Session(),
        [told, Turn("correct", {"place": ["thigh"]}), Turn("back"), Turn("repeat"), Turn("topic", {"heard": "my car"})],
    )
    yield Session(), [told, NO, NO, NO, NO, NO, NO, NO, NO, NO]
    yield Session(), [Turn("report", {**LEG, "side": "both"})]
    yield Session(), [told, Turn("report", {"resolved_now": "yes"}), Turn("report", {"frequent": "yes"}), *[NO] * 30]
    yield Session(), [Turn("report", {"movement": ["cramp"], "place": ["belly"]}), *[NO] * 30, YES, YES, Turn("why")]
    for place in content.words["details"]["place"]:
        now = Turn("report", {"movement": ["cramp"], "place": [place], "duration": NOW})
        yield Session(), [now, YES, YES]
        yield Session(), [now, YES, NO, NO, NO, NO]
        yield Session(), [now, Turn("miss"), NO]
    for topic in content.topics:
        yield Session(), [Turn("topic", {"topic": topic}), *[YES] * 4, Turn("more"), NO]


def replies(content: Content) -> Iterator[Reply]:
    """All that is heard in them."""
    for session, turns in scripts(content):
        for turn in turns:
            reply = respond(content, session, turn)
            yield reply
            if reply.session is None:
                break
            session = reply.session


def untipped(content: Content, heard: str) -> list[str]:
    """The tips that weren't heard, and are told to no caller who answers no to all but what the tip needs, and one thing more."""
    rows = [id for id, row in content.tips.items() if row["kind"] != "prevention" and _start(content, id).lower() not in heard]
    return [id for id in rows if not _told(content, id, content.tips[id])]


def _start(content: Content, id: str) -> str:
    """The first words of a tip, up to what is filled in."""
    return str(content.words["tips"][id]).split("{")[0].split(".")[0]


def _told(content: Content, id: str, row: Mapping[str, Any]) -> bool:
    words = content.words["details"]
    movements, places = (row.get(d) or [n for n in words[d] if n != "unknown"] for d in ("movement", "place"))
    nothing = dict.fromkeys(content.protocol.findings, "no")
    needs = [*row.get("needs", []), *row.get("fits", []), None]
    for movement, place, need, other in product(movements, places, needs, [None, *content.protocol.findings]):
        known = {**nothing, **{f: "yes" for f in (need, other) if f}, "movement": [movement], "place": [place]}
        if content.protocol.decide(known)[0] != content.protocol.emergency:
            speech = outcome.advice(content, known)[1]
            if _start(content, id) in speech:
                return True
    return False
