"""Case files, read: callers, what is true of them, and where they must end. The format is in CONTRIBUTING.md."""

import difflib
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from triage.content import Content
from triage.protocol import days

DETAILS = {"movement", "place", "side", "duration", "age_group", "speaker"}
KEYS = {"id", "story", "says", "yes", "unsure", "details", "expect", "source"}


@dataclass(frozen=True)
class Case:
    """A caller: what they say first, what is true of them, and where they must end."""

    id: str
    says: str
    expect: list[str]
    source: str
    story: str = ""
    yes: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)
    details: dict[str, str] = field(default_factory=dict)


def read_cases(path: Path, content: Content) -> list[Case]:
    """The cases of a file. Raises ValueError naming the file, the case, and the nearest known id."""
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise ValueError(f"{path}: can't be read as a list of [[case]]: {error}") from error
    cases: list[Case] = []
    for number, row in enumerate(rows, 1):
        where = f"{path}: case {row.get('id', f'number {number}')}"
        if missing := {"id", "says", "expect", "source"} - row.keys():
            raise ValueError(f"{where}: has no {', '.join(sorted(missing))}; add it")
        for what, given, allowed in (
            ("key", row, KEYS), ("finding", row.get("yes", []) + row.get("unsure", []), content.protocol.findings),
            ("detail", row.get("details", {}), DETAILS), ("urgency", row["expect"], content.protocol.urgencies),
        ):  # fmt: skip
            for name in given:
                if name not in allowed:
                    near = difflib.get_close_matches(name, allowed, 1)
                    raise ValueError(f"{where}: no {what} {name!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
        if row["id"] in {c.id for c in cases}:
            raise ValueError(f"{where}: stands twice; give each caller an id of its own")
        if (length := row.get("details", {}).get("duration")) and days(length) is None:
            raise ValueError(f"{where}: duration {length!r} is not ISO 8601; write P3D, P2W or PT10M")
        cases.append(Case(**row))
    return cases
