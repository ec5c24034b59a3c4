"""The interaction model: what Amazon would refuse is refused here, and every intent has something to do."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import intents
from tools.model import LEADS, _plain, build, expand, write
from tools.model_rules import problems
from triage.content import Content

MODEL = json.loads(Path("interaction-model/en-US.json").read_text(encoding="utf-8"))
LANGUAGE = MODEL["interactionModel"]["languageModel"]


def test_the_committed_model_is_what_the_content_makes() -> None:
    assert write(build()) == Path("interaction-model/en-US.json").read_text(encoding="utf-8")


def test_the_model_may_be_uploaded() -> None:
    assert problems(MODEL) == []


def test_every_intent_has_an_act_and_every_slot_is_read() -> None:
    assert {i["name"] for i in LANGUAGE["intents"]} == set(intents.ACTS)
    details = {"movement", "place", "age_group", "side", "person", "choice", "topic", "duration", "rough_duration"}
    unread = {"wrong"}  # what "not my calf, my chest" takes back: the place that is told instead counts alone
    assert {s["name"] for i in LANGUAGE["intents"] for s in i.get("slots", ())} == details | set(intents.FINDING_SLOTS) | unread


def test_a_template_stands_for_all_its_sentences() -> None:
    assert expand("(my|) {place} is (sore|stiff)") == [
        "my {place} is sore",
        "my {place} is stiff",
        "{place} is sore",
        "{place} is stiff",
    ]


def test_choices_in_turn_are_each_taken_once() -> None:
    assert expand("[he|she|i] can't [lift his|lift her|lift my] arm") == [
        "he can't lift his arm",
        "she can't lift her arm",
        "i can't lift my arm",
    ]
    assert expand("(my|the) [foot|leg] [is|'s|feels] cold")[2:4] == ["my leg's cold", "the leg's cold"]


def test_a_long_phrase_that_holds_a_shorter_one_is_left_out() -> None:
    phrases = ["can't breathe", "i really can't breathe", "since this morning i can't breathe", "my lungs will not fill up today"]
    assert _plain(phrases) == [phrases[0], phrases[1], phrases[3]]
    assert _plain(phrases[2::-1])[0] == phrases[2]  # the name of its list stays


def test_a_phrase_behind_a_word_that_samples_say_is_left_out() -> None:
    assert _plain(["chest pain", "chest is tight", "my chest is tight", "his chest pain", "i chest"]) == [
        "chest pain", "chest is tight", "i chest",
    ]  # fmt: skip
    report = next(i for i in LANGUAGE["intents"] if i["name"] == "ReportIntent")
    assert {f"{word} {{finding}}" for word in LEADS} <= set(report["samples"])


def test_what_is_read_out_is_in_the_model_to_the_letter(content: Content) -> None:
    known = {p for t in LANGUAGE["types"] for v in t["values"] for p in (v["name"]["value"], *v["name"]["synonyms"])}
    asked = [thing["say"] for row in content.words["questions"].values() for thing in row.get("things", ())]
    assert {said.lower().replace(",", "") for said in asked if "{" not in said} <= known


def intent(language: dict[str, Any], name: str) -> dict[str, Any]:
    return next(i for i in language["intents"] if i["name"] == name)


def synonyms(language: dict[str, Any]) -> list[str]:
    words: list[str] = language["types"][0]["values"][0]["name"]["synonyms"]
    return words


DEFECTS: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "one-word name": (lambda m: m.update(invocationName="muscles"), "two words"),
    "launch word in the name": (lambda m: m.update(invocationName="open muscle"), '"open"'),
    "capitals in the name": (lambda m: m.update(invocationName="Muscle Check"), "lower-case"),
    "a wake word in the name": (lambda m: m.update(invocationName="echo check"), '"echo"'),
    "an article in a two-word name": (lambda m: m.update(invocationName="the check"), '"the"'),
    "an intent twice": (lambda m: m["intents"].append({"name": "HurryIntent", "samples": []}), "defined twice"),
    "a digit in an intent's name": (lambda m: m["intents"].append({"name": "Go2", "samples": []}), "letters and underscores"),
    "no stop intent": (lambda m: m["intents"].remove(intent(m, "AMAZON.StopIntent")), "AMAZON.StopIntent: missing"),
    "samples on a built-in": (lambda m: intent(m, "AMAZON.YesIntent")["samples"].append("yup"), "break a built-in"),
    "an unknown slot type": (lambda m: intent(m, "ReportIntent")["slots"][0].update(type="Nothing"), "not defined"),
    "a slot of two types": (lambda m: intent(m, "DenyIntent")["slots"][0].update(name="place"), "another type"),
    "digits in a sample": (lambda m: intent(m, "HurryIntent")["samples"].append("stop in 5"), "spell out numbers"),
    "a comma in a sample": (lambda m: intent(m, "HurryIntent")["samples"].append("please, stop"), "letters, spaces"),
    "too long a sample": (lambda m: intent(m, "HurryIntent")["samples"].append("go " * 80), "200 characters"),
    "a sample in two intents": (lambda m: intent(m, "HurryIntent")["samples"].append("go back"), "reads like a sample of"),
    "a bare slot in two intents": (lambda m: intent(m, "DenyIntent")["samples"].append("{denied}"), "reads like a sample of"),
    "no slot beside slots": (lambda m: intent(m, "ReportIntent")["samples"].append("it hurts"), "no slot in an intent"),
    "a slot twice": (lambda m: intent(m, "ReportIntent")["samples"].append("{place} {place}"), "stands twice"),
    "a wake word in a sample": (lambda m: intent(m, "HurryIntent")["samples"].append("alexa hurry"), "wake word"),
    "an empty type": (lambda m: m["types"][0].update(values=[]), "no value"),
    "a value with two owners": (lambda m: synonyms(m).append("chest pain"), "also a phrase of"),
    "capitals in a value": (lambda m: synonyms(m).append("Pain!"), "lower-case"),
    "too long a value": (lambda m: synonyms(m).append("ow " * 60 + "ow"), "140 characters"),
}  # fmt: skip


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_planted_defect_is_named(defect: str) -> None:
    language = copy.deepcopy(LANGUAGE)
    plant, expected = DEFECTS[defect]
    plant(language)
    assert any(expected in problem for problem in problems({"interactionModel": {"languageModel": language}}))
