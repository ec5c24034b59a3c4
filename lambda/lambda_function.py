"""AWS entry point. Whatever breaks, the caller still hears where to turn."""

import os
import sys
import time
from collections.abc import Callable
from typing import Any

import turn_log

WHERE_TO_TURN = (
    'If this may be an emergency, call <say-as interpret-as="digits">911</say-as> now. If not, call your doctor or a nurse line.'
)
APOLOGY = f"Sorry, something went wrong on my side. {WHERE_TO_TURN}"
CLOSED = f"Muscle Check can't ask questions right now. {WHERE_TO_TURN}"

_acts: dict[str, str] = {}
_version: str | None = None
try:
    from intents import ACTS
    from skill import build
    from triage.content import load

    _skill, _acts, _version = build(), ACTS, load().protocol.version
except Exception as error:  # noqa: BLE001 content or code that doesn't load must not silence the skill
    print(f"not loaded: {type(error).__name__}", file=sys.stderr)
    _skill = None


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """Answer an Alexa request."""

    def reply() -> dict[str, Any]:
        if _skill is None:
            raise RuntimeError("the skill didn't load")
        response: dict[str, Any] = _skill(event, context)
        return response

    return answer(event, reply)


def answer(event: dict[str, Any], reply: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What the caller hears: the reply, or where to turn if it fails, or if WHERE_TO_TURN_ONLY is set. An error is logged by its
    type alone: its text might hold what the caller said."""
    started, error = time.perf_counter(), None
    try:
        only = os.environ.get("WHERE_TO_TURN_ONLY") == "true" and not _unspoken(event)
        response = apology(event, CLOSED) if only else reply()
    except Exception as failure:  # noqa: BLE001 the SDK raises its own kinds, and so does a request it can't read
        response, error = apology(event), type(failure).__name__
    ms = (time.perf_counter() - started) * 1000
    turn_log.write(turn_log.kind(event, _acts), response, ms, error, _version)
    return response


def apology(event: object, text: str = APOLOGY) -> dict[str, Any]:
    """A valid response that says where to turn and ends the session; silent where nothing may be said."""
    if _unspoken(event):
        return {"version": "1.0", "response": {}}
    speech = {"type": "SSML", "ssml": f"<speak>{text}</speak>"}
    return {"version": "1.0", "sessionAttributes": {}, "response": {"outputSpeech": speech, "shouldEndSession": True}}


def _unspoken(event: object) -> bool:
    """Whether nobody listens: the session has ended, or the request is an event such as the skill's disabling."""
    request = event.get("request") if isinstance(event, dict) else None
    type = request.get("type") if isinstance(request, dict) else None
    return type == "SessionEndedRequest" or (isinstance(type, str) and type.startswith("AlexaSkillEvent."))
