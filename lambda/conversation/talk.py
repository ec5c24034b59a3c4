"""One turn's view of the conversation: what is known, what is being asked, and the replies that can be given."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from triage.answers import answer
from triage.content import Content
from triage.interview import Step, next_step
from triage.protocol import Known
from triage.session import Session

from . import asking, outcome
from .words import Words

ANSWERS = ("yes", "no", "unsure", "report", "correct")


@dataclass(frozen=True, slots=True)
class Turn:
    """What the caller did: `act` is launch, one of ANSWERS, an aside (asides.ACTS), back, restart, stop, miss (not understood)
    or hurry; `said` is what they reported with it: findings to yes, no or unsure, details, a topic."""

    act: str
    said: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reply:
    """What is heard; `session` is None when the conversation ends, and then there is no reprompt. `asked` names the open
    question for tools; `urgency` is set with the outcome. "[pause 5]" in the speech is five seconds of silence."""

    speech: str
    reprompt: str | None = None
    card: str | None = None
    session: Session | None = None
    asked: str | None = None
    urgency: str | None = None


class Talk:
    """The conversation as it stands, over one language's content."""

    def __init__(self, content: Content, session: Session) -> None:
        self.content, self.session = content, session
        self.known: Known = content.protocol.complete(session.known)
        self.words = Words(content, self.known)

    @cached_property
    def interview_step(self) -> Step:
        return next_step(self.content.protocol, self.known)

    @property
    def step(self) -> Step:
        """What the caller is asked: a stretch, more of a topic, the interview's next question, or an offer after the outcome."""
        for kind in ("relief", "more"):
            if "?" + kind in self.known:
                return Step(kind)
        told = self.interview_step.kind == "outcome" and "?told" in self.known
        return Step("offer") if told else self.interview_step

    def is_emergency(self) -> bool:
        return self.content.protocol.decide(self.known)[0] == self.content.protocol.emergency

    def answer(self, step: Step, act: str, said: Known) -> Known | None:
        return answer(self.content.protocol, self.known, step, act, said)

    def okay(self) -> str:
        """A word of acknowledgement, another each turn; none for who likes it brief."""
        words: list[str] = self.content.prompts["okay"]
        return "" if self.session.brief else words[len(self.session.turns) % len(words)]

    def disclaimer(self) -> str:
        """Once a session, shorter for who heard it in an earlier one."""
        if self.session.told:
            return ""
        return self.words.prompt("disclaimer_short" if self.session.heard else "disclaimer")

    def ask(self, *intro: str, wording: str = "") -> Reply:
        """The open question, after what is said first; or the outcome, when nothing is left to ask. `wording`: the question was
        heard just now, and its rest is asked, or it is put in other words."""
        step = self.step
        if step.kind == "outcome":
            return self.outcome(*intro)
        said = [*intro, self.disclaimer(), asking.ask(self.words, step, wording)]
        keep = replace(self.session, asked=step.name or step.kind, told=True)
        return Reply(" ".join(filter(None, said)), asking.reprompt(self.words, step), None, keep, step.name)

    def outcome(self, *intro: str) -> Reply:
        """The advice, its card, and an offer."""
        urgency, speech, card = outcome.advice(self.content, self.known)
        told = {} if "?told" in self.known else {"?told": "yes"}
        after = Talk(self.content, self.session.add(told)).ask(*intro, speech)
        return replace(after, card=card, urgency=urgency)

    def emergency(self) -> Reply:
        """The call to make and the end, so that the speaker is free."""
        _, rules = self.content.protocol.decide(self.known)
        speech, card = outcome.emergency(self.content, self.known, rules, self.disclaimer())
        return Reply(speech, None, card, None, None, self.content.protocol.urgencies[-1])

    def end(self, speech: str, card: str | None = None, urgency: str | None = None) -> Reply:
        return Reply(" ".join(filter(None, [speech, self.disclaimer()])), None, card, None, None, urgency)
