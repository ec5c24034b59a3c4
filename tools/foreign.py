"""A conversation that Virtual Alexa (npm) holds with the skill, and how it reads each sentence beside our own recogniser.

What Virtual Alexa 0.7.8 can't: guess at what isn't a sample; send a fallback; "ask", "open", "launch", "tell" or "talk to"
anywhere in a sentence (it opens the skill); slots side by side, or two values in one; built-in slots (any words fill one, and
are sent as they are: here a duration is sent as Alexa sends it, and other words in one count as not routed)."""

import json
import re
import subprocess
from dataclasses import dataclass, field
from typing import Any

from intents import ACTS
from tools import durations
from tools.alexa import Conversation, intent_request
from tools.certify_phrases import Coverage
from tools.certify_responses import problems
from tools.heard import Heard

LAUNCHES = re.compile(r"ask|open|launch|talk to|tell")


class Pipe:
    """Virtual Alexa in a process of its own, one command and one answer at a time."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def __call__(self, **command: Any) -> dict[str, Any]:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(command) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise ValueError("Virtual Alexa stopped; run node tools/virtual_alexa.js to see why")
        answer: dict[str, Any] = json.loads(line)
        return answer


@dataclass
class Foreign(Conversation):
    """A conversation that Virtual Alexa holds. `alone`: by its own routing, never by what the recogniser heard."""

    pipe: Pipe = field(kw_only=True)
    coverage: Coverage = field(kw_only=True)
    alone: bool = False
    lines: list[tuple[str, str]] = field(default_factory=list)  # how each was routed
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pipe(new=True)

    def launch(self) -> dict[str, Any]:
        return self._take(Heard("", "LaunchRequest", {}), self.pipe(launch=True))

    def say(self, text: str) -> dict[str, Any]:
        heard = self.recogniser.hear(text)
        made = self._route(text)
        if stray := {n: s["value"] for n, s in made.get("slots", {}).items() if _stray(n, s)}:
            made = {"name": None}
        values = {n: _length(s["value"]) for n, s in made.get("slots", {}).items() if n == "duration" and "value" in s}
        same = made["name"] is not None and (_act(made["name"]), _filled(made, values)) == (_act(heard.intent), _heard(heard))
        how = "same" if same else "limited" if stray or self._limited(text) else "otherwise"
        self.lines.append((how, text))
        if same or (self.alone and made["name"]):
            return self._take(heard, self.pipe(utter=text, values=values))
        sent = Heard(text, "AMAZON.FallbackIntent", {}) if self.alone else heard
        intent = intent_request(sent, self.recogniser.intents.get(sent.intent, {}))["intent"]
        return self._take(sent, self.pipe(intent=intent))

    def _route(self, text: str) -> dict[str, Any]:
        """The intent that it makes of a sentence, its name None where it makes none."""
        request = self.pipe(route=text).get("request")
        intent: dict[str, Any] = request["request"].get("intent", {"name": "LaunchRequest"}) if request else {"name": None}
        return intent

    def _take(self, heard: Heard, answer: dict[str, Any]) -> dict[str, Any]:
        if "error" in answer:
            raise ValueError(f'"{heard.text}": {answer["error"]}')
        response = {k: answer["response"][k] for k in ("version", "sessionAttributes", "response") if k in answer["response"]}
        self.wrong += [f'"{heard.text}": {problem}' for problem in problems(response)]
        return self.read(response, heard)

    def _limited(self, text: str) -> bool:
        samples = self.coverage.samples(text)
        return bool(LAUNCHES.search(text)) or all("} {" in sample for sample in samples)


def _act(intent: str) -> str | None:
    """What an intent does in the conversation: AMAZON.HelpIntent and HelpMeIntent are both help."""
    return ACTS.get(intent)


def _stray(name: str, slot: dict[str, Any]) -> bool:
    """Whether a built-in slot was filled with words that are none of its values."""
    return name == "duration" and "value" in slot and not _length(slot["value"])


def _length(said: str) -> str:
    size, length = durations.find(said.split(), 0)
    return length if size == len(said.split()) else ""


def _filled(intent: dict[str, Any], values: dict[str, str]) -> dict[str, set[str]]:
    """The ids in each slot of an intent as Virtual Alexa made it."""
    out = {name: {value} for name, value in values.items()}
    for name, slot in intent.get("slots", {}).items():
        for authority in slot.get("resolutions", {}).get("resolutionsPerAuthority", ()):
            out |= {name: {v["value"]["id"] for v in authority.get("values", ())}}
    return out


def _heard(heard: Heard) -> dict[str, set[str]]:
    return {name: {str(id) for _, id in values} for name, values in heard.slots.items()}
