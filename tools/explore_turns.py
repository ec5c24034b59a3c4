"""One turn of an explored interview: what a caller may answer, what the skill's core makes of it, and what they have told.

What was told is noted here independently of the core, so that an answer forgotten or misread by it shows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tools.oracle import Oracle
from triage.answers import answer
from triage.content import Content
from triage.interview import Step, next_step
from triage.protocol import Known, days
from triage.session import Session, take

LENGTHS = ("PT1H", "P3D", "P3W")  # no rule tells other lengths apart


@dataclass(frozen=True, slots=True)
class Say:
    """What a caller says in one turn: yes, no, unsure, report or correct, and what they report with it."""

    act: str
    said: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return ", ".join([self.act, *(f"{name} {value if isinstance(value, str) else ' '.join(value)}"
                                      for name, value in self.said.items())])  # fmt: skip


class Place(NamedTuple):
    """Where an interview stands: what the core knows, what was told of each finding, and the details told."""

    known: Known
    told: dict[str, str]
    details: Known


class Skill:
    """The skill's core with the oracle beside it."""

    def __init__(self, content: Content, oracle: Oracle) -> None:
        self.content, self.protocol, self.oracle = content, content.protocol, oracle
        self.movements, self.places = (list(content.words["details"][name]) for name in ("movement", "place"))
        self.places = [p for p in self.places if p != "unknown"]
        self.movements = [m for m in self.movements if m != "unknown"]
        self.most = max((len(q.asks) for q in self.protocol.questions), default=0)

    def step(self, place: Place) -> Step:
        return next_step(self.protocol, self.protocol.complete(place.known))

    def turn(self, place: Place, step: Step, say: Say) -> Place:
        """The interview after one more turn, as the conversation takes it: first the report, then the answer."""
        known = place.known
        correcting = say.act == "correct" or step.kind == "fix"
        session = Session((known,)).add(take(self.protocol, known, say.said, correcting, step.kind in ("which", "else")))
        complete = self.protocol.complete(session.known)
        if known and self.protocol.decide(complete)[0] < self.protocol.emergency:
            act = "report" if say.act == "correct" and step.kind not in ("confirm", "fix") else say.act
            session = session.add(answer(self.protocol, complete, step, act, say.said) or {})
        elif not known and not session.turns[1:]:
            session = session.add(answer(self.protocol, complete, step, say.act, say.said) or {})
        return Place(session.known, *self.listen(place, step, say, correcting))

    def listen(self, place: Place, step: Step, say: Say, correcting: bool) -> tuple[dict[str, str], Known]:
        """What was told so far, by plain listening: a no is to all that was asked, a yes to one thing is that thing, "I don't
        know" is to all that was asked, and who can't say which of them gets the most urgent."""
        told, details = dict(place.told), dict(place.details)
        umbrella, open_ones = bool(step.findings) and step.findings[0] in self.oracle.umbrella, step.findings
        pending = told.pop("?", None)  # "some of these" was said, but not yet which
        for name, value in say.said.items():
            if name in ("movement", "place", "age_group"):
                before = [] if correcting or name == "age_group" or details.get(name) in (None, "unsure") else details[name]
                details[name] = [*before, *(v for v in value if v not in before)]
            elif name == "person":
                person = self.protocol.people[value]
                details |= {"speaker": "other", **({"age_group": [person["age_group"]]} if "age_group" in person else {})}
            elif name == "duration":
                details["days"] = days(value)
            elif value != "unsure" or step.kind in ("which", "else") or not self.oracle.asked.get(name):
                told[name] = value
        rest = [f for f in open_ones if f not in told]
        doubt = "maybe" if umbrella else "unsure"
        named = any(f in say.said for f in open_ones)
        match say.act, step.kind:
            case _, "confirm" | "fix" | "opening":
                pass
            case _, "detail" if step.question:
                if say.act == "unsure" and step.question.detail not in ("movement", "place"):
                    details.setdefault(step.question.detail, "unsure")
            case "unsure", "again" if step.question and step.question.detail:
                details.setdefault(step.question.detail, "unsure")
            case "no", "ask" | "again" | "else":
                told |= dict.fromkeys(rest, "no")
            case "no", "which" if pending != "yes":
                told |= dict.fromkeys(rest, "no")
            case "report", "else" if named:
                told |= dict.fromkeys(rest, "no")
            case "yes", "ask" | "again" if len(open_ones) == 1 or self._alike(open_ones):
                told |= dict.fromkeys(rest, "yes")
            case ("yes", "ask" | "again" | "else") | ("report", "ask") if not (say.act == "report"):
                told["?"] = "yes"
            case "unsure", "ask" if len(open_ones) == 1 and not self._urgent(open_ones):
                told |= dict.fromkeys(rest, doubt)
            case "unsure", "again" | "else":
                told |= dict.fromkeys(rest, doubt)
            case "unsure", "which":
                told |= dict.fromkeys(rest, doubt if umbrella or pending != "yes" else "yes")
        if pending and step.kind == "which" and say.act == "report" and not named:
            told["?"] = pending
        return told, details

    def _urgent(self, findings: tuple[str, ...]) -> bool:
        """Whether one of these alone is an emergency: then "I don't know" is asked once more."""
        return any(self.oracle.urgency({}, {f: "yes"}) == len(self.oracle.urgencies) - 1 for f in findings)

    def _alike(self, findings: tuple[str, ...]) -> bool:
        """Whether each of these alone is an emergency, so that a plain yes needs no "which of them?"."""
        return all(self._urgent((f,)) for f in findings)

    def answers(self, step: Step) -> Iterator[Say]:
        """Everything a caller may answer to a step: yes, no, unsure, each single thing named, each detail."""
        if step.question is None:
            yield Say("yes")
            if step.kind == "confirm":
                yield Say("no")
            return
        if step.question.detail and step.kind in ("detail", "again"):
            yield from (Say("report", said) for said in self.details(step.question.detail))
            yield Say("unsure")
            return
        yield from (Say("no"), Say("unsure"))
        if step.kind in ("ask", "again"):
            yield Say("yes")
        if step.kind in ("which", "else"):
            yield from (Say("report", {f: value}) for f in step.findings for value in ("yes", "unsure"))
        if step.kind == "else":
            yield Say("yes")

    def details(self, name: str) -> Iterator[dict[str, Any]]:
        """Each answer to a question about a detail."""
        match name:
            case "movement":
                yield from ({name: [value]} for value in self.movements)
            case "place":
                yield from ({name: [value]} for value in self.places)
            case "age_group":
                yield from ({name: [value]} for value in ("adult", "older", "child", "infant"))
            case "duration":
                yield from ({name: value} for value in LENGTHS)
