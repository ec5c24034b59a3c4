"""Callers drawn at random, each interview held by itself: what is true of them first, then how they tell it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from tools.explore.turns import LENGTHS, Say, Skill
from tools.explore.walk import AGREES, Breach
from triage.answers import answer
from triage.interview import Step, next_step
from triage.protocol import days
from triage.session import Session, take

TOLD = "volunteering facts never ends calmer than being asked them"
YES = "one more yes never lowers the urgency"
UNSURE = "unsure never ends calmer than no"
MENDED = "correcting or going back ends as if it had been said so at first"
SLIPPED = "taking back a yes never ends calmer than never having said it"
ENDS = "every interview ends"
PEOPLE: tuple[dict[str, Any], ...] = (
    {}, {"age_group": ["older"]}, {"person": "wife"}, {"person": "husband"}, {"person": "child"}, {"person": "baby"},
    {"person": "friend"},
)  # fmt: skip


@dataclass(frozen=True)
class Caller:
    """What is true of a caller, findings to yes or unsure, the details, and how they open."""

    true: Mapping[str, str]
    opening: Mapping[str, Any]
    details: Mapping[str, Any]

    def answer(self, step: Step) -> Say:
        """What they say to a question: yes if any of it is true, and all that is true when asked which."""
        if step.question is None:
            return Say("yes")
        if step.kind == "detail" or (step.kind == "again" and step.question.detail):
            value = self.details.get(step.question.detail)
            return Say("report", {step.question.detail: value}) if value else Say("unsure")
        said = {f: self.true[f] for f in step.findings if f in self.true}
        if step.kind in ("which", "else") and said:
            return Say("report", said)
        return Say("no" if not said else "yes" if "yes" in said.values() else "unsure")


class Slip:
    """One wrong answer at a turn, and how it is mended: "back" takes back a no at once, "correct" corrects it three turns later
    or at the end, and "yes" is a yes that wasn't true, corrected likewise."""

    def __init__(self, turn: int, mend: str) -> None:
        self.turn, self.mend, self.due = turn, mend, 999
        self.later: Say | None = None

    def say(self, turn: int, step: Step, honest: Say, caller: Caller) -> Say:
        if self.later and (turn >= self.due or step.kind == "confirm"):
            later, self.later = self.later, None
            return later
        if turn >= self.turn and self.due == 999 and step.kind == "ask" and step.question and not step.question.tips:
            if self.mend == "yes" and honest.act == "no":
                self.due, self.later = turn + 3, Say("correct", {step.findings[-1]: "no"})
                return Say("yes", {step.findings[-1]: "yes"})
            if self.mend != "yes" and honest.act == "yes":
                self.due = turn + 1 if self.mend == "back" else turn + 3
                true = {f: v for f, v in caller.true.items() if f in step.findings}
                self.later = Say("back") if self.mend == "back" else Say("correct", true)
                return Say("no")
        return honest


