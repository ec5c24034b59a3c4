"""What the core's tests would notice in its Python: `make mutants-python`. mutmut changes `lambda/triage` in a copy, one
expression at a time, and runs the tests of the core; what survives stands explained in `mutants_python_explained.toml`."""

import re
import shutil
import subprocess
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

COPY = Path("build/mutants-python")
EXPLAINED = Path(__file__).parent / "mutants_python_explained.toml"
TESTS = ["triage", "session", "answers", "interview", "content", "unsure", "cases_in_ids"]
LEAST = 0.9
SETTINGS = """
[tool.pytest.ini_options]
pythonpath = ["src", "."]
addopts = "-q --strict-markers"

[tool.mutmut]
source_paths = ["src"]
only_mutate = ["src/triage/*.py"]
also_copy = ["src/content", "content", "tools", "interaction-model"]
pytest_add_cli_args_test_selection = {tests}
"""


def lay_out(folder: Path, root: Path = Path(".")) -> None:
    """A copy of what the core's tests need, with `lambda` under the name that mutmut leaves out of modules' names."""
    shutil.rmtree(folder, ignore_errors=True)
    ignored = shutil.ignore_patterns("__pycache__")
    for name, to in (("lambda", "src"), ("content", "content"), ("tools", "tools"), ("interaction-model", "interaction-model"),
                     ("tests/cases", "tests/cases")):  # fmt: skip
        shutil.copytree(root / name, folder / to, ignore=ignored)
    (folder / "lambda").symlink_to("src")
    tests = [f"tests/test_{name}.py" for name in TESTS]
    for test in ("tests/__init__.py", "tests/conftest.py", *tests):
        shutil.copy(root / test, folder / test)
    (folder / "pyproject.toml").write_text(SETTINGS.format(tests=tests), encoding="utf-8")


def mutmut(*arguments: str, show: bool = False) -> str:
    """What mutmut prints, or nothing where it is shown. Raises CalledProcessError where it fails."""
    command = [sys.executable, "-m", "mutmut", *arguments]
    done = subprocess.run(command, cwd=COPY, check=True, text=True, stdout=None if show else subprocess.PIPE)
    return done.stdout or ""


def statuses(results: str) -> dict[str, str]:
    """Each mutant's status, as mutmut's list of them says it."""
    return dict(re.findall(r"^\s*(\S+__mutmut_\d+): (.+?)\s*$", results, re.M))


def change(name: str, diff: str) -> str:
    """A mutant named by what it makes of the line that it changes: its numbers move with every edit."""
    new = [line[1:].strip() for line in diff.splitlines() if line.startswith("+") and not line.startswith("+++")]
    gone = [line[1:].strip() for line in diff.splitlines() if line.startswith("-") and not line.startswith("---")]
    return f"{name.split('.')[1]}: {' '.join(new or ['without', *gone])}"


def report(found: Mapping[str, str], survivors: Iterable[str], explained: Mapping[str, str]) -> str:
    """How many of each module's mutants are killed, and what survives."""
    lines = [f"{'':12}{'mutants':>8}{'killed':>8}"]
    for module in (*sorted({name.split(".")[1] for name in found}), ""):
        some = Counter(status for name, status in found.items() if not module or name.split(".")[1] == module)
        killed = some["killed"] + some["timeout"]
        lines.append(f"{module or 'all':12}{some.total():8}{killed:8}{killed / some.total():8.1%}")
    left = list(survivors)
    lines += [f"\nnoticed by nobody: {len(left)}", *(f"  {s}\n    {explained.get(s, 'NOT EXPLAINED')}" for s in left)]
    lines += [f"  explained, but noticed: {name}" for name in explained if name not in left]
    return "\n".join(lines)


def main() -> int:
    began = time.monotonic()
    lay_out(COPY)
    mutmut("run", "--max-children", "2", show=True)
    found = statuses(mutmut("results", "--all", "true"))
    alive = [name for name, status in found.items() if status not in ("killed", "timeout")]
    survivors = [change(name, mutmut("show", name)) for name in alive]
    explained: dict[str, str] = tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))
    print(report(found, survivors, explained))
    print(f"in {time.monotonic() - began:.0f} s")
    return int(not found or len(alive) > (1 - LEAST) * len(found))


if __name__ == "__main__":
    sys.exit(main())
