"""The interviews, held by machine: part of `make check`. The real core asks, every answer is tried, and each end is held against
the oracle, which shares no code with it.

Exhaustive: every movement, kind of place and age, and every path with at most one answer other than no (yes, each single "which
of them", each way of being unsure), and every single finding volunteered at first. Places that no rule or question tells apart
are one kind. Sampled, with a fixed seed: interviews with many such answers."""

import json
import random
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any

from tools.oracle import Oracle, differences
from triage.answers import answer
from triage.content import FOLDER, load
from triage.interview import Step, next_step
from triage.protocol import Known, days
from triage.session import take

SEED, SAMPLES, LONGEST = 2026, 6_000, 20
AGES: dict[str, Known] = {
    "adult": {}, "adult spoken for": {"speaker": "other", "pronoun": "they", "age_group": ["adult"]},
    "man spoken for": {"speaker": "other", "pronoun": "he", "age_group": ["adult"]},
    "child": {"speaker": "other", "pronoun": "they", "age_group": ["child"]},
    "baby": {"speaker": "other", "pronoun": "they", "age_group": ["infant"]},
    "age not told": {"speaker": "other", "pronoun": "they", "age_group": "unsure"},
}  # fmt: skip
Say = tuple[str, dict[str, Any]]  # an act, and what is reported with it


@dataclass(frozen=True)
class Breach:
    """An interview that broke an invariant: what is wrong, and the conversation that shows it."""

    what: str
    path: tuple[tuple[str | None, Say], ...]

    def __str__(self) -> str:
        lines = [f"  {asked or 'opening'}: {act} {json.dumps(said) if said else ''}" for asked, (act, said) in self.path]
        return "\n".join([f"BROKEN: {self.what}", *lines])


class Interviews:
    """The core under exploration, and what was found."""

    def __init__(self) -> None:
        self.protocol, self.oracle = load().protocol, Oracle()
        self.breaches: list[Breach] = []
        self.count: Counter[str] = Counter()
        self.reached: set[str] = set()

    def step(self, known: Known) -> Step:
        return next_step(self.protocol, self.protocol.complete(known))

    def turn(self, known: Known, step: Step, say: Say) -> Known | None:
        """What is known after an answer; None where it answers nothing."""
        act, said = say
        delta = take(self.protocol, known, said, False, step.kind in ("which", "else"))
        after = {k: v for k, v in {**known, **delta}.items() if v is not None}
        if self.protocol.decide(self.protocol.complete(after))[0] == self.protocol.emergency:
            return after
        found = answer(self.protocol, self.protocol.complete(after), step, act, said)
        if found is None:
            return None
        return {k: v for k, v in {**after, **found}.items() if v is not None}

    def answers(self, step: Step) -> Iterator[Say]:
        """Every answer to a step but no: the calmest, no, is taken apart."""
        if step.kind in ("confirm", "fix"):
            return
        if step.question and step.question.detail == "duration":
            yield from (("report", {"duration": length}) for length in ("P3D", "P21D"))
        if step.kind in ("which", "else"):
            yield from (("report", {f: state}) for f in step.findings for state in ("yes", "unsure"))
        elif not (step.question and step.question.detail):
            yield ("yes", {})
        yield ("unsure", {})

    def calm(self, step: Step) -> Say:
        if step.kind == "confirm":
            return ("yes", {})
        if step.question and step.question.detail:
            return ("report", {"duration": "PT2H"}) if step.question.detail == "duration" else ("unsure", {})
        return ("unsure", {}) if step.kind == "which" else ("no", {})

    def walk(self, known: Known, odd: int, path: tuple[tuple[str | None, Say], ...] = (), asked: int = 0) -> None:
        """Every path from here with at most so many answers other than no."""
        step = self.step(known)
        self.count["states"] += 1
        if step.kind == "outcome":
            self.end(known, path, asked)
            return
        counts = step.question is not None
        if asked + counts > LONGEST:
            self.breach(f"more than {LONGEST} questions", path)
            return
        self.reached.add(step.question.id if step.question else step.kind)
        calm = self.calm(step)
        for say in [calm, *(s for s in self.answers(step) if (odd or step.kind == "which") and s != calm)]:
            after = self.turn(known, step, say)
            if after is None:
                self.breach(f"{say[0]} answers nothing", (*path, (step.name, say)))
                continue
            self.walk(
                after,
                odd - (say != calm and step.kind != "which"),
                (*path, (step.name, say)),
                asked + counts,
            )

    def end(self, known: Known, path: tuple[tuple[str | None, Say], ...], asked: int) -> None:
        """An interview's end: as urgent as the oracle finds what was said, and nothing unasked could have made it more so."""
        self.count["interviews"] += 1
        whole = self.protocol.complete(known)
        level, rules = self.protocol.decide(whole)
        self.reached.update("+".join(rule.when) for rule in rules)
        details: dict[str, Any] = {k: known[k] for k in ("movement", "place", "age_group", "speaker", "pronoun") if k in known}
        if isinstance(known.get("duration"), str):
            details["days"] = days(known["duration"]) if known["duration"] != "unsure" else "unsure"
        said = {k: v for k, v in known.items() if k in self.protocol.findings}
        due = self.oracle.urgency(details, said)
        if level != due:
            self.breach(f"ends in {self.protocol.urgencies[level]}; the oracle finds {self.protocol.urgencies[due]}", path)
        elif level < self.protocol.emergency:
            most, unasked = self.oracle.most(details, said)
            if most > level:
                self.breach(f"ends in {self.protocol.urgencies[level]} without asking for one of {unasked}", path)
        if self.count["interviews"] % 50 == 0:
            self.one_more(whole, level, path)

    def one_more(self, whole: Known, level: int, path: tuple[tuple[str | None, Say], ...]) -> None:
        """Of every fiftieth interview: each finding made unsure, or true, never calms it."""
        for finding in self.protocol.findings:
            if whole.get(finding) == "no" and self.protocol.decide({**whole, finding: "unsure"})[0] < level:
                self.breach(f"unsure about {finding} ends calmer than no", path)
            if whole.get(finding) != "yes" and self.protocol.decide({**whole, finding: "yes"})[0] < level:
                self.breach(f"one more yes, {finding}, lowers the urgency", path)

    def breach(self, what: str, path: tuple[tuple[str | None, Say], ...]) -> None:
        self.breaches.append(Breach(what, path))

    def sample(self, draw: random.Random, places: list[str]) -> None:
        """One interview with many answers other than no, facts volunteered in the middle among them."""
        known: Known = {"movement": [draw.choice(MOVEMENTS)], "place": [draw.choice(places)], **draw.choice(list(AGES.values()))}
        path: tuple[tuple[str | None, Say], ...] = (("opening", ("report", dict(known))),)
        asked, shy = 0, draw.choice((0.1, 0.25, 0.5))
        while (step := self.step(known)).kind != "outcome":
            asked += step.question is not None
            say = draw.choice(list(self.answers(step)) or [self.calm(step)]) if draw.random() < shy else self.calm(step)
            if draw.random() < 0.05:
                say = (say[0], {**say[1], draw.choice(list(self.protocol.findings)): "yes"})
            after = self.turn(known, step, say)
            path = (*path, (step.name, say))
            if after is None or asked > 2 * LONGEST:
                self.breach("gets no further", path)
                return
            known = after
        self.count["sampled"] += 1
        self.end(known, path, asked)


