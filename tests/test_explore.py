"""The exploration of interviews: it holds for a few, and each planted defect is caught and shown as a case."""

import copy
import tomllib
from collections.abc import Callable, Hashable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tools.case_files import read_cases
from tools.explore import future, heard, paths, reach, scripts, walk
from tools.explore.merge import Merging
from tools.explore.parts import openings
from tools.explore.paste import case
from tools.explore.samples import Drawing
from tools.explore.turns import START, Place, Skill
from tools.explore.walk import Walk
from tools.oracle import Oracle, differences
from triage import answers
from triage.content import FOLDER, load, read_protocol

TABLE = tomllib.loads((FOLDER / "protocol.toml").read_text(encoding="utf-8"))
Table = dict[str, Any]


def skill(table: Table = TABLE, movement: str = "cramp", place: str = "calf") -> Skill:
    return Skill(replace(load(), protocol=read_protocol(table)), Oracle(), [movement], [place])


def walked(
    some: Skill, spare: int | None = 1, facts: tuple[str, ...] = (), people: tuple[int, ...] = (0,), keep: float = 0
) -> Walk:
    held = Walk(some, keep=keep)
    held.explore([o for who in people for o in openings(some, (who,))[-1:]], spare, facts)
    paths.add_up(held)
    return held


def test_a_few_interviews_hold() -> None:
    for movement, place, people in (("twitch", "eyelid", (0,)), ("hiccup", "throat", (4,))):
        held = walked(skill(movement=movement, place=place), None, people=people, keep=0.5)
        assert len(held.states) > 100
        pairs, parted = future.check(held, 60, 1)
        assert pairs == 60
        assert [*held.breaches, *parted] == []


def test_the_whole_interview_is_walked() -> None:
    """Counted by hand for a hiccup of someone who says no to all, and by holding each interview for one of a few answers."""
    some = skill(movement="hiccup", place="throat")
    held = Walk(some)
    first = held.explore(openings(some, (0,))[-1:], 1)[0]
    paths.add_up(held)

    def count(place: Place, spare: int) -> int:
        step = some.step(place)
        if step.kind == "outcome":
            return 1
        says = [(say, spare - walk.costs(step, say)) for say in some.answers(step, place, True)]
        return sum(count(some.turn(place, step, say), left) for say, left in says if left >= 0)

    assert first.ways == count(some.turn(START, some.step(START), first.says()[0]), 1)


def test_the_rules_say_what_the_table_says() -> None:
    assert differences(Oracle(), TABLE) == []


def drop(table: Table, id: str) -> None:
    table["questions"] = [q for q in table["questions"] if q["id"] != id]


def ask(table: Table, finding: str, *asked: Table) -> None:
    table["findings"][finding]["asked"] = list(asked)


