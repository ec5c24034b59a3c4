"""Random talkers, through Alexa's JSON and the handler: they volunteer, correct, repeat, go silent, go back, start over, change
their mind."""

import json

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from tests.talking import HEARS, PROTOCOL, Talking, due
from triage.interview import next_step

PLAIN = sorted(name for name, slots in HEARS.intents.items() if not slots and name not in ("AMAZON.StopIntent",))
FINDINGS, EMERGENCIES = sorted(PROTOCOL.findings), sorted(PROTOCOL.emergency_alone)
ASIDES = ["AMAZON.RepeatIntent", "AMAZON.HelpIntent", "WhyIntent", "HowManyIntent", "WhoSaysIntent", "KeepIntent"]
DETAILS = {
    "movement": ["twitch", "cramp", "jerk", "stiffness", "hiccup"], "place": ["calf", "eyelid", "back", "whole_body"],
    "duration": ["PT2H", "P3D", "P3W"], "person": ["wife", "baby", "son", "grandmother"], "age_group": ["adult", "child"],
}  # fmt: skip
SLOT = {name: ("", name) for name in FINDINGS}
ONE_DETAIL = st.sampled_from([(name, value) for name, values in DETAILS.items() for value in values])
TIMED = {f for f, _, longer in PROTOCOL.derive if longer is not None}
OPEN = precondition(lambda self: bool(self.attributes.get("turns")))


class Talker(Talking):
    """One caller: whatever is said, the reply is well-formed, and what is urgent ends so."""

    @rule(intent=st.sampled_from(PLAIN))
    def say_something_plain(self, intent: str) -> None:
        self.send(intent)

    @rule()
    def launch(self) -> None:
        self.send("Launch")
        assert self.session.turns == ()

    @rule(movement=st.sampled_from(DETAILS["movement"]), place=st.sampled_from(DETAILS["place"]))
    def describe(self, movement: str, place: str) -> None:
        self.send("ReportIntent", {"movement": [("", movement)], "place": [("", place)]})

    @rule(
        finding=st.sampled_from(FINDINGS),
        intent=st.sampled_from(["ReportIntent", "YesAndIntent", "NoButIntent", "CorrectIntent"]),
    )
    def volunteer(self, finding: str, intent: str) -> None:
        """One more symptom is counted at once, whatever was being asked; and a red flag ends it there. A time told beside an
        answer is none: "no, just my pill, for years"."""
        before = due(self.session.known)
        self.send(intent, {"finding": [SLOT[finding]]})
        if finding in EMERGENCIES:
            assert (self.urgency, self.ended) == ("emergency", True)
        elif not self.ended and not (finding in TIMED and intent in ("YesAndIntent", "NoButIntent")):
            assert self.session.known[finding] == "yes"
            assert due(self.session.known) >= before

    @rule(finding=st.sampled_from(FINDINGS))
    def deny(self, finding: str) -> None:
        self.send("DenyIntent", {"denied": [SLOT[finding]]})

    @rule(finding=st.sampled_from(sorted(set(FINDINGS) - set(EMERGENCIES))))
    def change_their_mind(self, finding: str) -> None:
        """Said, and then denied: what was said later counts, and only what it told besides is left. "Nothing sudden" answers
        the question that asks what came all of a sudden, and takes nothing back."""
        self.send("ReportIntent", {"finding": [SLOT[finding]]})
        asked = (self.session.asked or "").partition(":")[0]
        if not self.ended and (finding, asked) != ("sudden_onset", "stroke"):
            self.send("DenyIntent", {"denied": [SLOT[finding]]})
            assert self.ended or self.session.known[finding] == "no"

    @rule(detail=ONE_DETAIL)
    def correct(self, detail: tuple[str, str]) -> None:
        """A corrected detail replaces what stood there."""
        name, value = detail
        if name in HEARS.intents["CorrectIntent"]:
            self.send("CorrectIntent", {name: [("", value)]})
        if name in ("movement", "place") and not self.ended and self.attributes:
            assert self.session.known[name] == [value]

    @rule(times=st.sampled_from([1, 4, 30]))
    def say_no(self, times: int) -> None:
        """No to everything, and a plain answer to what isn't a yes or no: the way to the outcome."""
        for _ in range(times):
            if self.urgency:
                return
            asked = "movement" if self.session.asked in (None, "opening") else self.session.asked
            if asked in DETAILS:
                self.send("ReportIntent", {asked: [("", DETAILS[asked][0])]})
            else:
                self.send("AMAZON.YesIntent" if asked == "confirm" else "AMAZON.NoIntent")

    @OPEN
    @rule(intent=st.sampled_from(["AMAZON.YesIntent", "AMAZON.NoIntent", "UnsureIntent"]))
    def answer(self, intent: str) -> None:
        """An answer never calms."""
        before = due(self.session.known)
        self.send(intent)
        assert self.ended or due(self.session.known) >= before

    @OPEN
    @rule()
    def cannot_tell(self) -> None:
        """Who can't tell about what may be an emergency is seen today at the latest."""
        asked = (self.session.asked or "").partition(":")[0]
        step = next_step(PROTOCOL, PROTOCOL.complete(self.session.known))
        if step.question and step.question.id == asked and set(EMERGENCIES) & set(step.findings):
            self.send("UnsureIntent")
            while not self.ended and (self.session.asked or "").startswith(asked):
                self.send("UnsureIntent")
            assert self.urgency == "emergency" or due(self.session.known) >= PROTOCOL.emergency - 1

    @OPEN
    @rule(intent=st.sampled_from(ASIDES))
    def ask_something_aside(self, intent: str) -> None:
        """Repeat, help and the like change nothing and leave the question open."""
        before = self.session
        self.send(intent)
        assert (self.session.turns, self.session.asked) == (before.turns, before.asked)

    @OPEN
    @rule()
    def go_back(self) -> None:
        """The last answer is taken back, unless "back" is where it hurts."""
        before = self.session
        self.send("BackIntent")
        if before.asked not in ("place", "place:again"):
            now = self.session.turns
            assert now == before.turns[: len(now)]
            assert len(now) < len(before.turns)
            assert self.urgency is None or "?told" not in before.known  # not the same outcome once more

    @rule()
    def start_over(self) -> None:
        self.send("AMAZON.StartOverIntent")
        assert self.session.turns == ()

    @rule()
    def go_silent(self) -> None:
        """Alexa ends the session, nothing is said, and the next begins afresh."""
        assert "outputSpeech" not in self.end().get("response", {})

    @invariant()
    def the_reply_is_well_formed(self) -> None:
        if not self.response:
            return
        text = json.dumps(self.response)
        assert "Sorry, something went wrong" not in text
        assert "{" not in str(self.response["outputSpeech"]["ssml"])
        assert ("reprompt" in self.response) is not self.ended
        assert len(text) + len(json.dumps(self.attributes)) < 24_000

    @invariant()
    def the_outcome_is_as_urgent_as_what_is_known(self) -> None:
        known = due(self.session.known)
        assert known < PROTOCOL.emergency
        assert self.ended or self.urgency in (None, PROTOCOL.urgencies[known])


TestTalker = Talker.TestCase
TestTalker.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
