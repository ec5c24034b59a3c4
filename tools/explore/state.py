"""Places of the merged interviews, and what was found wrong at one."""

from dataclasses import dataclass, field
from typing import NamedTuple

from tools.explore.places import Place, Say
from triage.interview import Step


class Breach(NamedTuple):
    """An invariant that doesn't hold, what was seen, and what the caller said up to there."""

    invariant: str
    what: str
    says: tuple[Say, ...]


@dataclass(eq=False, slots=True)
class State:
    """One place of the merged interviews. `end` is the outcome, or None while something is asked; `spare` is how many more
    answers other than no are walked, None for all; `plain` that nothing was volunteered yet."""

    place: Place | None
    step: Step
    level: int
    before: "tuple[State, Say] | None"
    spare: int | None
    plain: bool
    ended: bool
    nexts: list[tuple[Say, "State"]] = field(default_factory=list)
    ways: int = 0  # complete interviews from here
    turns: tuple[int, ...] = ()  # the most questions heard from here on, by how many answers aren't a no (paths.longest)
    low: int = 0
    high: int = 0

    def says(self) -> tuple[Say, ...]:
        out: list[Say] = []
        state = self
        while state.before:
            before, say = state.before
            out.append(say)
            state = before
        return tuple(reversed(out))


def costs(step: Step, say: Say) -> bool:
    """Whether a question was answered with something other than a plain no, or the detail that it asks for. What follows such
    an answer, like "which of them?", belongs to it."""
    return (step.kind == "ask" and say.act != "no") or (
        step.question is not None and step.kind == "detail" and step.question.detail not in say.said
    )
