"""Callers drawn at random, each interview held by itself: what is true of them first, then how they tell it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from random import Random

from tools.explore.callers import PEOPLE, Caller, Slip
from tools.explore.paths import ENDS, UNSURE, YES
from tools.explore.places import LENGTHS, Say
from tools.explore.state import Breach
from tools.explore.turns import Skill
from tools.explore.walk import AGREES
from triage.answers import answer
from triage.interview import Step, next_step
from triage.protocol import Rule, days
from triage.session import Session, take

TOLD = "volunteering facts never ends calmer than being asked them"
MENDED = "correcting or going back ends as if it had been said so at first"
SLIPPED = "taking back a yes never ends calmer than never having said it"


class Drawing:
    """Draws callers and puts them through the skill's core in several ways."""

    def __init__(self, skill: Skill, seed: int) -> None:
        self.skill, self.protocol, self.random = skill, skill.plain, Random(seed)
        self.any = [f for f in skill.oracle.asked if f not in skill.oracle.derived]
        self.calm = [f for f in self.any if f not in skill.listener.urgent]
        self.held, self.deciding = 0, list[Rule]()

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
        session, says = Session(), list[Say]()
        for turn in range(150):
            known = self.protocol.complete(session.known)
            step = next_step(self.protocol, known)
            if step.kind == "outcome":
                level, self.deciding = self.protocol.decide(known)
                return level, says
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
        details = {name: caller.opening[name] for name in ("movement", "place")}
        details |= {"days": days(caller.details["duration"]), "speaker": "other" if person else None}
        details |= {"pronoun": person.get("pronoun")}
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
