"""What each answer to each kind of question makes known."""

from typing import Any

import pytest

from triage.answers import answer
from triage.content import Content
from triage.interview import Step

SOON = {"movement": ["twitch"], "place": ["arm"]}


@pytest.mark.parametrize(("kind", "act", "said", "expected"), [
    ("confirm", "yes", {}, {"?confirm": "done"}), ("confirm", "no", {}, {"?confirm": "fix"}),
    ("confirm", "correct", {}, {"?confirm": "fix"}),
    ("fix", "no", {}, {"?confirm": "done"}),
    ("confirm", "report", {}, None), ("confirm", "report", {"fever": "yes"}, {"?confirm": None}),
    ("confirm", "no", {"fever": "yes"}, {"?confirm": None}), ("confirm", "yes", {"fever": "yes"}, {"?confirm": "done"}),
    ("opening", "unsure", {}, {"?opening": "done"}),
    ("opening", "yes", {}, None), ("offer", "yes", {}, {}),
])  # fmt: skip
def test_answers_that_belong_to_no_question(
    content: Content, kind: str, act: str, said: dict[str, Any], expected: dict[str, Any] | None
) -> None:
    assert answer(content.protocol, {}, Step(kind), act, said) == expected


@pytest.mark.parametrize(("detail", "kind", "act", "said", "expected"), [
    ("place", "detail", "unsure", {}, {"?place": "again"}), ("movement", "detail", "unsure", {}, {"?movement": "again"}),
    ("place", "again", "unsure", {}, {"?place": None, "place": "unsure"}),
    ("how_long", "detail", "unsure", {}, {"?how_long": None, "duration": "unsure"}),
    ("place", "detail", "report", {"place": ["arm"]}, {"?place": None}),
    ("place", "detail", "report", {"fever": "yes"}, {"?place": None}),
    ("place", "detail", "yes", {"place": ["arm"]}, {"?place": None}),
    ("place", "detail", "yes", {"fever": "yes"}, None), ("place", "detail", "report", {}, None),
    ("place", "detail", "no", {}, None),
])  # fmt: skip
def test_answers_about_a_detail(
    content: Content, detail: str, kind: str, act: str, said: dict[str, Any], expected: dict[str, Any] | None
) -> None:
    step = Step(kind, content.protocol.question(detail))
    assert answer(content.protocol, {}, step, act, said) == expected


@pytest.mark.parametrize(("kind", "act", "said", "known", "expected"), [
    ("ask", "yes", {}, {}, {"?event": "which_yes"}), ("ask", "unsure", {}, {}, {"?event": "again"}),
    ("ask", "no", {}, {}, {"?event": None, "head_neck_injury": "no", "poison_exposure": "no", "recent_wound": "no"}),
    ("ask", "report", {}, {}, None), ("ask", "report", {"fever": "yes"}, {}, {}),
    ("which", "no", {}, {"?event": "which_yes"}, {"?event": None, "?none": "event"}),
    ("which", "unsure", {}, {"?event": "which_yes"},
     {"?event": None, "head_neck_injury": "yes", "poison_exposure": "yes", "recent_wound": "yes"}),
    ("which", "unsure", {}, {"?event": "which_unsure"},
     {"?event": None, "head_neck_injury": "unsure", "poison_exposure": "unsure", "recent_wound": "unsure"}),
    ("which", "no", {}, {"?event": "which_yes", "?none": "event"},
     {"?event": None, "head_neck_injury": "unsure", "poison_exposure": "unsure", "recent_wound": "unsure"}),
    ("else", "yes", {}, {"?event": "else"}, {"?event": "which_yes"}),
    ("else", "report", {"fever": "yes"}, {"?event": "else"}, None),
    ("else", "report", {"recent_wound": "yes"}, {"?event": "else", "recent_wound": "yes"},
     {"?event": None, "head_neck_injury": "no", "poison_exposure": "no"}),
    ("again", "report", {"fever": "yes"}, {"?event": "again"}, {}),
    ("again", "yes", {}, {"?event": "again"}, {"?event": "which_yes"}),
    ("which", "no", {}, {"?event": "which_unsure"},
     {"?event": None, "head_neck_injury": "no", "poison_exposure": "no", "recent_wound": "no"}),
    ("which", "yes", {"recent_wound": "yes"}, {"?event": "which_yes", "recent_wound": "yes"}, {"?event": "else"}),
    ("ask", "yes", {"recent_wound": "yes"}, {"recent_wound": "yes"}, {"?event": "else"}),
    ("ask", "yes", {}, {"recent_wound": "no"}, {"?event": "which_yes"}),
    ("again", "unsure", {}, {"?event": "again"},
     {"?event": None, "head_neck_injury": "unsure", "poison_exposure": "unsure", "recent_wound": "unsure"}),
])  # fmt: skip
def test_answers_about_a_group(
    content: Content, kind: str, act: str, said: dict[str, Any], known: dict[str, Any], expected: dict[str, Any] | None
) -> None:
    asked = ("head_neck_injury", "poison_exposure", "recent_wound")
    step = Step(kind, content.protocol.question("event"), asked)
    assert answer(content.protocol, {**SOON, **known}, step, act, said) == expected


