"""A second, independent stand-in for Alexa's recogniser: character and word statistics over the interaction model's samples and
phrases, nothing else. It hears inexactly where the first hears exactly, so that a model that only pleases one of them shows."""

import random
import re
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline, make_union

from tools import durations
from tools.hear import BUILT_IN, Heard

SEED = 911
ALIKE = 0.78  # cosine at which a run of words is taken for a phrase
SURE = 0.2  # probability below which a sentence is a fallback
LONGEST = 7
NOISE = ["what is the weather", "play some music", "set a timer", "turn on the light", "tell me a joke", "order a pizza", "what time is it",
         "how tall is the tower", "add milk to my list", "who won the game", "call my brother", "read the news", "volume up"]  # fmt: skip


class Statistical:
    """The recogniser of one interaction model; trained in seconds, the same each time."""

    def __init__(self, model: dict[str, Any]) -> None:
        language = model["interactionModel"]["languageModel"]
        self.intents = {i["name"]: {s["name"]: s["type"] for s in i.get("slots", ())} for i in language["intents"]}
        phrases = {
            t["name"]: [(p, v["id"]) for v in t["values"] for p in (v["name"]["value"], *v["name"]["synonyms"])]
            for t in language["types"]
        }
        self.values = [(p, type, id) for type, rows in phrases.items() for p, id in rows]
        self.letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True)
        self.matrix = self.letters.fit_transform([p for p, _, _ in self.values])
        self._learn_intents(language, phrases)
        self._learn_denial(language)

    def _learn_intents(self, language: dict[str, Any], phrases: dict[str, list[tuple[str, str]]]) -> None:
        draw = random.Random(SEED)
        lines = [(p, name) for name, all in BUILT_IN.items() if name in self.intents for p in all.split("|") for _ in range(4)]
        lines += [(line, "AMAZON.FallbackIntent") for line in NOISE for _ in range(4)]
        for intent in language["intents"]:
            kinds = self.intents[intent["name"]]
            for sample in intent["samples"]:
                for _ in range(6 if "{" in sample else 2):
                    lines.append((re.sub(r"{(\w+)}", lambda m, k=kinds: _fill(k[m[1]], phrases, draw), sample), intent["name"]))  # type: ignore[misc]
        words = TfidfVectorizer(token_pattern=r"[\w']+", ngram_range=(1, 3), sublinear_tf=True)
        letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, max_features=40_000)
        self.kind = make_pipeline(make_union(words, letters), LogisticRegression(C=20, max_iter=300, class_weight="balanced"))
        self.kind.fit([line for line, _ in lines], [name for _, name in lines])

    def _learn_denial(self, language: dict[str, Any]) -> None:
        """Which words before a finding deny it, learnt from where the samples have {denied} and where {finding}."""
        left, denied = [], []
        for intent in language["intents"]:
            for sample in intent["samples"]:
                for match in re.finditer(r"{(finding|also|denied)}", sample):
                    before = re.sub(r"{\w+}", "", sample[: match.start()]).split()[-4:]
                    left.append(" ".join(before))
                    denied.append(match[1] == "denied")
        words = TfidfVectorizer(token_pattern=r"[\w']+", ngram_range=(1, 2))
        self.denial = make_pipeline(words, LogisticRegression(C=50, max_iter=300, class_weight="balanced")).fit(left, denied)

    def hear(self, text: str) -> Heard:
        """What these statistics make of a spoken sentence."""
        words = re.sub(r"[^a-z' -]", " ", text.lower().replace("’", "'")).split()
        if not words:
            return Heard(text, "AMAZON.FallbackIntent", {})
        chances = self.kind.predict_proba([" ".join(words)])[0]
        intent = str(self.kind.classes_[int(np.argmax(chances))]) if chances.max() > SURE else "AMAZON.FallbackIntent"
        found = self._find(words)
        if intent == "AMAZON.FallbackIntent" and any(type == "Finding" for _, _, type, _, _ in found):
            intent = "ReportIntent"
        slots: dict[str, list[tuple[str, str | None]]] = {}
        for at, _, type, id, phrase in found:
            name = self._slot(intent, words, at, type)
            if name:
                slots.setdefault(name, []).append((phrase, id))
        return Heard(text, intent, slots)

    def _find(self, words: list[str]) -> list[tuple[int, int, str, str, str]]:
        """The runs of words that are most like a phrase, none overlapping: (place, length, type, id, words)."""
        runs = [(at, size) for at in range(len(words)) for size in range(1, min(LONGEST, len(words) - at) + 1)]
        alike = self.letters.transform([" ".join(words[a : a + n]) for a, n in runs]) @ self.matrix.T
        best = [(float(row.max()), int(row.argmax())) for row in alike]
        order = sorted(range(len(runs)), key=lambda i: -best[i][0] * runs[i][1] ** 0.5)
        taken: set[int] = set()
        out = []
        for i in order:
            (at, size), (score, value) = runs[i], best[i]
            if score >= ALIKE and not taken.intersection(range(at, at + size)):
                taken.update(range(at, at + size))
                _, type, id = self.values[value]
                out.append((at, size, type, id, " ".join(words[at : at + size])))
        for at in range(len(words)):
            size, length = durations.find(words, at)
            if size and not taken.intersection(range(at, at + size)):
                taken.update(range(at, at + size))
                out.append((at, size, "AMAZON.DURATION", length, " ".join(words[at : at + size])))
        return sorted(out)

    def _slot(self, intent: str, words: list[str], at: int, type: str) -> str | None:
        names = self.intents[intent]
        if type == "Finding" and intent != "UnsureAboutIntent":
            before = words[max(0, at - 4) : at]
            denied = bool(self.denial.predict([" ".join(before)])[0]) if before else False
            wanted = ("denied",) if denied else ("finding", "also")
            return next((n for n in wanted if n in names), None)
        return next((n for n, kind in names.items() if kind == type), None)


def _fill(type: str, phrases: dict[str, list[tuple[str, str]]], draw: random.Random) -> str:
    return (
        draw.choice(phrases[type])[0] if type in phrases else draw.choice(["three weeks", "two days", "ten minutes", "a month"])
    )
