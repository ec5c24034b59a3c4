"""The table of samples and places: each kind of irrelevant reply is found, and so is a suggestion that leads nowhere."""

import json
from dataclasses import replace
from typing import Any

import pytest

from conversation.dialogue import respond
from conversation.talk import Reply, Talk, Turn
from tools import suggestions
from tools.certify_phrases import Coverage
from tools.places import Place, places
from tools.recogniser import Recogniser
from tools.relevance import MODEL, problems
from tools.samples import Samples
from triage.content import Content

REPORT = Turn("report", {"fever": "yes"})


@pytest.fixture(scope="module")
def everywhere(content: Content) -> dict[str, Place]:
    return {here.name: here for here in places(content)}


@pytest.fixture(scope="module")
def model() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(MODEL.read_text(encoding="utf-8"))
    return read


def found(content: Content, here: Place, turn: Turn, reply: Reply) -> list[str]:
    return list(problems(content, here, turn, reply, respond(content, here.session, Turn("miss"))))


def test_every_question_and_every_kind_of_step_is_a_place(content: Content, everywhere: dict[str, Place]) -> None:
    steps = [here.step for here in everywhere.values()]
    kinds = {"opening", "ask", "again", "which", "else", "detail", "confirm", "fix", "relief", "more", "offer"}
    assert {step.kind for step in steps} == kinds
    assert {step.question.id for step in steps if step.question} == {q.id for q in content.protocol.questions}
    assert "cold" in everywhere


def test_every_sample_is_counted_and_reports_something_else_in_each_slot(content: Content, model: dict[str, Any]) -> None:
    samples = Samples(content, model)
    intents = model["interactionModel"]["languageModel"]["intents"]
    built_in = sum(not i["samples"] for i in intents) - 1  # the fallback has nothing that could be said
    assert samples.count.total() == sum(len(i["samples"]) for i in intents) + built_in
    turns = list(samples.turns(("ReportIntent", ("finding", "also")), ("stiff_neck", "rash_spots")))
    assert [len(turn.said) for turn in turns] == [2, 2, 2]
    assert turns[-1].said == {"stiff_neck": "yes", "rash_spots": "yes"}


@pytest.mark.parametrize("name", ["ask (life)", "which (weak)", "place, detail (place)", "relief", "offer", "opening"])
def test_what_the_skill_says_is_relevant(content: Content, everywhere: dict[str, Place], name: str) -> None:
    for turn in (REPORT, Turn("yes"), Turn("help"), Turn("stop"), Turn("choice", {"choice": "1"})):
        assert found(content, everywhere[name], turn, respond(content, everywhere[name].session, turn)) == []


def test_a_planted_fault_is_found(content: Content, everywhere: dict[str, Place]) -> None:
    here = everywhere["ask (life)"]
    talk = Talk(content, here.session)
    asked, elsewhere = talk.ask(), everywhere["ask (sick)"]
    assert "fever is swallowed" in found(content, here, REPORT, talk.ask("Okay."))
    assert "isn't understood" in found(content, here, REPORT, respond(content, here.session, Turn("miss")))
    assert "ends the conversation" in found(content, here, REPORT, talk.end("Goodbye."))
    assert "ends the conversation" in found(content, here, Turn("no"), talk.end("Goodbye."))
    assert "is only asked again" in found(content, here, Turn("no"), talk.ask(content.prompts["okay"][0]))
    assert "isn't answered" in found(content, here, Turn("help"), asked)
    assert "loses the open question" in found(content, here, Turn("help"), Talk(content, elsewhere.session).ask("Help."))
    assert "asks another question than the open one" in found(content, here, Turn("help"), replace(asked, speech="Is it?"))
    assert "asks and closes, or waits and asks nothing" in found(content, here, Turn("help"), replace(asked, speech="Yes."))
    assert any("well-formed" in why for why in found(content, here, Turn("help"), replace(asked, speech="[pause 5]\x01 Is it?")))


@pytest.mark.parametrize("help", ["Say, potato soup.", "Say, who are you.", "You can say twitching."])
def test_a_suggestion_that_leads_nowhere_is_found(
    content: Content, everywhere: dict[str, Place], hears: Recogniser, model: dict[str, Any], help: str
) -> None:
    here = everywhere["duration, detail (how_long)"]
    questions = content.words["questions"]
    planted = replace(
        content, words={**content.words, "questions": {**questions, "how_long": {**questions["how_long"], "help": help}}}
    )
    told = suggestions.told(planted, here)
    assert len(told) == 1
    assert [*suggestions.problems(planted, hears, Coverage(model), here, *told)]
    assert not [
        why
        for said in suggestions.told(content, here)
        for why in suggestions.problems(content, hears, Coverage(model), here, said)
    ]
