"""The interviews, held by machine: `python -m tools.explore`, part of `make check`. The real core asks, every answer is tried,
and each end is held against the oracle, which shares no code with it. docs/decisions/exploration.md says what is exhaustive."""

import sys
import time
import tomllib
from concurrent.futures import ProcessPoolExecutor, as_completed
from itertools import chain

from tools.content_tree import read_tree
from tools.explore import future, heard, paths, reach, samples, walk
from tools.explore.parts import CALLERS, DOUBT, SEED, SURE, TELLS, Found, explore, parts
from tools.explore.paste import case
from tools.explore.state import Breach
from tools.explore.turns import Skill
from tools.oracle import Oracle, differences
from triage.content import FOLDER, load

RULES = "the rules say what tools/asked.toml says"
INVARIANTS = (paths.ENDS, walk.AGREES, walk.ASKS, paths.YES, paths.UNSURE, samples.TOLD, samples.MENDED, samples.SLIPPED,
              future.SAME, heard.SPEAKABLE, reach.REACHED, RULES)  # fmt: skip


def main() -> int:
    began, skill = time.monotonic(), Skill(load(), Oracle())
    every = parts(skill)
    done: list[Found] = []
    with ProcessPoolExecutor(2) as pool:
        for number, part in enumerate(as_completed([pool.submit(explore, part) for part in every]), 1):
            done.append(part.result())
            print(f"  {number} of {len(every)} parts: {done[-1].name}, {done[-1].states:,} states", file=sys.stderr, flush=True)
        breaches = [b for found in done for b in found.breaches]
        kinds = {kind: turn for found in done for kind, turn in found.kinds.items()}
        halves = [list(kinds.values())[half::2] for half in range(2)]
        words, unspeakable = zip(*pool.map(heard.check, [skill.content] * 2, halves), strict=True)
    # What both halves heard counts once, with the shorter of the conversations that lead to it.
    breaches += {b.what: b for b in sorted(chain(*unspeakable), key=lambda b: -len(b.says))}.values()
    said = set[str]().union(*words)
    unreached = reach.missing(skill, done, read_tree(FOLDER, "en-US")[0], said)
    table = tomllib.loads((FOLDER / "protocol.toml").read_text(encoding="utf-8"))
    plain = [Breach(reach.REACHED, what, ()) for what in unreached] + [
        Breach(RULES, what, ()) for what in differences(skill.oracle, table)
    ]
    show(skill, breaches, plain)
    report(done, len(kinds), breaches + plain)
    print(f"in {time.monotonic() - began:.0f} seconds")
    return int(bool(breaches or plain))


def show(skill: Skill, breaches: list[Breach], plain: list[Breach]) -> None:
    """Of each invariant that is broken, the shortest conversation that shows it."""
    for invariant in INVARIANTS:
        those = sorted((b for b in breaches if b.invariant == invariant), key=lambda b: len(b.says))
        if those:
            print(case(skill, those[0], INVARIANTS.index(invariant)), end="\n\n")
    for breach in plain:
        print(f"BROKEN: {breach.what}")


def report(done: list[Found], kinds: int, breaches: list[Breach]) -> None:
    """What was covered, exhaustive and sampled apart, and each invariant."""
    exhaustive = [found for found in done if found.states]
    states, interviews = sum(f.states for f in exhaustive), sum(f.interviews for f in exhaustive)
    print(f"explored {states:,} states, {interviews:.3g} interviews, exhaustive:")
    for name in (SURE, DOUBT, TELLS):
        some = [f for f in exhaustive if f.name == name]
        turns = [max(column) for column in zip(*(f.turns for f in some), strict=True)]
        print(f"  {name}: {sum(f.states for f in some):,} states, {sum(f.interviews for f in some):.3g} interviews;")
        print(f"    questions heard with 0, 1, 2 ... answers other than no: {', '.join(map(str, turns[:-1]))}; ever: {turns[-1]}")
    print(f"sampled, seed {SEED}: {sum(f.interviews for f in done if not f.states):,} interviews of {CALLERS:,} callers")
    print(f"un-merged runs: {2 * sum(f.pairs for f in done):,}; kinds of reply: {kinds:,}")
    for invariant in INVARIANTS:
        broken = sum(b.invariant == invariant for b in breaches)
        print(f"  {f'BROKEN {broken}' if broken else 'holds '}  {invariant}")


if __name__ == "__main__":
    sys.exit(main())