DEFECTS: dict[str, Callable[[Table], object]] = {
    "a question forgotten": lambda t: drop(t, "urine"),
    "a question's finding forgotten": lambda t: next(q for q in t["questions"] if q["id"] == "limb")["asks"].pop(0),
    "a rule missing": lambda t: t["rules"].remove(
        next(r for r in t["rules"] if r["when"] == ["palpitations", "vomiting_diarrhea"])
    ),
    "an urgency lowered": lambda t: t["findings"]["cold_pale_limb"].update(alone="same_day"),
    "a plain emergency where unsure is one": lambda t: t["findings"]["trouble_swallowing"].update(alone="emergency"),
    "asked of fewer places": lambda t: ask(t, "leg_swelling", {"movement": ["cramp"], "place": ["arm"]}),
    "asked of fewer movements": lambda t: ask(t, "fever", {"movement": ["jerk"]}),
    "a follow-up without its parent": lambda t: ask(t, "tense_limb", {"after": ["injury_pop"]}),
    "an age forgotten": lambda t: t["derive"].__delitem__(slice(3, None)),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_planted_defect_is_caught_and_shown_as_a_case(defect: str, tmp_path: Path) -> None:
    table = copy.deepcopy(TABLE)
    DEFECTS[defect](table)
    some = skill(table, place="jaw" if "unsure" in defect else "calf")
    found = walked(some, people=(4 if "age" in defect else 0,)).breaches
    assert found
    shortest = min(found, key=lambda b: len(b.says))
    text = case(some, shortest, 1)
    (tmp_path / "found.toml").write_text(text, encoding="utf-8")
    assert read_cases(tmp_path / "found.toml", load())[0].expect


def test_unsure_taken_for_no_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    real = answers.answer

    def forgetful(*given: Any) -> Any:
        found = real(*given)
        return found and {k: "no" if v == "unsure" and k[0] != "?" and k != "duration" else v for k, v in found.items()}

    monkeypatch.setattr("tools.explore.turns.answer", forgetful)
    assert {b.invariant for b in walked(skill()).breaches} >= {walk.AGREES}


def test_a_correction_that_forgets_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    from triage.session import take as real

    def forgetful(protocol: Any, known: Any, said: Any, correcting: bool, choosing: bool) -> Any:
        return {} if correcting else real(protocol, known, said, correcting, choosing)

    monkeypatch.setattr("tools.explore.samples.take", forgetful)
    drawing = Drawing(skill(), 1)
    assert any(
        b.invariant == "correcting or going back ends as if it had been said so at first"
        for _ in range(60)
        for b in drawing.check()
    )


def test_a_key_that_forgets_something_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    real = Merging.key

    def forgetful(self: Merging, place: Place, *how: bool) -> tuple[int, int, Hashable]:
        level, other, key = real(self, place, *how)
        return level, other, (key[:2], *key[3:]) if isinstance(key, tuple) else key  # what is still missing is left out

    monkeypatch.setattr(Merging, "key", forgetful)
    held = walked(skill(movement="twitch", place="eyelid"), None, keep=1)
    assert future.check(held, 200, 1)[1]


def test_a_rule_that_can_decide_for_nobody_is_refused() -> None:
    table = copy.deepcopy(TABLE)
    table["rules"].append({"when": ["hiccups_over_2_days", "dropping_things"], "urgency": "same_day", "facts": ["judgement"]})
    table["rules"].append({"when": ["chest_pain", "statin"], "urgency": "same_day", "facts": ["judgement"]})
    some = Skill(replace(load(), protocol=read_protocol(table)), Oracle())
    seen = {r.when for r in load().protocol.rules}
    refused = list(reach.undecided(some, seen))
    assert ["never asked of the same caller" in line for line in refused] == [True, False]


def test_a_reply_that_cannot_be_spoken_is_caught() -> None:
    assert list(heard.unspeakable("Is {any} left?"))
    assert list(heard.unspeakable("word " * 80))
    assert not list(heard.unspeakable("If nothing new comes up, 12 more. Call Poison Help, at 1-800-222-1222."))


def test_a_reply_that_is_not_what_the_core_decided_is_caught() -> None:
    held = walked(skill(movement="hiccup", place="throat"))
    kinds = [(before, step, say, after, ()) for _, before, step, say, after in held.kinds.values()][:5]
    assert heard.check(load(), kinds)[1] == []
    others = [(before, step, say, kinds[i - 1][3], ()) for i, (before, step, say, _, _) in enumerate(kinds)]
    assert heard.check(load(), others)[1]


def test_a_tip_that_nobody_hears_is_told() -> None:
    content = replace(load())
    vars(content)["tips"] = {**content.tips, "calf_stretch": {**content.tips["calf_stretch"], "needs": ["lockjaw"]}}
    assert scripts.untipped(content, "") == ["calf_stretch"]


def test_the_quick_decision_is_the_protocols_own() -> None:
    some, drawing = skill(), Drawing(skill(), 3)
    for _ in range(200):
        known = {**drawing.caller().true, "movement": ["cramp"], "place": ["calf"]}
        level, rules = some.plain.decide(known)
        quick, held = some.protocol.decide(known)
        assert (quick, {r.when for r in held}) == (level, {r.when for r in rules})
