"""A second, independent stand-in for Alexa's recogniser: character and word statistics over the interaction model's samples and
phrases, and for emergencies their meaning. It hears inexactly where the first hears exactly, so that a model that only pleases
one of them shows. Of the first it shares only what is plain English: word stems, durations, and what a "no" denies."""

import re
from collections.abc import Iterable
from typing import Any

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline, make_union

from tools import denial, stems
from tools.alike import Alike, letters
from tools.answering import before_question, says_no, says_yes
from tools.built_in import BUILT_IN, NOISE, SIMPLE, answered
from tools.durations import denied_in
from tools.elsewhere import here, past_in
from tools.heard import BARE, Heard, spelled
from tools.match import Match, covers, shaped
from tools.meant import Meant
from tools.questions import ASKING
from tools.runs import bare

SURE = 0.12  # probability below which a sentence is a fallback
ABOUT = 0.68  # cosine at which a question is taken for one about a topic
DOUBT = stems.words(
    "about can't could check checked don't haven't if looked may maybe might not perhaps possibly sure tell whether"
)
ANSWERS = {"AffirmIntent", "NegateIntent", "UnsureIntent"}
SHORT = 7  # in more words than these an answer begins or ends the sentence
CORRECTING = stems.words("actually all correction hang hold mean meant mistake no other rather said say sorry wait wrong")
CERTAIN = stems.words("how what what's why")  # "i don't know why, but"


