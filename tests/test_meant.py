"""Emergencies by their meaning: what is said in other words than the model's, and what isn't said."""

import numpy as np
import pytest

from tools.meant import Meant
from tools.sentences import Sentences

PHRASES = {
    "Finding": {
        "trouble_breathing": ["i can't breathe", "trouble breathing", "can't get enough air"],
        "snake_bite": ["a snake bit me", "bitten by a rattlesnake"],
        "face_droop": ["my face is drooping", "one side of the mouth hangs down"],
        "fever": ["a high temperature"],
    },
    "Fine": {"face_droop": ["my smile is even", "both sides of my face look the same"]},
}
TYPES = [
    {"name": type, "values": [{"id": id, "name": {"value": said[0], "synonyms": said[1:]}} for id, said in values.items()]}
    for type, values in PHRASES.items()
]


@pytest.fixture(scope="module")
def meant() -> Meant:
    return Meant(TYPES, frozenset({"trouble_breathing", "snake_bite", "face_droop"}), frozenset())


def ids(meant: Meant, said: str) -> set[str]:
    return {match.id for match in meant.find(said.split(), [])}


def test_alike_in_meaning_is_nearer_than_alike_in_letters() -> None:
    near, far, same = Sentences().vectors(["i cannot breathe", "i cannot bread", "trouble with breathing"])
    assert near @ same > near @ far
    assert np.allclose(np.linalg.norm([near, far, same], axis=1), 1, atol=1e-5)


def test_a_sentence_means_the_same_alone_and_among_others() -> None:
    sentences = Sentences()
    alone = sentences.vectors(["my leg hurts"])[0]
    assert np.allclose(alone, sentences.vectors(["a fever", "my leg hurts", "it is cold today"])[1], atol=1e-5)


@pytest.mark.parametrize(("said", "id"), [
    ("it's a real struggle to get any breath into my lungs", "trouble_breathing"),
    ("my calf cramps and a poisonous snake sank its fangs in me", "snake_bite"),
    ("one half of his mouth is dangling lower", "face_droop"),
])  # fmt: skip
def test_an_emergency_in_other_words_is_heard(meant: Meant, said: str, id: str) -> None:
    assert ids(meant, said) == {id}


@pytest.mark.parametrize("said", [
    "it's no struggle to get any breath into my lungs",  # denied
    "one half of the mouth dangles lower and yet both halves of my face look the same",  # all is well
    "a mosquito bit my finger",  # like it, and something else
    "uncle ray was bitten by some rattlesnake back in ninety two",  # long ago
    "he has quite a high temperature today",  # no emergency
    "my left calf is cramping",  # nothing of the kind
])  # fmt: skip
def test_what_isnt_so_isnt_heard(meant: Meant, said: str) -> None:
    assert ids(meant, said) == set()


def test_what_was_understood_to_the_letter_is_left_alone(meant: Meant) -> None:
    said = ["it's", "a", "real", "struggle", "to", "get", "any", "breath", "into", "my", "lungs"]
    [found] = meant.find(said, [])
    assert meant.find(said, [found]) == []
