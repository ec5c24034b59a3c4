"""What a report adds to what is known, and what is read from a session."""

from typing import Any

import pytest

from triage.content import Content
from triage.session import Session, read_session, take


@pytest.mark.parametrize(("known", "said", "correcting", "expected"), [
    ({"place": ["arm"]}, {"place": ["calf", "arm"]}, False, {"place": ["arm", "calf"]}),
    ({"place": ["arm"]}, {"place": ["calf"]}, True, {"place": ["calf"]}),
    ({"place": "unsure"}, {"place": ["calf"]}, False, {"place": ["calf"]}),
    ({}, {"chest_pain": "unsure"}, False, {}), ({"chest_pain": "no"}, {"chest_pain": "unsure"}, False, {"chest_pain": "unsure"}),
    ({"place": ["leg"]}, {"place": ["foot"]}, False, {"place": ["foot"]}),
    ({"place": ["foot"]}, {"place": ["leg"]}, True, {}),
    ({"duration": "P3W"}, {"duration": "P1D"}, False, {}),
    ({"duration": "P1D"}, {"duration": "P3W"}, False, {"duration": "P3W"}),
    ({"duration": "P3W"}, {"duration": "P1D"}, True, {"duration": "P1D"}),
    ({"duration": "unsure"}, {"duration": "P1D"}, False, {"duration": "P1D"}),
    ({}, {"duration": "PT0S"}, False, {}),
    ({}, {"person": "baby"}, False, {"speaker": "other", "pronoun": "they", "age_group": ["infant"]}),
    ({}, {"person": "sister"}, False, {"speaker": "other", "pronoun": "she"}),
    ({}, {"person": "nobody"}, False, {}),
    ({"age_group": ["infant"]}, {"person": "self"}, False, {"speaker": "self", "pronoun": "you", "age_group": None}),
    ({"age_group": ["infant"]}, {"person": "sister"}, False, {"speaker": "other", "pronoun": "she"}),
    ({"age_group": ["child"]}, {"person": "self"}, False, {"speaker": "self", "pronoun": "you"}),
    ({}, {"age_group": ["older"]}, False, {"age_group": ["older"]}),
    ({}, {"side": "left"}, False, {"side": "left"}),
    ({"side": "left"}, {"side": "other"}, False, {"side": "right"}),
    ({"side": "right"}, {"side": "other"}, False, {"side": "left"}),
    ({}, {"side": "other"}, False, {}),
    ({"side": "both"}, {"side": "other"}, False, {}),
    ({"side": "left"}, {"fever": "yes", "side": "other"}, False, {"fever": "yes", "side": "right"}),
    ({}, {"fever": "yes", "person": "sister"}, False, {"fever": "yes", "speaker": "other", "pronoun": "she"}),
    ({"duration": "PT1H"}, {"duration": "a while"}, False, {}),
    ({}, {"speaker": "other", "pronoun": "he"}, False, {"speaker": "other", "pronoun": "he"}),
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


@pytest.mark.parametrize(("turns", "left"), [
    ([{"fever": "yes"}], []), ([{"fever": "yes"}, {"?confirm": "done"}], [{"fever": "yes"}]), ([], []),
    ([{"fever": "yes"}, {"?confirm": "done"}, {"?told": "yes"}], [{"fever": "yes"}]),
    ([{"fever": "yes"}, {"?told": None, "?more": None}, {"?told": "yes"}], []),
    ([{"fever": "yes"}, {"place": ["arm"], "?told": None}], [{"fever": "yes"}]),
    ([{"fever": "yes"}, {"place": ["arm"]}, {"?told": "yes", "?more": "yes", "?topic": "yes"}], [{"fever": "yes"}]),
])  # fmt: skip
def test_going_back_drops_the_last_answer(turns: list[dict[str, Any]], left: list[dict[str, Any]]) -> None:
    session = Session(tuple(turns), misses=2).back()
    assert (list(session.turns), session.misses) == (left, 0)


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


def test_what_one_answer_meant_is_one_turn() -> None:
    session = Session(({"a": "yes"}, {"b": "no", "c": "yes"}, {"b": None, "d": "no"}))
    assert session.join(1) == Session(({"a": "yes"}, {"b": None, "c": "yes", "d": "no"}))
    assert session.join(1).back() == Session(({"a": "yes"},))
    assert session.join(3) is session
