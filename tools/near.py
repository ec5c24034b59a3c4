"""Phrases that are nearly said: most of the words that carry a phrase's meaning, close together, weighed by how rare they are."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Set

from tools.match import NEGATIVE, WEAK, Match, weigh
from tools.stems import stem

LIKE = 0.7  # what is shared, of all that was said and meant, at which a phrase is taken for said
AHEAD = 0.04  # by how much it must be nearer than a phrase of another meaning
TELLING = 0.02  # the part of a meaning's phrases that hold a word, above which the word tells it
APART = frozenset(("and", "because", "but", "if", "so", "then"))
LONGEST = 8  # words that carry meaning, in a run


class Near:
    """The phrases of findings by their words; `names` are those of places, sides and movements. What is only nearly said to be
    fine isn't taken for fine."""

    def __init__(self, phrases: Iterable[tuple[tuple[str, str], tuple[str, ...]]], names: Set[str]) -> None:
        self.small = WEAK | {stem(word) for word in WEAK} | names
        self.phrases = list(
            dict.fromkeys((owner, order) for owner, order in phrases if len(set(order)) > 2 and set(order) - self.small)
        )
        count = Counter(word for _, key in self.phrases for word in set(key))
        of = Counter(owner for owner, _ in self.phrases)
        told = Counter((owner, word) for owner, key in self.phrases for word in set(key) - self.small)
        self.tells = {pair for pair, n in told.items() if n > TELLING * of[pair[0]]}
        self.rare = {word: math.log(1 + len(self.phrases) / n) for word, n in count.items()}
        self.weight = [self._worth(set(key)) for _, key in self.phrases]
        self.holding: dict[str, list[int]] = defaultdict(list)
        for number, (_, key) in enumerate(self.phrases):
            for word in set(key):
                self.holding[word].append(number)

    def _worth(self, words: Iterable[str]) -> float:
        return sum(self.rare.get(word, 7.0) for word in words)

    def find(self, spoken: list[str], atoms: list[tuple[int, str]]) -> Iterator[Match]:
        """The runs that are nearly a phrase, each with the nearest."""
        best: dict[tuple[int, int], dict[tuple[str, str], float]] = {}
        for clause in clauses(spoken, atoms, APART):
            held: dict[int, list[int]] = defaultdict(list)
            for place, (_, word) in enumerate(clause):
                for number in self.holding.get(word, ()):
                    held[number].append(place)
            for number, places in held.items():
                if len(places) < 2 or places[-1] - places[0] >= LONGEST:
                    continue
                owner, order = self.phrases[number]
                key = frozenset(order)
                run = [word for _, word in clause[places[0] : places[-1] + 1]]
                shared = key.intersection(run)
                if (
                    len(shared - WEAK) < 2
                    or len(key - shared) > (len(key) - 1) // 3
                    or NEGATIVE.intersection(run) != NEGATIVE & key
                ):
                    continue
                if not any((owner, word) in self.tells for word in shared):
                    continue
                if (len(shared) == 2 or NEGATIVE & key) and [w for w in run if w in key] != [w for w in order if w in shared]:
                    continue
                score = self._worth(shared) / (self.weight[number] + self._worth(set(run) - key))
                if score >= LIKE:
                    span = best.setdefault((clause[places[0]][0], clause[places[-1]][0] + 1), {})
                    span[owner] = max(score, span.get(owner, 0.0))
        for (start, end), owners in best.items():
            ((type, id), score), *others = sorted(owners.items(), key=lambda row: -row[1])
            if not others or score - others[0][1] >= AHEAD:
                size = sum(start <= i < end for i, _ in atoms)
                yield Match(start, end, type, id, weigh(type, size, 0) * score**2 - 0.1)


def clauses(spoken: list[str], atoms: list[tuple[int, str]], apart: Set[str]) -> Iterator[list[tuple[int, str]]]:
    """The words that carry meaning, clause by clause; a clause begins after a word of `apart`."""
    ends = [i for i, word in enumerate(spoken) if word in apart]
    for start, end in zip([-1, *ends], [*ends, len(spoken)], strict=True):
        if clause := [(i, word) for i, word in atoms if start < i < end]:
            yield clause
