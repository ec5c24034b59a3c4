"""The parts of the exploration, each done by a process of its own, and what each found."""

import gc
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from tools.explore import future
from tools.explore.callers import PEOPLE
from tools.explore.heard import Kind
from tools.explore.paths import ENDS, FEW, add_up, hold
from tools.explore.places import Say
from tools.explore.samples import Drawing
from tools.explore.state import Breach, State
from tools.explore.turns import Skill
from tools.explore.walk import Walk
from tools.oracle import Oracle
from triage.content import load

SEED, CALLERS, PAIRS = 2026, 1_000, 850  # callers drawn; pairs of un-merged runs, in each of the six parts
LEGS = ("hip", "buttock", "thigh", "knee", "calf", "shin", "ankle", "foot", "toe", "leg")
ARMS = ("shoulder", "arm", "hand", "finger")
SURE = "every path of yes, no and unsure"
DOUBT = "one answer other than no, with every doubt about it"
TELLS = "each fact volunteered at each turn, all else no"
KEPT = {SURE: 0.1, DOUBT: 0.2, TELLS: 0.03}  # of the states, those of which merges are kept to draw pairs from
# The most questions heard, by how many answers aren't a no: 0 to FEW, and any number. docs/decisions/exploration.md says why.
BOUND = {SURE: (18, 23, 26, 29, 32, 59), DOUBT: (18, 25, 25, 25, 25, 25), TELLS: (18, 25, 25, 25, 25, 25)}


@dataclass
class Found:
    """What a part found. `turns` are the most questions heard, by how many answers weren't a no; `kinds` one turn for each kind
    of reply; `rules` those that decided; `asked` the findings asked for, and the questions."""

    name: str
    states: int = 0
    interviews: int = 0
    turns: tuple[int, ...] = (0,) * (FEW + 2)
    pairs: int = 0
    breaches: list[Breach] = field(default_factory=list)
    kinds: dict[object, Kind] = field(default_factory=dict)
    rules: set[tuple[str, ...]] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Part:
    """A part to explore: for which movements and places (none: all), and how far."""

    name: str
    movements: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    seed: int = 0


def parts(skill: Skill) -> list[Part]:
    """Every part, the longest first. Movements and places are shared out so that no interview is walked twice; those that hardly
    any rule tells apart merge best in one part."""
    others = tuple(p for p in skill.places if p not in (*LEGS, *ARMS))
    calm = tuple(m for m in skill.movements if m != "cramp")
    full = [Part(SURE, ("cramp",), ps) for ps in (others, LEGS, ARMS)] + [Part(SURE, calm, tuple(skill.places))]
    samples = [Part("sampled", seed=SEED + number) for number in range(2)]
    return [full[3], Part(TELLS), *full[:3], Part(DOUBT), *samples]


def openings(skill: Skill, people: Iterable[int]) -> list[Say]:
    """Each way to begin: who it is about, what it does, where, or any of that left out."""
    whats = [{}, *({"movement": [m]} for m in skill.movements)]
    wheres = [{}, *({"place": [p]} for p in skill.places)]
    said = [{**PEOPLE[who], **what, **where} for who in people for what in whats for where in wheres]
    return [Say("report", each) if each else Say("unsure") for each in said]


def explore(part: Part) -> Found:
    """One part. Memory isn't cleaned up: what the walk keeps, it keeps to the end."""
    gc.disable()
    skill = Skill(load(), Oracle(), part.movements, part.places)
    if part.name == "sampled":
        return sample(skill, part)
    walk = Walk(skill, teller(part), KEPT[part.name])
    spare = {SURE: None, DOUBT: 1, TELLS: 0}[part.name]
    facts = list(skill.protocol.findings) if part.name == TELLS else []
    firsts = walk.explore(openings(skill, range(len(PEOPLE))), spare, facts)
    add_up(walk)
    pairs, breaches = future.check(walk, PAIRS, SEED)
    return found(part.name, walk, firsts, pairs, breaches)


def found(name: str, walk: Walk, firsts: list[State], pairs: int = 0, breaches: list[Breach] | None = None) -> Found:
    out = Found(name, len(walk.states), sum(s.ways for s in firsts), pairs=pairs, breaches=[*walk.breaches, *(breaches or [])])
    if any(s.turns for s in firsts):
        out.turns = tuple(max(column) for column in zip(*(s.turns for s in firsts), strict=True))
        out.breaches += too_long(name, firsts)
    out.kinds = {
        kind: (before, step, say, after, (*state.says(), say)) for kind, (state, before, step, say, after) in walk.kinds.items()
    }
    out.rules, out.asked = walk.decided, walk.asked
    return out


def too_long(name: str, firsts: list[State]) -> Iterator[Breach]:
    """An interview beyond the bound, for each number of answers other than no."""
    for number, bound in enumerate(BOUND[name]):
        state = max(firsts, key=lambda s, at=number: s.turns[at])  # type: ignore[misc]
        if state.turns[number] > bound:
            what = f"{state.turns[number]} questions are heard, the bound is {bound}"
            yield Breach(ENDS, what, (*state.says(), *hold(state, number if number <= FEW else -1)))


def teller(part: Part) -> Callable[[str], None]:
    whom = ", ".join(filter(None, ["/".join(part.movements), f"{len(part.places)} places" if part.places else ""]))

    def tell(line: str) -> None:
        print(f"  {part.name}{f' ({whom})' if whom else ''}: {line}", file=sys.stderr, flush=True)

    return tell


def sample(skill: Skill, part: Part) -> Found:
    """Callers drawn at random, each told in several ways."""
    drawing, out = Drawing(skill, part.seed), Found(part.name)
    for number in range(CALLERS // 2):
        out.breaches += [] if len(out.breaches) > 20 else drawing.check()
        out.rules.update(rule.when for rule in drawing.deciding)
        if number % 250 == 249:
            teller(part)(f"{number + 1} of {CALLERS // 2} callers")
    out.interviews = drawing.held
    return out
