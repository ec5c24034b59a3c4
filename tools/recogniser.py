"""A stand-in for Alexa's recogniser, which knows only the interaction model.

A whole sentence that a sample covers is taken as it stands. Else the slot values in it are found wherever they stand, those that
follow a denying word ("no", "not", "without") go to the denying slots, and the words around them choose the intent by the samples
that have those words. Where nothing is alike, AMAZON.FallbackIntent. Amazon's own recogniser is another, and not to be had."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools import denial
from tools.answering import before_question, says_no, says_yes
from tools.built_in import BUILT_IN, NO, YES, answered
from tools.durations import denied_in
from tools.elsewhere import here, past_in
from tools.heard import Heard, Plain, spelled
from tools.likely import Likely
from tools.match import Match, covers, said, shaped
from tools.phrases import Phrases
from tools.questions import Questions
from triage.content import load


@dataclass(frozen=True)
class _Sample:
    intent: str
    shape: str  # "my <Place> is <Movement>"
    slots: tuple[str, ...]


class Recogniser:
    """The recogniser of one interaction model."""

    def __init__(self, model: dict[str, Any], emergencies: Iterable[str]) -> None:
        language = model["interactionModel"]["languageModel"]
        self.intents: dict[str, dict[str, str]] = {
            i["name"]: {s["name"]: s["type"] for s in i.get("slots", ())} for i in language["intents"]
        }
        samples = []
        for intent in language["intents"]:
            kinds = self.intents[intent["name"]]
            for sample in intent["samples"]:
                shape = re.sub(r"{(\w+)}", lambda m, k=kinds: f"<{k[m[1]]}>", sample)  # type: ignore[misc]
                samples.append(_Sample(intent["name"], shape, tuple(re.findall(r"{(\w+)}", sample))))
        built_in = {phrase: name for name, phrases in BUILT_IN.items() if name in self.intents for phrase in phrases.split("|")}
        self.plain = Plain(built_in | {s.shape: s.intent for s in samples if not s.slots})
        self.shapes = {s.shape: s for s in reversed(samples) if s.slots}
        self.leads: dict[tuple[str, str], str] = {}  # the words with which a sample leads up to its first slot
        for s in self.shapes.values():
            lead = s.shape.split("<")[0].strip()
            if s.intent not in ("ReportIntent", "DenyIntent", "TopicIntent", "ChoiceIntent") and lead:
                self.leads.setdefault((lead, s.shape.split("<")[1].split(">")[0]), s.intent)
        urgent = frozenset(emergencies)
        self.phrases = Phrases(language["types"], urgent)
        self.questions = Questions(language["types"])
        self.lasting = past_in(language["types"])
        self.likely = Likely(language["types"], urgent, self.lasting, self.phrases.names)

    def hear(self, text: str) -> Heard:
        """What the model makes of a spoken sentence."""
        spoken = re.sub(r"\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-", r"\1 ", spelled(text))
        words = re.sub(r"[^a-z0-9' -]", " ", spoken).split()
        words = [w for w in words if w != "alexa"]
        every = self.phrases.find(words)
        heard = self._said(text, words, every)
        urgent = heard.tells and not any(m.type == "Finding" and m.id in self.likely.emergencies for m in every)
        return heard.add(words, self.likely.find(words, every), self.intents) if urgent else heard

    def _said(self, text: str, words: list[str], every: list[Match]) -> Heard:
        """What is said in the words of the model's phrases, each for itself."""
        line = " ".join(words)
        if line in self.plain.intents:
            return Heard(text, self.plain.intents[line], {})
        exact = {type: id for type, id in self.phrases.exact.get(line, ())}
        every = [] if "Topic" in exact and "Finding" not in exact else every
        found = here(words, every, self.lasting)
        shape = shaped(words, found)
        own = any(m.type == "Finding" and words[m.start].split("'")[0] in denial.OWN for m in found)  # "no, i can't breathe"
        if (sample := self.shapes.get(shape)) and not any(m.denied for m in found) and not (own and "denied" in sample.slots):
            return Heard(text, sample.intent, {n: [(said(words, m), m.id)] for n, m in zip(sample.slots, found, strict=True)})
        like = self.plain.like(line, words)
        if like and like[1] > 85 and "Topic" not in exact and not any(m.id in self.phrases.emergencies for m in found):
            return Heard(text, like[0], {})
        topic = exact.get("Topic")
        if not topic and (opening := self.plain.opening(words, found)):
            return Heard(text, opening, {})
        if topic := topic or self.questions.about(words, found):
            return Heard(text, before_question(words) or "TopicIntent", {"topic": [(line, topic)]})
        if (no := says_no(words)) or says_yes(words):
            return self._answering(
                text, words, found, shape, ("NoButIntent", "NegateIntent") if no else ("YesAndIntent", "AffirmIntent")
            )
        answer = answered(words)
        if len(found) < len(every) and not answer:
            return self._likely(text, words, found, shape) if found else Heard(text, "ReportIntent", {})
        if found and covers(words, found) and not (answer and words[-1] in NO and not _tells(found)):
            return self._likely(text, words, found, shape)
        return Heard(text, like[0] if like and not answer else answer or "AMAZON.FallbackIntent", {})

    def _answering(self, text: str, words: list[str], found: list[Match], shape: str, answer: tuple[str, str]) -> Heard:
        """An answer to what was asked, with what is told besides or without; "no, it's the right leg" corrects."""
        heard = self._likely(text, words, found, shape)
        if heard.intent == "CorrectIntent" and not any(m.type in ("Finding", "Fine") for m in found):
            return heard
        kept = {name: values for name, values in heard.slots.items() if name in self.intents[answer[0]]}
        return Heard(text, answer[0] if kept else answer[1], kept)

    def _likely(self, text: str, words: list[str], found: list[Match], shape: str) -> Heard:
        flags = denied_in(words, found)
        values = [(m, no or m.denied) for m, no in zip(found, flags, strict=True)]
        denies = [m for m, no in values if no and m.type == "Finding"]
        intent = self._intent(words, shape, found)
        if (denies and "denied" not in self.intents[intent]) or (
            intent == "ReportIntent" and denies and len(denies) == len(found)
        ):
            intent = "ReportIntent" if len(denies) < len(found) else "DenyIntent"
        doubted = [m for m in found if m.type == "Finding"] if intent == "UnsureAboutIntent" else []
        if doubted and any(m.type in ("Movement", "Place") for m in found):
            intent = "ReportIntent"  # what is told for sure counts for more
        slots: dict[str, list[tuple[str, str | None]]] = {}
        for match, no in values:
            if intent == "ReportIntent" and match in doubted and match.id not in self.phrases.emergencies:
                continue
            if name := self._slot(intent, match, no):
                slots.setdefault(name, []).append((said(words, match), match.id))
        return Heard(text, intent, slots)

    def _intent(self, words: list[str], shape: str, found: list[Match]) -> str:
        """The intent whose samples lead up to a slot in these words; a report where none does."""
        best, length = "ReportIntent", 0
        for (lead, type), intent in self.leads.items():
            size = len(lead.split())
            place = f" {shape} ".find(f" {lead} ")
            answer = lead.split()[0] in (*YES, *NO, "actually", "wait", "sorry", "that's")
            if size <= length or place < 0 or (answer and place > 0):
                continue
            after = shape[place + len(lead) :].split()
            if f"<{type}>" in after[:4] or (answer and any(m.type in (type, "Finding") for m in found)):
                best, length = intent, size
        return best

    def _slot(self, intent: str, match: Match, denied: bool) -> str | None:
        names = self.intents[intent]
        if match.type == "Finding":
            wanted = ("unclear",) if intent == "UnsureAboutIntent" else ("denied",) if denied else ("finding", "also")
            return next((n for n in wanted if n in names), None)
        return None if denied else next((n for n, type in names.items() if type == match.type), None)


def _tells(found: list[Match]) -> bool:
    return any(m.type in ("Finding", "Movement") for m in found)


def recogniser(locale: str = "en-US") -> Recogniser:
    """The stand-in over the committed model."""
    model = json.loads(Path("interaction-model", f"{locale}.json").read_text(encoding="utf-8"))
    return Recogniser(model, load(locale).protocol.emergency_alone)
