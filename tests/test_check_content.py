"""The content check, tried on copies of the content with one defect planted in each."""

import re
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tools import no_copy, wording_rules
from tools.check_content import main, problems
from triage.content import FOLDER

DEFECTS = tomllib.loads(Path(__file__).with_name("planted_defects.toml").read_text(encoding="utf-8"))["defect"]
EN = "en-US"
FACT = '\n[made_up]\nsources = ["article"]\nknown = "article"\nby = "nobody"\n'


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content, to plant defects in."""
    return Path(shutil.copytree(FOLDER, tmp_path / "content"))


def plant(path: Path, pattern: str, replacement: str) -> None:
    """Put a defect into a file, once; at its end where there is no pattern."""
    text = path.read_text(encoding="utf-8")
    changed, count = re.subn(pattern, replacement, text, count=1, flags=re.M) if pattern else (text + replacement, 1)
    assert count == 1, f"{path.name} has no {pattern}: plant the defect elsewhere"
    path.write_text(changed, encoding="utf-8")


def test_the_content_has_no_errors() -> None:
    assert [str(problem) for problem in problems() if not problem.warning] == []


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: f"{defect['error'][1]}: {defect['error'][2]}")
def test_a_planted_defect_is_told_with_file_id_and_mend(content: Path, defect: dict[str, Any]) -> None:
    plant(content / defect["file"], defect["find"], defect["put"])
    file, id, words = defect["error"]
    start = f"content/{file}: {id}"
    assert any(str(p).startswith(start) and words in str(p) and p.mend and not p.warning for p in problems(content))


def test_a_missing_file_is_told(content: Path) -> None:
    (content / EN / "tips.toml").unlink()
    assert "content/en-US/tips.toml: file: is missing; copy it from en-US/ and translate it" in map(str, problems(content))


def test_a_second_language_is_told_what_it_lacks(content: Path) -> None:
    shutil.copytree(content / EN, content / "es-US")
    plant(content / "es-US" / "questions.toml", r"^\[weak\]$", "[eye_again]")
    (content / "es-US" / "details.toml").unlink()
    found = "\n".join(map(str, problems(content)))
    assert "content/es-US/details.toml: file: is missing; copy it from en-US/ and translate it" in found
    shutil.copy(content / EN / "details.toml", content / "es-US")
    assert "content/es-US/questions.toml: weak: has no words" in "\n".join(map(str, problems(content)))


def test_the_command_fails_on_an_error_and_tells_it(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(content / "tips.toml", r"^\[calf_stretch\]$", "[calf_stretch")
    assert main(content) == 1
    assert "error: content/tips.toml: line " in capsys.readouterr().err


def test_a_fact_waits_with_a_warning_until_there_are_topics(content: Path) -> None:
    for path in (content / "topics.toml", content / EN / "topics.toml"):
        path.write_text("", encoding="utf-8")
    plant(content / "facts.toml", "", FACT)
    assert [p.warning for p in problems(content) if p.id == "made_up" and "used by nothing" in p.what] == [True]


def test_eight_words_of_a_page_are_found_and_seven_are_not(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("One two three four five,\nsix seven eight: nine.", encoding="utf-8")
    assert no_copy.write_hashes([page], tmp_path / "hashes.txt") == 2
    hashes = no_copy.read_hashes(tmp_path / "hashes.txt")
    assert no_copy.copied("And two three Four five six seven eight nine!", hashes) == "two three four five six seven eight nine"
    assert no_copy.copied("two three four five six seven eight", hashes) is None


def test_spoken_words_with_a_run_of_a_page_are_refused(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.txt"
    page.write_text("the quick brown fox jumps over the lazy dog", encoding="utf-8")
    no_copy.write_hashes([page], tmp_path / "hashes.txt")
    hashes = no_copy.read_hashes(tmp_path / "hashes.txt")
    monkeypatch.setattr(no_copy, "read_hashes", lambda: hashes)
    plant(content / EN / "tips.toml", r'^calf_stretch = "', 'calf_stretch = "See the quick brown fox jumps over the lazy dog. ')
    assert any(p.id == "calf_stretch" and "copies a page" in p.what for p in problems(content))


@pytest.mark.parametrize("text", ["", "no hashes here", "0123456789abcdef"])
def test_a_spoiled_list_of_hashes_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "hashes.txt").write_text(text, encoding="ascii")
    with pytest.raises(ValueError, match=r"python -m tools\.no_copy"):
        no_copy.read_hashes(tmp_path / "hashes.txt")


def test_the_kept_hashes_are_sorted_and_hold_no_words() -> None:
    lines = no_copy.HASHES.read_text(encoding="ascii").split()
    assert lines == sorted(set(lines))
    assert len(lines) > 5000
    assert all(re.fullmatch(r"[0-9a-f]{12}", line) for line in lines)


def test_a_name_that_is_explained_counts_as_one_short_word() -> None:
    assert wording_rules.grade("Doctors call it myopathy.") == wording_rules.grade("Doctors call it name.")
