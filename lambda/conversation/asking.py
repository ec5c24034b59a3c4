"""The words of a question: how it is asked, asked again after silence, and what can be said to it."""

from collections.abc import Mapping
from typing import Any

from triage.interview import Step
from triage.protocol import TRUE

from .words import Words


def ask(words: Words, step: Step, wording: str = "") -> str:
    """The question to speak for a step that waits for an answer. A `wording` is one that the question may have: "rest", without
    what leads up to it, or "again", in other words."""
    table = _table(words, step)
    template = table.get(wording if wording in table and step.kind in ("ask", "detail") else step.kind) or table["ask"]
    if step.kind == "relief" and words.known["?relief"] != "0":
        template = table["again"]
    if step.kind == "fix" and words.read_back():
        return words.fill(table["which"], any=words.listing(words.read_back(), "or"))
    summary = words.summary() if step.kind == "confirm" else ""
    return words.fill(template, any=_any(words, step), summary=summary, about=_about(words, step))


def reprompt(words: Words, step: Step) -> str:
    """What is said after silence: shorter, and other words."""
    table = _table(words, Step(step.kind) if step.kind in ("which", "else") else step)
    return words.fill(table["reprompt"], any=_any(words, step))


def help(words: Words, step: Step) -> str:
    """What can be said at this step."""
    table = _table(words, Step(step.kind) if step.kind in ("which", "else") else step)
    return words.fill(table.get("help") or words.content.prompts["yes_no_help"])


def _table(words: Words, step: Step) -> Mapping[str, Any]:
    tables = words.content.words["questions"]
    if step.question is None or (step.kind in ("which", "else") and step.kind not in tables[step.question.id]):
        table: Mapping[str, Any] = tables[step.kind]
        return table
    own: Mapping[str, Any] = tables[step.question.id]
    return own


def _about(words: Words, step: Step) -> str:
    """What a follow-up follows: the findings, now true, after which its own are asked."""
    asked = [c for f in step.findings for c in words.content.protocol.findings[f].asked]
    true = [p for c in asked for p in c.after if words.known.get(p) in TRUE]
    return words.listing(list(dict.fromkeys(true))[:2], "and")


def _any(words: Words, step: Step) -> str:
    things = words.things(step.question.id, step.findings) if step.question else []
    return words.join(things, "or") if things else ""
