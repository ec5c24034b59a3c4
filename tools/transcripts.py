"""Conversations as screenplays, read by people: `python -m tools.transcripts` plays the callers' lines (those that begin with
">") in tests/transcripts/*.txt through the skill and writes down what it says; `--check` only compares."""

import sys
from pathlib import Path
from typing import Any

from tools.alexa import Conversation
from tools.recogniser import recogniser

FOLDER = Path("tests/transcripts")
LAUNCH, ONE_SHOT = "> Alexa, open muscle check", "> Alexa, ask muscle check "


def lines(text: str) -> list[str]:
    """What the caller says in a screenplay, as it stands there."""
    return [line for line in text.splitlines() if line.startswith(">")]


def speak(talk: Conversation, line: str) -> dict[str, Any]:
    """One line of the caller."""
    return talk.launch() if line == LAUNCH else talk.say(line.removeprefix(ONE_SHOT).removeprefix("> "))


def play(text: str, talk: Conversation) -> str:
    """The screenplay with the skill's lines as it says them now. Raises ValueError where a caller speaks after the end."""
    out = [text.splitlines()[0], ""]
    for line in lines(text):
        if talk.ended:
            raise ValueError(f"the skill has ended the conversation before {line!r}; remove the line, or mend what ended it")
        turn = speak(talk, line)
        out += [line, "", f"  {turn['speech']}"]
        out += [f"  [card] {row}" for row in (turn["card"] or "").splitlines()]
        out += ["  [the session ends]" if talk.ended else "", *([""] if talk.ended else [])]
    return "\n".join(out).rstrip() + "\n"


def main() -> int:
    hears, differs = recogniser(), 0
    for path in sorted(FOLDER.glob("*.txt")):
        before = path.read_text(encoding="utf-8")
        try:
            after = play(before, Conversation(hears))
        except ValueError as error:
            print(f"error: {path}: {error}", file=sys.stderr)
            return 1
        if before != after:
            differs += 1
            print(f"{path}: {'differs; run python -m tools.transcripts' if '--check' in sys.argv else 'written'}")
            if "--check" not in sys.argv:
                path.write_text(after, encoding="utf-8")
    return 1 if differs and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
