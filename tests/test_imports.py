"""Imports point one way: triage ← conversation ← skill ← lambda_function; what decides and speaks knows no library."""

import ast
import sys
from pathlib import Path

import pytest

ORDER = ["triage.protocol", "triage.content", "triage.interview", "triage.answers", "triage.session",
         "conversation.words", "conversation.asking", "conversation.outcome", "conversation.talk", "conversation.relief",
         "conversation.meaning", "conversation.topics", "conversation.asides", "conversation.dialogue",
         "intents", "skill", "lambda_function"]  # fmt: skip
KNOWN = {*sys.stdlib_module_names, "triage", "conversation"}
FREE = {"skill", "intents", "lambda_function", "settings", "turn_log"}


def imported(path: Path, module: str) -> list[tuple[int, str]]:
    """(line, module) of every import in a file."""
    out = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            out += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = module.rsplit(".", 1)[0] + "." if node.level else ""
            if node.module and not (node.level and f"{base}{node.module}" not in ORDER):
                out.append((node.lineno, base + node.module))
            else:
                out += [(node.lineno, base + alias.name) for alias in node.names]
    return out


def wrong(path: Path, module: str) -> list[str]:
    """What a module imports that it may not."""
    found = []
    for line, name in imported(path, module):
        if name in ORDER and (module not in ORDER or ORDER.index(name) >= ORDER.index(module)):
            found.append(f"{path}:{line}: {module} imports {name}, which comes after it")
        elif (
            name not in ORDER
            and module not in FREE
            and name.split(".")[0] not in {*sys.stdlib_module_names, "triage", "conversation"}
        ):
            found.append(f"{path}:{line}: {module} imports {name}; only the adapter may know a library")
    return found


FILES = sorted(p for p in Path("lambda").rglob("*.py") if p.name != "__init__.py" and p.stem not in FREE - set(ORDER))


@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_module_imports_only_what_comes_before_it(path: Path) -> None:
    module = ".".join(path.relative_to("lambda").with_suffix("").parts)
    assert module in ORDER, f"{path}: say in tests/test_imports.py where it stands"
    assert wrong(path, module) == []


def test_an_import_that_points_the_wrong_way_is_seen(tmp_path: Path) -> None:
    planted = tmp_path / "protocol.py"
    planted.write_text("import boto3\nfrom conversation.words import Words\n")
    assert len(wrong(planted, "triage.protocol")) == 2


def test_no_file_that_is_shipped_holds_two_ideas() -> None:
    long = {str(p): n for p in Path("lambda").rglob("*.py") if (n := len(p.read_text(encoding="utf-8").splitlines())) > 160}
    assert long == {}, "split what outgrew a page or three"
    assert sum(len(p.read_text(encoding="utf-8").splitlines()) for p in Path("lambda/triage").glob("*.py")) <= 600
