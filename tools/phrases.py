"""Where the phrases of an interaction model stand in a sentence: to the letter, inflected, or by the words that carry their
meaning."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from tools import denial, durations, stems
from tools.match import APART, LENGTHS, NEGATIVE, ONLY, ORDER, WEAK, Match, choose, exactly, is_side, weigh, whole
from tools.near import Near

AGED = frozenset(("old", "years", "months"))  # "eighty years old" is no "eight years old"
OFTEN = 0.02  # the part of a finding's phrases that hold a word, above which the word tells it
FEW = 2  # findings of which a word is said that is a word of their own


@dataclass(frozen=True)
class Phrase:
    """A phrase by the words that carry its meaning, in any order and in its own."""

    type: str
    id: str
    key: frozenset[str]
    order: tuple[str, ...]
    clauses: frozenset[str]


class Telling:
    """Which two words tell a finding, wherever they stand: words that say it often, or one that says hardly anything else.
    "Cramped up all at once" is said in full or not at all, since "cramp" and "once" are said of much."""

    def __init__(self, phrases: list[Phrase], names: set[str]) -> None:
        of = Counter(p.id for p in phrases)
        count = Counter((p.id, word) for p in phrases for word in p.key)
        self.often = {pair for pair, n in count.items() if n > OFTEN * of[pair[0]]}
        spread = Counter(word for _, word in count)
        self.own = {word for word, n in spread.items() if n <= FEW} - names - WEAK

    def pair(self, phrase: Phrase) -> bool:
        return bool(phrase.key & self.own) or all((phrase.id, word) in self.often for word in phrase.key)


class Phrases:
    """All phrases of a model's slot types, and where they stand in a sentence; an emergency that stands there is meant whole."""

    def __init__(self, types: list[dict[str, Any]], emergencies: Collection[str] = ()) -> None:
        self.emergencies = frozenset(emergencies)
        self.exact: dict[str, list[tuple[str, str]]] = {}
        self.inflected: dict[tuple[str, ...], set[tuple[str, str]]] = {}
        self.starting: dict[str, list[Phrase]] = {}
        loose: dict[frozenset[str], list[Phrase]] = {}
        self.names: set[str] = set()  # one between two words would be another thing: "i want this twitch to end"
        for type in types:
            for value in type["values"]:
                for text in (value["name"]["value"], *value["name"]["synonyms"]):
                    words, owner = text.split(), (type["name"], value["id"])
                    self.exact.setdefault(text, []).append(owner)
                    self.inflected.setdefault(tuple(stems.stem(w) for w in words), set()).add(owner)
                    order = tuple(s for _, s in stems.atoms(words))
                    strong = len(set(order) - WEAK) > 1 and not LENGTHS.intersection(order)
                    strong = strong and not stems.hollow(words)
                    strong = strong and not (type["name"] == "Fine" and ONLY.intersection(words))
                    if strong and type["name"] in ("Finding", "Fine", "Movement"):
                        first = next(i for i, w in enumerate(words) if w not in stems.EMPTY | stems.CLAUSE)
                        clauses = frozenset(stems.CLAUSE.intersection(words[first:]))
                        loose.setdefault(frozenset(order), []).append(Phrase(*owner, frozenset(order), order, clauses))
                    if type["name"] in ("Movement", "Place", "Side", "Person") and len(words) == 1:
                        self.names.add(stems.stem(text))
        every = [p for each in loose.values() for p in each if p.type == "Finding"]
        tells = Telling(every, self.names)
        for key, phrases in loose.items():
            owners = {(p.type, p.id) for p in phrases}
            if len(key) == 2:
                phrases = [p for p in phrases if p.type != "Finding" or tells.pair(p)]
            if not key <= self.names | NEGATIVE and len({o for o in owners if o[0] == "Finding"} or owners) == 1:
                for phrase in phrases:
                    for word in key:
                        self.starting.setdefault(word, []).append(phrase)
        self.near = Near((((p.type, p.id), p.order) for each in loose.values() for p in each if p.type == "Finding"), self.names)
        self.longest = max(len(p.split()) for p in self.exact)

    def find(self, words: list[str]) -> list[Match]:
        """The best phrases in a sentence, none overlapping, in order."""
        literal = self._literal(words)
        stand = {(m.start, m.end) for m in literal if m.exact}
        loose = [m for m in self._loose(words) if (m.start, m.end) not in stand]
        said = {(m.start, m.end) for m in loose} | stand
        found = [*literal, *loose, *(m for m in self.near.find(words, stems.atoms(words)) if (m.start, m.end) not in said)]
        return choose([whole(m, found, words) if m.exact and m.id in self.emergencies else m for m in found], words)

    def _literal(self, words: list[str]) -> list[Match]:
        out = []
        for at in range(len(words)):
            size, length = durations.find(words, at)
            if size:
                out.append(exactly(words, at, size, length))
            for size in range(1, min(self.longest, len(words) - at) + 1):
                run = words[at : at + size]
                text = " ".join(run)
                if text == "back" and words[at - 1 : at] and words[at - 1].endswith("'s"):
                    text = "his back"
                exact = self.exact.get(text) or self.exact.get(text.removesuffix("'s")) or []
                inflects = size > 1 and bool(stems.key(run)) and not AGED.intersection(run)
                owners: Collection[tuple[str, str]] = exact
                if not exact and inflects:
                    owners = self.inflected.get(tuple(stems.stem(w) for w in run), ())
                findings = {o for o in owners if o[0] == "Finding"}
                if not owners or (not exact and len(findings or owners) > 1):
                    continue
                type, id = min(owners, key=lambda o: ORDER.get(o[0], 9))
                if type == "Topic" or (type == "Side" and not is_side(words, at, size)):
                    continue
                extra = (0.3 if type == "Finding" else 0.15) if exact else 0.0
                out.append(Match(at, at + size, type, id, weigh(type, len(stems.atoms(run)), size) + extra, bool(exact)))
        return out

    def _loose(self, words: list[str]) -> list[Match]:
        atoms = [atom for atom in stems.atoms(words) if not denial.answering(words, atom[0])]  # "no, my chest hurts" tells of it
        out: dict[tuple[int, int, str, str], Match] = {}
        for first, (start, word) in enumerate(atoms):
            for phrase in self.starting.get(word, ()):
                size = len(phrase.key)
                spare = max(1, size - 2) if phrase.type == "Finding" else 0
                left, last = set(phrase.key), first
                while left and last < len(atoms) and last - first < size + spare:
                    left.discard(atoms[last][1])
                    last += 1
                if left or (phrase.type == "Fine" and tuple(s for _, s in atoms[first:last]) != phrase.order):
                    continue
                end, gaps = atoms[last - 1][0] + 1, last - first - size
                inside = words[start + 1 : end - 1]
                crossed = {_person(w) for w in stems.CLAUSE.intersection(inside)}
                if not crossed <= {_person(w) for w in phrase.clauses} | ({"it"} if phrase.clauses else set()):
                    continue
                if NEGATIVE & phrase.key and sum(_person(w) == "it" for w in inside) > 1:
                    continue  # "twitching, it's not a seizure, he's looking at me" is more than one thing
                extra = [s for _, s in atoms[first:last] if s in NEGATIVE and s not in phrase.key]
                able = {"can't", "won't", "hardly"}
                if able.intersection(extra) or (extra and (phrase.type != "Finding" or able & phrase.key)):
                    continue
                between = {s for _, s in atoms[first:last]} - phrase.key - set(extra)
                if size == 2 and gaps > len(extra) + (phrase.type == "Finding" and not between & self.names):
                    continue
                ordered = tuple(s for _, s in atoms[first:last] if s in phrase.key) == phrase.order
                if not ordered and (size == 2 or APART.intersection(inside) or NEGATIVE & phrase.key):
                    continue
                weight = weigh(phrase.type, size, 0) - 0.35 * gaps
                old = out.get((start, end, phrase.type, phrase.id))
                if old is None or weight > old.weight:
                    out[start, end, phrase.type, phrase.id] = Match(
                        start, end, phrase.type, phrase.id, weight, denied=bool(extra)
                    )
        return list(out.values())


def _person(word: str) -> str:
    """Clause words that differ by person alone are the same."""
    return "it" if re.fullmatch(r"(i|he|she|they|it)('\w+)?", word) else word
