"""What the stand-in recogniser makes of sentences, a line each: `python -m tools.hear`."""

import argparse
import json
import sys

from tools.recogniser import recogniser


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.hear", description="What the recogniser makes of each line.")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    options = parser.parse_args()
    hears = recogniser()
    for line in sys.stdin:
        heard = hears.hear(line.strip())
        slots = ", ".join(f"{n} {v} ({i})" for n, values in heard.slots.items() for v, i in values)
        print(json.dumps(heard.as_json()) if options.json else f"{heard.text} → {heard.intent} {slots}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
