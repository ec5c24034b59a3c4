"""Emergencies that are told in the words of several phrases at once: how likely some words are of each finding, whichever phrase
each word is from. For the recogniser that knows only the model's words."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.naive_bayes import MultinomialNB

from tools import stems
from tools.denying import DOUBTED
from tools.elsewhere import asserted
from tools.match import NEGATIVE, WEAK, Match
from tools.near import clauses

LEAST = 7.0  # how much likelier some words are of a finding than of all that the model says, as a logarithm, to be taken for it
SHORT = 9.0  # the same for two words
AHEAD = 0.5  # by how much it must be likelier than anything else
FINE = 6.0  # the same as LEAST for what is said when all is well
UNKNOWN = 1.0  # what a word takes off that the model doesn't have
RUN = 8  # words that carry meaning, in a run
BEFORE = 3  # words before a run that may leave it in doubt
MOSTLY = 0.5  # the part of a finding's phrases that deny something, above which only such words tell it
TELLING = 2  # of these, those that tell of the finding, are not common, and weren't heard as something else
APART = stems.words("after because but cause or plus so then though when while with")


class Likely:
    """The words of a model's phrases, and how likely each is of a finding, or of what is said when all is well; `names` are those
    of places, sides and movements."""

    def __init__(
        self, types: list[dict[str, Any]], emergencies: frozenset[str], lasting: frozenset[str], names: Set[str]
    ) -> None:
        self.emergencies, self.lasting, self.common = emergencies, lasting, WEAK | names
        rows: list[tuple[list[str], tuple[str, str]]] = []
        for type in types:
            for value in type["values"]:
                owner = (type["name"], value["id"]) if type["name"] in ("Finding", "Fine") else ("", "")
                for phrase in (value["name"]["value"], *value["name"]["synonyms"]):
                    rows.append(([word for _, word in stems.atoms(phrase.split())], owner))
        self.owners = sorted({owner for _, owner in rows})
        number = {owner: i for i, owner in enumerate(self.owners)}
        self.counts = CountVectorizer(analyzer=set, dtype=np.float64)
        said = self.counts.fit_transform([words for words, _ in rows])
        bayes = MultinomialNB(alpha=0.3).fit(said, [number[owner] for _, owner in rows])
        every = said.sum(axis=0).A1 + bayes.alpha
        self.weights = (bayes.feature_log_prob_ - np.log(every / every.sum())).T
        self.often = bayes.feature_count_.T >= 2  # in how many phrases of each a word is
        # What is told by a "not" or a "can't", and so not without.
        every_one = Counter(id for _, (type, id) in rows if type == "Finding")
        negative = Counter(id for words, (type, id) in rows if type == "Finding" and NEGATIVE.intersection(words))
        self.negative = {id for id, n in negative.items() if n > MOSTLY * every_one[id]}

    def find(self, words: list[str], found: Sequence[Match]) -> list[Match]:
        """The emergencies that are told here and now in such words, beside what was `found`, whatever became of that."""
        known = {m.id for m in found if m.type in ("Finding", "Fine")}
        heard = {i for m in found for i in range(m.start, m.end)}
        if not (runs := list(_runs(words))):
            return []
        said = self.counts.transform([[word for _, word in run] for run in runs])
        sizes = np.array([len({word for _, word in run}) for run in runs])
        scores = said @ self.weights - UNKNOWN * (sizes - said.sum(axis=1).A1)[:, None]
        best: dict[str, Match] = {}
        fine = set()
        for run, row in zip(runs, scores, strict=True):
            second, first = np.argpartition(row, -2)[-2:]
            type, id = self.owners[first]
            if type == "Fine" and row[first] >= FINE:
                fine.add(id)
            elif (
                type == "Finding" and id in self.emergencies - known
                and row[first] >= (LEAST if len(run) > 2 else SHORT) and row[first] - row[second] >= AHEAD
                and (id not in best or row[first] > best[id].weight)
                and not DOUBTED.intersection(words[max(0, run[0][0] - BEFORE) : run[-1][0] + 1])
                and (id not in self.negative or NEGATIVE.intersection(word for _, word in run))
                and sum(i not in heard and self._tells(word, first) for i, word in run) >= TELLING
            ):  # fmt: skip
                best[id] = Match(run[0][0], run[-1][0] + 1, type, id, float(row[first]))
        return asserted(words, [m for id, m in best.items() if id not in fine], self.lasting)

    def _tells(self, word: str, owner: int) -> bool:
        at = self.counts.vocabulary_.get(word) if word not in self.common else None
        return at is not None and bool(self.often[at, owner])


def _runs(said: list[str]) -> Iterator[list[tuple[int, str]]]:
    """The words that carry meaning, clause by clause, in runs of two or more, each word with its place."""
    for clause in clauses(said, stems.atoms(said), APART):
        for a in range(len(clause)):
            yield from (clause[a:b] for b in range(a + 2, min(len(clause), a + RUN) + 1))
