"""What is asked next, and what may still turn out to matter."""

from dataclasses import replace
from typing import Any

import pytest

from triage.content import Content
from triage.interview import Interview, Step, next_step
from triage.protocol import Circumstance, Finding

SOON = {"movement": ["twitch"], "place": ["arm"]}


def test_steps_have_the_names_that_tools_know(content: Content) -> None:
    question = content.protocol.question("sick")
    names: list[str | None] = [Step(kind, question).name for kind in ("ask", "again", "which", "else")]
    assert names == ["sick", "sick:again", "sick:which", "sick:which"]
    assert Step("detail", content.protocol.question("how_long")).name == "duration"
    assert [Step(kind).name for kind in ("confirm", "fix", "opening", "outcome", "more")] == [
        "confirm",
        "confirm",
        None,
        None,
        "offer",
    ]


def test_the_opening_the_read_back_and_the_end(content: Content) -> None:
    protocol = content.protocol
    assert next_step(protocol, {}).kind == "opening"
    assert next_step(protocol, {"?told": "yes"}).kind == "opening"
    assert next_step(protocol, {"?opening": "done"}).name == "life"
    assert next_step(protocol, {"chest_pain": "yes"}).kind == "outcome"
    nothing = {**SOON, **dict.fromkeys(protocol.findings, "no"), "duration": "unsure"}
    assert [next_step(protocol, {**nothing, **at}).kind for at in ({}, {"?confirm": "fix"}, {"?confirm": "done"})] == [
        "confirm", "fix", "outcome",
    ]  # fmt: skip


def test_where_is_not_asked_of_hiccups_and_the_age_only_of_someone_else(content: Content) -> None:
    known = {q: "no" for question in content.protocol.questions for q in question.asks}
    assert next_step(content.protocol, {**known, "movement": ["hiccup"], "duration": "unsure"}).name == "confirm"
    assert next_step(content.protocol, {**known, "movement": ["twitch"]}).name == "place"
    assert next_step(content.protocol, {**known, "place": ["arm"]}).name == "movement"
    assert next_step(content.protocol, {**known, **SOON, "speaker": "other"}).name == "age_group"


@pytest.mark.parametrize(("finding", "known", "possible", "raises"), [
    ("weakness", {}, True, True),
    ("weakness", {"weakness": "unsure"}, True, True),
    ("weakness", {"weakness": "no"}, False, True),
    ("cold_pale_limb", {"movement": ["cramp"], "place": ["calf"]}, True, True),
    ("cold_pale_limb", {"movement": ["twitch"], "place": ["calf"]}, False, True),
    ("tense_limb", {"movement": ["twitch"]}, False, True),
    ("tense_limb", {"movement": ["cramp"]}, True, True),
    ("liver_thyroid_disease", {}, False, True),
    ("liver_thyroid_disease", {"movement": ["twitch"]}, False, False),
    ("severe_discomfort", {"movement": ["cramp"]}, True, True),
    ("severe_discomfort", {"movement": ["cramp"], "unexplained": "no"}, True, False),
    ("muscle_wasting", {"lithium": "yes"}, True, False),
    ("pain_walking_relieved_rest", {"movement": ["cramp"], "frequent": "yes"}, True, True),
    ("pain_walking_relieved_rest", {"movement": ["cramp"], "frequent": "yes", "rest_pain_or_sores": "no"}, True, False),
])  # fmt: skip
def test_what_may_still_be_true_and_may_still_matter(
    content: Content, finding: str, known: dict[str, Any], possible: bool, raises: bool
) -> None:
    interview = Interview(content.protocol, known)
    assert interview.possible(finding) is possible
    assert interview.raises(finding) is raises


def test_a_follow_up_is_opened_by_its_parent_where_it_fits(content: Content) -> None:
    interview = Interview(content.protocol, {"movement": ["twitch"], "place": ["arm"]})
    assert interview.opens("hard_exercise", "dark_urine")
    assert not interview.opens("weakness", "dark_urine")
    assert not interview.opens("severe_pain", "cold_pale_limb")


def test_a_follow_up_is_opened_only_where_its_circumstance_fits(content: Content) -> None:
    cramp = Circumstance(movement=frozenset({"cramp"}), after=("weakness",))
    findings = {**content.protocol.findings, "spreading": Finding("spreading", (), (cramp,))}
    protocol = replace(content.protocol, findings=findings)
    assert Interview(protocol, {"movement": ["cramp"]}).opens("weakness", "spreading")
    assert not Interview(protocol, SOON).opens("weakness", "spreading")


def test_how_long_is_asked_with_what_it_would_tell(content: Content) -> None:
    known = {q: "no" for question in content.protocol.questions for q in question.asks if q != "over_2_weeks"}
    question = content.protocol.question("how_long")
    assert next_step(content.protocol, {**known, **SOON}) == Step("detail", question, ("over_2_weeks",))


@pytest.mark.parametrize(("state", "level", "raises"), [
    ("yes", "palpitations", True), ("unsure", "palpitations", False), ("maybe", "palpitations", False),
    ("unsure", "sleep_disruption", True),
])  # fmt: skip
def test_what_is_unsure_reaches_the_same_day_and_no_further(content: Content, state: str, level: str, raises: bool) -> None:
    known = {**SOON, **dict.fromkeys(content.protocol.findings, "no"), "antidepressant": state, level: "yes"}
    del known["fever"]
    assert Interview(content.protocol, known).raises("fever") is raises


def test_which_of_them_names_what_may_still_matter_or_else_all_that_is_open(content: Content) -> None:
    some = next_step(content.protocol, {**SOON, "sleep_disruption": "yes", "?weak": "which_yes"})
    assert (some.name, some.findings) == ("weak:which", ("weakness", "numbness_tingling", "difficulty_walking"))
    daily = content.protocol.question("daily")
    known = {"movement": ["cramp"], "place": ["calf"], "leg_swelling": "yes", "?daily": "which_yes"}
    assert next_step(content.protocol, known) == Step("which", daily, daily.asks)


def test_tips_are_asked_for_together_and_only_of_the_calm(content: Content) -> None:
    protocol, tips = content.protocol, content.protocol.question("habits")
    assert Interview(protocol, SOON).worth_asking(tips) == tips.asks
    for known in ({"weakness": "yes"}, {"caffeine": "yes"}, {"caffeine": "no"}):
        assert Interview(protocol, {**SOON, **known}).worth_asking(tips) == ()
