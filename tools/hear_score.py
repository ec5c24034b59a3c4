"""How well the model hears what people say: `make hear`. Both stand-in recognisers over tests/utterances/, tuned and untuned
halves apart, and what is known to go wrong, which is reported only; the misses and confusions as a page in build/hear.html."""

import html
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import intents
from tools.heard import Heard
from tools.recogniser import recogniser
from tools.statistical import Statistical
from triage.content import Content, load
from triage.protocol import days

FOLDER = Path("tests/utterances")
# What is asked of each recogniser, by half: the least part right, and the least part of the emergencies. What is denied is never
# reported, by either.
ASKED = {("templates", "tuned"): (0.95, 1.0), ("templates", "untuned"): (0.90, 0.98),
         ("statistical", "tuned"): (0.92, 1.0), ("statistical", "untuned"): (0.88, 0.98)}  # fmt: skip
DENIALS = ("denial", "negation")  # groups of sentences that tell of something which isn't so
MOST_WRONG = {"tuned": 0, "untuned": 2}  # that were reported and not said, denied or otherwise
KINDS = {"call_emergency": "call_911", "why_ask": "why", "relief": "report", "forget": "forget"}


class Hears(Protocol):
    def hear(self, text: str) -> Heard: ...


@dataclass(frozen=True)
class Result:
    say: str
    wanted: list[str]
    got: str
    missing: list[str]
    wrong: list[str]
    emergency: bool
    denies: bool
    caught: bool  # every emergency in it was reported, whatever became of the place or the person

    @property
    def ok(self) -> bool:
        return not self.missing and not self.wrong and (self.got in self.wanted)


def score(hears: Hears, rows: list[dict[str, Any]], content: Content) -> Iterator[Result]:
    """Each utterance: whether its kind is acceptable, and what it should and shouldn't have reported."""
    for row in rows:
        heard = hears.hear(row["say"])
        act = intents.ACTS[heard.intent]
        kind = {"choice": "report", "all": "yes"}.get(act, act)
        yes, no = reported(heard)
        told = [content.protocol.implies.get(id, {}) for id in yes]  # what the skill takes from a finding
        yes |= {each for implied in told for values in implied.values() for each in values}
        yes |= {id for id, where, _ in content.protocol.derive if where.movement & yes and where.place & yes}
        must = row.get("must", [])
        missing = [id for id in must if not said(id, yes | no if "unsure" in row["intents"] else yes)]
        wrong = [id for id in row.get("must_not", []) if said(id, yes)]
        wanted = [KINDS.get(k, k) for k in row["intents"]]
        # A report is taken up whatever the sentence's kind: a fact counts more than the frame around it.
        if (
            kind in ("report", "yes", "no", "correct")
            and must
            and not missing
            and {"report", "yes", "no", "correct"} & set(wanted)
        ):
            kind = next(k for k in wanted if k in ("report", "yes", "no", "correct"))
        urgent = {id for id in must if id in content.protocol.emergency_alone}
        denies = row.get("group") in DENIALS
        yield Result(row["say"], wanted, kind, missing, wrong, bool(urgent), denies, not urgent & set(missing))


def reported(heard: Heard) -> tuple[set[str], set[str]]:
    """The ids that a sentence reports, and those it leaves open or denies."""
    yes: set[str] = set()
    other: set[str] = set()
    for name, values in heard.slots.items():
        ids = {("duration:" + i if "duration" in name else i) for _, i in values if i}
        (other if intents.FINDING_SLOTS.get(name) in ("no", "unsure") else yes).update(ids)
    return yes, other


def said(id: str, ids: set[str]) -> bool:
    """Whether an id was reported; durations by their length, and what a duration or a person makes true."""
    lengths = [days(i.removeprefix("duration:")) or 0 for i in ids if i.startswith("duration:")]
    if id.startswith("duration:"):
        wanted = days(id.removeprefix("duration:")) or 0
        return any(abs(n - wanted) <= 0.15 * wanted for n in lengths)
    if id == "over_2_weeks" and any(n > 14 for n in lengths):
        return True
    if id == "infant_or_child" and ids & {"child", "infant", "baby", "child_he", "child_she"}:
        return True
    return id in ids or (id == "hiccups_over_2_days" and any(n > 2 for n in lengths))


def page(results: dict[str, list[Result]]) -> str:
    """The misses of each recogniser and half, and what was taken for what."""
    out = ["<!doctype html><meta charset=utf-8><title>What was misheard</title>"]
    for name, rows in results.items():
        every, right = Counter(r.wanted[0] for r in rows), Counter(r.wanted[0] for r in rows if r.ok)
        confused = Counter((r.wanted[0], r.got) for r in rows if r.got not in r.wanted)
        out.append(f"<h2>{name}</h2><table><tr><th>meant<th>said<th>right</tr>")
        out += [f"<tr><td>{a}<td>{n}<td>{right[a] / n:.0%}</tr>" for a, n in every.most_common()]
        out.append("</table><table><tr><th>meant<th>taken for<th>times</tr>")
        out += [f"<tr><td>{a}<td>{b}<td>{n}</tr>" for (a, b), n in confused.most_common()]
        out.append("</table><table><tr><th>said<th>meant<th>taken for<th>not reported<th>wrongly reported</tr>")
        out += [
            f"<tr><td>{html.escape(r.say)}<td>{r.wanted}<td>{r.got}<td>{r.missing}<td>{r.wrong}</tr>" for r in rows if not r.ok
        ]
        out.append("</table>")
    return "\n".join(out)


def main() -> int:
    content, model = load(), json.loads(Path("interaction-model/en-US.json").read_text(encoding="utf-8"))
    results: dict[str, list[Result]] = {}
    failed = False
    halves = sys.argv[1:] or ["tuned", "untuned", "hard"]
    for name, hears in (("templates", recogniser()), ("statistical", Statistical(model, content.protocol.emergency_alone))):
        for half in halves:
            files = sorted(FOLDER.glob(f"{half}*.toml"))
            rows = [row for file in files for row in tomllib.loads(file.read_text(encoding="utf-8"))["utterance"]]
            done = results[f"{name}, {half}"] = list(score(hears, rows, content))
            red = [r for r in done if r.emergency]
            right, caught = sum(r.ok for r in done) / len(done), sum(r.caught for r in red) / len(red)
            wrong, denials = [r for r in done if r.wrong], [r for r in done if r.denies]
            negated = sum(r.denies for r in wrong)
            ok = True
            if asked := ASKED.get((name, half)):
                ok = right >= asked[0] and caught >= asked[1] and not negated and len(wrong) <= MOST_WRONG[half]
            failed |= not ok
            print(f"{name:12}{half:9}{len(done):5} said  {right:6.1%} right  {caught:6.1%} of {len(red)} red flags  "
                  f"{negated} of {len(denials)} denials reported, {len(wrong) - negated} other things wrongly"
                  f"{'' if ok else '   below what is asked'}", flush=True)  # fmt: skip
    Path("build").mkdir(exist_ok=True)
    Path("build/hear.html").write_text(page(results), encoding="utf-8")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
