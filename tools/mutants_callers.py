"""Callers put through the core in no time: in ids, with nothing spoken, and nothing heard but the opening."""

import json
import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import RequestEnvelope

from conversation.talk import ANSWERS, Turn
from intents import turn_of
from tools.alexa import Conversation
from tools.cases import Case, Caller, read_cases
from tools.hear import Recogniser, recogniser
from tools.oracle import AGES, MOVEMENTS, Clause, Oracle, Statement
from triage.answers import answer
from triage.content import Content
from triage.interview import Step, next_step
from triage.protocol import TRUE, Known, Protocol, days
from triage.session import Session, read_session, take

DONE = ("confirm", "outcome", "opening")
PEOPLE = {"adult": ("wife", "husband"), "older": ("grandmother", "grandfather"), "child": ("child", "child_he"), "infant": ("baby",)}


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
        person(content.protocol, c.id, opening(c, content, hears), Caller(c, content, {}).true, map(rank, c.expect)) for c in cases
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


class Draw:
    """Callers drawn at random for some findings; where they must end is what the oracle makes of them."""

    def __init__(self, protocol: Protocol, oracle: Oracle, seed: int) -> None:
        self.protocol, self.oracle, self.random = protocol, oracle, random.Random(seed)
        self.places = sorted({p for f in protocol.findings.values() for c in f.asked for p in c.place})
        self.findings = sorted(f for f in oracle.asked if f != "infant_or_child")

    def pool(self, each: int) -> list[Person]:
        """As many callers for every statement of the oracle's table."""
        return [self.caller(s, i >= each // 2) for s in self.oracle.statements for i in range(each)]

    def caller(self, about: Statement, more: bool = True) -> Person:
        """Someone of whom the statement is true, perhaps in part, with more that may be true."""
        pick, where = self.random, about.where
        ages = where.age_group or (AGES["[child]"] if "infant_or_child" in about.members else (*PEOPLE, "adult", "adult"))
        movement, age = pick.choice(sorted(where.movement or MOVEMENTS)), pick.choice(sorted(ages))
        place = pick.choice(sorted(where.place or self.places))
        if movement == "hiccup":
            place = "throat"
        findings = [*sorted(about.members - {"infant_or_child"}), *(pick.sample(self.findings, pick.randrange(4)) if more else ())]
        true: Known = {f: "unsure" if more and pick.random() < 0.15 else "yes" for f in findings}
        long = {"P3W": true.get("over_2_weeks"), "P3D": true.get("hiccups_over_2_days")}
        if "unsure" not in long.values():
            true["duration"] = next((length for length, state in long.items() if state), "PT1H")
        true = self.protocol.complete({**true, "movement": [movement], "place": [place], "age_group": [age]})
        for f in [f for f, state in true.items() if state == "yes"]:
            true.update(dict.fromkeys(self.oracle.tells.get(f, ()), "yes"))
        other = age in ("child", "infant") or pick.random() < 0.2
        said: Known = {"person": pick.choice(PEOPLE[age])} if other else {"age_group": [age]}
        true["pronoun"] = self.protocol.people[said["person"]]["pronoun"] if other else "you"
        said |= {} if more and pick.random() < 0.5 else {"movement": [movement], "place": [place]}
        sure = [f for f in findings if true[f] == "yes" and (not self.oracle.asked[f] or (more and pick.random() < 0.3))]
        told = {each: "yes" for f in sure for each in (f, *self.oracle.tells.get(f, ()))}
        return person(self.protocol, "drawn", [Turn("report", {**said, **told})], true, self.right(true, told))

    def right(self, true: Known, told: Mapping[str, str]) -> Iterable[int]:
        """Not calmer than all that should be asked and is true, and not more urgent than all that is or may be true."""
        details: Known = {n: true[n] for n in ("movement", "place", "age_group", "pronoun")}
        details |= {"days": days(true["duration"])} if "duration" in true else {}
        findings = {f: v for f, v in true.items() if f in self.protocol.findings and v in TRUE}
        heard, more = self.oracle.derive(details, dict(told)), ["?"]
        while more:
            held = {f for f, v in heard.items() if v != "no"}
            more = [f for f in findings if f not in heard and any(self._asks(c, details, held) for c in self.oracle.asked[f])]
            heard = self.oracle.derive(details, {**heard, **{f: findings[f] for f in more}})
        groups = (q.asks for q in self.protocol.questions if any(findings.get(f) == "unsure" for f in q.asks))
        doubt = {f: "unsure" for asks in groups for f in asks}
        return range(self.oracle.urgency(details, heard), self.oracle.urgency(details, {**doubt, **findings}) + 1)

    @staticmethod
    def _asks(clause: Clause, details: Known, true: set[str]) -> bool:
        return clause.fits(details) != "no" and (not clause.after or bool(clause.after & true))
