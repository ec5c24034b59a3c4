"""How long a caller waits for the first words, beside the SDK's hello-world skill: `make bench`.

Figures of one machine differ from run to run; the ratio of two skills measured in turn, in one run, hardly does."""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

from tools.alexa import Conversation, envelope
from tools.bench_builds import HELLO, built_hello_world, sam_built_hello_world
from tools.build import CODE
from tools.build_python import compile_all
from tools.emulator import emulator, post
from tools.recogniser import recogniser

PROBE = Path("tools/bench_probe.py")
LAUNCH = envelope({"type": "LaunchRequest"}, None, new=True)
Figures = dict[str, float]


def cold_process(folder: Path, module: str) -> Figures:
    """A fresh process: import, first launch, and launches after it, in seconds; processor seconds; peak megabytes."""
    command = [sys.executable, str(PROBE), str(folder), module]
    run = subprocess.run(command, input=json.dumps(LAUNCH), capture_output=True, text=True)
    if run.returncode:
        raise ValueError(f"{module}: {run.stderr.strip()}")
    figures: Figures = json.loads(run.stdout)
    return figures


def cold_emulator(artifact: Path, module: str) -> float:
    """The first launch in a fresh emulator, which starts Python too; seconds."""
    with emulator(artifact, f"{module}.handler") as url:
        start = perf_counter()
        post(url, LAUNCH)
        return perf_counter() - start


def conversation() -> list[dict[str, Any]]:
    """The requests of an ordinary conversation, from launch to advice."""
    talk = Conversation(recogniser())
    talk.launch()
    requests = [talk.request]
    says = "my left calf cramps at night"
    while not talk.ended and len(requests) < 40:
        talk.say(says)
        requests.append(talk.request)
        says = "no"
    return requests


def warm_turns(artifact: Path, rounds: int) -> list[float]:
    """The turns of an ordinary conversation in a warm emulator, in order of length; seconds."""
    took = []
    with emulator(artifact) as url:
        post(url, LAUNCH)
        for request in conversation() * rounds:
            start = perf_counter()
            post(url, request)
            took.append(perf_counter() - start)
    return sorted(took)


def line(what: str, ours: list[float], theirs: list[float]) -> str:
    ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
    return f"{what:36}{statistics.median(ours) * 1e3:9.1f}{statistics.median(theirs) * 1e3:9.1f}{ratio:7.2f}"


def bench_source(pairs: int) -> None:
    """The source tree as it stands, with this Python's bytecode on both sides."""
    with tempfile.TemporaryDirectory() as name:
        ours, theirs = Path(name) / "ours", Path(name) / "theirs"
        shutil.copytree(CODE, ours)
        theirs.mkdir()
        shutil.copyfile(HELLO, theirs / HELLO.name)
        for folder in (ours, theirs):
            compile_all(folder, sys.executable)
        sides = ((ours, "lambda_function"), (theirs, HELLO.stem))
        runs = [[cold_process(*side) for side in sides] for _ in range(pairs)]
    for key, what in (("import", "import"), ("cold", "cold: import and first launch"), ("warm", "warm launch")):
        print(line(what, *[[pair[side][key] for pair in runs] for side in (0, 1)]))
    busy, memory = statistics.median(pair[0]["busy"] for pair in runs), max(pair[0]["memory"] for pair in runs)
    print(f"processor time of a cold start {busy * 1e3:.0f} ms, peak memory {memory:.0f} MB")


def bench_artifact(artifact: Path, pairs: int) -> None:
    """The built artifact in the emulator, beside hello-world built the same way and as `sam build` makes it."""
    with tempfile.TemporaryDirectory() as name:
        others = {"same build": built_hello_world(Path(name) / "same"), "sam build": sam_built_hello_world(Path(name) / "sam")}
        sides = [(artifact, "lambda_function"), *((folder, HELLO.stem) for folder in others.values())]
        runs = [[cold_emulator(*side) for side in sides] for _ in range(pairs)]
    ours, *theirs = ([run[side] for run in runs] for side in range(len(sides)))
    for what, times in zip(others, theirs, strict=True):
        print(line(f"emulator, cold; its {what}", ours, times))
    warm = warm_turns(artifact, rounds=20)
    p95 = warm[int(len(warm) * 0.95)]
    print(f"emulator, warm: {len(warm)} turns, median {statistics.median(warm) * 1e3:.1f} ms, p95 {p95 * 1e3:.1f} ms")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description="Cold starts beside the SDK's hello-world.")
    parser.add_argument("--pairs", type=int, default=15)
    parser.add_argument("--artifact", type=Path, help="measure this artifact in the emulator too, as build/skill")
    options = parser.parse_args()
    print(f"{'medians, milliseconds':36}{'ours':>9}{'hello':>9}{'ratio':>7}   ({options.pairs} pairs in turn)")
    try:
        bench_source(options.pairs)
        if options.artifact:
            bench_artifact(options.artifact, options.pairs)
    except ValueError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
