"""Callers put through the core in no time: in ids, with nothing spoken, and nothing heard but the opening."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import RequestEnvelope

from conversation.talk import ANSWERS, Turn
from intents import turn_of
from tools.alexa import Conversation
from tools.case_files import Case, read_cases
from tools.cases import Caller
from tools.recogniser import Recogniser, recogniser
from triage.answers import answer
from triage.content import Content
from triage.interview import Step, next_step
from triage.protocol import TRUE, Known, Protocol, Rule
from triage.session import Session, read_session, take

DONE = ("confirm", "outcome", "opening")


class Quick(Protocol):
    """The protocol, looking only at the rules whose findings are all true: no other can hold."""

    def decide(self, known: Known) -> tuple[int, list[Rule]]:
        true = {f for f in self.naming if known.get(f) in TRUE}
        rules = [rule for f in true for rule in self.naming[f] if rule.when[0] == f and true.issuperset(rule.when)]
        held = [(u, rule) for rule in rules if (u := rule.holds(known, self.emergency - 1)) is not None]
        top = max((u for u, _ in held), default=0)
        return top, [rule for u, rule in held if u == top]


@dataclass(frozen=True)
class Person:
    """What someone says first, what is true of them, the urgencies that are right, and what they may turn out to have."""

    id: str
    says: tuple[Turn, ...]
    true: Mapping[str, Any]
    right: frozenset[int]
    may: frozenset[str]

    def interview(self, protocol: Protocol) -> tuple[int, tuple[str | None, ...]]:
        """The urgency in which it ends, and what was asked on the way."""
        known: Known = {}
        for turn in self.says:
            known = _take(protocol, known, Step("opening"), turn)
        asked: list[str | None] = []
        while len(asked) < 60 and (step := next_step(protocol, protocol.complete(known))).kind not in DONE:
            asked.append(step.name)
            known = _take(protocol, known, step, self.answer(step))
        return protocol.decide(protocol.complete(known))[0], tuple(asked)

    def answer(self, step: Step) -> Turn:
        """As the callers of the case files answer, in ids."""
        detail = step.question.detail if step.question else ""
        if detail:
            return Turn("report", {detail: self.true[detail]}) if self.true.get(detail, "unsure") != "unsure" else Turn("unsure")
        states = {f: self.true[f] for f in step.findings if self.true.get(f) in TRUE}
        if step.kind == "which":
            return Turn("report", states) if states else Turn("unsure")
        if step.kind == "else" or not states:
            return Turn("no")
        return Turn("yes" if "yes" in states.values() else "unsure")


def _take(protocol: Protocol, known: Known, step: Step, turn: Turn) -> Known:
    delta = take(protocol, known, turn.said, False, step.kind in ("which", "else"))
    known = Session((known, delta)).known
    found = answer(protocol, protocol.complete(known), step, turn.act, turn.said)
    return Session((known, found or {})).known


def person(protocol: Protocol, id: str, says: Iterable[Turn], true: Mapping[str, Any], right: Iterable[int]) -> Person:
    """A caller; what they may have is all that is true or said, and what is asked in one breath with what they can't tell."""
    turns = tuple(says)
    unsure = {f for f, state in true.items() if state == "unsure"}
    may = {f for turn in turns for f in turn.said} | {f for f, state in true.items() if state in TRUE}
    may.update(f for q in protocol.questions if unsure.intersection(q.asks) for f in q.asks)
    return Person(id, turns, true, frozenset(right), frozenset(may))


def from_cases(paths: Iterable[Path], content: Content) -> list[Person]:
    """The callers of case files; the recogniser hears each opening once."""
    hears, rank = recogniser(), content.protocol.urgencies.index
    cases = [case for path in paths for case in read_cases(path, content)]
    return [
        person(content.protocol, c.id, opening(c, content, hears), Caller(c, content, {}).true, map(rank, c.expect))
        for c in cases
    ]


def opening(case: Case, content: Content, hears: Recogniser) -> Iterable[Turn]:
    """What is heard until something is understood, as the case runner says it."""
    talk, where = Conversation(hears), {n: str(case.details.get(n, "")).replace("_", " ") for n in ("movement", "place")}
    talk.launch()
    for words in (case.says, case.says, f"{where['movement']} in my {where['place']}"):
        talk.say(words)
        turn = turn_of(DefaultSerializer().deserialize(json.dumps(talk.request), RequestEnvelope).request)
        if turn.act in ANSWERS:
            yield Turn(turn.act, {k: v for k, v in turn.said.items() if k not in ("topic", "heard")})
        if talk.ended or not read_session(talk.attributes, content.protocol.version).misses:
            return
