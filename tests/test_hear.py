"""The stand-in recogniser: what a sentence reports, and what it denies."""

import pytest

from tools.recogniser import Recogniser


def reported(hears: Recogniser, text: str) -> tuple[set[str | None], set[str | None]]:
    """(ids reported, ids denied) in a sentence."""
    slots = hears.hear(text).slots
    denied = {i for name in ("denied", "fine") for _, i in slots.get(name, [])}
    return {i for name, values in slots.items() if name not in ("denied", "fine") for _, i in values}, denied


@pytest.mark.parametrize(("said", "denied"), [
    ("no chest pain", "chest_pain"), ("it's not swollen", "leg_swelling"), ("i can breathe fine", "trouble_breathing"),
    ("it hurts but it's not swollen", "leg_swelling"), ("there's no fever", "fever"),
    ("actually it isn't swollen", "leg_swelling"), ("i dont have chest pain", "chest_pain"),
])  # fmt: skip
def test_a_denied_symptom_is_never_reported(hears: Recogniser, said: str, denied: str) -> None:
    yes, no = reported(hears, said)
    assert denied in no
    assert denied not in yes


@pytest.mark.parametrize(("said", "finding"), [
    ("i can't breathe", "trouble_breathing"), ("i can't feel my leg", "cold_pale_limb"),
    ("he won't wake up", "loss_of_consciousness"), ("he isnt breathing", "trouble_breathing"),
    ("she's not making sense", "confusion"),
])  # fmt: skip
def test_a_negation_that_is_the_symptom_reports_it(hears: Recogniser, said: str, finding: str) -> None:
    assert finding in reported(hears, said)[0]


@pytest.mark.parametrize("said", ["the swelling is not right", "the numbness is wrong", "my speech is wrong"])
def test_that_something_is_not_right_denies_nothing(hears: Recogniser, said: str) -> None:
    yes, no = reported(hears, said)
    assert yes
    assert no == set()


def test_what_says_yes_to_all_hides_no_finding(hears: Recogniser) -> None:
    assert reported(hears, "i take levothyroxine")[0] == {"liver_thyroid_disease"}
    assert reported(hears, "i take gabapentin")[0] == set()


def test_durations_are_iso_8601(hears: Recogniser) -> None:
    for said, length in {"for three weeks": "P3W", "ten minutes": "PT10M", "half an hour": "PT30M"}.items():
        assert hears.hear(said).slots["duration"][0][1] == length


def test_an_age_is_no_duration(hears: Recogniser) -> None:
    assert "duration" not in hears.hear("my seven year old has a cramp").slots


def test_nothing_that_fits_is_a_fallback(hears: Recogniser) -> None:
    assert hears.hear("what is the weather like tomorrow").intent == "AMAZON.FallbackIntent"


@pytest.mark.parametrize(("said", "denied"), [
    ("i don't think there's any chest pain", "chest_pain"), ("i can't say i've had a fever", "fever"),
    ("they ruled out a seizure", "seizure"), ("i don't have a headache or double vision", "vision_change"),
    ("swelling in the leg, no", "leg_swelling"), ("my neck bends fine", "stiff_neck"),
])  # fmt: skip
def test_a_denial_reaches_what_it_denies(hears: Recogniser, said: str, denied: str) -> None:
    yes, no = reported(hears, said)
    assert denied in no
    assert denied not in yes


def test_what_is_denied_is_not_what_follows(hears: Recogniser) -> None:
    for said in ("i'm not kidding my chest hurts", "it wasn't like this before i can't breathe", "no time he's not breathing"):
        assert reported(hears, said)[0] & {"chest_pain", "trouble_breathing"}, said


@pytest.mark.parametrize(("said", "intent"), [
    ("no, the dog did it", "NegateIntent"), ("i've been on my feet all day, so no", "NegateIntent"),
    ("yeah it was the same before", "AffirmIntent"), ("no my chest hurts", "ReportIntent"),
])  # fmt: skip
def test_an_answer_with_a_reason_is_an_answer(hears: Recogniser, said: str, intent: str) -> None:
    heard = hears.hear(said)
    assert heard.intent == intent or (intent == "ReportIntent" and "finding" in heard.slots)


def test_right_is_a_side_only_of_something(hears: Recogniser) -> None:
    for said in ("that's not right", "something's not right with my leg", "oh right it's my calf"):
        assert "side" not in hears.hear(said).slots
    for said in ("my right calf", "the right one"):
        assert "right" in {i for _, i in hears.hear(said).slots["side"]}, said
    assert [i for _, i in hears.hear("the other leg").slots["side"]] == ["other"]


def test_most_of_a_phrase_is_heard_but_not_its_opposite(hears: Recogniser) -> None:
    assert "saddle_numbness" in reported(hears, "i've lost feeling in my private parts")[0]
    assert "cold_pale_limb" not in reported(hears, "my leg isn't cold")[0]
    assert "lockjaw" not in reported(hears, "my mouth opens all the way")[0]


@pytest.mark.parametrize(("said", "denied"), [
    ("haven't quit any medicines", "new_medicine"), ("lithium isn't one of mine", "lithium"),
    ("i wouldn't say there's chest pain", "chest_pain"), ("does it sound like i'm slurring cause i'm not", "speech_trouble"),
    ("nary a seizure", "seizure"), ("chest pain none whatsoever today", "chest_pain"), ("fever none at all", "fever"),
    ("he couldn't have hit his head", "head_neck_injury"), ("i don't work out", "exercise_trigger"),
    ("the chest pain they warn you about i don't have it", "chest_pain"), ("i've been spared the fever so far", "fever"),
    ("i know what a stroke looks like and this isn't that", "one_sided_weakness"),
])  # fmt: skip
def test_a_roundabout_denial_denies(hears: Recogniser, said: str, denied: str) -> None:
    yes, no = reported(hears, said)
    assert denied in no
    assert denied not in yes


def test_no_pulse_is_no_answer(hears: Recogniser) -> None:
    assert hears.hear("no matter how hard he pulls it won't go down").intent != "NegateIntent"
    assert hears.hear("none of those apply to my brother").intent == "NegateIntent"


@pytest.mark.parametrize("said", ["no i can't breathe", "no no i can't breathe", "no i can't swallow", "no i'm choking"])
def test_a_no_before_a_clause_of_its_own_does_not_deny_it(hears: Recogniser, said: str) -> None:
    yes, no = reported(hears, said)
    assert yes
    assert not no
