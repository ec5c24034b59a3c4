"""Mistakes planted in the protocol are noticed, and by whom; and callers in ids end as those who speak do."""

from pathlib import Path

import pytest

from tools.case_files import read_cases
from tools.cases import run
from tools.mutants import report
from tools.mutants_judge import CASES, DRAWN, PAGES, RULES, TABLE, Judge, Judged
from tools.mutants_made import Mutant, made
from tools.recogniser import recogniser
from triage.content import FOLDER, Content, read_table

FILES = sorted(Path(__file__).parent.glob("cases/*.toml"))


@pytest.fixture(scope="module")
def judge() -> Judge:
    return Judge(FILES, each=2, most=1)


@pytest.fixture(scope="module")
def mutants(judge: Judge) -> dict[str, Mutant]:
    return {f"{m.kind}: {m.id}": m for m in made(judge.table)}


def test_each_change_has_a_name_of_its_own(judge: Judge, mutants: dict[str, Mutant]) -> None:
    assert len(mutants) == len(list(made(judge.table)))


def test_every_case_and_every_drawn_caller_ends_right_in_ids(judge: Judge) -> None:
    assert [*judge.wrong, *judge.apart] == []


def test_callers_in_ids_are_asked_what_those_who_speak_are(content: Content, judge: Judge) -> None:
    hears, phrases = recogniser(), read_table(FOLDER / "en-US" / "callers.toml")
    cases = {case.id: case for path in FILES for case in read_cases(path, content)}
    for person, (urgency, asked) in judge.cases[::12]:
        result = run(cases[person.id], content, hears, phrases)
        assert content.protocol.urgencies[urgency] == result["got"]
        heard = iter(t["asked"] for t in result["turns"] if t["asked"] not in (None, "confirm", "offer"))
        assert all(question in heard for question in asked), person.id  # in this order; words that name a place may lead to more


@pytest.mark.parametrize(("name", "noticed"), [
    ("rule removed: chest_pain", {CASES, TABLE, DRAWN}),
    ("rule removed: palpitations + weakness", {TABLE, DRAWN}),
    ("rule's urgency lowered: stiff_neck + fever", {TABLE, DRAWN}),
    ("rule's ! removed: trouble_breathing", {TABLE}),
    ("rule's finding dropped: stiff_neck + fever, without fever", {CASES, TABLE}),
    ("rule widened: statin + movement cramp + movement stiffness, any movement", {TABLE}),
    ("question removed: stroke", {CASES, RULES, DRAWN}),
    ("question swapped: life and stroke", {CASES, PAGES}),
    ("asked of none: weakness: all", {CASES, RULES, DRAWN}),
    ("asked of fewer: fever: not @not_face", {DRAWN}),
])  # fmt: skip
def test_a_planted_mistake_is_noticed(judge: Judge, mutants: dict[str, Mutant], name: str, noticed: set[str]) -> None:
    result = judge.judge(mutants[name])
    assert result.decides
    assert noticed <= set(result.by)


def test_what_concerns_nobody_is_counted_apart(judge: Judge) -> None:
    result = judge.judge(Mutant("asked of fewer", "nothing", judge.table, ()))
    assert (result.by, result.decides) == ((), False)


def test_the_report_names_what_nobody_notices_and_why() -> None:
    results = [
        Judged("rule removed", "a", (CASES,), True),
        Judged("rule removed", "b", (), True),
        Judged("rule removed", "c", (), False),
    ]
    text = report(results, {"rule removed: b": "for a reason", "rule removed: a": "for another"})
    assert "2      1      0      1   50.0%     1" in text
    assert "rule removed: b\n    for a reason" in text
    assert "rule removed: c" not in text
    assert "explained, but noticed: rule removed: a" in text
    assert "explained, but noticed: rule removed: b" not in text
