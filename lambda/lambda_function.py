"""AWS entry point. Whatever breaks, the caller still hears where to turn."""

import sys
from typing import Any

APOLOGY = (
    "Sorry, something went wrong on my side. If this may be an emergency, call "
    '<say-as interpret-as="digits">911</say-as> now. If not, call your doctor or a nurse line.'
)

try:
    from skill import build

    _skill = build()
except Exception as error:  # noqa: BLE001 content or code that doesn't load must not silence the skill
    print(f"not loaded: {type(error).__name__}", file=sys.stderr)
    _skill = None


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """Answer an Alexa request. An error is logged by its type alone: its text might hold what the caller said."""
    try:
        if _skill is not None:
            response: dict[str, Any] = _skill(event, context)
            return response
    except Exception as error:  # noqa: BLE001 the SDK raises its own kinds, and so does a request it can't read
        print(f"apology: {type(error).__name__}", file=sys.stderr)
    return apology(event)


def apology(event: object) -> dict[str, Any]:
    """A valid response that says where to turn; silent where the session has already ended."""
    request = event.get("request") if isinstance(event, dict) else None
    if isinstance(request, dict) and request.get("type") == "SessionEndedRequest":
        return {"version": "1.0", "response": {}}
    speech = {"type": "SSML", "ssml": f"<speak>{APOLOGY}</speak>"}
    return {"version": "1.0", "sessionAttributes": {}, "response": {"outputSpeech": speech, "shouldEndSession": True}}
