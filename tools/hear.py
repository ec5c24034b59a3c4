"""A stand-in for Alexa's recogniser, which knows only the interaction model: `python -m tools.hear`.

A whole sentence that a sample covers is taken as it stands. Else the slot values in it are found wherever they stand, those that
follow a denying word ("no", "not", "without") go to the denying slots, and the rest of the sentence chooses the intent by
likeness to the samples. Where nothing is alike, AMAZON.FallbackIntent. Amazon's own recogniser is another, and not to be had."""

import argparse
import json
import re
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from tools import durations, stems

BUILT_IN = {
    "AMAZON.YesIntent": "yes|yeah|yep|yup|sure|yes please|okay|ok|yeah sure|correct|right|that's right|yes it is",
    "AMAZON.NoIntent": "no|nope|nah|no thanks|no thank you|no it's not|no there isn't|nothing more",
    "AMAZON.HelpIntent": "help|help me|what can i say|i need help|can you help me",
    "AMAZON.StopIntent": "stop|quit|exit|goodbye|bye|that's all|never mind then",
    "AMAZON.CancelIntent": "cancel|never mind|forget it|cancel that",
    "AMAZON.RepeatIntent": "repeat|repeat that|say that again|say it again|what did you say|again please|pardon",
    "AMAZON.StartOverIntent": "start over|restart|begin again|start again",
    "AMAZON.PreviousIntent": "go back|back|previous|back up",
    "AMAZON.NavigateHomeIntent": "go home|home",
}
DENYING = {"no", "not", "isn't", "don't", "doesn't", "haven't", "hasn't", "aren't", "without", "never", "nor", "didn't", "ain't",
           "wasn't", "neither"}  # fmt: skip
