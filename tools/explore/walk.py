"""Every interview from given openings: a walk over all answers, in which interviews with the same future are walked once."""

import time
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from random import Random

from tools.explore.left import ALL, LAST, LEAN
from tools.explore.merge import Merging
from tools.explore.places import START, Place, Say
from tools.explore.state import Breach, State, costs
from tools.explore.turns import Skill, tells
from triage.interview import Step

AGREES = "the outcome is the oracle's: the highest urgency of all that is true and should be asked, or was said"
ASKS = "every question asks for something"


class Walk:
    """The merged interviews, walked breadth first, so that the first way found to a place is the shortest."""

    def __init__(self, skill: Skill, tell: Callable[[str], None] = lambda line: None, keep: float = 0) -> None:
        self.skill, self.merging, self.tell, self.keep, self.draw = skill, Merging(skill), tell, keep, Random(len(skill.places))
        # Of the states, a share keeps where it stands, and of the merges into those a share is kept: into which, where it stands,
        # from where by what, and where that stands.
        self.kept: dict[int, Place] = {}
        self.merged: list[tuple[State, Place, State, Say, Place]] = []
        self.states: dict[Hashable, State] = {}
        self.kinds: dict[
            Hashable, tuple[State, Place, Step, Say, Place]
        ] = {}  # for each kind of reply, one turn that leads to it
        self.asked: set[str] = set()  # questions and findings
        self.decided: set[tuple[str, ...]] = set()  # rules
        self.breaches: list[Breach] = []
        self.facts: list[str] = []  # those that are volunteered
        self.how = LAST  # what is left out of the key
        self.start = State(START, skill.step(START), 0, None, None, True, False)
        self.nexts: deque[State] = deque()

    def explore(self, openings: Iterable[Say], spare: int | None = None, volunteer: Iterable[str] = ()) -> list[State]:
        """Walks every interview from these openings; the first state of each. With `volunteer`, each of these findings is also
        told at every turn of the interview that is otherwise answered with no."""
        self.facts = list(volunteer)
        self.how = ALL if self.facts else LAST if spare is None else LEAN
        firsts = [s for say in openings if (s := self._go(self.start, say, spare, bool(self.facts)))]
        spoke, seen = time.monotonic(), 0
        while self.nexts:
            state = self.nexts.popleft()
            seen += 1
            if seen % 500 == 0 and time.monotonic() - spoke > 4:
                spoke = time.monotonic()
                self.tell(f"{len(self.states):,} states, {len(self.nexts):,} waiting")
            place = state.place
            assert place is not None
            for say, left, still in self.says(state.step, place, state.spare, state.plain):
                if child := self._go(state, say, left, still):
                    state.nexts.append((say, child))
            state.place = None
        return firsts

    def says(self, step: Step, place: Place, spare: int | None, plain: bool) -> Iterator[tuple[Say, int | None, bool]]:
        """What is walked on from a step; with how many more answers other than no, and whether nothing is volunteered yet."""
        for say in self.skill.answers(step, place, spare is not None):
            cost = costs(step, say)
            if spare is None:
                yield say, None, plain
            elif spare >= cost and not (plain and cost):
                yield say, spare - cost, plain
        if plain and step.question:
            yield from ((tells(f), spare, False) for f in self.facts if f not in place.known)

    def _go(self, state: State, say: Say, spare: int | None, plain: bool) -> State | None:
        before = state.place
        assert before is not None
        place = self.skill.turn(before, state.step, say)
        level, other, key = self.merging.key(place, plain and bool(self.facts), self.how)
        protocol = self.skill.protocol
        if level != other:
            names = protocol.urgencies
            self._breach(AGREES, f"the skill says {names[level]}, the oracle {names[other]}", state, say)
            return None
        key = (key, spare, plain)
        if found := self.states.get(key):
            if level == protocol.emergency:
                self._kind(before, state, say, place, level, found.step)
            elif id(found) in self.kept and self.draw.random() < 3 * self.keep:
                self.merged.append((found, self.kept[id(found)], state, say, place))
            return found
        step = self.skill.step(place)
        new = self.states[key] = State(place, step, level, (state, say), spare, plain, step.kind == "outcome")
        self._kind(before, state, say, place, level, step)
        if self.draw.random() < self.keep:
            self.kept[id(new)] = place
        if new.ended:
            self._end(new, place)
        else:
            self.nexts.append(new)
            if step.question and not step.question.detail and not step.findings:
                self._breach(ASKS, f"{step.name} is asked, but nothing in it is open", state, say)
        return new

    def _end(self, state: State, place: Place) -> None:
        oracle, names = self.skill.oracle, self.skill.protocol.urgencies
        most, unasked = oracle.most(place.details, place.told)
        if most != state.level:
            why = [
                f
                for f in unasked
                if oracle.urgency(place.details, {**place.told, **dict.fromkeys(unasked, "yes"), f: "no"}) < most
            ]
            what = f"{', '.join(why or unasked)} should have been asked, and may make it {names[most]}, not {names[state.level]}"
            self._breach(AGREES, what, state)

    def _kind(self, before: Place, state: State, say: Say, place: Place, level: int, after: Step) -> None:
        self.asked.update((after.name or after.kind, *after.findings))
        kind: Hashable = (after.kind, after.name, after.findings)
        if after.kind == "outcome":
            rules = tuple(r.when for r in self.skill.protocol.decide(place.whole)[1])
            kind = (level, place.known.get("speaker"), *rules)
            self.decided.update(rules)
        if kind not in self.kinds:
            self.kinds[kind] = (state, before, state.step, say, place)

    def _breach(self, invariant: str, what: str, state: State, say: Say | None = None) -> None:
        if sum(b.invariant == invariant for b in self.breaches) < 5:
            self.breaches.append(Breach(invariant, what, (*state.says(), *([say] if say else []))))
