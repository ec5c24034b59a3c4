"""Whether a language has words for everything in the protocol, and none for what isn't there."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from tools.content_tree import Problem, Tree, near
from tools.model import expand
from triage.protocol import days

STEPS = ("opening", "which", "else", "confirm", "fix", "relief", "more", "offer")  # asked beside the protocol's questions
MOST_THINGS = 5
EMERGENCY_NUMBER = "911"


def problems(tree: Tree) -> Iterator[Problem]:
    """Everything wrong with the words of a language, in a fixed order."""
    protocol = tree["protocol"]
    questions = {q["id"]: q for q in protocol["questions"]}
    prompts, steps = tree.words("prompts"), [*questions, *STEPS]
    for name, wanted in (("findings", protocol["findings"]), ("questions", steps)):
        yield from _same(tree, f"{name}.toml", "", tree.words(name), wanted)
    for name in ("facts", "tips", "topics", "relief"):
        yield from _same(tree, f"{name}.toml", "", tree.words(name), tree[name])
    details = tree.words("details")
    for part, wanted in (("movement", protocol["movements"]), ("place", protocol["places"])):
        yield from _same(tree, "details.toml", part, details[part], [*wanted, "unknown"])
    for pronoun, row in details["pronouns"].items():
        yield from _same(tree, "details.toml", f"pronouns {pronoun}", row, details["pronouns"]["you"])
    for part, wanted in (("outcome", protocol["urgencies"][:-1]), ("card", protocol["urgencies"][:-1])):
        yield from _same(tree, "prompts.toml", part, prompts.get(part, {}), wanted, only=False)
    yield from _same(tree, "prompts.toml", "card", prompts.get("card", {}), prompts.get("call", {}), only=False)
    for part in ("first_aid", "first_aid_other", "do_first"):
        yield from _same(tree, "prompts.toml", part, {}, [f for f in prompts.get(part, {}) if f not in protocol["findings"]])
    for id, question in questions.items():
        yield from _question(tree, id, question, tree.words("questions").get(id, {}))
    yield from _callers(tree)


def _same(
    tree: Tree, file: str, part: str, have: Mapping[str, Any], wanted: Collection[str], only: bool = True
) -> Iterator[Problem]:
    """Words that are missing, and, if these are to be the only ones, words for what isn't there."""
    file = f"{tree.locale}/{file}"
    for id in wanted:
        if id not in have or (have[id] == "" and not part.startswith("pronouns")):
            yield Problem(file, f"{part} {id}".strip(), "has no words", "write them, or take out what they are for")
    for id in have if only else ():
        if id not in wanted:
            yield Problem(file, f"{part} {id}".strip(), "belongs to nothing", near(id, wanted) or "take it out")


def _question(tree: Tree, id: str, question: Mapping[str, Any], row: Mapping[str, Any]) -> Iterator[Problem]:
    """A question's things stand for exactly what it asks, and an emergency is asked twice and left with a number to call."""
    file, findings = f"{tree.locale}/questions.toml", tree["protocol"]["findings"]
    asks, things = question.get("asks", ()), row.get("things", ())
    covered = [finding for thing in things for finding in thing["of"]]
    if not row:
        return
    for finding in asks if "detail" not in question else ():
        if finding not in covered:
            yield Problem(file, id, f"doesn't ask for {finding}", "add it to one of its things")
    for finding in dict.fromkeys(covered):
        if finding not in asks:
            yield Problem(file, id, f"asks for {finding!r}, which isn't among its findings", near(finding, asks) or "take it out")
        elif covered.count(finding) > 1:
            yield Problem(file, id, f"asks for {finding} twice", "keep it in one thing")
    if len(things) > MOST_THINGS:
        yield Problem(file, id, f"asks for {len(things)} things in one breath", f"join or drop some: at most {MOST_THINGS}")
    emergencies = [f for f in asks if findings.get(f, {}).get("alone", "").startswith(tree["protocol"]["urgencies"][-1])]
    if emergencies and not row.get("again"):
        yield Problem(file, id, f"asks for an emergency ({emergencies[0]}) in one wording only", "write again")
    if emergencies and EMERGENCY_NUMBER not in row["reprompt"].replace("9 1 1", "911"):
        what = f"leaves a silent caller without a number ({emergencies[0]})"
        yield Problem(file, id, what, f"end its reprompt with: call {EMERGENCY_NUMBER}")


def _callers(tree: Tree) -> Iterator[Problem]:
    """What callers say: phrases for everything, each with one owner."""
    protocol, callers, file = tree["protocol"], tree.words("callers"), f"{tree.locale}/callers.toml"
    for part, wanted in (
        ("finding", protocol["findings"]), ("movement", protocol["movements"]), ("place", protocol["places"]),
        ("person", protocol["people"]), ("age_group", protocol["age_groups"]), ("side", tree.words("details")["side"]),
    ):  # fmt: skip
        yield from _same(tree, "callers.toml", part, callers[part], wanted)
    strangers = {id: phrases for id, phrases in callers["fine"].items() if id not in protocol["findings"]}
    yield from _same(tree, "callers.toml", "fine", strangers, ())
    for id in callers["rough_duration"]:
        if days(id) is None:
            yield Problem(file, f"rough_duration {id}", "is no length of time", "write it like P3D or PT5M")
    answers = {k: callers[k] for k in ("yes", "no", "unsure", "umbrella")}
    told = {p: id for id, phrases in callers["finding"].items() for template in phrases for p in expand(template)}
    for name, phrases in answers.items():
        for phrase in dict.fromkeys(p for template in phrases for p in expand(template) if p in told):
            what = f"phrase {phrase!r} is also of the finding {told[phrase]}, which it would hide"
            yield Problem(file, name, what, "keep it in the finding")
    parts: dict[str, Mapping[str, list[str]]] = {"yes, no, unsure, umbrella": answers}
    parts |= {part: rows for part, rows in callers.items() if isinstance(rows, dict)}
    parts |= {"topic": {id: row["callers"] for id, row in tree.words("topics").items()}}
    for part, rows in parts.items():
        owners: dict[str, str] = {}
        for id, phrases in rows.items():
            here = f"{tree.locale}/topics.toml" if part == "topic" else file
            for phrase in sorted({p for p in phrases if phrases.count(p) > 1}):
                yield Problem(here, f"{part} {id}", f"phrase {phrase!r} is there twice", "keep one of them")
            for phrase in dict.fromkeys(p for template in phrases for p in expand(template)):
                if phrase in owners:
                    what = f"phrase {phrase!r} is also of {owners[phrase]}"
                    yield Problem(here, f"{part} {id}", what, "keep it in one of them")
                if not re.fullmatch(r"[a-z][a-z '-]{0,79}", phrase) and tree.locale.startswith("en"):
                    mend = "lower-case letters, 80 at most, numbers in words"
                    yield Problem(here, f"{part} {id}", f"phrase {phrase!r} can't be heard", mend)
                owners[phrase] = id
