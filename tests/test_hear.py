"""The stand-in recogniser: what a sentence reports, and what it denies."""

import pytest

from tools.hear import Recogniser


def reported(hears: Recogniser, text: str) -> tuple[set[str | None], set[str | None]]:
    """(ids reported, ids denied) in a sentence."""
    slots = hears.hear(text).slots
    denied = {i for name in ("denied", "fine") for _, i in slots.get(name, [])}
    return {i for name, values in slots.items() if name not in ("denied", "fine") for _, i in values}, denied


@pytest.mark.parametrize(("said", "denied"), [
    ("no chest pain", "chest_pain"), ("it's not swollen", "leg_swelling"), ("i can breathe fine", "trouble_breathing"),
    ("it hurts but it's not swollen", "leg_swelling"), ("there's no fever", "fever"),
    ("actually it isn't swollen", "leg_swelling"),
])  # fmt: skip
def test_a_denied_symptom_is_never_reported(hears: Recogniser, said: str, denied: str) -> None:
    yes, no = reported(hears, said)
    assert denied in no
    assert denied not in yes


@pytest.mark.parametrize(("said", "finding"), [
    ("i can't breathe", "trouble_breathing"), ("i can't feel my leg", "cold_pale_limb"),
    ("he won't wake up", "loss_of_consciousness"),
    ("she's not making sense", "confusion"),
])  # fmt: skip
def test_a_negation_that_is_the_symptom_reports_it(hears: Recogniser, said: str, finding: str) -> None:
    assert finding in reported(hears, said)[0]


def test_durations_are_iso_8601(hears: Recogniser) -> None:
    for said, length in {"for three weeks": "P3W", "ten minutes": "PT10M", "half an hour": "PT30M"}.items():
        assert hears.hear(said).slots["duration"][0][1] == length


def test_an_age_is_no_duration(hears: Recogniser) -> None:
    assert "duration" not in hears.hear("my seven year old has a cramp").slots


def test_nothing_that_fits_is_a_fallback(hears: Recogniser) -> None:
    assert hears.hear("what is the weather like tomorrow").intent == "AMAZON.FallbackIntent"
