"""Conversations as screenplays, read by people: `python -m tools.transcripts` plays the callers' lines (those that begin with
">") in tests/transcripts/*.txt through the skill and writes down what it says; `--check` only compares."""

import sys
from pathlib import Path

from tools.alexa import Conversation
from tools.hear import Recogniser, recogniser

FOLDER = Path("tests/transcripts")
LAUNCH, ONE_SHOT = "> Alexa, open muscle check", "> Alexa, ask muscle check "


def play(text: str, hears: Recogniser) -> str:
    """The screenplay with the skill's lines as it says them now. What a caller says after the end is an error."""
    title, *lines = text.splitlines()
    out, talk = [title, ""], Conversation(hears)
    for line in lines:
        if not line.startswith(">"):
            continue
        if talk.ended:
            raise ValueError(f"the skill has ended the conversation before {line!r}; remove the line, or mend what ended it")
        turn = talk.launch() if line == LAUNCH else talk.say(line.removeprefix(ONE_SHOT).removeprefix("> "))
        out += [line, "", f"  {turn['speech']}"]
        out += [f"  [card] {row}" for row in (turn["card"] or "").splitlines()]
        out += ["  [the session ends]" if talk.ended else "", *([""] if talk.ended else [])]
    return "\n".join(out).rstrip() + "\n"


def main() -> int:
    hears, differs = recogniser(), 0
    for path in sorted(FOLDER.glob("*.txt")):
        before = path.read_text(encoding="utf-8")
        try:
            after = play(before, hears)
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
