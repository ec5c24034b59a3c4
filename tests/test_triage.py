"""The core's small decisions, one by one: lengths of time, circumstances, what a report adds, and what is read from a session."""

from typing import Any

import pytest

from triage.answers import answer
from triage.content import Content, load, read_table
from triage.interview import Step, next_step
from triage.protocol import Circumstance, Rule, days
from triage.session import Session, read_session, take

SOON = {"movement": ["twitch"], "place": ["arm"]}


@pytest.mark.parametrize(("text", "expected"), [
    ("P1Y", 365.0), ("P1M", 30.0), ("P3W", 21.0), ("P2D", 2.0), ("P1W2D", 9.0), ("P1.5D", 1.5), ("PT12H", 0.5), ("PT36M", 0.025),
    ("PT864S", 0.01), ("P1DT12H", 1.5), ("PT0S", 0.0), ("P", None), ("PT", None), ("3 weeks", None), ("P3", None), ("xP3D", None),
])  # fmt: skip
def test_the_length_of_a_duration(text: str, expected: float | None) -> None:
    assert days(text) == (None if expected is None else pytest.approx(expected))


CRAMP = Circumstance(movement=frozenset({"cramp"}), place=frozenset({"calf", "foot"}))
CHILD = Circumstance(age_group=frozenset({"child"}))
SHE = Circumstance(pronoun=frozenset({"you", "she"}))


@pytest.mark.parametrize(("circumstance", "known", "expected"), [
    (CRAMP, {"movement": ["cramp"], "place": ["arm", "foot"]}, "yes"),
    (CRAMP, {"movement": ["cramp"], "place": ["arm"]}, "no"),
    (CRAMP, {"movement": ["cramp"]}, "open"),
    (CRAMP, {"movement": "unsure"}, "open"),
    (CRAMP, {"place": "unsure"}, "open"),
    (CRAMP, {"movement": "unsure", "place": ["arm"]}, "no"),
    (CRAMP, {"place": ["arm"]}, "no"),
    (CRAMP, {"movement": "unsure", "place": ["calf"]}, "unsure"),
    (CHILD, {}, "no"),
    (CHILD, {"speaker": "other"}, "open"),
    (CHILD, {"speaker": "other", "age_group": "unsure"}, "unsure"),
    (CHILD, {"age_group": ["child"]}, "yes"),
    (SHE, {}, "yes"),
    (SHE, {"pronoun": "he"}, "no"),
    (Circumstance(), {}, "yes"),
])  # fmt: skip
def test_whom_a_circumstance_fits(circumstance: Circumstance, known: dict[str, Any], expected: str) -> None:
    assert circumstance.fits(known) == expected


@pytest.mark.parametrize(("when", "strict", "known", "expected"), [
    ("a", False, {"a": "yes"}, 3), ("a", False, {"a": "unsure"}, 2), ("a", True, {"a": "unsure"}, 3),
    ("a", False, {"a": "no"}, None),
    ("a", False, {"a": "maybe"}, 1), ("a", True, {"a": "maybe"}, 1), ("a", False, {}, None), ("ab", False, {"a": "yes"}, None),
    ("ab", False, {"a": "yes", "b": "yes"}, 3), ("ab", False, {"a": "yes", "b": "unsure"}, 2),
    ("ab", True, {"a": "yes", "b": "unsure"}, 2), ("ab", False, {"a": "yes", "b": "maybe"}, 2),
    ("ab", False, {"a": "maybe", "b": "maybe"}, None),
])  # fmt: skip
def test_what_a_rule_gives(when: str, strict: bool, known: dict[str, Any], expected: int | None) -> None:
    assert Rule(tuple(when), Circumstance(), 3, (), strict=strict).holds(known, 2) == expected


