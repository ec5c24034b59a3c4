"""Mutants of the core's Python are laid out, counted and named. mutmut itself runs in `make mutants-python` alone."""

import tomllib
from pathlib import Path

from tools.mutants_python import EXPLAINED, TESTS, change, lay_out, report, statuses

RESULTS = """
    triage.session.xǁSessionǁadd__mutmut_1: killed
    triage.session.x_take__mutmut_13: survived
    triage.protocol.x_days__mutmut_2: timeout
    triage.protocol.x_days__mutmut_3: no tests
"""
DIFF = """# triage.session.x_take__mutmut_13: survived
--- src/triage/session.py
+++ src/triage/session.py
@@ -6,7 +6,7 @@
     for name in said:
-        delta |= {"speaker": "other"}
+        delta = {"speaker": "other"}
     return delta
"""


def test_the_copy_has_what_the_tests_need(tmp_path: Path) -> None:
    lay_out(tmp_path)
    assert (tmp_path / "lambda" / "triage" / "interview.py").samefile(tmp_path / "src" / "triage" / "interview.py")
    assert {p.stem for p in (tmp_path / "tests").glob("test_*.py")} == {f"test_{name}" for name in TESTS}
    assert (tmp_path / "src" / "content" / "protocol.toml").is_file()
    settings = tomllib.loads((tmp_path / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]
    assert settings["pytest_add_cli_args_test_selection"] == [f"tests/test_{name}.py" for name in TESTS]


def test_each_part_of_the_core_has_its_tests() -> None:
    assert {p.stem for p in Path("lambda/triage").glob("[!_]*.py")} - {"protocol"} <= set(TESTS)


def test_what_survives_is_counted_and_named_by_its_line() -> None:
    found = statuses(RESULTS)
    assert list(found.values()) == ["killed", "survived", "timeout", "no tests"]
    name = change("triage.session.x_take__mutmut_13", DIFF)
    assert name == 'session: delta = {"speaker": "other"}'
    text = report(found, [name, "protocol: without x"], {name: "for a reason", "session: gone": "for another"})
    assert "protocol           2       1   50.0%" in text
    assert "all                4       2   50.0%" in text
    assert f"{name}\n    for a reason" in text
    assert "protocol: without x\n    NOT EXPLAINED" in text
    assert "explained, but noticed: session: gone" in text


def test_a_removed_line_is_named_by_what_is_gone() -> None:
    assert change("triage.session.x_take__mutmut_1", "--- a\n+++ a\n-    pass\n") == "session: without pass"


def test_each_explained_change_has_a_reason() -> None:
    rows = tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))
    assert all(": " in name and reason for name, reason in rows.items())
