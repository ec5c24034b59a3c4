"""The checks of the model, its definitions and its phrases, tried with planted defects."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tools import certify_definitions, certify_model, model_rules
from tools.certify_phrases import Coverage, choices, quoted, suggested, uncovered
from tools.recogniser import recogniser

MANIFEST: dict[str, Any] = json.loads(Path("skill.json").read_text(encoding="utf-8"))
MODEL: dict[str, Any] = json.loads(Path("interaction-model/en-US.json").read_text(encoding="utf-8"))
Change = Callable[[dict[str, Any]], Any]


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
