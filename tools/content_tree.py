"""The content folder as it is written: every file's table, and the shape that each must have."""

import datetime
import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a content file, where, and how to mend it."""

    file: str
    id: str
    what: str
    mend: str
    warning: bool = False

    def __str__(self) -> str:
        return f"content/{self.file}: {self.id}: {self.what}; {self.mend}"


@dataclass(frozen=True)
class Tree:
    """The shared tables by name ("protocol"), and those of one language ("en-US/questions")."""

    folder: Path
    locale: str
    tables: Mapping[str, Mapping[str, Any]]

    def __getitem__(self, name: str) -> Mapping[str, Any]:
        return self.tables.get(name, {})

    def words(self, name: str) -> Mapping[str, Any]:
        return self[f"{self.locale}/{name}"]


# The shape of a table: a type; [shape], a list; {"": shape}, any keys; {"key": shape}, these keys, those with * required;
# (shape, shape), either; a string, that very word.
TEXTS = [str]
WHOM: dict[str, Any] = {"movement": TEXTS, "place": TEXTS, "age_group": TEXTS}
SHARED: dict[str, Any] = {
    "protocol": {
        "version*": str, "urgencies*": TEXTS, "movements*": TEXTS, "age_groups*": TEXTS, "places*": TEXTS,
        "rules*": [{**WHOM, "when*": TEXTS, "urgency*": str, "facts*": TEXTS}],
        "groups*": {"": TEXTS},
        "parts*": {"": TEXTS},
        "people*": {"": {"pronoun*": str, "age_group": str, "speaker": str}},
        "derive*": [{**WHOM, "finding*": str, "longer_than": str}],
        "implies": {"": {**WHOM, "findings": TEXTS}},
        "findings*": {"": {"alone": str, "call": str, "listen": str, "facts*": TEXTS,
                           "asked": ("all", [{**WHOM, "pronoun": TEXTS, "after": TEXTS}])}},
        "questions*": [{"id*": str, "asks": TEXTS, "detail": str, "vital": bool, "umbrella": bool, "tips": bool}],
    },
    "sources": {"": {"publisher*": str, "title*": str, "address": str, "seen*": str, "read*": datetime.date,
                     "review_by*": datetime.date, "license*": str}},
    "facts": {"": {"sources*": TEXTS, "known*": str, "by*": str, "rows": TEXTS, "seed": TEXTS}},
    "tips": {"": {"kind*": str, "movement": TEXTS, "place": TEXTS, "fits": TEXTS, "needs": TEXTS, "unless": TEXTS,
                  "ruled_out": TEXTS, "facts*": TEXTS}},
    "topics": {"": {"facts*": TEXTS, "near": TEXTS, "eases": TEXTS}},
    "relief": {"": {"places*": TEXTS, "side": str, "unless": TEXTS, "facts": TEXTS}},
}  # fmt: skip
LANGUAGE: dict[str, Any] = {
    "questions": {"": {"ask*": str, "reprompt*": str, "again": str, "which": str, "rest": str, "else": str, "help": str,
                       "whole": TEXTS, "things": [
                           {"of*": TEXTS, "say*": str, "baby": str, "unless": TEXTS, "at": TEXTS, "side": str}]}},
    "findings": {"": {"thing*": str, "because*": str, "why*": str}},
    "details": {"pronouns*": {"": {"": str}}, **{part + "*": {"": str} for part in ("movement", "place", "side", "duration")}},
    "facts": {"": str},
    "tips": {"": str},
    "prompts": {"": (str, TEXTS, {"": str})},
    "topics": {"": {"name*": str, "callers*": TEXTS}},
    "relief": {"": {"move*": str, "limit*": str, "guide*": str}},
    "callers": {"yes*": TEXTS, "no*": TEXTS, "unsure*": TEXTS, "umbrella*": TEXTS, **{part + "*": {"": TEXTS} for part in (
                "finding", "fine", "movement", "place", "side", "person", "age_group", "rough_duration")},
                "choice": {"": TEXTS}},
    "samples": {"invocation*": str, "slots*": {"": str}, "several*": {"": TEXTS}, "intents*": {"": TEXTS}},
}  # fmt: skip
LATER = ("topics", "relief")  # may be missing, or empty, until there are some


def read_tree(folder: Path, locale: str) -> tuple[Tree, list[Problem]]:
    """The tables of a language and what they share; and what can't be read or has the wrong shape."""
    tables, problems = {}, []
    shapes = {**SHARED, **{f"{locale}/{name}": shape for name, shape in LANGUAGE.items()}}
    for name, shape in shapes.items():
        file = f"{name}.toml"
        try:
            tables[name] = tomllib.loads((folder / file).read_text(encoding="utf-8"))
        except FileNotFoundError:
            if name.split("/")[-1] not in LATER:
                mend = "copy it from en-US/ and translate it" if "/" in name else "add it"
                problems.append(Problem(file, "file", "is missing", mend))
        except UnicodeDecodeError as error:
            problems.append(Problem(file, f"byte {error.start}", "isn't UTF-8", "save it as UTF-8"))
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"\(at (.*?), ", str(error))
            problems.append(Problem(file, line[1] if line else "end", f"can't be read: {error}", "write it as TOML"))
        else:
            problems += [Problem(file, id, what, mend) for id, what, mend in mismatches(tables[name], shape)]
    return Tree(folder, locale, tables), problems


def mismatches(value: Any, shape: Any, id: str = "") -> Iterator[tuple[str, str, str]]:
    """Where a table differs from its shape: the id, what is wrong, and the mend."""
    match shape:
        case tuple() if not any(not list(mismatches(value, s)) for s in shape):
            fits = [s for s in shape if type(s) is type(value)]
            yield from mismatches(value, fits[0], id) if fits else [(id, f"can't be {value!r}", "see the comment above it")]
        case str() if value != shape:
            yield id, f"can't be {value!r}", f"write {shape!r}"
        case [inner]:
            if not isinstance(value, list):
                yield id, "is not a list", "put it in square brackets"
            else:
                for number, entry in enumerate(value, 1):
                    yield from mismatches(entry, inner, f"{id} {name(entry, number)}".strip() if isinstance(entry, dict) else id)
        case dict() if not isinstance(value, dict):
            yield id, "is not a table", "give it its keys"
        case {"": inner}:
            for key, entry in value.items():
                yield from mismatches(entry, inner, f"{id} {key}".strip())
        case dict():
            known = {key.rstrip("*"): inner for key, inner in shape.items()}
            for key, entry in value.items():
                if key not in known:
                    yield id or key, f"has an unknown key {key!r}", near(key, known) or f"use one of {', '.join(known)}"
                else:
                    inside = f"{id} {key}".strip() if isinstance(entry, dict | list) else id or key
                    yield from mismatches(entry, known[key], inside)
            for key in (k[:-1] for k in shape if k.endswith("*") and k[:-1] not in value):
                yield id or key, f"has no {key}", "add it"
        case type() if not isinstance(value, shape):
            yield id, f"{value!r} is no {shape.__name__}", "write it as in the entries beside it"


def name(row: Mapping[str, Any], number: int = 0) -> str:
    """What a row of a list is called: its id, or the findings that it names."""
    several = row.get("when") or row.get("of")
    joined = " + ".join(map(str, several)) if isinstance(several, list) else f"number {number}"
    return str(row.get("id") or row.get("finding") or joined)


def near(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, as a mend; empty where none is."""
    found = difflib.get_close_matches(word, list(known), 1)
    return f"did you mean {found[0]!r}?" if found else ""
