"""What the merged interviews add up to: how many complete ones there are, the longest, and the calmest and most urgent end from
each place, so that a yes or an "I don't know" can be held against a no."""

from collections import deque

from tools.explore.places import Say
from tools.explore.state import Breach, State, costs
from tools.explore.walk import Walk

ENDS = "every interview ends within the bound"
YES = "one more yes never lowers the urgency"
UNSURE = "unsure never ends calmer than no"
FEW = 4  # how long interviews are is told for up to so many answers other than no, and for any number


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
        state, seen = next(s for s in states if waiting[id(s)]), []
        while state not in seen:
            seen.append(state)
            state = next(child for _, child in state.nexts if waiting[id(child)])
        state = min(seen[seen.index(state) :], key=lambda s: len(s.says()))
        walk.breaches.append(Breach(ENDS, f"after this, {state.step.name} can be asked again and again", state.says()))


def _count(walk: Walk, state: State) -> None:
    if not state.nexts:
        state.ways, state.low, state.high, state.turns = 1, state.level, state.level, (0,) * (FEW + 2)
        return
    children = [child for _, child in state.nexts]
    state.ways = sum(c.ways for c in children)
    state.turns = longest(state)
    state.low, state.high = min(c.low for c in children), max(c.high for c in children)
    no = next((child for say, child in state.nexts if say.act == "no"), None)
    if no is None or state.step.question is None or state.spare is not None:
        return
    for say, child in state.nexts:
        if (child.low, child.high) < (no.low, no.high) or child.high < no.high:
            ends = walk.skill.protocol.urgencies[child.low if child.low < no.low else child.high]
            invariant = UNSURE if say.act == "unsure" else YES
            what = f"{say} to {state.step.name} may end at {ends}, where no doesn't"
            walk.breaches.append(Breach(invariant, what, (*state.says(), say)))


def longest(state: State) -> tuple[int, ...]:
    """The most questions heard from here on, each "which of them?" and each asking again counted, by someone who gives no, one,
    two ... FEW answers other than no, and last, any number."""
    if len(state.nexts) == 1 and not costs(state.step, state.nexts[0][0]):
        return tuple(turns + (state.step.question is not None) for turns in state.nexts[0][1].turns)
    out = [0] * (FEW + 2)
    for say, child in state.nexts:
        cost = costs(state.step, say)
        for spare in range(cost, FEW + 2):
            out[spare] = max(out[spare], child.turns[spare - cost])
        out[-1] = max(out[-1], child.turns[-1])
    return tuple(turns + (state.step.question is not None) for turns in out)


def hold(state: State, spare: int) -> tuple[Say, ...]:
    """What a caller says, from here on, who is asked the most with so many answers other than no; -1 for any number."""
    out = []
    while state.nexts:
        say, child = max(((s, c) for s, c in state.nexts if spare < 0 or costs(state.step, s) <= spare),
                         key=lambda n: n[1].turns[spare if spare < 0 else spare - costs(state.step, n[0])])  # fmt: skip
        spare -= costs(state.step, say) if spare > 0 else 0
        state = child
        out.append(say)
    return tuple(out)
