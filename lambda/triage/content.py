"""The reviewed content of one language: the protocol, and the words for it."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from .protocol import Protocol, read_protocol

FOLDER = Path(__file__).parent.parent / "content"
SPOKEN = ("questions", "findings", "details", "prompts", "tips")


@dataclass(frozen=True)
class Content:
    """What the conversation speaks from. `tips` are the self-care tips; `words` the spoken files of the language, by name."""

    locale: str
    protocol: Protocol
    tips: Mapping[str, Mapping[str, Any]]
    words: Mapping[str, Mapping[str, Any]]

    @property
    def prompts(self) -> Mapping[str, Any]:
        return self.words["prompts"]


def read_table(path: Path) -> dict[str, Any]:
    """A TOML file, numbers to call written as a caller reads them.

    Raises ValueError naming the file, and the line where it can't be read."""
    try:
        text = path.read_text(encoding="utf-8")
        return tomllib.loads(re.sub(r"\b9 1 1\b", "911", text))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ValueError(f"{path.parent.name}/{path.name}: {error}") from error


@cache
def load(locale: str = "en-US", folder: Path = FOLDER) -> Content:
    """The content of a language, English where there is no folder for it. Raises ValueError where a file can't be read."""
    if not (folder / locale).is_dir():
        locale = "en-US"
    words = {name: read_table(folder / locale / f"{name}.toml") for name in SPOKEN}
    return Content(locale, read_protocol(read_table(folder / "protocol.toml")), read_table(folder / "tips.toml"), words)
