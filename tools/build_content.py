"""The content as it is shipped: only the files that the skill reads, as JSON, which loads twenty times faster than TOML."""

import json
from functools import cached_property
from pathlib import Path
from unittest.mock import patch

from triage import content


def read_by_the_skill(folder: Path) -> list[Path]:
    """The files that `triage.content` reads, for every language: found by having it read everything."""
    read: list[Path] = []

    def note(path: Path) -> dict[str, object]:
        read.append(path)
        return table(path)

    table = content.read_table
    for it in vars(content).values():  # what was read before is to be read again
        if hasattr(it, "cache_clear"):
            it.cache_clear()
    with patch.object(content, "read_table", note):
        for language in sorted(p.name for p in folder.iterdir() if p.is_dir()):
            loaded = content.load(language, folder)
            for name in content.SPOKEN:
                loaded.words[name]
            for name, value in vars(content.Content).items():
                if isinstance(value, cached_property):
                    getattr(loaded, name)
    return sorted(set(read))


def ship(folder: Path, target: Path) -> None:
    """Write the files that the skill reads to `target`: as JSON, or as they are where they hold what JSON can't, as a date."""
    for path in read_by_the_skill(folder):
        table, place = content.read_table(path), target / path.relative_to(folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(table, default=str, ensure_ascii=False, separators=(",", ":"))
        if json.loads(text) == table:
            place.with_suffix(".json").write_text(text, encoding="utf-8")
        else:
            place.write_bytes(path.read_bytes())
