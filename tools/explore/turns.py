"""One turn of an explored interview: what a caller may answer, what the skill's core makes of it, and what they have told.

What was told is noted independently of the core, so that an answer which it forgets or misreads shows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tools.explore.quick import Quick
from tools.oracle import Oracle
from triage.answers import answer
from triage.content import Content
from triage.interview import Step, next_step
from triage.protocol import Known, days
from triage.session import Session, take

LENGTHS = ("PT1H", "P3D", "P3W")  # no rule tells other lengths apart
AGES = ("adult", "older", "child", "infant")


@dataclass(frozen=True, slots=True)
class Say:
    """What a caller says in one turn: yes, no, unsure, report or correct, and what they report with it."""

    act: str
    said: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        told = (f"{name} {value if isinstance(value, str) else ' '.join(value)}" for name, value in self.said.items())
        return ", ".join([self.act, *told])


class Place(NamedTuple):
    """Where an interview stands: what the core knows, with what its details make true, what was told of each finding, and the
    details told. `pending` is "yes" while some of a group was said but not yet which, `named` counts what was named of it, and
    `none` is the question that was answered with a yes and then with none of them."""

    known: Known
    whole: Known
    told: dict[str, str]
    details: Known
    pending: str = ""
    named: tuple[str, int] = ("", 0)
    none: str = ""


START = Place({}, {}, {}, {})


class Skill:
    """The skill's core, with the oracle beside it; the movements and places that callers have, all unless some are named."""

    def __init__(self, content: Content, oracle: Oracle, movements: Iterable[str] = (), places: Iterable[str] = ()) -> None:
        self.content, self.oracle = content, oracle
        self.plain, self.protocol = content.protocol, Quick(**vars(content.protocol))
        names = content.words["details"]
        self.movements = list(movements) or [n for n in names["movement"] if n != "unknown"]
        self.places = list(places) or [n for n in names["place"] if n != "unknown"]
        self.vague = {f for f in oracle.umbrella if not oracle.urgency({}, {f: "unsure"})}
        self.urgent = {f for f in oracle.asked if oracle.urgency({}, {f: "yes"}) == len(oracle.urgencies) - 1}

    def step(self, place: Place) -> Step:
        return next_step(self.protocol, place.whole)

    def turn(self, place: Place, step: Step, say: Say) -> Place:
        """The interview after one more turn, as the conversation takes it: first the report, then the answer."""
        correcting = say.act == "correct" or (step.kind in ("confirm", "fix") and say.act != "yes")
        delta = take(self.protocol, place.known, say.said, correcting, step.kind in ("which", "else"))
        known = Session((place.known, delta)).known if delta else place.known
        whole = self.protocol.complete(known) if delta else place.whole
        act = "report" if say.act == "correct" and step.kind not in ("confirm", "fix") else say.act
        if found := answer(self.protocol, whole, step, act, say.said):
            known = Session((known, found)).known
            whole = self.protocol.complete(known)
        return Place(known, whole, *self.listen(place, step, say, correcting))

    def listen(
        self, place: Place, step: Step, say: Say, correcting: bool
    ) -> tuple[dict[str, str], Known, str, tuple[str, int], str]:
        """What was told so far, by plain listening: a no is to all that was asked, a yes to one thing is that thing, "I don't
        know" is to all that was asked, and who can't say which of them gets the most urgent."""
        told, details, pending, none = {**place.told}, place.details, "", place.none
        group = step.question.id if step.question else ""
        named = place.named if place.named[0] == group else (group, 0)
        if say.said:
            details = self._told(told, details, step, say, correcting)
        umbrella = bool(step.findings) and step.findings[0] in self.oracle.umbrella
        doubt, one = "maybe" if umbrella else "unsure", len(step.findings) == 1
        mentioned = any(f in say.said for f in step.findings)
        detail = step.question.detail if step.question else ""
        meant: str | None = None  # what the answer says of the rest of the group
        doubted = [f for f in step.findings if umbrella and say.said.get(f) == "unsure" and f in self.vague]
        match say.act, step.kind:
            case _ if doubted:  # all that is named of the umbrella, and nothing alone: the whole question is left unsure
                meant = doubt
                told |= dict.fromkeys(doubted, doubt)
            case ("unsure", "detail" | "again") if detail:
                if (step.kind == "again" or detail not in ("movement", "place")) and detail not in details:
                    details = {**details, detail: "unsure"}
            case _, "detail":
                pass
            case "no", "which" if place.pending and not umbrella:
                meant, none = (doubt if none == group else None), group
            case "no", "ask" | "again" | "else" | "which":
                meant = "no"
            case "report", "which" if mentioned:
                named = (group, named[1] + 1)
            case "report", "else" if mentioned:
                meant = "no"
            case "yes", "ask" | "again" if one or self._alike(step.findings):
                meant = "yes"
            case "yes", "ask" | "again" | "else":
                pending = "yes"
            case "unsure", "ask" if one and step.findings[0] not in self.urgent:
                meant = doubt
            case "unsure", "again" | "else":
                meant = doubt
            case "unsure", "which":
                meant = doubt if umbrella or not place.pending else "yes"
            case "unsure" | "report", "ask" | "again" | "which" | "else":
                pending = place.pending
        if meant:
            named = ("", 0)
            told |= {f: meant for f in step.findings if f not in told}
        return told, details, pending, named, none

    def _told(self, told: dict[str, str], before: Known, step: Step, say: Say, correcting: bool) -> Known:
        """Notes in `told` the findings that are reported, and gives the details as they now stand."""
        details = dict(before)
        implied: Known = {}
        for name, value in say.said.items():
            if name in ("movement", "place", "age_group"):
                old = [] if correcting or name == "age_group" or details.get(name) in (None, "unsure") else details[name]
                details[name] = [*old, *(v for v in value if v not in old)]
            elif name == "person":
                person = self.protocol.people[value]
                details |= {
                    "speaker": "other",
                    "pronoun": person["pronoun"],
                    **({"age_group": [person["age_group"]]} if "age_group" in person else {}),
                }
            elif name == "duration":
                details["days"] = days(value)
            elif value != "unsure" or step.kind in ("which", "else") or not self.oracle.asked.get(name):
                told[name] = value
                told |= dict.fromkeys(self.oracle.tells.get(name, []) if value == "yes" else [], "yes")
                implied |= {d: v for d, v in self.protocol.implies.get(name, {}).items() if d != "findings" and value == "yes"}
        return {**implied, **details}

    def _alike(self, findings: tuple[str, ...]) -> bool:
        """Whether each of these alone is an emergency with the same call to make: a plain yes needs no "which of them?"."""
        return self.urgent.issuperset(findings) and len({self.oracle.calls[f] for f in findings}) == 1

    def answers(self, step: Step, place: Place, odd: bool = False) -> Iterator[Say]:
        """What a caller may answer to a step: yes, no, unsure, each single thing named, each detail. `odd`: also a thing that
        they name but aren't sure of, a plain yes to "anything else?", none of them after a yes, and that they can't tell at all
        what moves or where."""
        named = place.named[1] if step.question and place.named[0] == step.question.id else 0
        if step.question is None:
            yield from (Say(act) for act in (("yes", "no") if step.kind == "confirm" else ("no",)))
        elif step.kind == "detail" or (step.kind == "again" and step.question.detail):
            yield from (Say("report", dict(said)) for said in self.details(step.question.detail))
            if odd or step.kind == "detail":
                yield Say("unsure")
        elif step.kind == "else":
            yield from (Say(act) for act in (("no", "unsure", "yes") if odd and named < 2 else ("no", "unsure")))
        else:
            if odd or step.kind != "which" or not place.pending or self.oracle.umbrella.issuperset(step.findings):
                yield Say("no")
            yield Say("unsure")
            if step.kind != "which":
                yield Say("yes")
            elif not named:
                values = ("yes", "unsure") if odd else ("yes",)
                yield from (Say("report", {f: value}) for f in step.findings for value in values)

    def details(self, name: str) -> list[Mapping[str, Any]]:
        """Each answer to a question about a detail."""
        values = {"movement": self.movements, "place": self.places, "age_group": AGES}
        return [{name: length} for length in LENGTHS] if name == "duration" else [{name: [value]} for value in values[name]]
