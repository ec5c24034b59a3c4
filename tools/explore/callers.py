"""Callers: what is true of one, how they answer, and a slip that they mend later."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tools.explore.places import Say
from triage.interview import Step

PEOPLE: tuple[dict[str, Any], ...] = (
    {}, {"age_group": ["older"]}, {"person": "wife"}, {"person": "husband"}, {"person": "child"}, {"person": "baby"},
    {"person": "friend"},
)  # fmt: skip


@dataclass(frozen=True)
class Caller:
    """What is true of a caller, findings to yes or unsure, the details, and how they open."""

    true: Mapping[str, str]
    opening: Mapping[str, Any]
    details: Mapping[str, Any]

    def answer(self, step: Step) -> Say:
        """What they say to a question: yes if any of it is true, and all that is true when asked which."""
        if step.question is None:
            return Say("yes")
        if step.kind == "detail" or (step.kind == "again" and step.question.detail):
            value = self.details.get(step.question.detail)
            return Say("report", {step.question.detail: value}) if value else Say("unsure")
        said = {f: self.true[f] for f in step.findings if f in self.true}
        if step.kind in ("which", "else") and said:
            return Say("report", said)
        return Say("no" if not said else "yes" if "yes" in said.values() else "unsure")


class Slip:
    """One wrong answer at a turn, and how it is mended: "back" takes back a no at once, "correct" corrects it three turns later
    or at the end, and "yes" is a yes that wasn't true, corrected likewise."""

    def __init__(self, turn: int, mend: str) -> None:
        self.turn, self.mend, self.due = turn, mend, 999
        self.later: Say | None = None

    def say(self, turn: int, step: Step, honest: Say, caller: Caller) -> Say:
        if self.later and (turn >= self.due or step.kind == "confirm"):
            later, self.later = self.later, None
            return later
        if turn >= self.turn and self.due == 999 and step.kind == "ask" and step.question and not step.question.tips:
            if self.mend == "yes" and honest.act == "no":
                self.due, self.later = turn + 3, Say("correct", {step.findings[-1]: "no"})
                return Say("yes", {step.findings[-1]: "yes"})
            if self.mend != "yes" and honest.act == "yes":
                self.due = turn + 1 if self.mend == "back" else turn + 3
                true = {f: v for f, v in caller.true.items() if f in step.findings}
                self.later = Say("back") if self.mend == "back" else Say("correct", true)
                return Say("no")
        return honest
