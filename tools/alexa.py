"""Alexa's side of a conversation, for tools and tests: request JSON from what was heard, the real handler, the response read."""

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import lambda_function
from tools.heard import Heard
from tools.recogniser import Recogniser

INVOKED = re.compile(
    r"(?:hey )?(?:alexa,? )?(?:(?:open|start|launch|begin|run|play) muscle check|(?:ask|tell) muscle check,? (.+))[.?!]*", re.I
)
AUTHORITY = "amzn1.er-authority.echo-sdk.local.{}"


def envelope(
    request: dict[str, Any], attributes: dict[str, Any] | None, new: bool = False, locale: str = "en-US"
) -> dict[str, Any]:
    """A request as Alexa posts it."""
    application, user = {"applicationId": "amzn1.ask.skill.local"}, {"userId": "amzn1.ask.account.local"}
    session = {
        "new": new,
        "sessionId": "SessionId.local",
        "application": application,
        "user": user,
        "attributes": attributes or {},
    }
    device = {"deviceId": "local", "supportedInterfaces": {}}
    system = {"application": application, "user": user, "device": device, "apiEndpoint": "https://api.amazonalexa.com"}
    head = {"requestId": f"EdwRequestId.{uuid.uuid4()}", "timestamp": "2026-01-01T00:00:00Z", "locale": "en-US"}
    return {
        "version": "1.0",
        "session": {**session, "attributes": attributes or {}},
        "context": {"System": system},
        "request": {**head, **request},
    }


def slot_json(name: str, type: str, values: list[tuple[str, str | None]]) -> dict[str, Any]:
    """A filled slot as Alexa's JSON has it: entity resolution for custom types, a list where there are several values."""

    def simple(value: str, id: str | None) -> dict[str, Any]:
        if type.startswith("AMAZON."):
            return {"type": "Simple", "value": id or value}
        match = {"code": "ER_SUCCESS_MATCH"} if id else {"code": "ER_SUCCESS_NO_MATCH"}
        found = {"values": [{"value": {"name": value, "id": id}}]} if id else {}
        authority = {"authority": AUTHORITY.format(type), "status": match, **found}
        return {"type": "Simple", "value": value, "resolutions": {"resolutionsPerAuthority": [authority]}}

    first = simple(*values[0])
    slot = {"name": name, "confirmationStatus": "NONE", "source": "USER", "slotValue": first}
    if len(values) > 1:
        return {**slot, "slotValue": {"type": "List", "values": [simple(*v) for v in values]}}
    return {**slot, **{k: v for k, v in first.items() if k != "type"}}


def intent_request(heard: Heard, types: dict[str, str]) -> dict[str, Any]:
    """The IntentRequest for what was heard, with empty slots for the intent's others."""
    slots = {n: slot_json(n, t, heard.slots[n]) if heard.slots.get(n) else {"name": n, "confirmationStatus": "NONE"}
             for n, t in types.items()}  # fmt: skip
    intent = {"name": heard.intent, "confirmationStatus": "NONE", **({"slots": slots} if slots else {})}
    return {"type": "IntentRequest", "dialogState": "STARTED", "intent": intent}


@dataclass
class Conversation:
    """A session with the skill as a speaker holds it, through the recogniser and the Lambda handler."""

    recogniser: Recogniser
    attributes: dict[str, Any] = field(default_factory=dict)
    post: Callable[[dict[str, Any]], dict[str, Any]] = field(default_factory=lambda: endpoint(None))
    started: bool = False
    ended: bool = False
    urgency: str | None = None  # of the last outcome
    request: dict[str, Any] = field(default_factory=dict)
    response: dict[str, Any] = field(default_factory=dict)

    def launch(self) -> dict[str, Any]:
        """ "Alexa, open muscle check"."""
        return self._send({"type": "LaunchRequest"}, Heard("", "LaunchRequest", {}))

    def say(self, text: str) -> dict[str, Any]:
        """One utterance; the first of a session is the one-shot. "Alexa, open muscle check" and "Alexa, ask muscle check …"
        begin a new session, as they do on a speaker."""
        if invoked := INVOKED.fullmatch(text.strip()):
            self.attributes, self.started = {}, False
            if not invoked[1]:
                return self.launch()
            text = invoked[1]
        heard = self.recogniser.hear(text)
        return self._send(intent_request(heard, self.recogniser.intents.get(heard.intent, {})), heard)

    def _send(self, request: dict[str, Any], heard: Heard) -> dict[str, Any]:
        self.request = envelope(request, self.attributes, new=not self.started)
        return self.read(self.post(self.request), heard)

    def read(self, response: dict[str, Any], heard: Heard) -> dict[str, Any]:
        """The turn that a response makes; the session goes on with its attributes."""
        self.response, self.started = response, True
        self.attributes = self.response.get("sessionAttributes") or {}
        body = self.response["response"]
        self.ended = body.get("shouldEndSession", True)
        asked = self.attributes.get("asked")
        self.urgency = self.attributes.get("urgency") or self.urgency
        return {
            **heard.as_json(),
            "asked": None if asked == "opening" else asked,
            "speech": plain(body.get("outputSpeech", {}).get("ssml", "")),
            "reprompt": plain(body["reprompt"]["outputSpeech"]["ssml"]) if "reprompt" in body else None,
            "card": body.get("card", {}).get("content"),
            "urgency": self.attributes.get("urgency"),
            "ended": self.ended,
        }


def endpoint(url: str | None) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Where requests go: the handler in this process, or a Lambda emulator's address (`make local`)."""
    if not url:
        return lambda event: lambda_function.handler(event, None)
    from tools import emulator

    return partial(emulator.post, url)


def plain(ssml: str) -> str:
    """What is heard, without the mark-up."""
    text = re.sub(r"<[^>]+>", "", re.sub(r'<break time="(\d+)s"/>', r"… \1 …", ssml)).strip()
    return text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
