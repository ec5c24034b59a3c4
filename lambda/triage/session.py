"""What is kept between two turns of one conversation: what the caller said, turn by turn, and nothing once it ends."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from .protocol import TRUE, Known, Protocol, days

SCHEMA = 1
TOLD = {"?told", "?more", "?topic"}  # marks of what was said beside the answers
OPPOSITE = {"left": "right", "right": "left"}


def together(turns: Iterable[Known]) -> Known:
    """What several turns told, later ones first: what a turn set to None is forgotten."""
    merged: Known = {}
    for turn in turns:
        merged.update(turn)
    for key in [key for key, value in merged.items() if value is None]:
        del merged[key]
    return merged


@dataclass(frozen=True, slots=True)
class Session:
    """`turns` are what each turn added to what is known; `asked` is the question left open, as tools name it; `misses` counts
    what wasn't understood since the last answer; `told` whether the disclaimer was spoken, `heard` whether it was in an earlier
    session, and `brief` that the caller likes few words."""

    turns: tuple[Known, ...] = ()
    asked: str | None = None
    misses: int = 0
    told: bool = False
    heard: bool = False
    brief: bool = False

    @property
    def known(self) -> Known:
        return together(self.turns)

    def add(self, delta: Known) -> "Session":
        return replace(self, turns=(*self.turns, delta), misses=0) if delta else replace(self, misses=0)

    def join(self, number: int) -> "Session":
        """What was added after so many turns as one turn: going back takes back all that an answer meant."""
        added = [item for turn in self.turns[number:] for item in turn.items()]
        return replace(self, turns=(*self.turns[:number], dict(added))) if added else self

    def back(self) -> "Session":
        """Without the last answer. That the outcome was told isn't one: going back from it leads to the read-back."""
        turns = self.turns
        while turns and turns[-1].keys() <= TOLD:
            turns = turns[:-1]
        return replace(self, turns=turns[:-1], misses=0)

    def write(self, version: str) -> dict[str, Any]:
        """Plain JSON for Alexa's session attributes; at most a few kilobytes."""
        return {"schema": SCHEMA, "version": version, "turns": list(self.turns), "asked": self.asked,
                "misses": self.misses, "told": self.told, "heard": self.heard, "brief": self.brief}  # fmt: skip


def read_session(attributes: Any, version: str) -> Session:
    """The session from Alexa's attributes. Those of another schema, or that can't be read, start a fresh interview; those of
    another version of the protocol keep the answers, and the open question is asked again rather than answered."""
    match attributes:
        case {"schema": 1, "turns": [*turns], "asked": str() | None as asked, "misses": int(misses), "told": bool(told)} if all(
            isinstance(t, dict) and all(_sound(v) for v in t.values()) for t in turns
        ):
            same = attributes.get("version") == version
            heard, brief = (bool(attributes.get(name)) for name in ("heard", "brief"))
            return Session(tuple(turns), asked if same else None, misses, told, heard, brief)
    return Session()


def _sound(value: object) -> bool:
    return value is None or isinstance(value, str) or (isinstance(value, list) and all(isinstance(v, str) for v in value))


def take(protocol: Protocol, known: Known, said: Mapping[str, Any], correcting: bool, choosing: bool) -> Known:
    """What a turn's report adds to what is known. Movements and places add up and the longest time counts, unless the caller
    is `correcting`; a part of a place replaces the whole. What they can't tell counts only when they are `choosing` from a
    group, or if it is never asked, or was denied before. A finding that belongs to a place or movement tells that too."""
    delta: Known = {}
    for name, value in said.items():
        match name:
            case "person" if value in protocol.people:
                who = {"speaker": "other", **protocol.people[value]}.items()
                delta |= {detail: [told] if detail == "age_group" else told for detail, told in who}
                delta |= {"age_group": None} if value == "self" and known.get("age_group") == ["infant"] else {}  # no baby speaks
            case "movement" | "place":
                before = known[name] if isinstance(known.get(name), list) else []
                new = [v for v in value if protocol.parts.get(v, frozenset()).isdisjoint((*before, *value))]
                every = dict.fromkeys(new if correcting and new else (*before, *new))
                delta[name] = [v for v in every if protocol.parts.get(v, frozenset()).isdisjoint(every)]
            case "age_group":
                delta[name] = list(value)
            case "duration" if days(value) == 0:
                pass  # "right now" says nothing of how long it has been going on
            case "duration":
                longest = max((d for d in (value, known.get(name)) if isinstance(d, str)), key=lambda d: days(d) or 0.0)
                delta[name] = value if correcting else longest
            case "side" if value == "other":
                delta |= {name: OPPOSITE[known[name]]} if known.get(name) in OPPOSITE else {}
            case "side" | "speaker" | "pronoun":
                delta[name] = value
            case _ if name in protocol.findings and (
                value != "unsure" or choosing or not protocol.findings[name].asked or known.get(name) == "no"
            ):
                delta[name] = "yes" if value == "unsure" and known.get(name) in TRUE else value
    for name in [f for f, value in delta.items() if value == "yes"]:
        for tells, values in protocol.implies.get(name, {}).items():
            for each, value in dict.fromkeys(values, "yes").items() if tells == "findings" else ((tells, list(values)),):
                if known.get(each, "no") == "no":
                    delta.setdefault(each, value)
    return {name: value for name, value in delta.items() if known.get(name) != value}
