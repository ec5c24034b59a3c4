"""Emergencies told in the words of several phrases: what is heard so, and what isn't."""

import pytest

from tools.recogniser import Recogniser


def likely(hears: Recogniser, said: str) -> set[str]:
    words = said.split()
    return {match.id for match in hears.likely.find(words, hears.phrases.find(words))}


@pytest.mark.parametrize(("said", "id"), [
    ("there was a lot of stuff in the cleaning bottle and the toddler drank a mouthful", "poison_exposure"),
    ("her face and lips became big like balloons after the peanut", "face_tongue_swelling"),
    ("his speech became mush all at once", "speech_trouble"),
    ("a chunk of chicken is stuck in my windpipe and i keep hiccuping", "choking"),  # all is well by a "not": the finding isn't
    ("the bookshelf fell and i was stuck under it till my roommate got home", "crush_injury"),
])  # fmt: skip
def test_an_emergency_in_words_of_several_phrases_is_heard(hears: Recogniser, said: str, id: str) -> None:
    assert id in likely(hears, said)
    assert id in {value for _, value in hears.hear(said).slots["finding"]}


@pytest.mark.parametrize("said", [
    "the toddler never drank a mouthful of stuff in the cleaning bottle",  # denied
    "back in ninety two uncle ray drank a mouthful of stuff in the cleaning bottle",  # long ago, another's
    "the weather was nice and the garden smelled of roses",  # of no finding
    "i could kill my boss for making me work doubles",  # an idiom
    "the little boy stands and puts his weight on both feet",  # what is told by a "won't" alone
    "bacon smoke set off the alarm", "roofing up and down ladders calves cramp by three", "kitty's tail got mashed in the door",
])  # fmt: skip
def test_what_isnt_so_isnt_heard(hears: Recogniser, said: str) -> None:
    assert not likely(hears, said)


def test_beside_an_emergency_heard_for_certain_nothing_is_guessed(hears: Recogniser) -> None:
    said = "i can't breathe and his speech became mush all at once"
    assert "trouble_breathing" in {value for _, value in hears.hear(said).slots["finding"]}
    assert "speech_trouble" not in {value for _, value in hears.hear(said).slots["finding"]}