class Drawing:
    """Draws callers and puts them through the skill's core in several ways."""

    def __init__(self, skill: Skill, seed: int) -> None:
        self.skill, self.protocol, self.random = skill, skill.plain, Random(seed)
        self.any = [f for f in skill.oracle.asked if f not in skill.oracle.derived]
        self.calm = [f for f in self.any if f not in skill.urgent]
        self.held = 0

    def caller(self) -> Caller:
        """Someone with up to six findings, few of them an emergency alone: that is soon told."""
        draw = self.random
        details = {"movement": [draw.choice(self.skill.movements)], "place": [draw.choice(self.skill.places)],
                   "duration": draw.choice(LENGTHS), "age_group": draw.choice([["adult"], ["child"], None])}  # fmt: skip
        true = dict.fromkeys(draw.sample(self.calm, draw.randint(0, 6)), "yes")
        if draw.random() < 0.1:
            true[draw.choice(self.any)] = "yes"
        return Caller(true, {"movement": details["movement"], "place": details["place"], **draw.choice(PEOPLE)}, details)

    def hold(self, caller: Caller, tells: Mapping[int, str] | None = None, slip: Slip | None = None) -> tuple[int, list[Say]]:
        """Where the interview ends, and what was said. `tells`: the finding volunteered instead of answering, by turn."""
        self.held += 1
        session, says = Session(), []
        for turn in range(150):
            known = self.protocol.complete(session.known)
            step = next_step(self.protocol, known)
            if step.kind == "outcome":
                return self.protocol.decide(known)[0], says
            say = caller.answer(step) if turn else Say("report", dict(caller.opening))
            if slip and turn:
                say = slip.say(turn, step, say, caller)
            if tells and turn in tells and turn:
                say = Say("report", {tells[turn]: "yes"})
            says.append(say)
            session = replace(session, turns=session.turns[:-1]) if say.act == "back" else self._turn(session, step, say)
        return -1, says

    def _turn(self, session: Session, step: Step, say: Say) -> Session:
        correcting = say.act == "correct" or (step.kind in ("confirm", "fix") and say.act != "yes")
        after = session.add(take(self.protocol, session.known, say.said, correcting, step.kind in ("which", "else")))
        act = "report" if say.act == "correct" and step.kind not in ("confirm", "fix") else say.act
        return after.add(answer(self.protocol, self.protocol.complete(after.known), step, act, say.said) or {})

    def expected(self, caller: Caller, told: set[str]) -> int:
        """The oracle's outcome for this caller, who volunteers what was `told`."""
        person = self.protocol.people.get(caller.opening.get("person", ""), {})
        details = {"movement": caller.opening["movement"], "place": caller.opening["place"], "days": days(caller.details["duration"]),
                   "pronoun": person.get("pronoun"), "speaker": "other" if person else None}  # fmt: skip
        age = [person["age_group"]] if "age_group" in person else caller.opening.get("age_group")
        details["age_group"] = age or ((caller.details["age_group"] or "unsure") if person else None)
        return self.skill.oracle.outcome(details, caller.true, told)

    def check(self) -> Iterator[Breach]:
        """One caller, held against the oracle and against themselves told in other ways."""
        draw, caller = self.random, self.caller()
        base, says = self.hold(caller)
        yield from self._compare(AGREES, base, says, self.expected(caller, set()), exact=True)
        more = replace(caller, true={**caller.true, draw.choice(self.any): "yes"})
        yield from self._compare(YES, *self.hold(more), base)
        if unsaid := [f for f in self.any if f not in caller.true]:
            doubt = replace(caller, true={**caller.true, draw.choice(unsaid): "unsure"})
            yield from self._compare(UNSURE, *self.hold(doubt), base)
        facts = draw.sample(sorted(caller.true), min(2, len(caller.true)))
        tells = dict(zip(draw.sample(range(1, max(3, len(says))), 2), facts, strict=False))
        end, said = self.hold(caller, tells)
        told = {s for say in said if say.act == "report" for s in say.said if s in tells.values()}
        yield from self._compare(TOLD, end, said, base)
        yield from self._compare(AGREES, end, said, self.expected(caller, told), exact=True)
        for mend in ("back", "correct"):
            end, said = self.hold(caller, slip=Slip(draw.randint(1, 12), mend))
            yield from self._compare(MENDED, end, said, base, exact=True)
        end, said = self.hold(caller, slip=Slip(draw.randint(3, 12), "yes"))
        yield from self._compare(SLIPPED, end, said, base)

    def _compare(self, invariant: str, end: int, says: list[Say], other: int, exact: bool = False) -> Iterator[Breach]:
        names = self.protocol.urgencies
        if end < 0:
            yield Breach(ENDS, "no end in sight", tuple(says))
        elif end < other or (exact and end != other):
            yield Breach(invariant, f"it ends at {names[end]}, not {names[other]}", tuple(says))
