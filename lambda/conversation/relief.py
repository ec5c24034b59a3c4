"""Relief while a cramp is there now: the move that is safe unasked, its limit, and a stretch counted aloud."""

from collections.abc import Mapping
from typing import Any

from triage.protocol import TRUE, Known

from .talk import Reply, Talk, Turn

NOW = "PT0S"  # "right now", as a duration
ROUNDS = 3  # a speaker listens for eight seconds and once more; then the interview goes on


def stretch(talk: Talk) -> str | None:
    """The id of the stretch for the caller's place that nothing reported forbids."""
    known = talk.known
    places, side = known.get("place"), known.get("side")
    if not isinstance(places, list) or "cramp" not in known.get("movement", ()):
        return None
    rows: Mapping[str, Any] = talk.content.relief
    fitting = [id for id, row in rows.items() if set(row["places"]) & set(places) and row.get("side") in (None, side)]
    fitting.sort(key=lambda id: "side" not in rows[id])
    return next((id for id in fitting if not any(known.get(f) in TRUE for f in rows[id]["unless"])), None)


def wanted(talk: Talk, turn: Turn) -> bool:
    """Whether the caller just said that it is cramping or locked right now, and a stretch is safe to offer; not where they only
    say which of several things it is."""
    now = turn.said.get("duration") == NOW or turn.said.get("still_cramping") == "yes"
    fresh = "?relieved" not in talk.known and "?relief" not in talk.known
    return now and fresh and turn.act == "report" and talk.step.kind != "which" and stretch(talk) is not None


def offer(talk: Talk) -> Reply:
    """The move first, then its limit, then the offer to count."""
    words = talk.words.relief(stretch(talk) or "")
    return Talk(talk.content, talk.session.add({"?relief": "0"})).ask(words["move"], words["limit"])


def answered(talk: Talk, turn: Turn, delta: Known) -> Reply:
    """After the offer: a round of the stretch, until it lets go, the rounds are over, or something else is said."""
    done: Known = {"?relief": None, "?relieved": "yes"}
    count, id = int(talk.known["?relief"]), stretch(talk)
    let_go = turn.said.get("resolved_now") == "yes" or (turn.act == "yes" and count > 0)
    if let_go:
        return Talk(talk.content, talk.session.add({**done, "resolved_now": "yes"})).ask(talk.words.prompt("let_go"))
    other = [f for f in delta if f not in ("resolved_now", "still_cramping")]
    again = count > 0 or turn.act == "yes"
    if id is None or other or not again or count >= ROUNDS:
        return Talk(talk.content, talk.session.add(done)).ask(talk.words.prompt("not_let_go") if count else talk.okay())
    return Talk(talk.content, talk.session.add({"?relief": str(count + 1)})).ask(talk.words.relief(id)["guide"])
