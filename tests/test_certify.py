"""The certification checks, tried with planted defects: a check that has never failed has not been tried."""

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import lambda_function
from tools import certify, certify_definitions, certify_model, certify_trials, model_rules
from tools.certify_phrases import Coverage, choices, quoted, suggested, uncovered
from tools.certify_report import UNTRIED, check, report
from tools.certify_responses import problems, ssml_problems
from tools.certify_runtime import Skill
from tools.hear import recogniser

MANIFEST: dict[str, Any] = json.loads(Path("skill.json").read_text(encoding="utf-8"))
MODEL: dict[str, Any] = json.loads(Path("interaction-model/en-US.json").read_text(encoding="utf-8"))
Change = Callable[[dict[str, Any]], Any]
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


@pytest.mark.parametrize(
    ("finding", "change"),
    [
        ("is no slot", lambda language: language["intents"][-1]["samples"].append("i have {nothing}")),
        ("no sample has it", lambda language: _slots(language).append({"name": "spare", "type": "Finding"})),
        ("nobody can reach", lambda language: language["intents"].append({"name": "LostIntent", "samples": []})),
        ("stands twice", lambda language: language["types"][0]["values"].append(language["types"][0]["values"][0])),
        ("no slot has it", lambda language: language["types"].append({"name": "Spare", "values": []})),
        ("must stand alone", lambda language: _search(language)),
    ],
)
def test_a_model_that_amazon_would_not_build_is_found(finding: str, change: Change) -> None:
    model = copy.deepcopy(MODEL)
    change(model["interactionModel"]["languageModel"])
    assert any(finding in problem for problem in certify_model.problems(model))


def _slots(language: dict[str, Any]) -> list[Any]:
    slots: list[Any] = next(i["slots"] for i in language["intents"] if i.get("slots"))
    return slots


def _search(language: dict[str, Any]) -> None:
    language["intents"].append({"name": "SearchIntent", "samples": ["find {what} {where}"], "slots": [
        {"name": "what", "type": "AMAZON.SearchQuery"}, {"name": "where", "type": "Place"}]})  # fmt: skip


@pytest.mark.parametrize(
    ("finding", "change"),
    [
        ("refuses the word", lambda language: language.update(invocationName="open muscle check")),
        ("lower-case", lambda language: language.update(invocationName="Muscle Check")),
        ("missing", lambda language: language["intents"].pop(1)),
        ("built-in", lambda language: language["intents"][0]["samples"].append("cancel it")),
        ("wake word", lambda language: language["intents"][-1]["samples"].append("alexa go back")),
        ("spell out", lambda language: language["intents"][-1]["samples"].append("back 2 steps")),
        ("reads like", lambda language: language["intents"][-1]["samples"].append(language["intents"][-2]["samples"][0])),
    ],
)
def test_a_model_that_a_reviewer_would_send_back_is_found(finding: str, change: Change) -> None:
    model = copy.deepcopy(MODEL)
    change(model["interactionModel"]["languageModel"])
    assert any(finding in problem for problem in model_rules.problems(model))


def test_amazons_classes_read_and_write_both_documents_unchanged() -> None:
    assert list(certify_definitions.round_trip(certify_definitions.MODEL, MODEL)) == []
    assert list(certify_definitions.round_trip(certify_definitions.MANIFEST, MANIFEST)) == []


MISTAKES: list[tuple[str, Change]] = [
    ("sumary", lambda m: m["publishingInformation"]["locales"]["en-US"].update(sumary="a")),
    ("usesPersonalInfo", lambda m: m["privacyAndCompliance"].update(usesPersonalInfo="false")),
    ("PermissionName", lambda m: m.update(permissions=[{"name": "alexa::everything"}])),
]


@pytest.mark.parametrize(("finding", "change"), MISTAKES)
def test_a_misspelt_key_or_a_wrong_type_does_not_survive_the_round_trip(finding: str, change: Change) -> None:
    manifest = copy.deepcopy(MANIFEST)
    change(manifest["manifest"])
    assert any(finding in problem for problem in certify_definitions.round_trip(certify_definitions.MANIFEST, manifest))


@pytest.mark.skipif(not certify_definitions.SPEC.exists(), reason="npm ci fetches Amazon's definitions")
@pytest.mark.parametrize(
    ("finding", "change"),
    [
        ("sumary", MISTAKES[0][1]),
        ("'false'", MISTAKES[1][1]),
        ("alexa::everything", MISTAKES[2][1]),
        ("too long", lambda m: m["publishingInformation"]["locales"]["en-US"].update(summary="a" * 161)),
        ("too long", lambda m: m["publishingInformation"]["locales"]["en-US"].update(examplePhrases=["a"] * 5)),
    ],
)
def test_amazons_definition_finds_a_mistake_in_the_manifest(finding: str, change: Change) -> None:
    manifest = copy.deepcopy(MANIFEST)
    assert list(certify_definitions.against_schema(certify_definitions.MANIFEST, manifest)) == []
    change(manifest["manifest"])
    assert any(finding in p for p in certify_definitions.against_schema(certify_definitions.MANIFEST, manifest))


@pytest.mark.parametrize(
    ("prompt", "phrases"),
    [
        ("You can say yes, no, or not sure.", ["yes", "no", "not sure"]),
        (
            "Say yes if that is right. Or tell me, like, it's the right leg, or, it isn't red.",
            ["yes", "it's the right leg", "it isn't red"],
        ),
        ("Say, for example, I meant twitching, or, it's my leg.", ["I meant twitching", "it's my leg"]),
        ("Anything else? Say what, or no.", ["no"]),
        ("If I misheard, say, Alexa, open muscle check.", ["Alexa, open muscle check"]),
        ("Did anything come on suddenly, like a drooping face?", []),
    ],
)
def test_what_a_prompt_tells_callers_to_say_is_found_in_it(prompt: str, phrases: list[str]) -> None:
    assert list(suggested(prompt)) == phrases


def test_a_prompt_may_suggest_only_what_the_model_knows() -> None:
    coverage = Coverage(MODEL)
    table = {
        "a": "You can say, my calf is cramping.",
        "b": "You can say, sing me a song.",
        "c": ["Just say, Alexa, open mussels."],
    }
    first, second = uncovered(coverage, table, "prompts.toml")
    assert "sing me a song" in first
    assert "open mussels" in second
    assert list(quoted(coverage, 'Say "stop", or "ask muscle check to sing".', "page")) == [
        'page: "ask muscle check to sing": the model has no such sentence; quote one that it has'
    ]


def test_a_choice_that_is_not_understood_when_repeated_is_found() -> None:
    questions = {"life": {"things": [{"of": ["chest_pain"], "say": "chest pain"}, {"of": ["fever"], "say": "a purple sky"}]}}
    (problem,) = choices(recogniser(), questions)
    assert "a purple sky" in problem


def test_the_report_counts_and_says_what_cannot_be_tried() -> None:
    checks = [check("one", "rule", []), check("two", "https://rule", ["a", "b", "a"]), check("three", "rule", ["x"], "no npm")]
    lines, failed = report([("Heading", checks)], most=1)
    text = "\n".join(lines)
    assert failed == 1
    assert "1 more" in text
    assert "https://rule" in text
    assert f"1 passed, 1 failed, {1 + len(UNTRIED)} not tried" in text
