"""The certification checks, tried with planted defects: a check that has never failed has not been tried."""

import copy
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import lambda_function
from tools import certify, certify_trials
from tools.certify_report import UNTRIED, check, report
from tools.certify_responses import problems, ssml_problems
from tools.certify_runtime import Skill
from tools.recogniser import recogniser

Trial = Callable[[Skill], Iterator[str]]


def spoken(speech: str, ends: object, reprompt: str | None = None, **more: Any) -> dict[str, Any]:
    body: dict[str, Any] = {"outputSpeech": {"type": "SSML", "ssml": f"<speak>{speech}</speak>"}, **more}
    if ends is not None:
        body["shouldEndSession"] = ends
    if reprompt:
        body["reprompt"] = {"outputSpeech": {"type": "SSML", "ssml": f"<speak>{reprompt}</speak>"}}
    return {"version": "1.0", "sessionAttributes": {"asked": "life", "turns": [{}]}, "response": body}


ASKING = spoken("Is there any chest pain?", False, "Any chest pain?")
ENDING = spoken("Call <say-as interpret-as='digits'>911</say-as> now.", True)


def test_a_question_with_a_reprompt_and_an_end_without_one_are_right() -> None:
    assert list(problems(ASKING)) == []
    assert list(problems(ENDING)) == []


@pytest.mark.parametrize(
    ("finding", "response"),
    [
        ("asks nothing", spoken("Okay.", False, "What is it?")),
        ("without a reprompt", spoken("What is it?", False)),
        ("neither asks nor says", spoken("What is it?", False, "Hm.")),
        ("closes the session", spoken("What is it?", True)),
        ("drop it", spoken("Goodbye.", True, "Still there?")),
        ("shouldEndSession is missing", spoken("Goodbye.", None)),
        ("nothing is said", spoken("", True)),
        ("only apologised", lambda_function.apology({})),
        ("card", spoken("Goodbye.", True, card={"type": "Simple", "title": "T", "content": "a" * 8001})),
        ("card", spoken("Goodbye.", True, card={"type": "Simple", "title": "", "content": "a"})),
        ("characters", spoken("a" * 8001, True)),
        ("bytes", {**ENDING, "sessionAttributes": {"all": "a" * 25_000}}),
    ],
)
def test_a_response_that_a_reviewer_would_send_back_is_found(finding: str, response: dict[str, Any]) -> None:
    assert any(finding in problem for problem in problems(response))


@pytest.mark.parametrize(
    "ssml", ["<speak>a & b</speak>", "<speak><p>a</speak>", "<speak><shout>a</shout></speak>", "a", "<p>a</p>",
             "<speak><break time='20s'/></speak>", "<speak><say-as interpret-as='loud'>a</say-as></speak>"],
)  # fmt: skip
def test_mark_up_that_alexa_lacks_is_found(ssml: str) -> None:
    assert list(ssml_problems(ssml))


def canned(reply: Callable[[dict[str, Any]], dict[str, Any]]) -> Skill:
    """A skill that answers as planted."""
    return Skill(lambda event, context: reply(event), recogniser())


def asks(event: dict[str, Any]) -> dict[str, Any]:
    return copy.deepcopy(ASKING)


def ends(event: dict[str, Any]) -> dict[str, Any]:
    return copy.deepcopy(ENDING)


def breaks(event: dict[str, Any]) -> dict[str, Any]:
    return lambda_function.apology({})


def parrots(event: dict[str, Any]) -> dict[str, Any]:
    """Keeps whatever a slot held."""
    slots = event["request"].get("intent", {}).get("slots", {})
    kept = {name: slot.get("value") for name, slot in slots.items()}
    return {**copy.deepcopy(ASKING), "sessionAttributes": {"asked": "life", "turns": [{}, kept] if kept else [{}]}}


@pytest.mark.parametrize(
    ("trial", "reply", "finding"),
    [
        (certify_trials.launch, ends, "it must ask"),
        (certify_trials.launch, breaks, "apologised"),
        (certify_trials.every_intent, breaks, "apologised"),
        (certify_trials.one_shots, ends, "must ask for the rest"),
        (certify_trials.wrong_slots, parrots, "kept as an answer"),
        (certify_trials.stopping, asks, "must end the session"),
        (certify_trials.helping, ends, "must end in a question"),
        (certify_trials.helping, asks, "same 1 texts"),
        (certify_trials.falling_back, ends, "first miss"),
        (certify_trials.falling_back, asks, "for ever"),
        (certify_trials.wandering, breaks, "apologised"),
        (certify_trials.endings, asks, "nothing may be said"),
        (certify_trials.unreadable, lambda event: spoken("", True), "nothing is said"),
    ],
)
def test_each_trial_finds_the_skill_that_fails_it(trial: Trial, reply: Callable[[Any], Any], finding: str) -> None:
    assert any(finding in problem for problem in trial(canned(reply)))


@pytest.mark.parametrize(
    "trial",
    [certify_trials.launch, certify_trials.one_shots, certify_trials.stopping, certify_trials.helping, certify_trials.unreadable],
)
def test_the_skill_passes_the_quick_trials(trial: Trial) -> None:
    skill = Skill(lambda_function.handler, recogniser())
    assert list(trial(skill)) == []
    assert skill.tried


def test_a_request_for_another_skill_is_refused() -> None:
    assert list(certify.strangers()) == []


def test_the_report_counts_and_says_what_cannot_be_tried() -> None:
    checks = [check("one", "rule", []), check("two", "https://rule", ["a", "b", "a"]), check("three", "rule", ["x"], "no npm")]
    lines, failed = report([("Heading", checks)], most=1)
    text = "\n".join(lines)
    assert failed == 1
    assert "1 more" in text
    assert "https://rule" in text
    assert f"1 passed, 1 failed, {1 + len(UNTRIED)} not tried" in text
