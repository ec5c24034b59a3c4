"""Everything that the skill can say: the strings as they are written, and replies as sampled callers hear them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from conversation import asking
from conversation.asides import who_says
from conversation.dialogue import respond
from conversation.talk import Talk, Turn
from conversation.words import Words
from tools.content_tree import Tree
from tools.prompt_rules import templates
from triage.content import Content
from triage.interview import Step
from triage.protocol import Known, Rule
from triage.session import Session

CHILD: Known = {"speaker": "other", "pronoun": "they", "age_group": ["child"]}
CALLERS: tuple[Known, ...] = ({}, {"speaker": "other", "pronoun": "she"}, CHILD)
LEG: Known = {"movement": ["cramp"], "place": ["calf"], "side": "left"}


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words that are said: where they stand, and what they are: name, phrase (part of a sentence), question, explanation,
    or reply: several together."""

    file: str
    id: str
    kind: str
    text: str


def written(tree: Tree) -> Iterator[Spoken]:
    """Each spoken string, filled in for who speaks for themselves."""
    forms = dict(tree.words("details")["pronouns"]["you"]) | {"place": "calf"}
    forms |= {k.capitalize(): v.capitalize() for k, v in forms.items()}
    kinds = {"questions.toml": "question", "details.toml": "phrase"}
    for file, id, text, _ in templates(tree):
        filled = re.sub(r"{(\w+)}", lambda m: forms.get(m[1], "it"), text)
        whole = filled[:1].isupper() and filled.rstrip().endswith((".", "?"))
        yield Spoken(f"{tree.locale}/{file}", id, kinds.get(file, "explanation") if whole else "phrase", filled)
    for id, row in tree["facts"].items():
        yield Spoken("facts.toml", id, "name", row["by"])


def questions(content: Content) -> Iterator[tuple[Spoken, str]]:
    """Each question as three callers hear it, for all its things and for each alone; with the part of it: ask, again, which,
    reprompt or help."""
    file = f"{content.locale}/questions.toml"
    for caller in CALLERS:
        words = Words(content, {**LEG, **caller})
        for question in content.protocol.questions:
            table = content.words["questions"][question.id]
            for findings in dict.fromkeys([question.asks, *((finding,) for finding in question.asks)]):
                for kind in ("ask", *(("again",) if "again" in table else ()), *(("which",) if len(findings) > 1 else ())):
                    yield Spoken(file, question.id, "question", asking.ask(words, Step(kind, question, findings))), kind
                yield Spoken(file, question.id, "question", asking.reprompt(words, Step("ask", question, findings))), "reprompt"
            yield Spoken(file, question.id, "question", asking.help(words, Step("ask", question, question.asks))), "help"


def outcomes(content: Content) -> Iterator[Spoken]:
    """What each rule leads to, for two callers, and the advice for each movement and place where nothing is found."""
    protocol, callers = content.protocol, CALLERS[:2]
    for caller in callers:
        for rule in protocol.rules:
            yield _outcome(content, f"outcome of {' + '.join(rule.when)}", {**caller, **_true(content, rule)})
    nothing = dict.fromkeys(protocol.findings, "no")
    for movement in (m for m in content.words["details"]["movement"] if m != "unknown"):
        for place in (p for p in content.words["details"]["place"] if p != "unknown"):
            yield _outcome(content, f"advice for {movement}, {place}", {"movement": [movement], "place": [place], **nothing})


def _outcome(content: Content, id: str, known: Known) -> Spoken:
    answered = {"?confirm": "done", "age_group": ["adult"], "duration": "unsure", **known}
    talk = Talk(content, Session((answered,), told=True))
    reply = talk.emergency() if talk.is_emergency() else talk.outcome()
    return Spoken("protocol.toml", id, "explanation", reply.speech)


def _true(content: Content, rule: Rule) -> Known:
    """A caller of whom the rule is true, who answered no to all else."""
    known: dict[str, Any] = {**LEG, **dict.fromkeys(content.protocol.findings, "no"), **dict.fromkeys(rule.when, "yes")}
    for detail in ("movement", "place", "age_group"):
        if wanted := sorted(getattr(rule.circumstance, detail)):
            known[detail] = wanted[:1]
    for finding in rule.when:
        known |= content.protocol.implies.get(finding, {})
    return known


def asides(content: Content) -> Iterator[Spoken]:
    """Each topic part by part, told at once and in the middle of the first question; each stretch's first words; and who says
    each fact."""
    for id in content.topics:
        for session in (Session(), Session((LEG,), told=True)):
            turn = Turn("topic", {"topic": id})
            while content.prompts["no_more"] not in (reply := respond(content, session, turn)).speech:
                yield Spoken("topics.toml", id, "reply", reply.speech)
                session, turn = reply.session or Session(), Turn("more")
    for id in content.relief_words:
        row = Words(content, LEG).relief(id)
        yield Spoken(f"{content.locale}/relief.toml", id, "explanation", f"{row['move']} {row['limit']}")
    for id in content.facts:
        yield Spoken("facts.toml", id, "name", who_says(content, Words(content, {}), [id]))
