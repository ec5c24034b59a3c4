"""Whether the conversation can fill in what the words leave open, and says every prompt that there is."""

import ast
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import conversation
from tools.content_tree import Problem, Tree, near

SKILL = Path(conversation.__file__).parent.parent
# What the conversation fills into a prompt, beside the forms of the caller. None: it is spoken as it stands.
PASSED: dict[str, tuple[str, ...] | None] = {
    "okay": None, "or": None, "and": None, "card": None, "for_time": ("length",), "with_things": ("things",),
    "yes_to": ("any",), "not_ruled_out": ("any",), "because": ("reasons",), "heard": ("reasons",), "how_many": ("n",),
    "help": ("help",), "unclear_again": ("help",), "no_topic": ("any",), "known_page": ("by", "read"),
    "known_copy": ("by", "read"), "known_article": ("by", "read"), "known_judgement": ("by", "read"), "summary_what": ("it",),
    "summary_denied": ("it",), "summary_health": ("it",),
}  # fmt: skip


def problems(tree: Tree) -> Iterator[Problem]:
    """Every placeholder that nothing fills in, every prompt that is missing, and every one that nothing says."""
    for file, id, text, allowed in templates(tree):
        yield from _placeholders(f"{tree.locale}/{file}", id, text, allowed)
    file, (named, mentioned) = f"{tree.locale}/prompts.toml", prompts_in_code()
    for id in sorted(named - tree.words("prompts").keys()):
        yield Problem(file, id, "is said by the conversation, but has no words", "write them")
    for id in tree.words("prompts"):
        if id not in mentioned:
            yield Problem(file, id, "is never said", near(id, named - tree.words("prompts").keys()) or "take it out")


@cache
def prompts_in_code() -> tuple[frozenset[str], frozenset[str]]:
    """The prompts that the shipped code certainly says, and every word in it that may be a prompt's name."""
    named, mentioned = set(), set()
    for path in sorted(SKILL.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                mentioned.add(node.value)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "prompt" and node.args:
                choice = node.args[0]
                sides = (choice.body, choice.orelse) if isinstance(choice, ast.IfExp) else (choice,)
                named |= {side.value for side in sides if isinstance(side, ast.Constant) and isinstance(side.value, str)}
            if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute) and node.value.attr == "prompts":
                named |= {node.slice.value} if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str) else set()
    known = {"known_" + mark for mark in ("page", "copy", "article", "judgement")}
    return frozenset(named), frozenset(mentioned | known)


def templates(tree: Tree) -> Iterator[tuple[str, str, str, set[str]]]:
    """Every spoken string of the language: file, id, text, and what may be filled into it."""
    forms = set(tree.words("details")["pronouns"]["you"])
    forms |= {form.capitalize() for form in forms} | {"place"}
    for id, row in tree.words("questions").items():
        for part, text in ((part, text) for part, text in row.items() if isinstance(text, str)):
            yield "questions.toml", id, text, forms | {"any"} | ({"summary"} if id == "confirm" and part == "ask" else set())
        for thing in row.get("things", ()):
            yield "questions.toml", id, thing["say"], forms
    for id, row in tree.words("findings").items():
        yield from (("findings.toml", id, row[part], forms if part != "thing" else set()) for part in ("thing", "because", "why"))
    for id, text in tree.words("tips").items():
        yield "tips.toml", id, text, forms
    for id, text in tree.words("facts").items():
        yield "facts.toml", id, text, set()
    for id, row in tree.words("topics").items():
        yield "topics.toml", id, row["name"], set()
    for id, row in tree.words("relief").items():
        yield from (("relief.toml", id, text, forms) for text in row.values())
    for part, rows in tree.words("details").items():
        yield from (("details.toml", f"{part} {id}", text, {"n"} if part == "duration" else set())
                    for id, text in rows.items() if isinstance(text, str))  # fmt: skip
    for id, value in tree.words("prompts").items():
        passed = PASSED.get(id, ())
        allowed = set() if passed is None else {*passed} if id in ("for_time", "with_things", "yes_to") else forms | {*passed}
        for text in [value] if isinstance(value, str) else value.values() if isinstance(value, dict) else value:
            yield "prompts.toml", id, text, allowed


def _placeholders(file: str, id: str, text: str, allowed: set[str]) -> Iterator[Problem]:
    try:
        names = [field for _, field, _, _ in string.Formatter().parse(text) if field is not None]
    except ValueError as error:
        yield Problem(file, id, f"has a stray brace in {text!r} ({error})", "close it, or take it out")
        return
    for name in names:
        if name not in allowed:
            fillable = ", ".join(sorted(allowed)) or "nothing"
            yield Problem(file, id, f"has an unknown {{{name}}} in {text!r}", near(name, allowed) or f"here can be filled in: {fillable}")
