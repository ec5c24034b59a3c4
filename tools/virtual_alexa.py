"""The transcripts once more, spoken by a foreign client: `make virtual-alexa`.

Virtual Alexa (npm), written by others, reads the interaction model in its own way, keeps the session and posts its own requests
to the web service, on this machine alone. Each line is

same       where it finds the intent and the slots that the transcripts' recogniser heard: its own request is sent;
limited    where it can't (tools/foreign.py lists what it can't), or the model hasn't the sentence word for word;
otherwise  where it reads a sentence of the model in another way: a failure. In both, the intent heard is sent in its place.

Whatever is sent, the skill must answer in the transcript's words, with a valid response. Then each conversation is held again by
Virtual Alexa's routing alone, what it can't route sent as AMAZON.FallbackIntent, to see whether it ends with the same urgency.
One whose lines are all the same must, and no emergency may end as anything calmer."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.alexa import Conversation
from tools.certify_npm import environment, missing
from tools.certify_phrases import Coverage
from tools.emulator import LOOPBACK, free_port, stop, wait
from tools.foreign import Foreign, Pipe
from tools.recogniser import recogniser
from tools.transcripts import FOLDER, lines, play, speak

MODEL = Path("interaction-model/en-US.json")


@contextmanager
def client() -> Iterator[Pipe]:
    """The web service and Virtual Alexa, both stopped with the block."""
    port = free_port()
    serve = [sys.executable, "-m", "service", "--local", "--port", str(port)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(serve, stdout=quiet, stderr=quiet, start_new_session=True) as service:
        try:
            wait(service, port)
            node = ["node", "--no-warnings", "tools/virtual_alexa.js", f"http://{LOOPBACK}:{port}/", str(MODEL)]
            with subprocess.Popen(
                node, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment(), start_new_session=True
            ) as virtual:
                try:
                    yield Pipe(virtual)
                finally:
                    stop(virtual)
        finally:
            stop(service)


def ending(talk: Conversation, text: str) -> str | None:
    """The urgency that a transcript's caller ends with; lines after an end are left out."""
    for line in lines(text):
        if not talk.ended:
            speak(talk, line)
    return talk.urgency


def problems(text: str, talk: Foreign, alone: Foreign) -> Iterator[str]:
    """What is wrong with one transcript, held by another client with the intents heard, and by its routing alone."""
    try:
        if play(text, talk) != text:
            yield "the skill answers otherwise than in the transcript"
        ends = ending(alone, text)
    except ValueError as error:
        yield str(error)
        return
    yield from talk.wrong
    yield from (
        f'"{said}": the model has it, and it is routed to something else' for how, said in talk.lines if how == "otherwise"
    )
    if ends != talk.urgency and (ends or all(how == "same" for how, _ in talk.lines)):
        yield f"ends as {ends} by its own routing, where the transcript ends as {talk.urgency}"


def main() -> int:
    model = json.loads(MODEL.read_text(encoding="utf-8"))
    hears, coverage, failed = recogniser(), Coverage(model), False
    routed: Counter[str] = Counter()
    reached = same = 0
    try:
        if lost := missing("virtual-alexa"):
            raise ValueError(lost)
        with client() as pipe:
            for path in sorted(FOLDER.glob("*.txt")):
                talk, alone = (Foreign(hears, pipe=pipe, coverage=coverage, alone=only) for only in (False, True))
                for problem in problems(path.read_text(encoding="utf-8"), talk, alone):
                    failed = True
                    print(f"error: {path}: {problem}", file=sys.stderr)
                routed.update(how for how, _ in talk.lines)
                reached += bool(talk.urgency)
                same += bool(talk.urgency) and talk.urgency == alone.urgency
                for how, said in talk.lines if "--all" in sys.argv else ():
                    print(f"{path.stem:26}{how:10}{said}")
    except ValueError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    print(f"Virtual Alexa: {routed.total()} lines, {routed['same']} routed the same, {routed['limited']} that it can't route, "
          f"{routed['otherwise']} routed otherwise; of {reached} conversations with an urgency {same} reach the same by its "
          "routing alone")  # fmt: skip
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
