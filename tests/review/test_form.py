"""The form of the review pages: every link leads somewhere, nothing comes from elsewhere, and HTML and Markdown say the same."""

import itertools
import re
from pathlib import Path

from tests.review.reader import Reader


def test_every_link_leads_somewhere(readers: dict[str, Reader]) -> None:
    for name, reader in readers.items():
        for link in reader.links:
            page, _, anchor = link.partition("#")
            if page in ("review.css", "") or page.startswith("http"):
                continue
            assert page in readers or "cases-" in page, f"{name}: {link}"
            assert not anchor or anchor in readers[page].anchors, f"{name}: {link}"


def test_no_two_places_on_a_page_share_a_name(readers: dict[str, Reader]) -> None:
    for name, reader in readers.items():
        assert len(reader.anchors) == len(set(reader.anchors)), name


def test_pages_need_nothing_from_elsewhere_and_tell_no_machine(wanted: dict[str, str], readers: dict[str, Reader]) -> None:
    for name, text in wanted.items():
        assert str(Path.cwd()) not in text, name
        assert "@import" not in text, name
    for name, reader in readers.items():
        assert not {"script", "img", "iframe"} & set(reader.tags), name


def test_markdown_tables_have_a_cell_under_each_head(wanted: dict[str, str]) -> None:
    for name, text in wanted.items():
        widths = [len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else 0 for line in text.splitlines()]
        runs = [pair for pair in itertools.pairwise(widths) if all(pair)]
        assert not name.endswith(".md") or all(a == b for a, b in runs), name


def test_the_same_rows_stand_in_html_and_markdown(wanted: dict[str, str], readers: dict[str, Reader]) -> None:
    for name, reader in readers.items():
        lines = wanted[f"{name.removesuffix('.html')}.md"].splitlines()
        assert sum(line.startswith("|") for line in lines) == reader.tags.count("tr") + reader.tags.count("table"), name
