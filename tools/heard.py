"""What a recogniser makes of a sentence, and the sentences that a model says as they stand, without slots."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process

from tools import denial, stems
from tools.answering import WANTED
from tools.match import Match, said

LIKE = 62  # how alike, of 100, a sentence must be to one of them
ASKING = {"can", "can't", "pleas", "let", "want", "would", "could"}
UNMARKED = re.compile(
    r"\b(can|don|won|isn|doesn|didn|aren|wasn|weren|hasn|haven|hadn|couldn|wouldn|shouldn|ain)(t)\b"
    r"|\b(i)(m|ve)\b|\b(he|she|that|there|what)(s)\b"
    r"|\b(it)(s)(?= (?:me|my|not|just|only|an?|been|the|in|on|more|still|really|like|all|no|getting|hard|so|both|from|when|okay"
    r"|ok|fine|weak|worse|better|gone|over|too|seizures?|epilepsy|\w+ing)\b)"
)

# Intents that say nothing of themselves, and what they become with a finding.
BARE = {"AMAZON.FallbackIntent": "ReportIntent", "AffirmIntent": "YesAndIntent", "AMAZON.YesIntent": "YesAndIntent",
        "NegateIntent": "NoButIntent", "AMAZON.NoIntent": "NoButIntent", "UnsureIntent": "ReportIntent"}  # fmt: skip


def spelled(text: str) -> str:
    """In small letters, with the apostrophes that are often left out in typing: a speaker's recogniser writes them."""
    return UNMARKED.sub(lambda m: "'".join(filter(None, m.groups())), text.lower().replace("’", "'"))


@dataclass(frozen=True)
class Heard:
    """What was recognised: the intent, and for each slot its values as (words, id), the id None where the model has none."""

    text: str
    intent: str
    slots: dict[str, list[tuple[str, str | None]]]

    def as_json(self) -> dict[str, Any]:
        return {"heard": self.text, "intent": self.intent,
                "slots": {name: [{"value": v, "id": i} for v, i in values] for name, values in self.slots.items()}}  # fmt: skip

    def add(self, words: list[str], found: Sequence[Match], intents: Mapping[str, Mapping[str, str]]) -> "Heard":
        """The same with findings that were heard besides; an intent that has no slot for them becomes one that has."""
        if not found:
            return self
        intent = self.intent if "finding" in intents[self.intent] else BARE.get(self.intent, "ReportIntent")
        values: list[tuple[str, str | None]] = [(said(words, m), m.id) for m in found]
        return Heard(self.text, intent, {**self.slots, "finding": [*self.slots.get("finding", []), *values]})

    @property
    def tells(self) -> bool:
        """Whether more may be told than was heard: no command, and no question about a topic."""
        return self.intent in BARE or bool(self.slots and "topic" not in self.slots)


class Plain:
    """The sentences of a model that have no slots, each with its intent."""

    def __init__(self, intents: Mapping[str, str]) -> None:
        self.intents = intents

    def like(self, line: str, words: list[str]) -> tuple[str, float] | None:
        """The intent of the one that is most alike, denying as much and sharing a word that means something, and how alike."""
        mine, denies = set(stems.key(words)) - ASKING, bool(denial.DENYING & set(words))
        for phrase, score, _ in process.extract(
            line, list(self.intents), scorer=fuzz.token_sort_ratio, score_cutoff=LIKE, limit=5
        ):
            theirs = set(stems.key(phrase.split())) - ASKING
            common, either = mine & theirs, mine | theirs
            if denies == bool(denial.DENYING & set(phrase.split())) and (len(common) * 2 > len(either) or score > 85):
                return self.intents[phrase], score
        return None

    def opening(self, words: list[str], found: list[Match]) -> str | None:
        """The intent of the command or question that the first words are, if nothing is reported before it ends."""
        for size in range(len(words) - 1, 2, -1):
            intent = self.intents.get(" ".join(words[:size]))
            if intent == "UnsureIntent" and WANTED.search(" ".join(words)):
                continue  # "i don't know, yes, just make it stop"
            if intent and intent not in ("AffirmIntent", "NegateIntent", "AMAZON.YesIntent", "AMAZON.NoIntent"):
                telling = ("Finding", "Movement") if intent == "UnsureIntent" else ("Finding",)
                told = any(m.type in telling and m.end > size for m in found)
                return None if told and intent not in ("WhyIntent", "WhoSaysIntent") else intent
        return None
