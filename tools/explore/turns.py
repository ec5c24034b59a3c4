"""One turn of an explored interview: what a caller may answer, what the skill's core makes of it, and what they have told."""

from collections.abc import Iterable, Iterator
from functools import cache

from tools.explore.bits import Bits
from tools.explore.listen import Listener
from tools.explore.places import AGES, LENGTHS, Place, Say
from tools.explore.quick import Quick
from tools.oracle import Oracle
from triage.answers import answer
from triage.content import Content
from triage.interview import Step, next_step
from triage.session import take, together

YES, NO, UNSURE = Say("yes"), Say("no"), Say("unsure")


@cache
def tells(finding: str, value: str = "yes") -> Say:
    """The report of one finding."""
    return Say("report", {finding: value})


class Skill:
    """The skill's core, with the oracle beside it; the movements and places that callers have, all unless some are named."""

    def __init__(self, content: Content, oracle: Oracle, movements: Iterable[str] = (), places: Iterable[str] = ()) -> None:
        self.content, self.oracle = content, oracle
        self.bits = Bits([*content.protocol.findings, *oracle.asked])
        self.plain, self.protocol = content.protocol, Quick(**vars(content.protocol), bits=self.bits)
        names = content.words["details"]
        self.movements = list(movements) or [n for n in names["movement"] if n != "unknown"]
        self.places = list(places) or [n for n in names["place"] if n != "unknown"]
        # each answer to a question about a detail
        details = {"movement": self.movements, "place": self.places, "age_group": AGES}
        self.details = {name: [Say("report", {name: [v]}) for v in values] for name, values in details.items()}
        self.details["duration"] = [Say("report", {"duration": length}) for length in LENGTHS]
        self.listener = Listener(self.protocol, oracle)

    def step(self, place: Place) -> Step:
        return next_step(self.protocol, place.whole)

    def turn(self, place: Place, step: Step, say: Say) -> Place:
        """The interview after one more turn, as the conversation takes it: first the report, then the answer."""
        correcting = say.act == "correct" or (step.kind in ("confirm", "fix") and say.act != "yes")
        delta = take(self.protocol, place.known, say.said, correcting, step.kind in ("which", "else"))
        known, whole, packed, marks = place.known, place.whole, place.packed[0], place.marks
        if delta:
            known, packed = together((known, delta)), self.bits.pack(delta, packed)
            whole = self.protocol.fill(known, packed, delta, whole)
        act = "report" if say.act == "correct" and step.kind not in ("confirm", "fix") else say.act
        if found := answer(self.protocol, whole, step, act, say.said):
            known, packed = together((known, found)), self.bits.pack(found, packed)
            whole = self.protocol.fill(known, packed, found, whole)
            marks = {key: known[key] for key in (*marks, *found) if key[0] == "?" and key in known}
        new, details, pending, named, none = self.listener.listen(place, step, say, correcting)
        told = {**place.told, **new} if new else place.told
        both = packed, self.bits.pack(new, place.packed[1])
        return Place(known, whole, told, details, both, marks, pending, named, none)

    def answers(self, step: Step, place: Place, odd: bool = False) -> Iterator[Say]:
        """What a caller may answer to a step: yes, no, unsure, each single thing named, each detail. `odd`: also a thing that
        they name but aren't sure of, a plain yes to "anything else?", none of them after a yes, and that they can't tell at all
        what moves or where."""
        named = place.named[1] if step.question and place.named[0] == step.question.id else 0
        if step.question is None:
            yield from (YES, NO) if step.kind == "confirm" else (NO,)
        elif step.kind == "detail" or (step.kind == "again" and step.question.detail):
            yield from self.details[step.question.detail]
            if odd or step.kind == "detail":
                yield UNSURE
        elif step.kind == "else":
            yield from (NO, UNSURE, YES) if odd and named < 2 else (NO, UNSURE)
        else:
            if odd or step.kind != "which" or not place.pending or self.oracle.umbrella.issuperset(step.findings):
                yield NO
            yield UNSURE
            if step.kind != "which":
                yield YES
            elif not named:
                values = ("yes", "unsure") if odd else ("yes",)
                yield from (tells(f, value) for f in step.findings for value in values)
