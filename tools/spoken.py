"""Everything that the skill can say: the strings as they are written, and replies as sampled callers hear them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from conversation import asking, outcome
from conversation.asides import PART
from conversation.words import Words
from tools.content_tree import Tree
from tools.template_rules import templates
from triage.content import Content
from triage.interview import Step
from triage.protocol import Known, Rule

CALLERS: tuple[Known, ...] = ({}, {"speaker": "other", "pronoun": "she"}, {"speaker": "other", "pronoun": "they", "age_group": ["child"]})
LEG: Known = {"movement": ["cramp"], "place": ["calf"], "side": "left"}


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words that are said: where they stand, and what they are: name, phrase (part of a sentence), question or explanation."""

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
    protocol = content.protocol
    told, offer = content.prompts["disclaimer"], content.words["questions"]["offer"]["ask"]
    for caller in CALLERS[:2]:
        for rule in protocol.rules:
            known = protocol.complete({**caller, **_true(content, rule)})
            level, rules = protocol.decide(known)
            id = f"outcome of {' + '.join(rule.when)}"
            if level == protocol.emergency:
                yield Spoken("protocol.toml", id, "explanation", outcome.emergency(content, known, rules, told)[0])
            else:
                yield Spoken("protocol.toml", id, "explanation", f"{outcome.advice(content, known)[1]} {offer}")
    places = list(content.words["details"]["place"])
    for movement in content.words["details"]["movement"]:
        for place in [p for p in places if p != "unknown"] if movement != "unknown" else []:
            known = {"movement": [movement], "place": [place], **dict.fromkeys(protocol.findings, "no")}
            yield Spoken("protocol.toml", f"advice for {movement}, {place}", "explanation", f"{outcome.advice(content, known)[1]} {offer}")


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
    """Topics part by part, and the stretches' first words: what is said before a question is asked again."""
    for id, row in content.topics.items():
        for start in range(0, len(row["facts"]), PART):
            said = " ".join(content.facts[fact]["say"] for fact in row["facts"][start : start + PART])
            yield Spoken("topics.toml", id, "explanation", said)
    for id, row in content.relief_words.items():
        words = Words(content, LEG)
        yield Spoken(f"{content.locale}/relief.toml", id, "explanation", words.fill(f"{row['move']} {row['limit']}"))


def longest_question(content: Content) -> str:
    """The protocol's wordiest question, which may follow an aside."""
    words = Words(content, LEG)
    return max((asking.ask(words, Step("ask", q, q.asks)) for q in content.protocol.questions), key=lambda text: len(text.split()))