BREAKING = {"but", "and", "because", "now", "then", "so", "though", "just", "only", "since", "it's", "i'm", "also", "with"}
LIKE = 62  # how alike, of 100, a sentence without slots must be to a sample
LIKE_SLOTS = 38  # and one with slots, whose values count for much


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
        self.samples = []
        for intent in language["intents"]:
            kinds = self.intents[intent["name"]]
            for sample in intent["samples"]:
                shape = re.sub(r"{(\w+)}", lambda m, k=kinds: f"<{k[m[1]]}>", sample)  # type: ignore[misc]
                self.samples.append(_Sample(intent["name"], shape, tuple(re.findall(r"{(\w+)}", sample))))
        self.plain = {phrase: name for name, phrases in BUILT_IN.items() if name in self.intents for phrase in phrases.split("|")}
        self.plain |= {s.shape: s.intent for s in self.samples if not s.slots}
        self.phrases: dict[str, list[tuple[str, str]]] = {}
        for type in language["types"]:
            for value in type["values"]:
                for phrase in (value["name"]["value"], *value["name"]["synonyms"]):
                    self.phrases.setdefault(phrase, []).append((type["name"], value["id"]))
        self.longest = max(len(p.split()) for p in self.phrases)
        self.alike: dict[tuple[str, ...], set[tuple[str, str]]] = {}
        plain = {
            stems.stem(p) for p, owners in self.phrases.items() if owners[0][0] in ("Movement", "Place", "Side") and " " not in p
        }
        for phrase, owners in self.phrases.items():
            if len(stemmed := stems.key(phrase.split())) > 1 and not set(stemmed) <= plain | {"can't", "not", "no"}:
                self.alike.setdefault(stemmed, set()).update(owners)

    @cached_property
    def shapes(self) -> dict[str, _Sample]:
        return {s.shape: s for s in reversed(self.samples)}

    def hear(self, text: str) -> Heard:
        """What the model makes of a spoken sentence."""
        words = re.sub(r"[^a-z0-9' -]", " ", text.lower().replace("’", "'")).split()
        said = " ".join(words)
        if said in self.plain:
            return Heard(text, self.plain[said], {})
        tagged = self._tag(words)
        shape = " ".join(w if isinstance(w, str) else f"<{w[0]}>" for w in tagged)
        if (sample := self.shapes.get(shape)) and sample.slots:
            values = [w for w in tagged if not isinstance(w, str)]
            return Heard(text, sample.intent, {n: [v[1:]] for n, v in zip(sample.slots, values, strict=True)})
        if any(not isinstance(w, str) for w in tagged):
            return self._likely(text, tagged, shape)
        found = process.extractOne(said, list(self.plain), scorer=fuzz.token_sort_ratio, score_cutoff=LIKE) if words else None
        if found and bool(DENYING & set(words)) == bool(DENYING & set(found[0].split())):
            return Heard(text, self.plain[found[0]], {})
        return Heard(text, "AMAZON.FallbackIntent", {})

    def _tag(self, words: list[str]) -> list[str | tuple[str, str, str]]:
        """The words, slot values among them as (type, words, id): the longest first, findings before other types."""
        order = {"Finding": 0, "Fine": 1, "Person": 2, "Place": 3}
        out: list[str | tuple[str, str, str]] = []
        at = 0
        while at < len(words):
            length, duration = durations.find(words, at)
            taken, value = length, ("AMAZON.DURATION", " ".join(words[at : at + length]), duration)
            for size in range(min(self.longest, len(words) - at), length, -1):
                if owners := self._owners(words[at : at + size]):
                    type, id = min(owners, key=lambda o: order.get(o[0], 9))
                    taken, value = size, (type, " ".join(words[at : at + size]), id)
                    break
            out.append(value if taken else words[at])
            at += taken or 1
        return out

    def _owners(self, words: list[str]) -> list[tuple[str, str]]:
        """Whose phrase some words are: to the letter, or by what carries their meaning where only one value says so."""
        phrase = " ".join(words)
        exact = self.phrases.get(phrase) or self.phrases.get(phrase.removesuffix("'s"))
        if exact or words[0] in stems.EMPTY or words[-1] in stems.EMPTY or stems.CLAUSE.intersection(words):
            return exact or []
        alike = self.alike.get(stems.key(words), set())
        return list(alike) if len(alike) == 1 else []

    def _likely(self, text: str, tagged: list[str | tuple[str, str, str]], shape: str) -> Heard:
        types = {w[0] for w in tagged if not isinstance(w, str)}
        lead = tagged[0] if isinstance(tagged[0], str) else ""
        values = self._denied(tagged)
        denies = any(no and word[0] == "Finding" for word, no in values)
        best, top = None, float(LIKE_SLOTS)
        for sample in self.samples:
            if not sample.slots or not types & set(self.intents[sample.intent].values()):
                continue
            score = fuzz.token_sort_ratio(shape, sample.shape)
            score += 8 * (sample.intent == "ReportIntent") - 30 * (
                lead in ("yes", "yeah", "yep") and sample.intent != "YesAndIntent"
            )
            if (denies and "denied" not in self.intents[sample.intent]) or (
                sample.intent == "NoButIntent" and lead not in ("no", "nope")
            ):
                continue
            if sample.intent == "UnsureAboutIntent" and not {"sure", "maybe", "tell", "know"} & set(shape.split()):
                continue
            if score > top:
                best, top = sample.intent, score
        if best is None:
            return Heard(text, "AMAZON.FallbackIntent", {})
        denied = [w for w, no in values if no]
        if best == "DenyIntent" and len(denied) < sum(not isinstance(w, str) for w in tagged):
            best = "ReportIntent"
        slots: dict[str, list[tuple[str, str | None]]] = {}
        for word, no in values:
            if name := self._slot(best, word, no):
                slots.setdefault(name, []).append(word[1:])
        return Heard(text, best, slots)

    @staticmethod
    def _denied(tagged: list[str | tuple[str, str, str]]) -> list[tuple[tuple[str, str, str], bool]]:
        """Each slot value, and whether the words before it deny it; a new clause ends a denial, "or" carries it on."""
        out, no = [], False
        for place, word in enumerate(tagged):
            if isinstance(word, str):
                later_report = word in BREAKING and not (word == "and" and no and "no" in tagged[place + 1 : place + 2])
                no = word in DENYING or (no and not later_report)
            else:
                out.append((word, no))
                following = tagged[place + 1 : place + 2]
                no = no and (not following or not isinstance(following[0], str) or following[0] in ("or", "nor", "and"))
        return out

    def _slot(self, intent: str, word: tuple[str, str, str], denied: bool) -> str | None:
        names = self.intents[intent]
        if word[0] == "Finding":
            if intent == "UnsureAboutIntent":
                return "unclear"
            return (
                ("denied" if "denied" in names else None)
                if denied
                else next((n for n in ("finding", "also") if n in names), None)
            )
        if denied and word[0] in ("Movement", "Place"):
            return None
        return next((n for n, type in names.items() if type == word[0]), None)


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
