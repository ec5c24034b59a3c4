"""Questions about a topic that are asked in other words than the model's: "are eye twitches dangerous"."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from tools import stems
from tools.match import Match
from tools.others import STANDING
from tools.stems import words

ASKING = words("""
    are can could do does explain how how's is should talk tell what what's whats when which who why will would
""")
LIKE = 0.6
SMALL = words("best can could does don't how not should way what what's which who why will would")
# What comes before a question.
BEFORE = re.compile(
    r"^(?:(?:actually|and|but|nah|no|nope|now|okay|or|so|then|um|well|yeah|yep|yes|none of (?:that|those|these|them)"
    r"|nothing like that|not really|i don't think so)(?: |$))*"
)
ALSO_AS = {"make": "causes cause causing makes bring", "serious": "dangerous harmful bad", "cold": "ice", "drink": "drinks",
           "help": "stop rid cure fix treat good best relieve ease", "prevent": "avoid"}  # fmt: skip
ALSO = {word: to for to, words in ALSO_AS.items() for word in words.split()}


class Questions:
    """The topics of a model, and how they are asked for."""

    def __init__(self, types: list[dict[str, Any]]) -> None:
        self.same: dict[str, str] = {}  # "eye" and "eyelid" are one place
        for type in types:
            if type["name"] in ("Place", "Movement"):
                for value in type["values"]:
                    for text in (value["name"]["value"], *value["name"]["synonyms"]):
                        if " " not in text:
                            self.same.setdefault(stems.stem(text), value["id"])
        topics = [v for t in types if t["name"] == "Topic" for v in t["values"]]
        self.keys = [(self._key(p.split()), v["id"]) for v in topics for p in (v["name"]["value"], *v["name"]["synonyms"])]
        self.asked: dict[str, str] = {p: v["id"] for v in topics for p in v["name"]["synonyms"] if p.split()[0] in ASKING}
        count = Counter(word for key, _ in self.keys for word in key)
        self.rare = {word: math.log(1 + len(self.keys) / n) for word, n in count.items()}

    def _key(self, said: list[str]) -> frozenset[str]:
        kept = [stems.stem(ALSO.get(w, w)) for w in said if w not in stems.EMPTY | SMALL]
        return frozenset(self.same.get(w, w) for w in kept)

    def about(self, said: list[str], found: Sequence[Match]) -> str | None:
        """The topic that a question asks about, or None: as a whole, or in its first words, where nothing is told after these."""
        lead = len(said) - len(BEFORE.sub("", " ".join(said)).split())
        for end in range(len(said), lead + 2, -1):
            if (id := self.asked.get(" ".join(said[lead:end]))) and not any(
                m.type in ("Finding", "Movement") and m.end > end and m.id not in STANDING for m in found
            ):
                return id
        if lead == len(said) or said[lead] not in ASKING or {"my", "i've", "i'm"} & set(said[lead : lead + 4]):
            return None
        mine = self._key(said[lead:])
        if not mine:
            return None
        best, top = None, LIKE
        for key, id in self.keys:
            if (len(key & mine) > 1 or key == mine) and (
                score := 2 * self._worth(key & mine) / (self._worth(key) + self._worth(mine))
            ) > top:
                best, top = id, score
        return best

    def _worth(self, key: frozenset[str]) -> float:
        return sum(self.rare.get(word, 6.0) for word in key)