def test_naming_one_of_a_group_closes_it_where_the_rest_cannot_raise_anything(content: Content) -> None:
    question = content.protocol.question("daily")
    known = {"movement": ["cramp"], "place": ["calf"], "leg_swelling": "yes", "frequent": "yes"}
    step = Step("which", question, question.asks)
    found = answer(content.protocol, known, step, "report", {"frequent": "yes"})
    assert found is not None
    assert found["?daily"] is None
    assert found["sleep_disruption"] == "no"


@pytest.mark.parametrize("kind", ["ask", "again"])
def test_who_names_what_they_cannot_tell_is_asked_for_anything_else(content: Content, kind: str) -> None:
    question, said = content.protocol.question("sick"), {"fever": "unsure"}
    step = Step(kind, question, question.asks)
    assert answer(content.protocol, SOON | said, step, "unsure", said) == {"?sick": "else"}


@pytest.mark.parametrize(("question", "kind", "act", "stage", "state", "expected"), [
    ("life", "ask", "yes", None, "yes", {"?life": None, "?yes": "life"}),
    ("back", "ask", "yes", None, "yes", {"?back": None, "?yes": "back"}),
    ("tense", "ask", "yes", None, "yes", {"?tense": None}),
    ("clot", "ask", "yes", None, "yes", {"?clot": None}),
    ("clot", "ask", "unsure", None, "unsure", {"?clot": None}),
    ("sick", "ask", "unsure", None, None, {"?sick": "which_unsure"}),
    ("health", "which", "unsure", "which_yes", "maybe", {"?health": None}),
    ("health", "which", "unsure", "which_unsure", "maybe", {"?health": None}),
    ("health", "which", "no", "which_yes", "no", {"?health": None}),
])  # fmt: skip
def test_what_counts_for_a_whole_group(
    content: Content, question: str, kind: str, act: str, stage: str | None, state: str | None, expected: dict[str, Any]
) -> None:
    asked = content.protocol.question(question)
    known = SOON | ({"?" + question: stage} if stage else {})
    whole = dict.fromkeys(asked.asks, state) if state else {}
    assert answer(content.protocol, known, Step(kind, asked, asked.asks), act, {}) == expected | whole


@pytest.mark.parametrize("kind", ["ask", "again"])
def test_an_illness_named_is_a_yes_to_the_question_on_health(content: Content, kind: str) -> None:
    question = content.protocol.question("health")
    step, stage = Step(kind, question, question.asks), {"?health": kind}
    known = SOON | stage | {"diabetes": "yes"}
    assert answer(content.protocol, known, step, "report", {"diabetes": "yes"}) == {"?health": "else"}
    assert answer(content.protocol, SOON | stage | {"fever": "yes"}, step, "report", {"fever": "yes"}) == {}


def test_of_two_things_left_unsure_it_is_asked_which(content: Content) -> None:
    question = content.protocol.question("sick")
    step = Step("ask", question, question.asks[:2])
    assert answer(content.protocol, SOON, step, "unsure", {}) == {"?sick": "which_unsure"}