def test_a_detail_outweighs_a_no_but_not_what_is_known_of_its_length(content: Content) -> None:
    complete = content.protocol.complete
    chest = {"movement": ["cramp"], "place": ["chest"], "chest_pain": "no"}
    assert complete(chest)["chest_pain"] == "yes"
    assert complete({"duration": "P15D", "over_2_weeks": "no"})["over_2_weeks"] == "yes"
    assert complete({"duration": "P14D"})["over_2_weeks"] == "no"
    assert complete({"duration": "P1D", "over_2_weeks": "unsure"})["over_2_weeks"] == "unsure"
    assert complete({"age_group": "unsure", "speaker": "other"})["infant_or_child"] == "unsure"
    assert "chest_pain" not in complete({"movement": "unsure", "place": ["chest"]})


@pytest.mark.parametrize(("known", "said", "correcting", "expected"), [
    ({"place": ["arm"]}, {"place": ["calf", "arm"]}, False, {"place": ["arm", "calf"]}),
    ({"place": ["arm"]}, {"place": ["calf"]}, True, {"place": ["calf"]}),
    ({"place": "unsure"}, {"place": ["calf"]}, False, {"place": ["calf"]}),
    ({"duration": "P3W"}, {"duration": "P1D"}, False, {}),
    ({"duration": "P1D"}, {"duration": "P3W"}, False, {"duration": "P3W"}),
    ({"duration": "P3W"}, {"duration": "P1D"}, True, {"duration": "P1D"}),
    ({"duration": "unsure"}, {"duration": "P1D"}, False, {"duration": "P1D"}),
    ({}, {"duration": "PT0S"}, False, {}),
    ({}, {"person": "baby"}, False, {"speaker": "other", "pronoun": "they", "age_group": ["infant"]}),
    ({}, {"person": "sister"}, False, {"speaker": "other", "pronoun": "she"}),
    ({}, {"person": "nobody"}, False, {}),
    ({}, {"age_group": ["older"]}, False, {"age_group": ["older"]}),
    ({}, {"side": "left"}, False, {"side": "left"}),
    ({}, {"fever": "unsure"}, False, {}),
    ({}, {"blue_skin": "unsure"}, False, {"blue_skin": "unsure"}),
    ({"blue_skin": "maybe"}, {"blue_skin": "unsure"}, False, {"blue_skin": "yes"}),
    ({}, {"no_such_thing": "yes"}, False, {}),
    ({}, {"hands_locked": "yes"}, False, {"hands_locked": "yes", "movement": ["cramp"], "place": ["hand"]}),
    ({}, {"hands_locked": "no"}, False, {"hands_locked": "no"}),
    ({"place": ["foot"]}, {"hands_locked": "yes"}, False, {"hands_locked": "yes", "movement": ["cramp"]}),
    ({}, {"hands_locked": "yes", "place": ["foot"]}, False, {"hands_locked": "yes", "place": ["foot"], "movement": ["cramp"]}),
    ({}, {"fluid_leak": "yes"}, False, {"fluid_leak": "yes", "pregnant": "yes"}),
    ({"pregnant": "no"}, {"fluid_leak": "yes"}, False, {"fluid_leak": "yes", "pregnant": "yes"}),
    ({"pregnant": "unsure"}, {"fluid_leak": "yes"}, False, {"fluid_leak": "yes"}),
    ({"fever": "yes"}, {"fever": "yes"}, False, {}),
])  # fmt: skip
def test_what_a_report_adds(
    content: Content, known: dict[str, Any], said: dict[str, Any], correcting: bool, expected: dict[str, Any]
) -> None:
    assert take(content.protocol, known, said, correcting, False) == expected


def test_what_they_cannot_tell_counts_when_choosing(content: Content) -> None:
    assert take(content.protocol, {}, {"fever": "unsure"}, False, True) == {"fever": "unsure"}


def test_a_session_comes_back_as_it_was_written() -> None:
    session = Session(({"fever": "yes"}, {"place": ["arm"], "fever": None}), "sick", 2, True, True, True)
    assert read_session(session.write("1"), "1") == session
    assert session.known == {"place": ["arm"]}
    assert session.write("1")["version"] == "1"


