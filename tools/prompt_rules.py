"""Whether the conversation can fill in what the words leave open, and says every prompt that there is."""

import ast
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import conversation
from tools.content_tree import Problem, Tree, near
from tools.model import wordings

SKILL = Path(conversation.__file__).parent.parent
# What the conversation fills into a prompt, beside the forms of the caller. None: it is spoken as it stands.
PASSED: dict[str, tuple[str, ...] | None] = {
    "okay": None, "or": None, "and": None, "card": None, "for_time": ("length",), "with_things": ("things",),
    "yes_to": ("any",), "not_ruled_out": ("any",), "because": ("reasons",), "heard": ("reasons",), "how_many": ("n",),
    "help": ("help",), "unclear_again": ("help",), "no_topic": ("any",), "known_page": ("by", "read"),
    "known_copy": ("by", "read"), "known_article": ("by", "read"), "known_judgement": ("by", "read"), "summary_what": ("it",),
    "summary_denied": ("it",), "summary_health": ("it",),
    "complaint": ("it",),
}  # fmt: skip


def problems(tree: Tree) -> Iterator[Problem]:
    """Every placeholder that nothing fills in, every prompt that is missing, and every one that nothing says."""
    for file, id, text, allowed in templates(tree):
        yield from _placeholders(f"{tree.locale}/{file}", id, text, allowed)
    file, missing = f"{tree.locale}/prompts.toml", sorted(prompts_in_code() - tree.words("prompts").keys())
    for id in missing:
        yield Problem(file, id, "is said by the conversation, but has no words", "write them")
    for id in tree.words("prompts"):
        if id not in words_in_code():
            yield Problem(file, id, "is never said", near(id, missing) or "take it out")


@cache
def _code() -> tuple[ast.AST, ...]:
    """The shipped code, as a flat list of its parts."""
    return tuple(node for path in sorted(SKILL.rglob("*.py")) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def _text(node: ast.AST) -> set[str]:
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


@cache
def words_in_code() -> frozenset[str]:
    """Every word in quotes in the shipped code: what isn't among them, it can't name."""
    built = {"known_" + mark for mark in ("page", "copy", "article", "judgement")}
    return frozenset(text for node in _code() for text in _text(node)) | built


@cache
def prompts_in_code() -> frozenset[str]:
    """The prompts that the shipped code names, as prompt("name") or prompts["name"]."""
    named = set()
    for node in _code():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "prompt" and node.args:
            choice = node.args[0]
            named |= _text(choice.body) | _text(choice.orelse) if isinstance(choice, ast.IfExp) else _text(choice)
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute) and node.value.attr == "prompts":
            named |= _text(node.slice)
    return frozenset(named)


def templates(tree: Tree) -> Iterator[tuple[str, str, str, set[str]]]:
    """Every spoken string of the language: file, id, text, and what may be filled into it."""
    forms = set(tree.words("details")["pronouns"]["you"])
    forms |= {form.capitalize() for form in forms} | {"place"}
    for id, row in tree.words("questions").items():
        for part, text in ((part, text) for part, text in row.items() if isinstance(text, str)):
            yield "questions.toml", id, text, forms | {"any"} | ({"summary", "about"} if part == "ask" else set())
        for thing in row.get("things", ()):
            yield from (("questions.toml", id, say, forms) for say in wordings(thing))
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
            mend = near(name, allowed) or f"here can be filled in: {', '.join(sorted(allowed)) or 'nothing'}"
            yield Problem(file, id, f"has an unknown {{{name}}} in {text!r}", mend)