class Statistical:
    """The recogniser of one interaction model; trained in a minute, the same each time."""

    def __init__(self, model: dict[str, Any], emergencies: Iterable[str]) -> None:
        language = model["interactionModel"]["languageModel"]
        self.intents = {i["name"]: {s["name"]: s["type"] for s in i.get("slots", ())} for i in language["intents"]}
        self.alike, self.lasting = Alike(language["types"], urgent := frozenset(emergencies)), past_in(language["types"])
        self.meant = Meant(language["types"], urgent, self.lasting)
        topics = [(p, v["id"]) for t in language["types"] if t["name"] == "Topic" for v in t["values"]
                  for p in (v["name"]["value"], *v["name"]["synonyms"])]  # fmt: skip
        self.topics = [id for _, id in topics]
        self.asking = letters()
        self.asked = self.asking.fit_transform([bare(p.split()) for p, _ in topics]).T.tocsr()
        self._learn_intents(language)

    def _learn_intents(self, language: dict[str, Any]) -> None:
        lines = [(p, name) for name, all in BUILT_IN.items() if name in self.intents for p in all.split("|")]
        lines += [(line, "AMAZON.FallbackIntent") for line in NOISE]
        for intent in language["intents"]:
            kinds = self.intents[intent["name"]]
            for sample in intent["samples"]:
                lines.append((re.sub(r"{(\w+)}", lambda m, k=kinds: f"<{k[m[1]]}>", sample).lower(), intent["name"]))  # type: ignore[misc]
        self.plain = {line: name for line, name in lines if "<" not in line and line not in NOISE}
        words = TfidfVectorizer(token_pattern=r"[<>\w'.]+", ngram_range=(1, 3), sublinear_tf=True)
        letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 4), sublinear_tf=True, max_features=20_000)
        self.kind = make_pipeline(make_union(words, letters), LogisticRegression(C=30, max_iter=100, tol=1e-3))
        self.kind.fit(["^ " + line for line, _ in lines], [name for _, name in lines])

    def hear(self, text: str) -> Heard:
        """What these statistics make of a spoken sentence."""
        words = [w for w in re.sub(r"[^a-z' -]", " ", spelled(text)).split() if w != "alexa"]
        if not words:
            return Heard(text, "AMAZON.FallbackIntent", {})
        every = self.alike.find(words)
        heard = self._said(text, words, every)
        return heard.add(words, self.meant.find(words, every), self.intents) if heard.tells else heard

    def _said(self, text: str, words: list[str], every: list[Match]) -> Heard:
        """What is said by the letter."""
        if (said := " ".join(words)) in self.plain:
            return Heard(text, self.plain[said], {})
        found = here(words, every, self.lasting)
        if words[-1] in ("no", "nope") and not any(m.type in ("Finding", "Movement", "Fine") for m in found):
            return Heard(text, "NegateIntent", {})
        intent = self._intent(words, found)
        if len(found) < len(every) and intent not in ("YesAndIntent", "NoButIntent"):
            intent = answered(words) or "ReportIntent"
            intent = BARE.get(intent, intent) if any(m.type == "Finding" for m in found) else intent
        if intent == "TopicIntent":
            return Heard(text, before_question(words) or intent, {"topic": [(" ".join(words), self._topic(words)[1])]})
        flags = denied_in(words, found)
        needs = {("denied" if no else "finding") for m, no in zip(found, flags, strict=True) if m.type == "Finding"}
        if self.intents[intent] and needs - self.intents[intent].keys() and intent != "UnsureAboutIntent":
            intent = "ReportIntent"
        if (no := says_no(words)) or says_yes(words):
            only_corrects = intent == "CorrectIntent" and not any(m.type in ("Finding", "Fine") for m in found)
            intent = intent if only_corrects else "NoButIntent" if no else "YesAndIntent"
        slots: dict[str, list[tuple[str, str | None]]] = {}
        for match, no in zip(found, flags, strict=True):
            if name := self._slot(intent, match, no or match.denied):
                slots.setdefault(name, []).append((" ".join(words[match.start : match.end]), match.id))
        if not slots and intent in ("NoButIntent", "YesAndIntent"):
            intent = "NegateIntent" if intent == "NoButIntent" else "AffirmIntent"
        return Heard(text, intent, slots)

    def _intent(self, words: list[str], found: list[Match]) -> str:
        """The likeliest intent by the words around the values; one with slots where a finding must go somewhere."""
        chances = dict(zip(self.kind.classes_, self.kind.predict_proba(["^ " + shaped(words, found).lower()])[0], strict=True))
        best = str(max(chances, key=lambda k: chances[k]))
        asks = words[0] in ASKING and not {"my", "i'm", "i've"} & set(words[:4])
        if asks and self._topic(words)[0] >= ABOUT and (chances[best] < 0.6 or best in ("ReportIntent", "TopicIntent")):
            return "TopicIntent"
        tells = [m for m in found if m.type in ("Finding", "Fine", "Place", "Movement", "AgeGroup")]
        about = [(i, word) for i, word in stems.atoms(words) if word not in SIMPLE]
        covered = sum(any(m.start <= i < m.end for m in found) for i, _ in about)
        told = any(m.type == "Finding" and words[m.start] in denial.PEOPLE for m in found)  # "can you help me, i can't breathe"
        if asks and not self.intents[best] and chances[best] > 0.4 and not told:
            return best
        if tells and (not self.intents[best] or best == "TopicIntent") and (chances[best] < 0.75 or covered * 3 > len(about)):
            slotted = [
                k for k in chances if self.intents.get(k) and k not in ("TopicIntent", "ChoiceIntent", "UnsureAboutIntent")
            ]
            best = str(max(slotted, key=lambda k: chances[k]))
        plain = self._begun(words) or answered(words) or "AMAZON.FallbackIntent"
        if best in ANSWERS and len(words) > SHORT and not tells:
            return plain
        if best == "CorrectIntent" and not CORRECTING.intersection(words):
            best = "ReportIntent"
        told = any(m.type in ("Movement", "Place") for m in found)
        if best == "UnsureAboutIntent" and (told or not DOUBT.intersection(words) or CERTAIN.intersection(words)):
            best = "ReportIntent"
        weighty = covers(words, found)
        if not weighty and (self.intents[best] or chances[best] < 2.5 * SURE):
            return plain
        return "ReportIntent" if chances[best] < SURE else best

    def _begun(self, words: list[str]) -> str | None:
        """The answer that a sentence begins with to the letter."""
        sizes = range(min(6, len(words) - 1), 1, -1)
        return next((i for n in sizes if (i := self.plain.get(" ".join(words[:n]), "")) in ANSWERS), None)

    def _topic(self, words: list[str]) -> tuple[float, str]:
        row = (self.asking.transform([bare(words)]) @ self.asked).toarray()[0]
        return float(row.max()), self.topics[int(row.argmax())]

    def _slot(self, intent: str, match: Match, denied: bool) -> str | None:
        names = self.intents[intent]
        if match.type == "Finding" and intent != "UnsureAboutIntent":
            wanted = ("denied",) if denied else ("finding", "also")
            return next((n for n in wanted if n in names), None)
        return None if denied else next((n for n, kind in names.items() if kind == match.type), None)
