"""Every kind of reply that the walk came by, rendered through the real conversation: it must be what the core decided, and fit
to be spoken; and what of the words was heard at all."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from conversation.asides import ACTS
from conversation.dialogue import respond
from conversation.talk import Reply, Talk, Turn
from tools import never_said, wording_rules
from tools.content_tree import Tree
from tools.explore import scripts
from tools.explore.places import Place, Say
from tools.explore.state import Breach
from tools.prompt_rules import templates
from tools.spoken import Spoken, asides
from triage.content import Content
from triage.interview import Step
from triage.session import Session

SPEAKABLE = "every reply is speakable, and is what the core decided"
BESIDE = (*(a for a in ACTS if a != "topic"), "miss", "hurry", "back", "stop", "launch", "restart", "yes")
WORDS = ("prompts.toml", "questions.toml", "tips.toml", "facts.toml")
Kind = tuple[Place, Step, Say, Place, tuple[Say, ...]]  # before, what was asked, what is said, after, and all that was said


def check(content: Content, kinds: Iterable[Kind]) -> tuple[set[str], list[Breach]]:
    """All that is heard in these turns and after them, and what of it can't be spoken or isn't what the core decided."""
    heard: set[str] = set()
    breaches: list[Breach] = []
    asked: set[str] = set()

    def hear(replies: Iterable[Reply], says: tuple[Say, ...]) -> None:
        for each in replies:
            for text in filter(None, (each.speech, each.reprompt)):
                if text not in heard:
                    heard.add(text)
                    breaches.extend(Breach(SPEAKABLE, what, says) for what in unspeakable(text))
            heard.update(filter(None, [each.card]))

    hear(scripts.replies(content), ())
    for before, step, say, after, says in kinds:
        session = Session((before.known,) if before.known else (), asked=step.name or step.kind, told=True)
        reply = respond(content, session, Turn(say.act, dict(say.said)))
        if what := _differs(content, reply, after):
            breaches.append(Breach(SPEAKABLE, what, says))
        replies = [reply, *(respond(content, reply.session, Turn(act)) for act in ("why", "who_says") if reply.session)]
        if reply.session and reply.reprompt not in asked:
            asked.add(str(reply.reprompt))
            replies += beside(content, reply.session)
        hear(replies, says)
    return heard, breaches


def _differs(content: Content, reply: Reply, after: Place) -> str:
    """How a reply differs from what the core decided, if it does."""
    talk = Talk(content, Session((after.known,)))
    step = talk.interview_step
    if step.kind == "outcome":
        urgency = content.protocol.urgencies[content.protocol.decide(talk.known)[0]]
        return "" if reply.urgency == urgency else f"the outcome is {urgency}, and {reply.urgency} is told"
    return "" if reply.asked == step.name else f"{step.name} is due, and {reply.asked} is asked"


def beside(content: Content, session: Session) -> Iterator[Reply]:
    """What is heard when something else is said at an open question: each aside, and a third time not understood."""
    for act in BESIDE:
        yield respond(content, session, Turn(act))
    yield respond(content, replace(session, misses=1), Turn("miss"))
    yield respond(content, replace(session, misses=2), Turn("miss"))
    yield respond(content, session.add({"?summary": "yes"}), Turn("card"))


def unspeakable(text: str) -> Iterator[str]:
    """Why this can't be spoken: too long, a placeholder left in it, or what may not be said."""
    if len(words := text.split()) > wording_rules.REPLY:
        yield f"{len(words)} words are heard at once: {text!r}"
    if "{" in text or "None" in text or "  " in text:
        yield f"something wasn't filled in: {text!r}"
    plain = re.sub(
        r"\b\d{1,2}\b", "ten", never_said.DIGITS.sub("it", text)
    )  # how many questions are left, how many weeks it has been
    yield from (problem.what for problem in never_said.problems(Spoken("heard", "reply", "reply", plain)))


def unheard(tree: Tree, content: Content, heard: Iterable[str]) -> list[tuple[str, str]]:
    """The prompts, questions, tips and facts of this language that no reply had, by what no placeholder fills in. The one thing
    of a question that spells it out isn't spoken: it is what "the first one" names."""
    every = "\n".join([*heard, *(said.text for said in asides(content))]).lower()
    missing: list[tuple[str, str]] = []
    rare = scripts.untipped(content, every)
    for file, id, text, _ in templates(tree):
        part = max(re.split(r"{\w+}", text.strip().lower()), key=len).strip()
        if file == "questions.toml" and text in (row["say"] for row in _unspoken(tree, id)):
            continue
        if (id in rare) if file == "tips.toml" else file in WORDS and part not in every:
            missing.append((f"{file} {id}", text))
    return missing


def _unspoken(tree: Tree, id: str) -> list[dict[str, Any]]:
    row = tree.words("questions").get(id, {})
    return row.get("things", []) if "{any}" not in row.get("ask", "{any}") else []
