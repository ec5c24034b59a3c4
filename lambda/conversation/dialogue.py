"""The conversation: what the caller did in one turn, and what they hear. Pure: the same session and turn give the same reply."""

from dataclasses import dataclass, field, replace
from typing import Any

from triage.answers import answer
from triage.content import Content
from triage.interview import Step, next_step
from triage.protocol import Known
from triage.session import Session, take

from . import outcome
from .words import Words

ANSWERS = ("yes", "no", "unsure", "report", "correct")


@dataclass(frozen=True, slots=True)
class Turn:
    """What the caller did: `act` is launch, one of ANSWERS, help, repeat, back, restart, stop, miss (not understood), hurry,
    how_many, call_911 or call_doctor; `said` is what they reported with it: findings to yes, no or unsure, and details."""

    act: str
    said: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reply:
    """What is heard; `session` is None when the conversation ends, and then there is no reprompt. `asked` names the open
    question for tools; `urgency` is set with the outcome."""

    speech: str
    reprompt: str | None = None
    card: str | None = None
    session: Session | None = None
    asked: str | None = None
    urgency: str | None = None


def respond(content: Content, session: Session, turn: Turn) -> Reply:
    """The reply to one turn. What is urgent comes first, whatever was being asked or said."""
    if turn.act == "restart" or (turn.act == "launch" and session.turns):
        session = Session(told=session.told)
    protocol, known = content.protocol, session.known
    step = next_step(protocol, protocol.complete(known))
    if turn.act == "back" and step.question and step.question.detail == "place":
        turn = Turn("report", {"place": ["back"]})  # "back" alone is heard as going back; here it names a place
    delta = take(protocol, known, turn.said, turn.act == "correct" or step.kind == "fix", step.kind in ("which", "else"))
    talk = _Talk(content, session.add(delta) if delta else session)
    if talk.is_emergency():
        return talk.emergency()
    fresh = not session.turns and session.asked is None
    if turn.act in ANSWERS and (delta or turn.said or not fresh):
        return talk.answered(step, turn, delta, fresh)
    match turn.act:
        case "stop":
            return talk.end(talk.words.prompt("goodbye"))
        case "hurry":
            return talk.hurried("hurry_early")
        case "miss" if not fresh:
            return talk.missed()
        case "back" if session.turns:
            return _Talk(content, replace(session, turns=session.turns[:-1], misses=0)).ask(talk.words.prompt("back"))
        case "how_many" if not fresh:
            count = outcome.questions_left(content, talk.known)
            return talk.ask(talk.words.prompt("how_many", n=count) if count else talk.words.prompt("how_many_none"))
        case "call_911" | "call_doctor":
            return talk.ask(talk.words.prompt("cannot_call" if turn.act == "call_911" else "cannot_call_doctor"))
        case "help":
            tip = talk.words.prompt("help_cold") if fresh else talk.words.help(talk.step)
            return talk.ask(talk.words.prompt("help", help=tip))
        case "restart":
            return talk.ask(talk.words.prompt("restart"))
        case "back":
            return talk.ask(talk.words.prompt("no_back"))
        case "repeat" if not fresh:
            return talk.ask()
    return talk.ask(talk.words.prompt("greeting"))


class _Talk:
    """One turn's view of the session, and the replies it can give."""

    def __init__(self, content: Content, session: Session) -> None:
        self.content, self.session = content, session
        self.known = content.protocol.complete(session.known)
        self.words = Words(content, self.known)

    @property
    def step(self) -> Step:
        return next_step(self.content.protocol, self.known)

    def is_emergency(self) -> bool:
        return self.content.protocol.decide(self.known)[0] == self.content.protocol.emergency

    def answered(self, step: Step, turn: Turn, delta: Known, fresh: bool) -> Reply:
        """The next question, or the outcome, after an answer or a report."""
        act = "report" if turn.act == "correct" and step.kind not in ("confirm", "fix") else turn.act
        open_question = self.session.asked == step.name or step.kind == "opening"
        found = answer(self.content.protocol, self.known, step, act, turn.said) if open_question and not fresh else {}
        if found is None and not delta:
            return self.missed()
        after = _Talk(self.content, self.session.add(found or {}))
        if after.is_emergency():
            return after.emergency()
        if after.step.kind == "outcome":
            urgency, speech, card = outcome.advice(self.content, after.known)
            return after.end(speech, card, urgency)
        intro = []
        if "belly" in delta.get("place", ()):
            intro.append(self.words.prompt("not_muscle"))
        elif turn.act == "correct" and delta:
            intro.append(self.words.prompt("changed"))
        elif not fresh and step.kind != "confirm":
            okay = self.content.prompts["okay"]
            intro.append(okay[len(self.session.turns) % len(okay)])
        return after.ask(*intro)

    def ask(self, *intro: str) -> Reply:
        """The open question, after what is said first."""
        step = self.step
        if step.kind == "outcome":
            urgency, speech, card = outcome.advice(self.content, self.known)
            return self.end(speech, card, urgency)
        said = [*intro, *([] if self.session.told else [self.words.prompt("disclaimer")]), self.words.ask(step)]
        keep = replace(self.session, asked=step.name or step.kind, told=True)
        return Reply(" ".join(said), self.words.reprompt(step), None, keep, step.name)

    def missed(self) -> Reply:
        """Not understood: asked again with examples; then the choices; then where to turn, or the advice as far as known."""
        session = replace(self.session, misses=self.session.misses + 1)
        talk, step = _Talk(self.content, session), self.step
        if session.misses >= 3:
            undecided = answer(self.content.protocol, self.known, step, "unsure", {}) if step.kind in ("again", "which") else {}
            return _Talk(self.content, session.add(undecided or {})).hurried("misses_early")
        help = self.words.help(step)
        if session.misses == 2:
            return talk.ask(self.words.prompt("unclear_again", help=help))
        return talk.ask(self.words.prompt("unclear"), *([help] if step.question is None or step.question.detail else []))

    def hurried(self, early: str) -> Reply:
        """An end before everything was asked: no urgency before the questions on life and stroke are answered."""
        if self.is_emergency():
            return self.emergency()
        vital = [f for q in self.content.protocol.questions if q.vital for f in q.asks]
        if any(f not in self.known for f in vital):
            return self.end(self.words.prompt(early))
        complete = self.step.kind in ("confirm", "fix", "outcome") or bool(self.step.question and self.step.question.tips)
        urgency, speech, card = outcome.advice(self.content, self.known, complete)
        return self.end(speech, card, urgency)

    def emergency(self) -> Reply:
        _, rules = self.content.protocol.decide(self.known)
        disclaimer = "" if self.session.told else self.words.prompt("disclaimer")
        speech, card = outcome.emergency(self.content, self.known, rules, disclaimer)
        return Reply(speech, None, card, None, None, self.content.protocol.urgencies[-1])

    def end(self, speech: str, card: str | None = None, urgency: str | None = None) -> Reply:
        told = [] if self.session.told else [self.words.prompt("disclaimer")]
        return Reply(" ".join([speech, *told]), None, card, None, None, urgency)
