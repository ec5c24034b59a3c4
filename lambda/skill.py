"""The Alexa adapter: a reply becomes a response. With intents.py the only module that knows the SDK."""

import os
import re
from dataclasses import replace
from typing import Any

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_model import IntentRequest, LaunchRequest, Response
from ask_sdk_model.ui import SimpleCard

import settings
from conversation.dialogue import Reply, respond
from intents import turn_of
from triage.content import load
from triage.session import read_session

ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})  # as html.escape, whose import takes a fiftieth of a cold start


def ssml(text: str) -> str:
    """Text as Alexa should say it: escaped, and numbers to call digit by digit."""
    text = re.sub(r"\b(911|988)\b", r'<say-as interpret-as="digits">\1</say-as>', text.translate(ESCAPED))
    text = re.sub(r"\b(1-\d{3}-\d{3}-\d{4})\b", r'<say-as interpret-as="telephone">\1</say-as>', text)
    return re.sub(r"\[pause (\d+)\]", r'<break time="\1s"/>', text)


class Conversation(AbstractRequestHandler):
    """Every launch and every intent."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return isinstance(handler_input.request_envelope.request, IntentRequest | LaunchRequest)

    def handle(self, handler_input: HandlerInput) -> Response:
        envelope: Any = handler_input.request_envelope
        content = load(envelope.request.locale or "en-US")
        session = read_session(handler_input.attributes_manager.session_attributes, content.protocol.version)
        turn, user = turn_of(envelope.request), settings.caller(envelope)
        if envelope.session.new:
            before = settings.first_reply(user)
            session = replace(session, heard=before.get("disclaimer_heard", False), brief=before.get("brief", False))
        if turn.act == "forget":
            settings.forget(user)
        elif turn.act == "brief":
            settings.write(user, {"brief": True})
        return self.say(handler_input, respond(content, session, turn), content)

    def say(self, handler_input: HandlerInput, reply: Reply, content: Any) -> Response:
        """A question leaves the session open with a reprompt; everything else closes it."""
        version = content.protocol.version
        outcome = {"urgency": reply.urgency} if reply.urgency else {}
        kept = reply.session.write(version) if reply.session else {}
        handler_input.attributes_manager.session_attributes = kept | outcome
        builder = handler_input.response_builder.speak(ssml(reply.speech))
        if reply.card:
            builder.set_card(SimpleCard(content.prompts["card"]["title"], reply.card))
        if reply.reprompt:
            builder.ask(ssml(reply.reprompt))
        return builder.set_should_end_session(reply.session is None).response


class Unspoken(AbstractRequestHandler):
    """The session was ended, or the skill disabled: nothing may be said, and who disables it is forgotten."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        request: Any = handler_input.request_envelope.request
        return request.object_type in ("SessionEndedRequest", "AlexaSkillEvent.SkillDisabled")

    def handle(self, handler_input: HandlerInput) -> Response:
        request: Any = handler_input.request_envelope.request
        if request.object_type != "SessionEndedRequest":
            settings.forget(settings.caller(handler_input.request_envelope))
        return handler_input.response_builder.response


def builder() -> Any:
    """The skill's handlers, for our skill id alone where SKILL_ID is set."""
    load()
    builder: Any = SkillBuilder()
    builder.skill_id = os.environ.get("SKILL_ID") or None
    builder.add_request_handler(Conversation())
    builder.add_request_handler(Unspoken())
    return builder


def build() -> Any:
    """The skill as an AWS Lambda handler."""
    return builder().lambda_handler()
