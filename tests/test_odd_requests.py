"""Requests that the skill doesn't expect: of another version, broken, after the end, or meant for another skill."""

import json

import pytest

import lambda_function
from tools.alexa import Conversation, envelope
from tools.recogniser import Recogniser


@pytest.mark.parametrize("attributes", [
    {"schema": 99, "turns": "?"}, {"foreign": True},
    {"schema": 1, "turns": [{"movement": 7}], "asked": None, "misses": 0, "told": True},
    {"schema": 1, "turns": [{"no_such_finding": "yes"}], "asked": "gone", "misses": 0, "told": True, "version": "0"},
])  # fmt: skip
def test_attributes_of_another_shape_start_afresh(hears: Recogniser, attributes: dict[str, object]) -> None:
    talk = Conversation(hears, attributes=attributes)
    assert talk.say("yes")["speech"].endswith("?")


def test_an_answer_meant_for_another_version_is_asked_again(talk: Conversation) -> None:
    talk.say("my eyelid twitches")
    talk.attributes["version"] = "another"
    assert talk.say("no")["asked"] == "life"


BROKEN = [
    {}, {"request": {"type": "Unknown"}}, envelope({"type": "NoSuchRequest"}, None),
    envelope({"type": "IntentRequest", "intent": {"name": "NoSuchIntent", "confirmationStatus": "WRONG"}}, None),
]  # fmt: skip


@pytest.mark.parametrize("event", BROKEN, ids=str)
def test_whatever_breaks_the_caller_hears_where_to_turn(event: dict[str, object]) -> None:
    response = lambda_function.handler(event, None)
    assert response["version"] == "1.0"
    assert "911" in json.dumps(response)


def test_a_session_that_has_ended_is_not_spoken_to() -> None:
    ended = envelope({"type": "SessionEndedRequest", "reason": "USER_INITIATED"}, None)
    assert "outputSpeech" not in lambda_function.handler(ended, None)["response"]


def test_only_our_skill_is_served(monkeypatch: pytest.MonkeyPatch, talk: Conversation) -> None:
    import skill

    monkeypatch.setenv("SKILL_ID", "amzn1.ask.skill.ours")
    monkeypatch.setattr(lambda_function, "_skill", skill.build())
    assert "sorry" in talk.launch()["speech"].lower()
    assert talk.ended
