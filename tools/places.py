"""The places that a conversation can be in: one session for each open question, kind of step, and whether it was just missed."""

from collections.abc import Iterator
from dataclasses import dataclass

from conversation.dialogue import respond
from conversation.talk import Talk, Turn
from triage.content import Content
from triage.interview import Step
from triage.protocol import Known
from triage.session import Session

OPENERS: tuple[Known, ...] = (
    {"movement": ["cramp"], "place": ["calf"], "duration": "PT0S"},
    {"movement": ["cramp"], "place": ["calf"], "side": "left", "duration": "P3W"},
    {"movement": ["twitch"], "place": ["eyelid"]},
    {"place": ["back"]},
    {"movement": ["hiccup"]},
    {"movement": ["jerk"], "place": ["arm"], "person": "baby"},
    {"movement": ["jerk"], "place": ["whole_body"]},
    {"movement": ["cramp"], "place": ["leg"], "person": "daughter"},
    {"movement": ["cramp"], "place": ["belly"]},
    {"movement": ["cramp"], "place": ["hand"], "person": "father"},
    {"movement": ["stiffness"], "place": ["neck"]},
    {"movement": ["cramp"], "place": ["calf"], "diuretic": "yes"},
    {"fever": "yes"},
)
ANSWERS = ("no", "yes", "unsure", "miss")
ASIDES = ("topic", "summary", "brief")


@dataclass(frozen=True)
class Place:
    """A session, the step that it waits at, and what kind of place that is."""

    session: Session
    step: Step
    kind: str
    aside: bool = False

    @property
    def name(self) -> str:
        return f"{self.kind} ({self.step.question.id})" if self.step.question and not self.aside else self.kind


def place(content: Content, session: Session) -> Place:
    """Where a session is."""
    step = Talk(content, session).step
    detail = step.question.detail if step.question else ""
    last = session.turns[-1] if session.turns else {}
    asides = [f"after a {name}" for name in ("topic", "summary") if last.get("?" + name)] + ["brief"] * session.brief
    kind = f"{detail}, {step.kind}" if detail else step.kind
    kind += ", counting" * (session.known.get("?relief", "0") != "0")
    return Place(session, step, ", ".join([kind, *asides, *["after a miss"] * bool(session.misses)]), bool(asides))


def places(content: Content) -> Iterator[Place]:
    """Every place that answers from the openers lead to, each once; the first is cold, before anything was said."""
    yield Place(Session(), Talk(content, Session()).step, "cold")
    topic = {"topic": next(iter(content.topics))}
    starts = [Turn("launch"), *(Turn("report", said) for said in OPENERS)]
    queue = [(opener, respond(content, Session(), turn).session) for opener, turn in enumerate(starts)]
    been: set[tuple[int, str]] = set()
    given: set[str] = set()
    while queue:
        opener, session = queue.pop(0)
        if session is None or session.misses > 1:
            continue
        here = place(content, session)
        if (opener, here.name) in been:
            continue
        been.add((opener, here.name))
        if here.name not in given:
            given.add(here.name)
            yield here
        turns = [Turn(act, topic if act == "topic" else {}) for act in (ANSWERS if here.aside else (*ANSWERS, *ASIDES))]
        turns += [Turn("report", {finding: "yes"}) for finding in here.step.findings[-1:] if here.step.kind == "which"]
        queue += [(opener, respond(content, session, turn).session) for turn in turns]
