"""The reviewed content of one language: the protocol, and the words for it."""

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from .protocol import DETAILS, Circumstance, Finding, Protocol, Question, Rule, days

FOLDER = Path(__file__).parent.parent / "content"
Table = Mapping[str, Mapping[str, Any]]
SPOKEN = ("questions", "findings", "details", "prompts", "tips")


class Spoken(dict[str, dict[str, Any]]):
    """The spoken files of a language, by name, each read when it is first asked for: a launch needs two of them."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def __missing__(self, name: str) -> dict[str, Any]:
        table = self[name] = read_table(self.folder / f"{name}.toml")
        return table


@dataclass(frozen=True)
class Content:
    """What the conversation speaks from. `words` are the spoken files of the language, by name."""

    locale: str
    folder: Path
    protocol: Protocol
    words: Spoken

    @property
    def prompts(self) -> Mapping[str, Any]:
        return self.words["prompts"]

    # What the first words don't need is read when it is first asked for.
    @cached_property
    def tips(self) -> Table:
        """The self-care tips: whom each fits, and its facts."""
        return read_table(self.folder / "tips.toml")

    @cached_property
    def facts(self) -> Table:
        """The facts: sources, how well known, and `say`, the sentence."""
        said = read_table(self.folder / self.locale / "facts.toml")
        return {id: {**row, "say": said[id]} for id, row in read_table(self.folder / "facts.toml").items()}

    @cached_property
    def sources(self) -> Table:
        return read_table(self.folder / "sources.toml")

    @cached_property
    def topics(self) -> Table:
        """The topics: their facts in order, their name, and how callers ask for them."""
        said = read_table(self.folder / self.locale / "topics.toml")
        return {id: {**row, **said[id]} for id, row in read_table(self.folder / "topics.toml").items()}

    @cached_property
    def relief(self) -> Table:
        return read_table(self.folder / "relief.toml")

    @cached_property
    def relief_words(self) -> Table:
        return read_table(self.folder / self.locale / "relief.toml")


def read_table(path: Path) -> dict[str, Any]:
    """A TOML file, numbers to call written as a caller reads them.

    Raises ValueError naming the file, and the line where it can't be read."""
    try:
        if (built := path.with_suffix(".json")).exists():  # as `make build` ships it
            return dict(json.loads(built.read_bytes()))
        return tomllib.loads(path.read_bytes().decode().replace("9 1 1", "911"))
    except (OSError, ValueError) as error:
        raise ValueError(f"{path.parent.name}/{path.name}: {error}") from error


def load(locale: str = "en-US", folder: Path = FOLDER) -> Content:
    """The content of a language, English where there is no folder for it. Raises ValueError where a file can't be read."""
    return _load(locale if (folder / locale).is_dir() else "en-US", folder)


@cache
def _load(locale: str, folder: Path) -> Content:
    return Content(locale, folder, read_protocol(read_table(folder / "protocol.toml")), Spoken(folder / locale))


def _circumstance(table: Mapping[str, Any], groups: Mapping[str, list[str]]) -> Circumstance:
    def expand(names: Iterable[str]) -> frozenset[str]:
        return frozenset(p for n in names for p in (expand(groups[n[1:]]) if n[0] == "@" else (n,)))

    sets = {name: expand(table.get(name, ())) for name in (*DETAILS, "pronoun")}
    return Circumstance(after=tuple(table.get("after", ())), **sets)


def read_protocol(table: Mapping[str, Any]) -> Protocol:
    """The protocol from its TOML table. The table is taken to be sound: `tools.check` says where it isn't."""
    groups, level = table["groups"], {u: i for i, u in enumerate(table["urgencies"])}
    findings, rules = {}, []
    for id, row in table["findings"].items():
        asked = row.get("asked", [])
        facts = tuple(row["facts"])
        circumstances = (Circumstance(),) if asked == "all" else tuple(_circumstance(a, groups) for a in asked)
        findings[id] = Finding(id, facts, circumstances)
        if alone := row.get("alone"):
            urgency = level[alone.removesuffix("!")]
            rules.append(Rule((id,), Circumstance(), urgency, facts, row.get("call", "911"), alone.endswith("!")))
    for row in table["rules"]:
        rules.append(Rule(tuple(row["when"]), _circumstance(row, groups), level[row["urgency"]], tuple(row["facts"])))
    followers: dict[str, list[str]] = {}
    naming: dict[str, list[Rule]] = {}
    for finding in findings.values():
        for parent in {p for c in finding.asked for p in c.after}:
            followers.setdefault(parent, []).append(finding.id)
    for rule in rules:
        for id in rule.when:
            naming.setdefault(id, []).append(rule)
    derive = tuple((d["finding"], _circumstance(d, groups), days(d["longer_than"]) if "longer_than" in d else None)
                   for d in table["derive"])  # fmt: skip
    return Protocol(
        version=table["version"], urgencies=tuple(table["urgencies"]), findings=findings, rules=tuple(rules),
        questions=tuple(Question(**{**q, "asks": tuple(q.get("asks", ()))}) for q in table["questions"]),
        derive=derive, people=table["people"], implies=table["implies"],
        parts={whole: frozenset(parts) for whole, parts in table["parts"].items()},
        naming={k: tuple(v) for k, v in naming.items()},
        followers={k: tuple(v) for k, v in followers.items()},
        strict=frozenset(r.when[0] for r in rules if r.strict),
        emergency_alone={r.when[0]: r.call for r in rules if len(r.when) == 1 and r.urgency == len(level) - 1
                         and r.circumstance == Circumstance()},
    )  # fmt: skip
