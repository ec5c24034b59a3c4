"""Each defect planted in the protocol, the core, the exploration or the words is caught, and shown as a case where it ends a
caller wrong."""

import copy
from collections.abc import Callable, Hashable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.exploring import TABLE, Table, skill, walked
from tools.case_files import read_cases
from tools.explore import future, heard, reach, scripts, walk
from tools.explore.left import Open
from tools.explore.merge import Merging
from tools.explore.paste import case
from tools.explore.places import Place
from tools.explore.samples import Drawing
from tools.explore.turns import Skill
from tools.oracle import Oracle
from triage import answers
from triage.content import load, read_protocol


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


def test_a_key_that_forgets_what_is_known_where_facts_are_volunteered_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = tuple(load().protocol.findings)
    sound = walked(skill(), 0, facts, keep=1)
    assert not future.check(sound, 500, 1)[1]
    real = Open.live
    monkeypatch.setattr(Open, "live", lambda open, level, out: (*real(open, level, out)[:2], 0))
    held = walked(skill(), 0, facts, keep=1)
    assert future.check(held, 500, 1)[1] or held.breaches


@pytest.mark.parametrize("spare", [None, 1])
def test_a_combination_of_which_something_is_known_is_not_forgotten(spare: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = walked(skill(movement="twitch", place="eyelid"), spare, keep=1)
    assert not future.check(sound, 200, 1)[1]
    monkeypatch.setattr(Open, "missing", lambda *of: {})
    held = walked(skill(movement="twitch", place="eyelid"), spare, keep=1)
    assert future.check(held, 200, 1)[1] or held.breaches


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
