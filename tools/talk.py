"""A conversation in the terminal, through the real handler: `make talk`. An empty line is silence."""

import argparse
import json
import sys

from tools.alexa import Conversation, endpoint
from tools.recogniser import recogniser


def main() -> int:
    """Talk until the skill ends it, the input ends, or Ctrl-C."""
    try:
        return _talk()
    except KeyboardInterrupt:
        print()
        return 0
    except ValueError as error:  # as nothing answers at the endpoint
        print(f"error: {error}", file=sys.stderr)
        return 1


def _talk() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.talk", description="Talk to the skill; one utterance a line.")
    parser.add_argument("--json", action="store_true", help="one JSON object a turn")
    parser.add_argument("--once", metavar="TEXT", help='the one-shot: "Alexa, ask muscle check TEXT"')
    parser.add_argument("--request", action="store_true", help="print the request and response JSON too")
    parser.add_argument("--endpoint", metavar="URL", help="a Lambda emulator's address, as `make local` prints it")
    options = parser.parse_args()
    talk = Conversation(recogniser(), post=endpoint(options.endpoint))

    def show(turn: dict[str, object]) -> None:
        if options.json:
            print(json.dumps(turn))
        else:
            print(f"\n  {turn['speech']}" + (f"\n\n  [card]\n  {turn['card']}".replace("\n", "\n  ") if turn["card"] else ""))
        if options.request:
            print(json.dumps({"request": talk.request, "response": talk.response}, indent=2))
        sys.stdout.flush()

    turn, silent = talk.say(options.once) if options.once else talk.launch(), False
    show(turn)
    while not talk.ended:
        if sys.stdin.isatty():
            print("\n> ", end="", flush=True)
        line = sys.stdin.readline()
        if not line:
            break
        if line.strip():
            if not sys.stdin.isatty() and not options.json:
                print(f"\n> {line.strip()}")
            turn, silent = talk.say(line.strip()), False
            show(turn)
        elif silent and not options.json:
            print("\n  [silence again: Alexa ends the session]")
            break
        elif not options.json:
            silent = True
            print(f"\n  [silence]\n  {turn['reprompt']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
