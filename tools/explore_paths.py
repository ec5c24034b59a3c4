"""What the merged interviews add up to: how many complete ones there are, the longest, and the calmest and most urgent end from
each place, so that a yes or an "I don't know" can be held against a no."""

from collections import deque

from tools.explore_turns import Say
from tools.explore_walk import Breach, State, Walk

ENDS = "every interview ends"
YES = "one more yes never lowers the urgency"
UNSURE = "unsure never ends calmer than no"


def add_up(walk: Walk) -> None:
    """Fills in the figures of every state, the last ones first, and notes where they break an invariant."""
    states = list(walk.states.values())
    waiting = {id(state): len(state.nexts) for state in states}
    parents: dict[int, list[State]] = {}
    for state in states:
        for _, child in state.nexts:
            parents.setdefault(id(child), []).append(state)
    ready, done = deque(s for s in states if not s.nexts), 0
    while ready:
        state = ready.popleft()
        done += 1
        _count(walk, state)
        for parent in parents.get(id(state), ()):
            waiting[id(parent)] -= 1
            if not waiting[id(parent)]:
                ready.append(parent)
    if done < len(states):
        stuck = min((s for s in states if waiting[id(s)]), key=lambda s: len(s.says()))
        walk.breaches.append(Breach(ENDS, f"after this, {stuck.step.name} can be asked again and again", stuck.says()))


def _count(walk: Walk, state: State) -> None:
    if not state.nexts:
        state.ways, state.low, state.high = 1, state.level, state.level
        return
    children = [child for _, child in state.nexts]
    state.ways = sum(c.ways for c in children)
    state.turns = max(c.turns for c in children) + (state.step.question is not None)
    state.questions = max(c.questions for c in children) + (state.step.kind in ("ask", "detail"))
    state.low, state.high = min(c.low for c in children), max(c.high for c in children)
    no = next((child for say, child in state.nexts if say.act == "no"), None)
    if no is None or state.step.question is None:
        return
    for say, child in state.nexts:
        if (child.low, child.high) < (no.low, no.high) or child.high < no.high:
            ends = walk.skill.protocol.urgencies[child.low if child.low < no.low else child.high]
            invariant = UNSURE if say.act == "unsure" else YES
            what = f"{say} to {state.step.name} may end at {ends}, where no doesn't"
            walk.breaches.append(Breach(invariant, what, (*state.says(), say)))


def longest(state: State) -> tuple[Say, ...]:
    """What a caller says, from here on, who is asked the most."""
    out = []
    while state.nexts:
        say, state = max(state.nexts, key=lambda n: n[1].turns)
        out.append(say)
    return tuple(out)
