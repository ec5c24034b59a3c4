"""The table `asked.toml`, read: who should be asked for what, and what findings mean together.

It is written from the clinical findings, and read with no code of the skill."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parent / "asked.toml"
MOVEMENTS = ("twitch", "cramp", "jerk", "stiffness", "hiccup")
AGES = {"[child]": ("child", "infant"), "[baby]": ("infant",)}
Details = Mapping[str, Any]  # movement, place, age_group: a list of values, or "unsure"; speaker, pronoun; days


@dataclass(frozen=True)
class Clause:
    """For whom: any of the movements, places and ages named, but for the movements at the places of `but`; not who is called he;
    or after a finding."""

    movement: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()
    age_group: frozenset[str] = frozenset()
    but: bool = False
    after: frozenset[str] = frozenset()
    not_he: bool = False

    def fits(self, details: Details) -> str:
        """ "yes", "no", or "unsure" where it turns on a detail that the caller can't tell."""
        if self.not_he and details.get("pronoun") == "he":
            return "no"
        if not self.named:
            return "yes"
        parts = [self._has(name, details) for name in self.named]
        if self.but:
            parts = [{"yes": "no", "no": "yes"}.get(min(parts), "unsure")]
        return "no" if "no" in parts else "unsure" if "unsure" in parts else "yes"

    @cached_property
    def named(self) -> tuple[str, ...]:
        return tuple(name for name in ("movement", "place", "age_group") if getattr(self, name))

    def _has(self, name: str, details: Details) -> str:
        have, wanted = details.get(name), getattr(self, name)
        if have == "unsure":
            return "unsure"
        if self.but:  # a twitch of the eyelid alone is left out; of eyelid and calf it isn't
            return "yes" if have and set(have) <= wanted else "no"
        return "yes" if have and wanted & set(have) else "no"


@dataclass(frozen=True)
class Statement:
    """These findings together, in these circumstances, mean this urgency; `strict`: even when the caller can't tell."""

    members: frozenset[str]
    urgency: int
    where: Clause = Clause()
    strict: bool = False


class Asked:
    """The table, read."""

    def __init__(self, path: Path = TABLE) -> None:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        self.urgencies: list[str] = table["urgencies"]
        self.umbrella = frozenset(table["umbrella"])
        self.groups: dict[str, list[str]] = table["places"]
        self.tells: dict[str, list[str]] = table["tells"]
        self.asked = {f: [c for c in map(self._clause, row["asked"].split("; ")) if c] for f, row in table["findings"].items()}
        self.derived = {f: (self._clause(row["when"]) or Clause(), row.get("days")) for f, row in table["derived"].items()}
        self.calls = {f: row["alone"].partition(" ")[2] for f, row in table["findings"].items() if "alone" in row}
        self.statements = [s for f, row in table["findings"].items() for s in self._statements(f, row)]

    def _clause(self, text: str) -> Clause | None:
        if text in ("all", "listen"):
            return Clause() if text == "all" else None
        if text.startswith("after "):
            return Clause(after=frozenset(text.removeprefix("after ").split(", ")))
        not_he, text = text.endswith(" but he"), text.removesuffix(" but he")
        if text == "all":
            return Clause(not_he=True)
        but, text = text.startswith("all but "), text.removeprefix("all but ")
        movements, _, places = text.rpartition("of ") if "of " in text else (text, "", "")
        words = [w.strip() for w in f"{movements}, {places}".split(",")]
        named = frozenset(p for w in words for p in self.groups.get(w, [w]) if p and p not in MOVEMENTS and p not in AGES)
        ages = frozenset(a for w in words for a in AGES.get(w, ()))
        return Clause(frozenset(MOVEMENTS) & set(words), named, ages, but, not_he=not_he)

    def _statements(self, finding: str, row: Mapping[str, str]) -> Iterable[Statement]:
        if "alone" in row:
            name, strict = re.match(r"(\w+)(!?)", row["alone"]).groups()  # type: ignore[union-attr]
            yield Statement(frozenset([finding]), self.urgencies.index(name), strict=bool(strict))
        for clause in filter(None, row.get("with", "").split("; ")):
            combinations, name = clause.split(" → ")
            for combination in combinations.split(", "):
                parts = combination.split(" + ")
                members = frozenset([finding, *(p for p in parts if p[0] != "["), *(["infant_or_child"] * ("[child]" in parts))])
                moves = frozenset(p[1:-1] for p in parts) & set(MOVEMENTS)
                where = Clause(moves, age_group=frozenset(AGES["[baby]"] if "[baby]" in parts else ()))
                yield Statement(members, self.urgencies.index(name), where)
