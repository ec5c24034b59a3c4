"""What the help and the reprompt of each question tell callers to say is a sentence of the model, and answers that question."""

import json
from collections.abc import Iterator

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import IntentRequest

from conversation import asides, asking
from conversation.dialogue import respond
from conversation.talk import Talk, Turn
from intents import ACTS, turn_of
from tools.alexa import intent_request
from tools.certify_phrases import Coverage, suggested
from tools.heard import Heard
from tools.places import Place
from tools.recogniser import Recogniser
from triage.content import Content


def turn_of_heard(heard: Heard, types: dict[str, str]) -> Turn:
    """The turn that an intent with its slots makes, by the way of Alexa's JSON."""
    request: IntentRequest = DefaultSerializer().deserialize(json.dumps(intent_request(heard, types)), IntentRequest)
    return turn_of(request)


def told(content: Content, here: Place) -> dict[str, str]:
    """The phrases that a place tells callers to say, each with where: its help or its reprompt."""
    words = Talk(content, here.session).words
    texts = {"help": asking.help(words, here.step), "reprompt": asking.reprompt(words, here.step)}
    return {said: part for part, text in texts.items() for said in suggested(text)}


def problems(content: Content, hears: Recogniser, coverage: Coverage, here: Place, said: str) -> Iterator[str]:
    """Why a phrase that a place suggests doesn't answer there; none where it does."""
    intent, heard = coverage.intent(said), hears.hear(said)
    if intent is None or ACTS[intent] != ACTS[heard.intent]:
        yield f"isn't a sample of the model; add it to samples.toml or {heard.intent}'s slots to callers.toml"
        return
    made = turn_of_heard(heard, hears.intents[heard.intent])
    reply, before = respond(content, here.session, made), Talk(content, here.session)
    if made.act in asides.ACTS and here.step.kind == "offer":
        return
    answered = reply.session is None or bool(reply.urgency)
    if reply.session and not answered:
        after = Talk(content, reply.session)
        answered = (after.step, after.known, reply.session.misses) != (before.step, before.known, here.session.misses)
        answered = answered and reply.session.misses == 0
    if not answered or made.act in asides.ACTS or made.act == "miss":
        yield f"is taken for {heard.intent} and doesn't answer; suggest what does"
