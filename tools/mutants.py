"""What would notice a mistake in the protocol: `python -m tools.mutants`. It is changed in memory, one rule, one question or one
circumstance at a time, and put to those who should notice: the callers of the case files, the tables and rules of `make check`,
and callers drawn at random, who must end where the oracle says. What changes nothing for anyone is counted apart."""

import argparse
import multiprocessing
import sys
import time
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from tools.mutants_judge import SEED, Judge, Judged
from tools.mutants_made import Mutant, made
from triage.protocol import TRUE

EXPLAINED = Path(__file__).parent / "mutants_explained.toml"
LEAST = 0.9  # of each kind, counted over what decides

_judge: Judge


def _judged(mutant: Mutant) -> Judged:
    return _judge.judge(mutant)


def judged(judge: Judge, mutants: list[Mutant], processes: int = 2) -> Iterator[Judged]:
    """Each mutant judged, in its order, several at a time."""
    global _judge
    _judge = judge
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        yield from pool.imap(_judged, mutants, 4)


def report(results: list[Judged], explained: Mapping[str, str]) -> str:
    """How many of each kind are noticed and by whom, and what nobody notices."""
    lines = [f"{'':25}{'decide':>7}{'cases':>7}{'check':>7}{'any':>7}{'':>8}{'idle':>6}"]
    for kind in (*dict.fromkeys(j.kind for j in results), ""):
        some = [j for j in results if j.kind == kind or not kind]
        live = [j for j in some if j.decides]
        cases, check, any_ = (sum(map(f, live)) for f in (Judged.in_cases, Judged.in_check, Judged.noticed))
        share = f"{any_ / len(live):8.1%}" if live else f"{'-':>8}"
        lines.append(f"{kind or 'all':25}{len(live):7}{cases:7}{check:7}{any_:7}{share}{len(some) - len(live):6}")
    survivors = [j for j in results if j.decides and not j.by]
    lines.append(f"\nnoticed by nobody: {len(survivors)}")
    lines += [f"  {j.name}\n    {explained.get(j.name, 'NOT EXPLAINED')}" for j in survivors]
    silent = {j.name for j in results if not j.by}
    lines += [f"  explained, but noticed: {name}" for name in explained if name not in silent]
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description="What would notice a mistake in the protocol.")
    parser.add_argument("--idle", action="store_true", help="list what changes nothing for anyone, too")
    options, began = parser.parse_args(), time.monotonic()
    judge = Judge(sorted(Path("tests/cases").glob("*.toml")))
    mutants = list(made(judge.table))
    print(
        f"{len(mutants)} changes to the protocol, {len(judge.cases)} cases, {len(judge.drawn)} callers drawn (seed {SEED})",
        flush=True,
    )
    wrong = [*judge.wrong, *judge.apart]
    print(f"callers who end elsewhere than they should with nothing changed: {len(wrong)}")
    for true in {", ".join([f for f, state in person.true.items() if state in TRUE]): None for person in wrong}:
        print(f"  {true}")
    results: list[Judged] = []
    for one in judged(judge, mutants):
        results.append(one)
        if len(results) % 100 == 0:
            print(f"  {len(results)} of {len(mutants)}, {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    explained: dict[str, str] = tomllib.loads(EXPLAINED.read_text(encoding="utf-8")) if EXPLAINED.exists() else {}
    print(report(results, explained))
    if options.idle:
        print("\n".join(["change nothing for anyone:", *(f"  {j.name}" for j in results if not j.decides)]))
    print(f"in {time.monotonic() - began:.0f} s")
    kinds = {j.kind: [k for k in results if k.kind == j.kind and k.decides] for j in results}
    return int(bool(wrong) or any(sum(map(Judged.noticed, some)) < LEAST * len(some) for some in kinds.values()))


if __name__ == "__main__":
    sys.exit(main())
