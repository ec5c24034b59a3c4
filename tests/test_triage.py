"""The core's small decisions, one by one: lengths of time, circumstances, and what rules give."""

from typing import Any

import pytest

from triage.content import Content
from triage.protocol import Circumstance, Rule, days


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


@pytest.mark.parametrize(("known", "expected"), [
    ({}, None), ({"movement": ["twitch"]}, None), ({"movement": ["cramp"], "place": ["calf"]}, 3),
    ({"movement": ["cramp"], "place": "unsure"}, 2),
])  # fmt: skip
def test_a_rule_holds_only_where_its_circumstance_is_known(known: dict[str, Any], expected: int | None) -> None:
    assert Rule(("a",), CRAMP, 3, ()).holds({"a": "yes", **known}, 2) == expected


def test_a_detail_outweighs_a_no_but_not_what_is_known_of_its_length(content: Content) -> None:
    complete = content.protocol.complete
    chest = {"movement": ["cramp"], "place": ["chest"], "chest_pain": "no"}
    assert complete(chest)["chest_pain"] == "yes"
    assert complete({"duration": "P15D", "over_2_weeks": "no"})["over_2_weeks"] == "yes"
    assert complete({"duration": "P14D"})["over_2_weeks"] == "no"
    assert complete({"duration": "P1D", "over_2_weeks": "unsure"})["over_2_weeks"] == "unsure"
    assert complete({"age_group": "unsure", "speaker": "other"})["infant_or_child"] == "unsure"
    assert "chest_pain" not in complete({"movement": "unsure", "place": ["chest"]})


def test_where_nothing_holds_it_is_the_calmest_without_a_reason(content: Content) -> None:
    assert content.protocol.decide({}) == (0, [])
