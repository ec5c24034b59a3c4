"""The sample utterances of the model by intent and slots, and the turns that they make."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

from conversation.talk import Turn
from tools.heard import Heard
from tools.suggestions import turn_of_heard
from triage.content import Content

LENGTHS = ("P3W", "PT10M")  # for AMAZON.DURATION

Shape = tuple[str, tuple[str, ...]]  # an intent, and the slots of a sample


class Samples:
    """The model's samples by intent and slots, and the turns that they make."""

    def __init__(self, content: Content, model: dict[str, Any]) -> None:
        language = model["interactionModel"]["languageModel"]
        self.types = {i["name"]: {s["name"]: s["type"] for s in i.get("slots", ())} for i in language["intents"]}
        self.values = {t["name"]: [v["id"] for v in t["values"]] for t in language["types"]} | {"AMAZON.DURATION": list(LENGTHS)}
        urgent = content.protocol.emergency_alone
        self.values["Finding"].sort(key=lambda id: id not in urgent)
        self.count: Counter[Shape] = Counter()
        for intent in language["intents"]:
            if intent["name"] != "AMAZON.FallbackIntent":
                for sample in intent["samples"] or [""]:
                    self.count[intent["name"], tuple(re.findall(r"{(\w+)}", sample))] += 1
        self.turn = cache(self._turn)

    def turns(self, shape: Shape, asked: tuple[str, ...]) -> Iterator[Turn]:
        """The turns of a shape: with the first values of its slots, with the last, and with what is `asked` just now."""
        intent, slots = shape
        values = [self.values[self.types[intent][slot]] for slot in slots]
        first, last = ([ids[(at if end else -1 - at) % len(ids)] for at, ids in enumerate(values)] for end in (True, False))
        now, left = [], list(asked)
        for ids, usual in zip(values, first, strict=True):
            now.append(next((id for id in left if id in ids), usual))
            left = [id for id in left if id != now[-1]]
        for chosen in dict.fromkeys(map(tuple, (first, last, now))):
            yield self.turn(intent, tuple(zip(slots, chosen, strict=True)))

    def _turn(self, intent: str, slots: tuple[tuple[str, str], ...]) -> Turn:
        heard = Heard("", intent, {})
        for slot, id in slots:
            heard.slots.setdefault(slot, []).append((id, id))
        return turn_of_heard(heard, self.types[intent])
