"""Callers from case files put through the whole skill, and where they end: `make cases`."""

import argparse
import json
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from conversation.talk import Talk
from tools import durations
from tools.alexa import Conversation, endpoint
from tools.case_files import Case, read_cases
from tools.recogniser import Recogniser, recogniser
from triage.content import FOLDER, Content, load, read_table
from triage.interview import Step
from triage.protocol import TRUE
from triage.session import read_session


class Caller:
    """Answers what the skill asks, as a case file tells."""

    def __init__(self, case: Case, content: Content, phrases: dict[str, Any]) -> None:
        self.case, self.content, self.phrases = case, content, phrases
        details: dict[str, Any] = dict(case.details)
        for name in ("movement", "place", "age_group"):
            if name in details:
                details[name] = [details[name].replace(" ", "_")]
        known = {**details, **dict.fromkeys(case.unsure, "unsure"), **dict.fromkeys(case.yes, "yes")}
        self.true = content.protocol.complete(known)
        self.named = False

    def answer(self, step: Step) -> str:
        """What they say to a question."""
        if step.question is None:
            return "yes" if step.name == "confirm" else "no"
        if step.question.detail:
            return self.detail(step.question.detail)
        states = [self.true.get(f) for f in step.findings]
        if step.kind == "which":
            self.named = True
            yes = [self.first(f) for f, s in zip(step.findings, states, strict=True) if s == "yes"]
            unsure = [f"i'm not sure about {self.first(f)}" for f, s in zip(step.findings, states, strict=True) if s == "unsure"]
            return " and ".join(yes + unsure) or "i don't know"
        if step.kind == "else":
            return "no"
        return "yes" if "yes" in states else "i don't know" if set(states) & set(TRUE) else "no"

    def detail(self, name: str) -> str:
        value = self.case.details.get(name)
        if value is None:
            return "i don't know"
        return durations.say(value) if name == "duration" else str(self.phrases[name][value.replace(" ", "_")][0])

    def first(self, finding: str) -> str:
        return str(self.phrases["finding"][finding][0])


def run(case: Case, content: Content, hears: Recogniser, phrases: dict[str, Any], url: str | None = None) -> dict[str, Any]:
    """One caller from launch to outcome."""
    talk, caller = Conversation(hears, post=endpoint(url)), Caller(case, content, phrases)
    turns = [talk.launch()]
    says, tries = case.says, 0
    while not talk.ended and len(turns) < 60:
        turn = talk.say(says)
        turns.append(turn)
        session = read_session(talk.attributes, content.protocol.version)
        if session.misses and not talk.ended:
            tries += 1
            says = says if tries == 1 else f"{caller.detail('movement')} in my {caller.detail('place')}"
            continue
        tries = 0
        says = caller.answer(Talk(content, session).step)
    got = next((t["urgency"] for t in turns if t["urgency"]), None)
    shown = [{k: t[k] for k in ("heard", "intent", "slots", "asked", "speech", "ended")} for t in turns]
    questions = sum(t["asked"] not in (None, "confirm", "offer") for t in turns)
    return {"id": case.id, "expect": case.expect, "got": got, "ok": got in case.expect, "questions": questions, "turns": shown}


def run_all(paths: list[Path], url: str | None = None) -> Iterator[dict[str, Any]]:
    content, hears = load(), recogniser()
    phrases = read_table(FOLDER / "en-US" / "callers.toml")
    for case in [c for path in paths for c in read_cases(path, content)]:
        yield run(case, content, hears, phrases, url)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.cases", description="Put the callers of case files through the skill.")
    parser.add_argument("files", nargs="*", type=Path, help="case files (default: tests/cases/*.toml)")
    parser.add_argument("--json", action="store_true", help="one JSON object a case")
    parser.add_argument("--endpoint", metavar="URL", help="a Lambda emulator's address, as `make local` prints it")
    options = parser.parse_args()
    results = []
    try:
        for result in run_all(options.files or sorted(Path("tests/cases").glob("*.toml")), options.endpoint):
            results.append(result)
            if options.json:
                print(json.dumps(result), flush=True)
            elif not result["ok"]:
                print(f"\nMISS {result['id']}: expected {' or '.join(result['expect'])}, got {result['got']}")
                for turn in result["turns"]:
                    print(f"  > {turn['heard']}  [{turn['intent']} {turn['slots'] or ''}]\n    {turn['speech']}")
    except ValueError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    if not options.json:
        print(totals(results, load().protocol.urgencies))
    return 0 if all(r["ok"] for r in results) else 1


def totals(results: list[dict[str, Any]], urgencies: tuple[str, ...]) -> str:
    """How many ended right, too calm or too alarmed, for each urgency, and how many questions it took."""
    rank = {u: i for i, u in enumerate(urgencies)}
    under = sum(not r["ok"] and (r["got"] is None or rank[r["got"]] < min(rank[e] for e in r["expect"])) for r in results)
    exact = sum(r["ok"] for r in results)
    lines = [f"\n{'':12}{'cases':>7}{'exact':>7}{'median questions':>18}{'most':>6}"]
    for name in (*urgencies, "all"):
        some = [r for r in results if name in (r["expect"][0], "all")]
        if some:
            asked = [r["questions"] for r in some]
            lines.append(f"{name:12}{len(some):7}{sum(r['ok'] for r in some):7}{statistics.median(asked):18}{max(asked):6}")
    over = len(results) - exact - under
    lines.append(f"under-triaged {under}, over-triaged {over}, exact {exact} of {len(results)} ({exact / len(results):.1%})")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
