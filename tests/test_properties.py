"""Random talkers, through Alexa's JSON and the handler: they volunteer, correct, repeat, go silent, go back, start over."""

import json

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

import lambda_function
from tools.alexa import envelope, intent_request
from tools.hear import Heard, recogniser
from triage.content import load
from triage.session import read_session

HEARS, CONTENT = recogniser(), load()
PROTOCOL = CONTENT.protocol
PLAIN = sorted(name for name, slots in HEARS.intents.items() if not slots and name not in ("AMAZON.StopIntent",))
FINDINGS = sorted(PROTOCOL.findings)
EMERGENCIES = sorted(PROTOCOL.emergency_alone)


class Talker(RuleBasedStateMachine):
    """One session: whatever is said, the reply is well-formed, and a red flag ends it in an emergency."""

    def __init__(self) -> None:
        super().__init__()
        self.attributes: dict[str, object] = {}
        self.response: dict[str, object] = {}
        self.ended = False

    def send(self, intent: str, slots: dict[str, list[tuple[str, str | None]]] | None = None) -> dict[str, object]:
        heard = Heard("", intent, slots or {})
        request = {"type": "LaunchRequest"} if intent == "Launch" else intent_request(heard, HEARS.intents[intent])
        answer = lambda_function.handler(envelope(request, self.attributes, new=not self.attributes), None)
        self.attributes = json.loads(json.dumps(answer.get("sessionAttributes") or {}))
        body: dict[str, object] = answer["response"]
        self.response, self.ended = body, bool(body["shouldEndSession"])
        if self.ended:
            outcome, self.attributes = self.attributes, {}
            return outcome
        return self.attributes

    @rule(intent=st.sampled_from(PLAIN))
    def say_something_plain(self, intent: str) -> None:
        self.send(intent)

    @rule()
    def launch(self) -> None:
        self.send("Launch")

    @rule(
        movement=st.sampled_from(["twitch", "cramp", "jerk", "stiffness", "hiccup"]),
        place=st.sampled_from(["calf", "eyelid", "back"]),
    )
    def describe(self, movement: str, place: str) -> None:
        self.send("ReportIntent", {"movement": [("", movement)], "place": [("", place)]})

    @rule(
        finding=st.sampled_from(FINDINGS),
        intent=st.sampled_from(["ReportIntent", "YesAndIntent", "NoButIntent", "CorrectIntent"]),
    )
    def volunteer(self, finding: str, intent: str) -> None:
        outcome = self.send(intent, {"finding": [("", finding)]})
        if finding in EMERGENCIES:
            assert outcome == {"urgency": "emergency"}
            assert self.ended

    @rule(finding=st.sampled_from(FINDINGS))
    def deny(self, finding: str) -> None:
        self.send("DenyIntent", {"denied": [("", finding)]})

    @precondition(lambda self: bool(self.attributes.get("turns")))
    @rule(finding=st.sampled_from(FINDINGS))
    def one_more_never_lowers_what_is_known(self, finding: str) -> None:
        session = read_session(self.attributes, PROTOCOL.version)
        before, _ = PROTOCOL.decide(PROTOCOL.complete(session.known))
        after, _ = PROTOCOL.decide(PROTOCOL.complete({**session.known, finding: "yes"}))
        assert after >= before

    @invariant()
    def the_reply_is_well_formed(self) -> None:
        if not self.response:
            return
        text = json.dumps(self.response)
        assert "Sorry, something went wrong" not in text
        assert "{" not in str(self.response["outputSpeech"]["ssml"])  # type: ignore[index]
        assert ("reprompt" in self.response) is not self.ended
        assert len(text) + len(json.dumps(self.attributes)) < 24_000


TestTalker = Talker.TestCase
TestTalker.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
