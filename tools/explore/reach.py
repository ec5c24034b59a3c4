"""What no interview reached. A rule that the walk didn't see decide is sought: among callers of whom just its findings are true,
with what leads to being asked for them, told at first where nothing asks for it."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from tools.content_tree import Tree
from tools.explore import heard
from tools.explore.callers import Caller
from tools.explore.parts import Found
from tools.explore.places import LENGTHS
from tools.explore.samples import Drawing
from tools.explore.turns import Skill
from triage.protocol import Circumstance, Rule

REACHED = "every rule, question, finding, fact, tip and prompt is reached, or why not is listed"
LISTED = {"prompts.toml card": "the title of a card, which is shown"}
CHILD = "infant_or_child"
PEOPLE: tuple[Mapping[str, Any], ...] = ({}, {"person": "child"}, {"person": "baby"})


def undecided(skill: Skill, seen: set[tuple[str, ...]]) -> Iterator[str]:
    """The rules that decide for nobody, and why. Of those seen to decide, only whether one caller is asked for all of it."""
    drawing = Drawing(skill, 0)
    for rule in skill.protocol.rules:
        if not any(_together(skill, rule, caller) for caller in callers(skill, rule)):
            yield f"the rule {' + '.join(rule.when)}: its findings are never asked of the same caller"
        elif rule.when not in seen and not any(
            _decides(drawing, rule, caller) for outright in (True, False) for caller in callers(skill, rule, outright)
        ):
            yield f"the rule {' + '.join(rule.when)}: it decides for nobody, something else is as urgent"


def callers(skill: Skill, rule: Rule, outright: bool = False) -> Iterator[Caller]:
    """Callers of each kind for whom the rule is meant and true, and a parent of what is asked only after others; or who tell all
    of the rule `outright`."""
    for chain in [set(rule.when)] if outright else _chains(skill, rule.when):
        for movement, place, person in product(skill.movements, skill.places, PEOPLE):
            opening = {"movement": [movement], "place": [place], **person}
            if CHILD in chain and not person:
                continue
            true = {f: "yes" for f in chain if f != CHILD}
            told = {f: "yes" for f in true if outright or not skill.protocol.findings[f].asked}
            yield Caller(true, {**opening, **told}, {**opening, "duration": LENGTHS[0]})


def _chains(skill: Skill, when: tuple[str, ...]) -> list[set[str]]:
    """The rule's findings with nothing, with any one parent of each that is only asked after others, and told outright."""
    out = [set(when)]
    for finding in when:
        asked = skill.protocol.findings[finding].asked
        if asked and all(c.after for c in asked):
            parents = {p for c in asked for p in c.after}
            if not parents & set(when):
                out = [{*chain, parent} for chain in out for parent in sorted(parents)]
    return out


def _decides(drawing: Drawing, rule: Rule, caller: Caller) -> bool:
    drawing.hold(caller)
    return rule in drawing.deciding


def _together(skill: Skill, rule: Rule, caller: Caller) -> bool:
    """Whether such a caller is asked for each of the rule's findings, or tells it."""
    details = {k: v for k, v in caller.opening.items() if k in ("movement", "place")}
    person = skill.protocol.people.get(caller.opening.get("person", ""), {})
    details |= {"speaker": "other", **person, "age_group": [person["age_group"]]} if person else {}
    return all(f in caller.opening or f == CHILD or _asked(skill, f, details, caller) for f in rule.when)


def _asked(skill: Skill, finding: str, details: Mapping[str, Any], caller: Caller) -> bool:
    true = {*caller.true, *([CHILD] if "age_group" in details else [])}

    def fits(c: Circumstance) -> bool:
        return c.fits(dict(details)) != "no" and (not c.after or bool(true.intersection(c.after)))

    return any(fits(c) for c in skill.protocol.findings[finding].asked)


def missing(skill: Skill, done: list[Found], tree: Tree, said: set[str]) -> list[str]:
    """All that was reached by nobody, and isn't listed with its reason."""
    protocol, tips = skill.protocol, skill.content.tips.values()
    asked = {name for found in done for name in found.asked}
    out = [f"the question {q.id} is asked of nobody" for q in protocol.questions if (q.detail or q.id) not in asked]
    out += [f"{f.id} is asked of nobody" for f in protocol.findings.values() if f.asked and f.id not in asked]
    out += undecided(skill, {rule for found in done for rule in found.rules})
    behind = {fact for rule in protocol.rules for fact in rule.facts}
    behind |= {fact for finding in protocol.findings.values() for fact in finding.facts}
    behind |= {fact for tip in tips for fact in tip["facts"]}  # who says it is told, with the rule, question or tip itself
    listed = {*LISTED, *(f"facts.toml {fact}" for fact in behind)}
    return out + [f"nobody hears {id}: {text}" for id, text in heard.unheard(tree, skill.content, said) if id not in listed]
