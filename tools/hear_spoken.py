"""Sixty lines spoken by two synthetic voices, recognised offline, and put through the skill: `make hear-spoken`.

A line is said in the middle of a typed conversation: what comes `first` is typed, then the caller knows nothing else: no to what
is asked, "I don't know" to details, yes to the read-back. It ends the same if the skill gives the same urgency as when the line
is typed. The page, docs/spoken.md, is written anew. Not part of `make test`: it takes minutes, and .venv-spoken with 600 MB."""

import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from tools import durations
from tools.alexa import Conversation
from tools.recogniser import Recogniser, recogniser
from tools.spoken import questions
from triage.content import Content, load

LINES, PAGE = Path("tests/utterances/spoken.toml"), Path("docs/spoken.md")
PYTHON = Path(".venv-spoken/bin/python")
KINDS = ("emergency", "denial", "opening", "answer")


def read_lines() -> list[dict[str, str]]:
    """The lines: `say`, `kind`, the `urgency` that they end with when typed, and what is typed `first`, if anything."""
    rows: list[dict[str, str]] = tomllib.loads(LINES.read_text(encoding="utf-8"))["line"]
    return rows


def ends(hears: Recogniser, say: str, first: str = "") -> str:
    """The urgency of a caller who says this, "lost" where the skill gives up without one."""
    talk = Conversation(hears)
    talk.launch()
    turns = [talk.say(line) for line in (first, say) if line and not talk.ended]
    while not talk.ended and not talk.urgency and len(turns) < 60:
        asked = str(turns[-1]["asked"]).split(":")[0]
        details = ("movement", "place", "age_group", "duration", "side")
        turns.append(talk.say("yes" if asked == "confirm" else "i don't know" if asked in details else "no"))
    return talk.urgency or "lost"


def plain(text: str) -> list[str]:
    """Words as Alexa hands them on: lower-case, numbers spelt out, no punctuation."""
    text = re.sub(r"\b911\b", " nine one one ", text.lower().replace("’", "'").replace("-", " "))
    text = re.sub(r"\d+", lambda m: f" {durations.spell(int(m[0]))} ", text)
    return re.sub(r"[^a-z' ]", " ", text).split()


def speak(sentences: list[str], words: str) -> list[dict[str, str]]:
    """Each sentence in each voice, recognised: {voice, said, heard, guided}; `guided` knows the `words` that may come.
    Raises ValueError where the voices or the recogniser aren't there."""
    if not PYTHON.exists() or not shutil.which("espeak-ng"):
        raise ValueError("no voices here; run make .venv-spoken/ready, and install espeak-ng")
    given = json.dumps({"sentences": sentences, "words": words})
    environment = {**os.environ, "HF_HUB_OFFLINE": "1"}
    run = subprocess.run([PYTHON, "tools/voices.py"], input=given, capture_output=True, text=True, env=environment, check=False)
    if run.returncode:
        raise ValueError(run.stderr.strip().splitlines()[-1])
    return [json.loads(line) for line in run.stdout.splitlines()]


def vocabulary() -> str:
    """The model's movements and places by name: what a recogniser that knows the skill expects."""
    model = json.loads(Path("interaction-model/en-US.json").read_text(encoding="utf-8"))
    types = {t["name"]: t["values"] for t in model["interactionModel"]["languageModel"]["types"]}
    return ", ".join(value["name"]["value"] for name in ("Movement", "Place") for value in types[name])


def errors(said: str, heard: str) -> tuple[int, int]:
    """How many words were heard wrong, and of how many."""
    return Levenshtein.distance(plain(said), plain(heard)), len(plain(said))


def tables(rows: list[dict[str, str]], results: list[dict[str, str]]) -> Iterator[str]:
    """The figures by voice, and the lines that end otherwise."""
    hears, told = recogniser(), {row["say"]: row for row in rows}
    otherwise = []
    yield "| voice | recogniser | words wrong | " + " | ".join(KINDS) + " | all |"
    yield "| --- | --- | ---: |" + " ---: |" * (len(KINDS) + 1)
    for voice in dict.fromkeys(r["voice"] for r in results):
        for how, name in (("heard", "as it is"), ("guided", "told the words")):
            mine = [r for r in results if r["voice"] == voice]
            counts = [errors(r["said"], r[how]) for r in mine]
            right: Counter[str] = Counter()
            for r in mine:
                row = told[r["said"]]
                urgency = ends(hears, " ".join(plain(r[how])), row.get("first", ""))
                right[row["kind"]] += urgency == row["urgency"]
                if urgency != row["urgency"]:
                    otherwise.append(f"| {voice}, {name} | {r['said']} | {r[how]} | {row['urgency']} | {urgency} |")
            all_of = Counter(row["kind"] for row in rows)
            share = sum(n for n, _ in counts) / sum(n for _, n in counts)
            cells = [f"{right[k]} of {all_of[k]}" for k in KINDS] + [f"{right.total()} of {len(rows)}"]
            yield f"| {voice} | {name} | {share:.1%} | " + " | ".join(cells) + " |"
    yield from ("", "## What ended otherwise", "", "| voice, recogniser | said | heard | typed | spoken |", "|" + " --- |" * 5)
    yield from otherwise


def own(content: Content) -> list[str]:
    """What the skill itself asks of who speaks for themselves, each question once, and the calls to make."""
    asked = {spoken.id: spoken.text for spoken, kind in reversed(list(questions(content))) if kind == "ask"}
    plain_words = [re.sub(r"{\w+}", "you", text) for text in content.prompts["call"].values()]
    return [*asked.values(), *plain_words]


def badly(results: list[dict[str, str]]) -> list[tuple[str, int, int]]:
    """The words of what was said that no voice brought across, or few: (word, times lost, times said), the worst first."""
    said: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    for r in results:
        there, heard = plain(r["said"]), plain(r["heard"])
        said.update(there)
        for edit in Levenshtein.editops(there, heard):
            if edit.tag != "insert":
                lost[there[edit.src_pos]] += 1
    voices = len({r["voice"] for r in results})
    return sorted(
        ((w, n, said[w]) for w, n in lost.items() if n >= voices and 2 * n > said[w]), key=lambda row: (-row[1], row[0])
    )


def page(rows: list[dict[str, str]], results: list[dict[str, str]], mine: list[dict[str, str]]) -> str:
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    return PAGE.read_text(encoding="utf-8").split("## Figures")[0] + "\n".join([
        "## Figures", "",
        f"{datetime.now(UTC):%d %B %Y}, {machine}. {len(rows)} lines.", "",
        *tables(rows, results), "",
        "## The skill's own words", "",
        f"{len(mine) // len({r['voice'] for r in mine})} of its sentences, spoken and recognised in the same way; words that "
        "came out wrong in most places, and how often:", "",
        ", ".join(f"{word} ({n} of {all_of})" for word, n, all_of in badly(mine)) + ".", "",
    ])  # fmt: skip


def main() -> int:
    rows = read_lines()
    try:
        words = vocabulary()
        results, mine = speak([row["say"] for row in rows], words), speak(own(load()), words)
    except ValueError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    PAGE.write_text(page(rows, results, mine), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8").split("## Figures")[1])
    return 0


if __name__ == "__main__":
    sys.exit(main())
