"""A stand-in for Alexa's recogniser, which knows only the interaction model: `python -m tools.hear`.

A whole sentence that a sample covers is taken as it stands. Else the slot values in it are found wherever they stand, those that
follow a denying word ("no", "not", "without") go to the denying slots, and the words around them choose the intent by the samples
that have those words. Where nothing is alike, AMAZON.FallbackIntent. Amazon's own recogniser is another, and not to be had."""

import argparse
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from tools import denial, stems
from tools.answering import says_no, says_yes
from tools.built_in import BUILT_IN, NO, YES, answered
from tools.elsewhere import here, past_in
from tools.match import Match, covers, said, shaped
from tools.phrases import Phrases
from tools.questions import Questions

LIKE = 62  # how alike, of 100, a sentence without slots must be to a sample
ASKING = {"can", "can't", "pleas", "let", "want", "would", "could"}


@dataclass(frozen=True)
class Heard:
    """What was recognised: the intent, and for each slot its values as (words, id), the id None where the model has none."""

    text: str
    intent: str
    slots: dict[str, list[tuple[str, str | None]]]

    def as_json(self) -> dict[str, Any]:
        return {"heard": self.text, "intent": self.intent,
                "slots": {name: [{"value": v, "id": i} for v, i in values] for name, values in self.slots.items()}}  # fmt: skip


@dataclass(frozen=True)
class _Sample:
    intent: str
    shape: str  # "my <Place> is <Movement>"
    slots: tuple[str, ...]


class Recogniser:
    """The recogniser of one interaction model."""

    def __init__(self, model: dict[str, Any]) -> None:
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
        self.plain = {phrase: name for name, phrases in BUILT_IN.items() if name in self.intents for phrase in phrases.split("|")}
        self.plain |= {s.shape: s.intent for s in samples if not s.slots}
        self.shapes = {s.shape: s for s in reversed(samples) if s.slots}
        self.leads: dict[tuple[str, str], str] = {}  # the words with which a sample leads up to its first slot
        for s in self.shapes.values():
            lead = s.shape.split("<")[0].strip()
            if s.intent not in ("ReportIntent", "DenyIntent", "TopicIntent", "ChoiceIntent") and lead:
                self.leads.setdefault((lead, s.shape.split("<")[1].split(">")[0]), s.intent)
        self.phrases = Phrases(language["types"])
        self.questions = Questions(language["types"])
        self.lasting = past_in(language["types"])

    def hear(self, text: str) -> Heard:
        """What the model makes of a spoken sentence."""
        spoken = re.sub(r"\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-", r"\1 ", text.lower().replace("’", "'"))
        words = re.sub(r"[^a-z0-9' -]", " ", spoken).split()
        words = [w for w in words if w != "alexa"]
        line = " ".join(words)
        if line in self.plain:
            return Heard(text, self.plain[line], {})
        exact = {type: id for type, id in self.phrases.exact.get(line, ())}
        every = [] if "Topic" in exact and "Finding" not in exact else self.phrases.find(words)
        found = here(words, every, self.lasting)
        shape = shaped(words, found)
        own = any(m.type == "Finding" and words[m.start].split("'")[0] in denial.PEOPLE for m in found)  # "no, i can't breathe"
        if (sample := self.shapes.get(shape)) and not any(m.denied for m in found) and not (own and "denied" in sample.slots):
            return Heard(text, sample.intent, {n: [(said(words, m), m.id)] for n, m in zip(sample.slots, found, strict=True)})
        like = self._plain(line, words)
        if like and like[1] > 85:
            return Heard(text, self.plain[like[0]], {})
        if opening := self._opening(words, found):
            return Heard(text, opening, {})
        if topic := exact.get("Topic") or self.questions.about(words):
            return Heard(text, "TopicIntent", {"topic": [(line, topic)]})
        if (no := says_no(words)) or says_yes(words):
            return self._answering(
                text, words, found, shape, ("NoButIntent", "NegateIntent") if no else ("YesAndIntent", "AffirmIntent")
            )
        answer = answered(words)
        if len(found) < len(every) and not answer:
            return self._likely(text, words, found, shape) if found else Heard(text, "ReportIntent", {})
        if found and covers(words, found) and not (answer and words[-1] in NO and not _tells(found)):
            return self._likely(text, words, found, shape)
        return Heard(text, self.plain[like[0]] if like and not answer else answer or "AMAZON.FallbackIntent", {})

    def _answering(self, text: str, words: list[str], found: list[Match], shape: str, answer: tuple[str, str]) -> Heard:
        """An answer to what was asked, with what is told besides or without; "no, it's the right leg" corrects."""
        heard = self._likely(text, words, found, shape)
        if heard.intent == "CorrectIntent" and not any(m.type in ("Finding", "Fine") for m in found):
            return heard
        kept = {name: values for name, values in heard.slots.items() if name in self.intents[answer[0]]}
        return Heard(text, answer[0] if kept else answer[1], kept)

    def _plain(self, line: str, words: list[str]) -> tuple[str, float] | None:
        """The sentence without slots that is most alike, denying as much and sharing a word that means something."""
        mine, denies = set(stems.key(words)) - ASKING, bool(denial.DENYING & set(words))
        for phrase, score, _ in process.extract(line, list(self.plain), scorer=fuzz.token_sort_ratio, score_cutoff=LIKE, limit=5):
            theirs = set(stems.key(phrase.split())) - ASKING
            common, either = mine & theirs, mine | theirs
            if denies == bool(denial.DENYING & set(phrase.split())) and (len(common) * 2 > len(either) or score > 85):
                return phrase, score
        return None

    def _opening(self, words: list[str], found: list[Match]) -> str | None:
        """The command or question that the first words are, if nothing is reported before it ends."""
        for size in range(len(words) - 1, 2, -1):
            intent = self.plain.get(" ".join(words[:size]))
            if intent and intent not in ("AffirmIntent", "NegateIntent", "AMAZON.YesIntent", "AMAZON.NoIntent"):
                telling = ("Finding", "Movement") if intent == "UnsureIntent" else ("Finding",)
                told = any(m.type in telling and m.end > size for m in found)
                return None if told and intent not in ("WhyIntent", "WhoSaysIntent") else intent
        return None

    def _likely(self, text: str, words: list[str], found: list[Match], shape: str) -> Heard:
        flags = denial.denied(words, [(m.start, m.end) for m in found], [m.start for m in found if m.type == "Fine"])
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
            if intent == "ReportIntent" and match in doubted:
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
        if denied:
            return None
        return next((n for n, type in names.items() if type == match.type), None)


def _tells(found: list[Match]) -> bool:
    return any(m.type in ("Finding", "Movement") for m in found)


def recogniser(locale: str = "en-US") -> Recogniser:
    """The stand-in over the committed model."""
    return Recogniser(json.loads(Path("interaction-model", f"{locale}.json").read_text(encoding="utf-8")))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.hear", description="What the recogniser makes of each line.")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    options = parser.parse_args()
    hears = recogniser()
    for line in sys.stdin:
        heard = hears.hear(line.strip())
        slots = ", ".join(f"{n} {v} ({i})" for n, values in heard.slots.items() for v, i in values)
        print(json.dumps(heard.as_json()) if options.json else f"{heard.text} → {heard.intent} {slots}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
