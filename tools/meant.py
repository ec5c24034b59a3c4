"""Emergencies that a sentence means without saying them in the model's words: what none of its phrases is like by the letter is
compared with them by meaning. For the statistical recogniser: Amazon's own has a language model too, and this is another."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from tools import denying, stems
from tools.built_in import NOISE
from tools.elsewhere import asserted
from tools.match import Match
from tools.sentences import Sentences

LIKE, SHORT = 0.65, 0.72  # cosine at which some words are taken for a phrase; the same for fewer than five
AHEAD = 0.03  # by how much it must be nearer than what means something else
FINE = 0.55  # cosine at which it is taken for said that all is well, and so not for an emergency
TELLING = 2  # words beside those that name a movement, a place or a person
RUN = 6  # words of a part of a long clause
APART = stems.words("after and because but cause now or plus since so then though when while with")
LIKENED = denying.DOUBTED | {"like"}


class Meant:
    """The phrases of findings, what is said when all is well, and what belongs to other skills, as vectors."""

    def __init__(self, types: list[dict[str, Any]], emergencies: frozenset[str], lasting: frozenset[str]) -> None:
        self.emergencies, self.lasting, self.sentences = emergencies, lasting, Sentences()
        rows: dict[Any, tuple[str, str, str]] = {line: (line, "", "") for line in NOISE}
        for type in (t for t in types if t["name"] in ("Finding", "Fine")):
            for value in type["values"]:
                for phrase in (value["name"]["value"], *value["name"]["synonyms"]):
                    words = frozenset(stem for _, stem in stems.atoms(phrase.split()))
                    key = (value["id"], words) if type["name"] == "Finding" else phrase  # in another order it says the same
                    rows.setdefault(key, (phrase, type["name"], value["id"]))
        every = sorted(rows.values(), key=lambda row: row[1:])
        print(f"working out what {len(every)} phrases mean ...", flush=True)
        self.vectors = self.sentences.vectors([phrase for phrase, _, _ in every]).T
        self.starts = [i for i, row in enumerate(every) if i == 0 or row[1:] != every[i - 1][1:]]
        self.owners = [every[i][1:] for i in self.starts]

    def find(self, words: list[str], found: Sequence[Match]) -> list[Match]:
        """The emergencies that are meant here and now, beside what was `found` by the letter, whatever became of that."""
        known = {m.id for m in found if m.type in ("Finding", "Fine")}
        named = {i for m in found if m.type not in ("Finding", "Fine") for i in range(m.start, m.end)}
        telling = [i for i, _ in stems.atoms(words) if i not in named]
        parts = list(dict.fromkeys(_parts(words)))
        alike = self.sentences.vectors([" ".join(words[start:end]) for start, end in parts]) @ self.vectors
        best: dict[str, tuple[float, Match]] = {}
        fine = set()
        for (start, end), row in zip(parts, np.maximum.reduceat(alike, self.starts, axis=1), strict=True):
            second, first = np.argsort(row)[-2:]
            type, id = self.owners[first]
            score = float(row[first])
            fine |= {id} if type == "Fine" and score >= FINE else set()
            if (
                type == "Finding" and id in self.emergencies - known
                and score >= (LIKE if end - start > 4 else SHORT) and score - float(row[second]) >= AHEAD
                and score > best.get(id, (0.0,))[0]
                and sum(start <= i < end for i in telling) >= TELLING
                and not LIKENED.intersection(words[start:end])
            ):  # fmt: skip
                best[id] = (score, Match(start, end, type, id, score))
        return asserted(words, [match for id, (_, match) in best.items() if id not in fine], self.lasting)


def _parts(words: list[str]) -> Iterable[tuple[int, int]]:
    """A sentence, its clauses, each with the next, and runs of the long ones."""
    starts = [0, *(i for i, word in enumerate(words) if i and word in APART)]
    clauses = [(a, b) for a, b in zip(starts, [*starts[1:], len(words)], strict=True) if b - a > 1]
    yield 0, len(words)
    yield from clauses
    yield from ((a, d) for (a, _), (_, d) in pairwise(clauses))
    yield from ((at, at + RUN) for a, b in clauses if b - a > RUN + 1 for at in range(a, b - RUN + 1, 2))
