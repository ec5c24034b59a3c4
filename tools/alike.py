"""Phrases of an interaction model in a sentence, by the statistics of their letters: for the statistical recogniser."""

from collections.abc import Collection, Iterable
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from tools import denial, durations, stems
from tools.match import ONLY, ORDER, WEAK, Match, choose, exactly, is_side, weigh, whole
from tools.runs import LONGEST, bare, fits, in_runs, single

ALIKE = 0.78  # cosine at which a run of words is taken for a phrase
FINE = 0.9  # the same for what is said to be fine


def letters() -> TfidfVectorizer:
    return TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True, dtype=np.float32)


class Alike:
    """The phrases of a model's slot types, all but its topics, and where something like them stands in a sentence."""

    def __init__(self, types: list[dict[str, Any]], emergencies: Collection[str] = ()) -> None:
        self.emergencies = frozenset(emergencies)
        owners: dict[str, list[tuple[int, int, str, str]]] = {}
        names = single(types)
        self.exact: dict[str, tuple[str, str]] = {}
        for type in (t for t in types if t["name"] != "Topic"):
            for value in type["values"]:
                for phrase in (value["name"]["value"], *value["name"]["synonyms"]):
                    new = (ORDER.get(type["name"], 9), type["name"], value["id"])
                    if phrase not in self.exact or new[0] < ORDER.get(self.exact[phrase][0], 9):
                        self.exact[phrase] = new[1:]
                    text = bare(phrase.split())
                    strong = len(set(text.split()) - WEAK) > (type["name"] != "Movement")
                    named = type["name"] in ("Finding", "Fine") and " " in phrase and set(text.split()) <= names
                    if named or stems.hollow(phrase.split()):
                        continue  # "the left leg too" reports no more than a side and a place, unless to the letter
                    if " " not in phrase or (strong and not (type["name"] == "Fine" and ONLY.intersection(phrase.split()))):
                        owners.setdefault(text, []).append((len(phrase.split()), *new))
        self.phrases = {
            text: min(rows)[2:] for text, rows in owners.items() if len({r[3] for r in rows if r[2] == "Finding"}) < 2
        }
        self.texts = list(self.phrases)
        self.letters = letters()
        self.matrix = self.letters.fit_transform(self.texts).T.tocsr()

    def find(self, words: list[str]) -> list[Match]:
        """The best phrases in a sentence, none overlapping, in order."""
        found = list(self._find(words))
        return choose([whole(m, found, words) if self._stands(m, words) else m for m in found], words)

    def _stands(self, match: Match, words: list[str]) -> bool:
        """Whether it is an emergency, said to the letter."""
        said = " ".join(words[match.start : match.end])
        return match.id in self.emergencies and self.exact.get(said) == ("Finding", match.id)

    def _find(self, words: list[str]) -> Iterable[Match]:
        """The runs of words that are like a phrase, with or without a word between."""
        stand: set[tuple[int, int]] = set()
        for at in range(len(words)):
            size, length = durations.find(words, at)
            if size:
                yield exactly(words, at, size, length)
            for size in range(1, min(LONGEST, len(words) - at) + 1):
                text = " ".join(words[at : at + size])
                if text == "back" and words[at - 1].endswith("'s"):
                    text = "his back"
                if (owner := self.exact.get(text) or self.exact.get(text.removesuffix("'s"))) and (
                    owner[0] != "Side" or is_side(words, at, size)
                ):
                    extra = 0.3 if owner[0] == "Finding" else 0.15
                    weight = weigh(owner[0], len(stems.atoms(words[at : at + size])), size) + extra
                    yield Match(at, at + size, *owner, weight)
            stand.update({(at, at + size) for size in range(1, LONGEST) if " ".join(words[at : at + size]) in self.exact})
        answers = words[0] == "no" and denial.idle(words, 0)  # "no grandma knows" isn't "grandma doesn't know"
        runs = list(in_runs([atom for atom in stems.atoms(words) if atom[0] or not answers]))
        if not runs:
            return
        alike = (self.letters.transform([" ".join(stem for _, stem in run) for run, _ in runs]) @ self.matrix).tocsr()
        for i, (run, no) in enumerate(runs):
            row = slice(alike.indptr[i], alike.indptr[i + 1])
            if row.start == row.stop:
                continue
            top = int(alike.data[row].argmax())
            score, (type, id) = float(alike.data[row][top]), self.phrases[self.texts[alike.indices[row][top]]]
            start, end = run[0][0], run[-1][0] + 1
            said = self.texts[alike.indices[row][top]].split()
            short, apart = len(run) < 3, stems.CLAUSE.intersection(words[start + 1 : end])
            least = 0.93 if len(run) == 1 else 0.9 if apart else FINE if type == "Fine" else 0.86 if short else ALIKE
            if (
                score < least
                or (start, end) in stand
                or not fits(words, run, said, type == "Fine")
                or (type == "Side" and not is_side(words, start, end - start))
                or (no and type != "Finding")
            ):
                continue
            yield Match(start, end, type, id, weigh(type, min(len(run), len(said)), 0) * score**2, denied=no)
