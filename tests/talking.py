"""A conversation in requests, one after the other, as Alexa sends them, and how urgent the oracle finds what was told so far."""

import json
from typing import Any

from hypothesis.stateful import RuleBasedStateMachine

import lambda_function
from tools.alexa import envelope, intent_request
from tools.heard import Heard
from tools.oracle import Oracle
from tools.recogniser import recogniser
from triage.content import load
from triage.protocol import Known, days
from triage.session import Session, read_session

HEARS, PROTOCOL, ORACLE = recogniser(), load().protocol, Oracle()


def due(known: Known) -> int:
    """How urgent the oracle finds what is known."""
    details: dict[str, Any] = {k: known[k] for k in ("movement", "place", "age_group", "speaker", "pronoun") if k in known}
    if isinstance(known.get("duration"), str):
        details["days"] = days(known["duration"])
    return ORACLE.urgency(details, {f: v for f, v in known.items() if f in PROTOCOL.findings})


class Talking(RuleBasedStateMachine):
    """What has been sent and answered so far."""

    def __init__(self) -> None:
        super().__init__()
        self.attributes: dict[str, Any] = {}
        self.response: dict[str, Any] = {}
        self.urgency: str | None = None
        self.ended = False

    @property
    def session(self) -> Session:
        return read_session(self.attributes, PROTOCOL.version)

    def send(self, intent: str, slots: dict[str, list[tuple[str, str | None]]] | None = None) -> None:
        if intent == "Launch":
            request: dict[str, Any] = {"type": "LaunchRequest"}
        else:
            request = intent_request(Heard("", intent, slots or {}), HEARS.intents[intent])
        answer = lambda_function.handler(envelope(request, self.attributes, new=not self.attributes), None)
        attributes = json.loads(json.dumps(answer.get("sessionAttributes") or {}))
        self.response, self.urgency = answer["response"], attributes.pop("urgency", None)
        self.ended = bool(self.response["shouldEndSession"])
        self.attributes = {} if self.ended else attributes

    def end(self) -> dict[str, Any]:
        """What is answered when Alexa ends the session because nobody speaks."""
        request = {"type": "SessionEndedRequest", "reason": "EXCEEDED_MAX_REPROMPTS"}
        answer: dict[str, Any] = lambda_function.handler(envelope(request, self.attributes), None)
        self.attributes, self.response, self.urgency, self.ended = {}, {}, None, True
        return answer