def test_another_version_keeps_the_answers_and_asks_again() -> None:
    kept = read_session(Session(({"fever": "yes"},), "sick").write("1"), "2")
    assert (kept.turns, kept.asked) == (({"fever": "yes"},), None)


@pytest.mark.parametrize("change", [
    {"schema": 2}, {"turns": [1]}, {"turns": [{"a": 1}]}, {"turns": [{"a": [1]}]}, {"asked": 3}, {"misses": "x"}, {"told": 0},
])  # fmt: skip
def test_attributes_that_cannot_be_read_start_afresh(change: dict[str, Any]) -> None:
    good = Session(({"fever": "yes"},), "sick").write("1")
    assert read_session({**good, **change}, "1") == Session()
    assert read_session(None, "1") == Session()


def test_adding_to_a_session_forgets_the_misses() -> None:
    session = Session((), "sick", misses=2)
    assert session.add({}) == Session((), "sick")
    assert session.add({"fever": "no"}) == Session(({"fever": "no"},), "sick")


@pytest.mark.parametrize(("kind", "act", "said", "expected"), [
    ("confirm", "yes", {}, {"?confirm": "done"}), ("confirm", "no", {}, {"?confirm": "fix"}),
    ("fix", "no", {}, {"?confirm": "done"}),
    ("confirm", "no", {"fever": "yes"}, {"?confirm": None}), ("opening", "unsure", {}, {"?opening": "done"}),
    ("opening", "yes", {}, None), ("offer", "yes", {}, {}),
])  # fmt: skip
def test_answers_that_belong_to_no_question(
    content: Content, kind: str, act: str, said: dict[str, Any], expected: dict[str, Any] | None
) -> None:
    assert answer(content.protocol, {}, Step(kind), act, said) == expected


@pytest.mark.parametrize(("detail", "kind", "act", "said", "expected"), [
    ("place", "detail", "unsure", {}, {"?place": "again"}),
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
    ("again", "unsure", {}, {"?event": "again"},
     {"?event": None, "head_neck_injury": "unsure", "poison_exposure": "unsure", "recent_wound": "unsure"}),
])  # fmt: skip
def test_answers_about_a_group(
    content: Content, kind: str, act: str, said: dict[str, Any], known: dict[str, Any], expected: dict[str, Any] | None
) -> None:
    question = content.protocol.question("event")
    assert answer(content.protocol, {**SOON, **known}, Step(kind, question, question.asks), act, said) == expected


def test_naming_one_of_a_group_closes_it_where_the_rest_cannot_raise_anything(content: Content) -> None:
    question = content.protocol.question("daily")
    known = {"movement": ["cramp"], "place": ["calf"], "leg_swelling": "yes", "frequent": "yes"}
    step = Step("which", question, question.asks)
    found = answer(content.protocol, known, step, "report", {"frequent": "yes"})
    assert found is not None
    assert found["?daily"] is None
    assert found["sleep_disruption"] == "no"


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
    assert next_step(content.protocol, {**known, **SOON, "speaker": "other"}).name == "age_group"


def test_a_language_without_a_folder_is_english_and_a_missing_file_is_named(content: Content, tmp_path: Any) -> None:
    assert load("xx-XX") is content
    with pytest.raises(ValueError, match=r"nothing\.toml"):
        read_table(tmp_path / "nothing.toml")
    (tmp_path / "bad.toml").write_text("a = ")
    with pytest.raises(ValueError, match=r"bad\.toml"):
        read_table(tmp_path / "bad.toml")
    (tmp_path / "call.toml").write_text('a = "call 9 1 1"')
    assert read_table(tmp_path / "call.toml") == {"a": "call 911"}
    (tmp_path / "call.json").write_text('{"a": 1}')
    assert read_table(tmp_path / "call.toml") == {"a": 1}
