"""A red flag is heard in any state of the conversation and in any slot, and the reply begins with the call to make."""

import pytest

import lambda_function
from tools.alexa import Conversation, envelope, intent_request
from tools.heard import Heard
from tools.recogniser import Recogniser

STATES: dict[str, list[str]] = {
    "one-shot": [],
    "opening": ["{launch}"],
    "a question": ["my eyelid twitches"],
    "asked again": ["my eyelid twitches", "i don't know"],
    "which of them": ["my arm twitches", "no", "no", "yes"],
    "the read-back": ["my eyelid has been twitching for two days", *["no"] * 8],
    "what to change": ["my eyelid has been twitching for two days", *["no"] * 9],
    "not understood": ["my eyelid twitches", "blah blah"],
    "a stretch": ["my calf is cramping right now", "yes"],
    "more of a topic": ["do i have a l s"],
    "after the outcome": ["my eyelid has been twitching for two days", *["no"] * 8, "yes"],
}


@pytest.mark.parametrize("flag", ["my chest hurts", "i can't breathe", "no but my face is drooping", "yes and my chest hurts"])
@pytest.mark.parametrize("state", STATES)
def test_a_red_flag_in_any_state_ends_in_the_emergency_reply(talk: Conversation, state: str, flag: str) -> None:
    for line in STATES[state]:
        turn = talk.launch() if line == "{launch}" else talk.say(line)
        assert not turn["ended"], (line, turn["speech"])
    turn = talk.say(flag)
    assert turn["urgency"] == "emergency"
    assert turn["ended"]
    assert turn["speech"].startswith("Call 911")
    assert turn["reprompt"] is None


def test_a_red_flag_in_any_slot_of_any_intent_is_an_emergency(hears: Recogniser) -> None:
    slots = [(i, s) for i, kinds in hears.intents.items() for s in kinds if s in ("finding", "also")]
    assert len(slots) >= 5
    for intent, slot in slots:
        heard = Heard("", intent, {slot: [("chest pain", "chest_pain")]})
        response = lambda_function.handler(envelope(intent_request(heard, hears.intents[intent]), None, new=True), None)
        assert response["sessionAttributes"] == {"urgency": "emergency"}, (intent, slot)


@pytest.mark.parametrize(("said", "call"), [
    ("i want to kill myself", "988"), ("my son drank bleach and he's twitching", "1-800-222-1222"),
    ("my thighs cramp and i'm peeing cola", "emergency department"), ("my chest hurts", "911"),
])  # fmt: skip
def test_the_emergency_reply_begins_with_the_call_to_make(talk: Conversation, said: str, call: str) -> None:
    turn = talk.say(said)
    assert call in turn["speech"].split(". ")[0]
    assert turn["urgency"] == "emergency"


def test_a_whole_clause_taken_for_denied_is_asked_about(talk: Conversation, hears: Recogniser) -> None:
    """Amazon's model may take "no, my face is drooping" for a no to that."""
    talk.say("my eyelid twitches")
    asked = talk.say("no")["asked"]
    for value, again in (("a drooping face", False), ("my face is drooping", True)):
        heard = Heard("", "DenyIntent", {"denied": [(value, "face_droop")]})
        response = lambda_function.handler(envelope(intent_request(heard, hears.intents["DenyIntent"]), talk.attributes), None)
        after = response["sessionAttributes"]
        assert after["asked"] == asked
        assert any("face_droop" in turn for turn in after["turns"]) is not again


@pytest.mark.parametrize(("intent", "slot", "value"), [
    ("UnsureAboutIntent", "unclear", "chest tightness"), ("DenyIntent", "denied", "my chest hurts"),
])  # fmt: skip
def test_a_doubt_about_what_was_denied_before_is_not_passed_over(
    talk: Conversation, hears: Recogniser, intent: str, slot: str, value: str
) -> None:
    for said in ("my eyelid twitches", "no", "no"):
        talk.say(said)
    heard = Heard("", intent, {slot: [(value, "chest_pain")]})
    after = lambda_function.handler(envelope(intent_request(heard, hears.intents[intent]), talk.attributes), None)
    assert after["response"]["shouldEndSession"] is True  # a call to 911
