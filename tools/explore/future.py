"""The merging key put to the test: two interviews that were merged are held on side by side, un-merged, with the same random
answers. They must be asked the same and end the same, or the key forgets something."""

from random import Random

from tools.explore.places import Place, Say
from tools.explore.state import Breach, State
from tools.explore.walk import Walk

SAME = "interviews that are merged have the same future"


def check(walk: Walk, number: int, seed: int) -> tuple[int, list[Breach]]:
    """So many pairs of the walk's merged interviews, held on to their ends; how many there were, and where they parted."""
    draw, breaches = Random(seed), []
    pairs = walk.merged if len(walk.merged) <= number else draw.sample(walk.merged, number)
    for one, stands, state, say, other in pairs:
        if parted := _part(walk, one, (stands, other), draw):
            after, what = parted
            others = "; ".join(map(str, (*state.says(), say)))
            breaches.append(Breach(SAME, f"{what}; the other said: {others}", (*one.says(), *after)))
    return len(pairs), breaches


def _part(walk: Walk, state: State, both: tuple[Place, Place], draw: Random) -> tuple[tuple[Say, ...], str] | None:
    """Where two interviews part that are given the same answers, such as are walked from that state: those answers, and what
    differs. None if they don't."""
    skill, (one, other), spare, plain = walk.skill, both, state.spare, state.plain
    said: list[Say] = []
    while True:
        step, beside = skill.step(one), skill.step(other)
        if step != beside:
            return tuple(said), f"one is asked {step.kind} {step.name}, the other {beside.kind} {beside.name}"
        if step.kind == "outcome":
            ends = [(skill.protocol.decide(p.whole)[0], *skill.oracle.most(p.details, p.told)[:1]) for p in (one, other)]
            return None if ends[0] == ends[1] else (tuple(said), f"one ends at {ends[0]}, the other at {ends[1]}")
        says, others = (list(walk.says(step, place, spare, plain)) for place in (one, other))
        if says != others:
            return tuple(said), f"{step.name} may be answered otherwise"
        say, spare, plain = draw.choice(says)
        said.append(say)
        one, other = skill.turn(one, step, say), skill.turn(other, step, say)