MOVEMENTS = ("twitch", "cramp", "jerk", "stiffness", "hiccup")


def kinds_of_place(table: dict[str, Any]) -> list[str]:
    """One place of each kind: places that no circumstance, derivation or rule tells apart have the same future."""
    protocol = load().protocol
    filters = [c.place for f in protocol.findings.values() for c in f.asked] + [c.place for _, c, _ in protocol.derive]
    filters += [r.circumstance.place for r in protocol.rules]
    kinds = {tuple(place in each for each in filters): place for place in table["places"]}
    return list(kinds.values())


def explore(job: tuple[str, str, list[str], int]) -> tuple[Counter[str], list[Breach], set[str]]:
    """One movement and age: every place, and every finding volunteered."""
    movement, age, places, odd = job
    held = Interviews()
    for place in places:
        opening = {"movement": [movement], "place": [place], **AGES[age]}
        held.walk(opening, odd)
        for finding in held.protocol.findings:
            delta = take(held.protocol, opening, {finding: "yes"}, False, False)
            held.walk({**opening, **delta}, 0, (("opening", ("report", {finding: "yes"})),))
    return held.count, held.breaches[:5], held.reached


def sampling(job: tuple[int, int, list[str]]) -> tuple[Counter[str], list[Breach], set[str]]:
    seed, number, places = job
    held, draw = Interviews(), random.Random(seed)
    for _ in range(number):
        held.sample(draw, places)
    return held.count, held.breaches[:5], held.reached


def main() -> int:
    table = tomllib.loads((FOLDER / "protocol.toml").read_text(encoding="utf-8"))
    protocol, places = load().protocol, kinds_of_place(table)
    apart = differences(Oracle(), table)
    count: Counter[str] = Counter()
    breaches: list[Breach] = []
    reached: set[str] = set()
    jobs = [(movement, age, places, 1) for movement in MOVEMENTS for age in AGES]
    samples = [(SEED + i, SAMPLES // 12, list(table["places"])) for i in range(12)]
    with ProcessPoolExecutor() as pool:
        work = [*(pool.submit(explore, job) for job in jobs), *(pool.submit(sampling, job) for job in samples)]
        for number, done in enumerate(work, 1):
            found, broken, seen = done.result()
            count += found
            breaches += broken
            reached |= seen
            print(f"\r  {number} of {len(work)} parts, {count['interviews']} interviews", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    for breach in sorted(breaches, key=lambda b: len(b.path))[:3]:
        print(breach)
    for line in apart:
        print(f"BROKEN: {line}")
    unreached = [q.id for q in protocol.questions if q.id not in reached]
    unreached += [name for r in protocol.rules if r.urgency and (name := "+".join(r.when)) not in reached]
    exhaustive = count["interviews"] - count["sampled"]
    print(f"explored {count['states']} states, {exhaustive} interviews, exhaustive: {len(MOVEMENTS)} movements, {len(places)} kinds of place, "
          f"{len(AGES)} ages, at most one answer other than no; every single finding volunteered")  # fmt: skip
    print(f"sampled {count['sampled']} interviews with many such answers, seed {SEED}")
    for claim, broken_ in (
        (f"ends within {LONGEST} questions", "more than"), ("every answer answers", "nothing"),
        ("as urgent as the oracle finds what was said", "the oracle finds"), ("nothing unasked could make it more urgent", "without asking"),
        ("unsure never calmer than no, every fiftieth", "calmer than no"), ("one more yes never lowers it, every fiftieth", "lowers"),
    ):  # fmt: skip
        print(f"  {'BROKEN' if any(broken_ in b.what for b in breaches) else 'holds '}  {claim}")
    print(f"  {'BROKEN' if apart else 'holds '}  the rules say what tools/asked.toml says")
    print(
        f"  {len(unreached)} questions or rules decided no explored interview{': ' + ', '.join(unreached) if unreached else ''}"
    )
    return int(bool(breaches or apart))


if __name__ == "__main__":
    sys.exit(main())
