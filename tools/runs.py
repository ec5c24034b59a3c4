"""Runs of meaningful words in a sentence, and how they compare with a phrase's."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from tools import denial, stems
from tools.match import NEGATIVE

LONGEST = 7


def in_runs(atoms: list[tuple[int, str]]) -> Iterable[tuple[list[tuple[int, str]], bool]]:
    """Runs of meaningful words, and those without one "not" inside; none goes beyond LONGEST."""
    for at in range(len(atoms)):
        for end in range(at + 1, min(at + LONGEST, len(atoms)) + 1):
            run = atoms[at:end]
            yield run, False
            for skip in range(1, len(run) - 1):
                if run[skip][1] == "not":
                    yield run[:skip] + run[skip + 1 :], True
                elif len(run) > 3 and run[skip][1] not in NEGATIVE:
                    yield run[:skip] + run[skip + 1 :], False


def like(run: list[tuple[int, str]], said: list[str]) -> bool:
    """Whether a run of two words is in the phrase's own order, with no word of the phrase missing."""
    return len(run) > 2 or len(said) < 2 or (len(said) == 2 and run[0][1][:3] == said[0][:3])


def in_order(run: list[tuple[int, str]], said: list[str]) -> bool:
    """Whether what a denial stands before is the same in both: "never a headache so bad" isn't "not a bad headache"."""
    spoken = [stem for _, stem in run]
    return not NEGATIVE.intersection(said) or [s for s in spoken if s in said] == [s for s in said if s in spoken]


def fits(words: list[str], run: list[tuple[int, str]], said: list[str], fine: bool) -> bool:
    """Whether a run of words may stand for a phrase that it is like: it denies as much, in the phrase's order, without a reason
    or a "but" inside. What says that a thing is fine doesn't begin with a "not only"."""
    start, end = run[0][0], run[-1][0]
    return (
        like(run, said)
        and in_order(run, said)
        and run[-1][1] != "not"
        and not ("never" in words[start : end + 1] and {"it's", "only"} <= set(words[start : end + 1]))  # one denies the other
        and not {"but", "because", "so"}.intersection(words[start + 1 : end + 1])
        and not (fine and words[start] in denial.DENYING and denial.idle(words, start))
        and Counter(s for _, s in run if s in NEGATIVE) == Counter(s for s in said if s in NEGATIVE)
    )


def bare(words: list[str]) -> str:
    return " ".join(stem for _, stem in stems.atoms(words))


def single(types: list[dict[str, Any]]) -> set[str]:
    """The movements, places and sides of one word, cut to their stems."""
    values = [v["name"] for t in types if t["name"] in ("Movement", "Place", "Side") for v in t["values"]]
    return {stems.stem(p) for v in values for p in (v["value"], *v["synonyms"]) if " " not in p}
