"""The lines that are spoken aloud, and how what comes of them is counted; the voices themselves are run by `make hear-spoken`."""

import pytest

from tools.hear_spoken import read_lines
from tools.recogniser import Recogniser
from tools.spoken_figures import KINDS, badly, ends, errors, plain, tables

ROWS = read_lines()


def test_there_are_sixty_of_every_kind() -> None:
    assert len({row["say"] for row in ROWS}) == 60
    assert {row["kind"] for row in ROWS} == set(KINDS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["say"])
def test_typed_each_ends_with_its_urgency(hears: Recogniser, row: dict[str, str]) -> None:
    assert ends(hears, row["say"], row.get("first", "")) == row["urgency"]


def test_words_are_counted_as_alexa_hands_them_on() -> None:
    assert plain("It's been 3 weeks -- call 911!") == ["it's", "been", "three", "weeks", "call", "nine", "one", "one"]
    assert errors("no swelling for three weeks", "No, smelling for 3 weeks.") == (1, 5)


def test_a_mishearing_that_ends_otherwise_is_told() -> None:
    said = "my chest is tight and it hurts"
    row = next(row for row in ROWS if row["say"] == said)
    heard = {"voice": "one", "said": said, "heard": said, "guided": "my nest is tight"}
    lines = list(tables([row], [heard]))
    assert [line for line in lines if "my nest is tight" in line]
    assert not [line for line in lines if "as it is | my" in line]
    assert "1 of 1" in lines[2]
    assert "0 of 1" in lines[3]


def test_words_that_no_voice_brings_across_are_named() -> None:
    results = [{"voice": voice, "said": "is it the calf", "heard": "is it the half", "guided": ""} for voice in ("one", "two")]
    assert badly(results) == [("calf", 2, 2)]
