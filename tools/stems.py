"""Words cut to what carries their meaning, so that "her face has gone droopy" and "my face is drooping" are alike."""

import re
from functools import cache

EMPTY = set(
    """a an the my his her their your our its i he she they it we you is are was were am be been being has have had having
do does did got get gets getting gone went going go just really so very kind of sort some bit feel feels feeling felt like
in on at to up me him them this that these those there's it's i'm he's she's they're i've he's we've they've i'd and
now right here there pretty super quite too also all seems seem looks look looking what with for since when then suddenly""".split()
)
CLAUSE = {
    "it",
    "i",
    "he",
    "she",
    "they",
    "and",
    "but",
    "now",
    "then",
    "since",
    "when",
    "because",
}  # words that begin another clause
SAME = {"cannot": "can't", "couldn't": "can't", "hard": "trouble", "difficulty": "trouble", "difficult": "trouble", "struggling": "trouble",
        "hurts": "pain", "hurting": "pain", "hurt": "pain", "painful": "pain", "pains": "pain", "aching": "ache", "aches": "ache",
        "pee": "urine", "peeing": "urine", "pees": "urine", "wee": "urine", "peed": "urine", "mom": "mother", "tummy": "belly", "stomach": "belly",
        "swelled": "swollen", "swelling": "swollen", "swells": "swollen", "puffed": "swollen", "swole": "swollen", "droopy": "droop",
        "sagging": "droop", "saggy": "droop", "hanging": "droop", "fainted": "faint", "fainting": "faint", "meds": "medicine", "medication": "medicine",
        "medications": "medicine", "pills": "pill", "tablets": "pill", "tablet": "pill", "breath": "breathe", "breathing": "breathe",
        "icy": "cold", "freezing": "cold", "numbness": "numb", "weakness": "weak", "dizziness": "dizzy", "won't": "can't", "isn't": "not",
        "ain't": "not", "doesn't": "not", "don't": "not", "aren't": "not", "didn't": "not"}  # fmt: skip


@cache
def stem(word: str) -> str:
    """A word without its ending, and one for those that mean the same here."""
    word = SAME.get(word, word).removesuffix("'s")
    for ending in ("ing", "ed", "es", "s", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word.removesuffix(ending)
            break
    return re.sub(r"(.)\1$", r"\1", word).removesuffix("e") if len(word) > 3 else word


def key(words: list[str]) -> tuple[str, ...]:
    """What is left of some words, in any order."""
    return tuple(sorted({stem(w) for w in words if w not in EMPTY}))
