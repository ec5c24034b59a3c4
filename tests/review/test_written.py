"""The review pages as files: written as made, and named when one is missing, stale, or differs."""

from pathlib import Path

import pytest

from tools import review


def test_what_is_written_is_what_is_wanted(wanted: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "old.html").write_text("", encoding="utf-8")
    review.write(wanted, tmp_path)
    assert review.differences(wanted, tmp_path) == []
    assert not (tmp_path / "old.html").exists()


@pytest.mark.parametrize("page", ["rules.html", "facts.md", "review.css"])
def test_a_page_that_differs_is_named(wanted: dict[str, str], tmp_path: Path, page: str) -> None:
    review.write(wanted, tmp_path)
    (tmp_path / page).write_text(wanted[page] + "x", encoding="utf-8")
    assert review.differences(wanted, tmp_path) == [f"{page}: differs from the content"]


def test_a_page_that_is_missing_or_stale_is_named(wanted: dict[str, str], tmp_path: Path) -> None:
    review.write(wanted, tmp_path)
    (tmp_path / "rules.html").rename(tmp_path / "rulez.html")
    assert review.differences(wanted, tmp_path) == ["rules.html: missing", "rulez.html: no page of this name is made any more"]
