"""One line of JSON a turn, for those who run the skill: what kind of turn, how it was handled, how long it took.

Nothing that anyone said or has: no intent, slot or finding, not how urgent it is, not who. Written to standard output on Lambda,
and elsewhere where TURN_LOG is set, so that tools keep theirs."""

import contextlib
import json
import os
import sys
from collections.abc import Mapping
from typing import Any

# What kind of turn an act is. The others (help, repeat, back …) are commands.
KINDS = {"yes": "answer", "no": "answer", "unsure": "answer", "report": "report", "correct": "report", "stop": "end",
         "miss": "miss"}  # fmt: skip

_cold = True


def kind(event: object, acts: Mapping[str, str]) -> str:
    """launch, answer, report, command, miss, end, event, or other; `acts` says what each intent does."""
    match event:
        case {"request": {"type": "IntentRequest", "intent": {"name": str(name)}}} if name in acts:
            return KINDS.get(acts[name], "command")
        case {"request": {"type": "LaunchRequest"}}:
            return "launch"
        case {"request": {"type": "SessionEndedRequest"}}:
            return "end"
        case {"request": {"type": str(type)}} if type.startswith("AlexaSkillEvent."):
            return "event"
    return "other"


def outcome(response: Mapping[str, Any]) -> str:
    """open where an answer is awaited, closed where the conversation has ended, silent where nothing was said."""
    match response.get("response"):
        case {"outputSpeech": dict(), "shouldEndSession": False}:
            return "open"
        case {"outputSpeech": dict()}:
            return "closed"
    return "silent"


def write(kind: str, response: Mapping[str, Any], ms: float, error: str | None, protocol: str | None) -> None:
    """Log a turn that took `ms` milliseconds. `error` is the type of the error that ended it in an apology: never its text."""
    global _cold
    line: dict[str, object] = {"turn": kind, "outcome": "apology" if error else outcome(response)}
    line |= {"ms": round(ms, 1), "cold": _cold, "protocol": protocol} | ({"error": error} if error else {})
    _cold = False
    with contextlib.suppress(OSError, ValueError):  # a log that can't be written silences nobody
        if os.environ.get("AWS_LAMBDA_FUNCTION_NAME") or os.environ.get("TURN_LOG"):
            print(json.dumps(line), flush=True)
        elif error:
            print(f"apology: {error}", file=sys.stderr)
