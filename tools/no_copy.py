"""Whether anything spoken is copied from the pages it was learned from: `python -m tools.no_copy FILE...` keeps hashes of those
pages' runs of words, so that their text stays out of the project.

A run is eight words on end, in small letters and without marks. Of each run, twelve digits of a salted hash are kept."""

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

RUN = 8
HASHES = Path(__file__).parent.parent / "tests" / "no_copy" / "hashes.txt"
SALT = "muscle check: no copy: "


def runs(text: str) -> Iterator[str]:
    """Each run of eight words of a text; none where it is shorter."""
    words = re.findall(r"[a-z0-9']+", text.lower().replace("’", "'"))
    for start in range(len(words) - RUN + 1):
        yield " ".join(words[start : start + RUN])


def digest(run: str) -> str:
    return hashlib.sha256((SALT + run).encode()).hexdigest()[:12]


def copied(text: str, hashes: frozenset[str]) -> str | None:
    """The first run of eight words that a page has too; None where the words are our own."""
    return next((run for run in runs(text) if digest(run) in hashes), None)


def read_hashes(path: Path = HASHES) -> frozenset[str]:
    """The kept hashes. Raises ValueError where the file is missing or holds anything else, so that nothing passes unseen."""
    try:
        lines = path.read_text(encoding="ascii").split()
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: can't be read ({error}); make it with python -m tools.no_copy FILE...") from error
    if not lines or any(not re.fullmatch(r"[0-9a-f]{12}", line) for line in lines):
        raise ValueError(f"{path}: isn't a list of hashes; make it again with python -m tools.no_copy FILE...")
    return frozenset(lines)


def write_hashes(paths: Iterable[Path], target: Path = HASHES) -> int:
    """Keep the hashes of these files' runs, and no others; gives how many."""
    hashes = {digest(run) for path in paths for run in runs(path.read_text(encoding="utf-8"))}
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("".join(f"{line}\n" for line in sorted(hashes)), encoding="ascii")
    return len(hashes)


if __name__ == "__main__":
    if not sys.argv[1:]:
        sys.exit("usage: python -m tools.no_copy FILE...")
    print(f"{HASHES.name}: {write_hashes(map(Path, sys.argv[1:]))} runs of {RUN} words")
