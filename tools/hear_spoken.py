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
from datetime import UTC, datetime
from pathlib import Path

from tools.spoken import questions
from tools.spoken_figures import badly, tables
from triage.content import Content, load

LINES, PAGE = Path("tests/utterances/spoken.toml"), Path("docs/spoken.md")
PYTHON = Path(".venv-spoken/bin/python")


def read_lines() -> list[dict[str, str]]:
    """The lines: `say`, `kind`, the `urgency` that they end with when typed, and what is typed `first`, if anything."""
    rows: list[dict[str, str]] = tomllib.loads(LINES.read_text(encoding="utf-8"))["line"]
    return rows


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


def own(content: Content) -> list[str]:
    """What the skill itself asks of who speaks for themselves, each question once, and the calls to make."""
    asked = {spoken.id: spoken.text for spoken, kind in reversed(list(questions(content))) if kind == "ask"}
    plain_words = [re.sub(r"{\w+}", "you", text) for text in content.prompts["call"].values()]
    return [*asked.values(), *plain_words]


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
