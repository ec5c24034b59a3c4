"""The exploration of interviews: it holds for a few, and each planted defect is caught."""

import copy
import tomllib
from collections.abc import Callable
from typing import Any

import pytest

from tools.interviews import AGES, Interviews, kinds_of_place
from tools.oracle import Oracle, differences
from triage.content import FOLDER, read_protocol

TABLE = tomllib.loads((FOLDER / "protocol.toml").read_text(encoding="utf-8"))


def held(table: dict[str, Any], movement: str, place: str, age: str = "adult") -> Interviews:
    interviews = Interviews()
    interviews.protocol = read_protocol(table)
    interviews.walk({"movement": [movement], "place": [place], **AGES[age]}, 1)
    return interviews


def test_a_few_interviews_hold() -> None:
    for movement, place, age in (("twitch", "eyelid", "adult"), ("cramp", "calf", "adult"), ("jerk", "arm", "baby")):
        interviews = held(TABLE, movement, place, age)
        assert interviews.count["interviews"] > 15
        assert [str(b) for b in interviews.breaches] == []


def test_the_rules_say_what_the_table_says() -> None:
    assert differences(Oracle(), TABLE) == []


def drop_question(table: dict[str, Any], id: str) -> None:
    table["questions"] = [q for q in table["questions"] if q["id"] != id]


DEFECTS: dict[str, Callable[[dict[str, Any]], object]] = {
    "a question forgotten": lambda t: drop_question(t, "urine"),
    "a finding forgotten in a question": lambda t: next(q for q in t["questions"] if q["id"] == "limb")["asks"].pop(0),
    "an urgency lowered": lambda t: t["findings"]["cold_pale_limb"].update(alone="same_day"),
    "unsure made calm": lambda t: t["findings"]["chest_pain"].update(alone="emergency"),
    "asked of fewer places": lambda t: t["findings"]["leg_swelling"].update(asked=[{"movement": ["cramp"], "place": ["arm"]}]),
    "a follow-up without its parent": lambda t: t["findings"]["tense_limb"].update(asked=[{"after": ["injury_pop"]}]),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_planted_defect_is_caught(defect: str) -> None:
    table = copy.deepcopy(TABLE)
    DEFECTS[defect](table)
    assert held(table, "cramp", "calf").breaches or differences(Oracle(), table)


def test_a_mistyped_rule_is_caught() -> None:
    table = copy.deepcopy(TABLE)
    table["rules"][0]["urgency"] = "doctor"
    assert differences(Oracle(), table)


def test_places_of_one_kind_have_the_same_future() -> None:
    kinds = kinds_of_place(TABLE)
    assert 5 < len(kinds) < len(TABLE["places"])
    shin, thigh = (held(TABLE, "cramp", place).count for place in ("shin", "thigh"))
    assert shin == thigh
