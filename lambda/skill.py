"""The Alexa adapter: a request becomes a turn, a reply becomes a response. The only module that knows the SDK."""

import os
import re
from typing import Any
from xml.sax.saxutils import escape

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_model import IntentRequest, LaunchRequest, Response
from ask_sdk_model.ui import SimpleCard

import settings
from conversation.dialogue import Reply, Turn, respond
from triage.content import load
from triage.protocol import days
from triage.session import read_session

# What each intent does in the conversation; what it reports comes from its slots.
ACTS = {
    "AMAZON.YesIntent": "yes",
    "AffirmIntent": "yes",
    "YesAndIntent": "yes",
    "AMAZON.NoIntent": "no",
    "NegateIntent": "no",
    "NoButIntent": "no",
    "UnsureIntent": "unsure",
    "UnsureAboutIntent": "report",
    "ReportIntent": "report",
    "DenyIntent": "report",
    "CorrectIntent": "correct",
    "AMAZON.HelpIntent": "help",
    "HelpMeIntent": "help",
    "AMAZON.RepeatIntent": "repeat",
    "AMAZON.PreviousIntent": "back",
    "BackIntent": "back",
    "AMAZON.StartOverIntent": "restart",
    "AMAZON.StopIntent": "stop",
    "AMAZON.CancelIntent": "stop",
    "AMAZON.NavigateHomeIntent": "stop",
    "AllIntent": "all",
    "ChoiceIntent": "choice",
    "HurryIntent": "hurry",
    "HowManyIntent": "how_many",
    "CallEmergencyIntent": "call_911",
    "CallDoctorIntent": "call_doctor",
    "WorseIntent": "worse",
    "TopicIntent": "topic",
    "MoreIntent": "more",
    "WhyIntent": "why",
    "WhoSaysIntent": "who_says",
    "SummaryIntent": "summary",
    "SendCardIntent": "card",
    "KeepIntent": "keep",
    "AboutIntent": "about",
    "AMAZON.FallbackIntent": "miss",
}
# What each slot reports: a detail, or findings that are true, denied, or that the caller can't tell.
FINDING_SLOTS = {"finding": "yes", "also": "yes", "denied": "no", "fine": "no", "unclear": "unsure"}


def turn_of(request: IntentRequest | LaunchRequest) -> Turn:
    """The turn that a request stands for. Slots are read by their resolved ids alone, never by what was heard."""
    if isinstance(request, LaunchRequest) or request.intent is None:
        return Turn("launch")
    said: dict[str, Any] = {}
    for slot in (request.intent.slots or {}).values():
        ids = list(_ids(slot))
        match slot.name:
            case "movement" | "place" | "age_group":
                said |= {slot.name: ids} if ids else {}
            case "side" | "person" | "choice":
                said |= {slot.name: ids[0]} if ids else {}
            case "topic":  # the words of a topic that isn't covered only choose the nearest, and are kept nowhere
                said |= {"topic": ids[0]} if ids else {"heard": slot.value or ""}
            case "duration" | "rough_duration":
                value = ids[0] if ids else slot.value if slot.name == "duration" else None
                said |= {"duration": value} if value and days(value) is not None else {}
            case name if name in FINDING_SLOTS:
                for id in ids:  # said and denied in one breath: asked about
                    said[id] = FINDING_SLOTS[name] if said.get(id) in (None, FINDING_SLOTS[name]) else "unsure"
    return Turn(ACTS.get(request.intent.name or "", "miss"), said)


def _ids(slot: Any) -> Any:
    """The ids that entity resolution found in a slot, of one value or of several."""
    values = slot.slot_value.values if getattr(slot.slot_value, "values", None) else [slot.slot_value or slot]
    for value in values:
        for authority in (value.resolutions.resolutions_per_authority if value.resolutions else None) or ():
            if authority.status.code.value == "ER_SUCCESS_MATCH":
                yield authority.values[0].value.id
                break


def ssml(text: str) -> str:
    """Text as Alexa should say it: escaped, and numbers to call digit by digit."""
    text = re.sub(r"\b(911|988)\b", r'<say-as interpret-as="digits">\1</say-as>', escape(text))
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
        if turn.act == "forget":
            settings.forget(user)
        elif envelope.session.new:
            settings.heard_before(user)
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
