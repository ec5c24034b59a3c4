"""The skill as the certification trials drive it: through its Lambda handler, in every place that a conversation can be in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tools.alexa import envelope, intent_request
from tools.certify_responses import reprompt_of, speech_of
from tools.heard import Heard
from tools.recogniser import Recogniser

Handler = Callable[[dict[str, Any], object], dict[str, Any]]
OPENERS = ("my calf is cramping", "my left eyelid keeps twitching", "my back is stiff", "i have hiccups",
           "my whole body is jerking", "my baby's arm is jerking", "my daughter's leg is cramping", "my belly is cramping",
           "my hand is cramping")  # fmt: skip
ANSWERS = ("AMAZON.YesIntent", "AMAZON.NoIntent", "UnsureIntent")
STATES = 150  # places of a conversation to try everything in, at most


@dataclass
class Skill:
    """The handler, and all that it has said: `spoken` holds every piece of SSML, for the checks that read them together."""

    handler: Handler
    recogniser: Recogniser
    spoken: set[str] = field(default_factory=set)
    tried: int = 0
    _states: dict[str, dict[str, Any]] = field(default_factory=dict)

    def send(self, request: dict[str, Any], attributes: dict[str, Any] | None = None) -> dict[str, Any]:
        """The response to a request; without attributes it is the first of a session."""
        self.tried += 1
        response = self.handler(envelope(request, attributes, new=attributes is None), None)
        self.spoken |= {speech_of(response), reprompt_of(response)} - {""}
        return response

    def intent(self, name: str, attributes: dict[str, Any] | None = None, slots: dict[str, Any] | None = None) -> dict[str, Any]:
        request = intent_request(Heard("", name, {}), self.recogniser.intents.get(name, {}))
        if slots is not None:
            request["intent"]["slots"] = slots
        return self.send(request, attributes)

    def say(self, text: str, attributes: dict[str, Any] | None = None) -> dict[str, Any]:
        what = self.recogniser.hear(text)
        return self.send(intent_request(what, self.recogniser.intents.get(what.intent, {})), attributes)

    @property
    def states(self) -> dict[str, dict[str, Any]]:
        """The places that a conversation can be in, by the open question, each with session attributes that lead there."""
        if not self._states:
            queue = [r.get("sessionAttributes") or {} for r in (self.send({"type": "LaunchRequest"}), *map(self.say, OPENERS))]
            while queue and len(self._states) < STATES:
                attributes = queue.pop(0)
                asked = str(attributes.get("asked"))
                if asked in self._states or not attributes.get("asked"):
                    continue
                self._states[asked] = attributes
                queue += [self.intent(name, attributes).get("sessionAttributes") or {} for name in ANSWERS]
        return self._states


def everywhere(skill: Skill) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """Cold, which is as the first request of a session, and then every place of a conversation."""
    yield "cold", None
    yield from skill.states.items()
