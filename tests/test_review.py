"""The review pages: whole, linked, the same in HTML and Markdown, and honest about what changed and who signed."""

import itertools
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tools import review
from tools.review_cases import Ran
from tools.review_front import NOBODY, fingerprint, reviewers
from tools.review_page import Page
from tools.review_said import entries, files
from tools.review_terms import BASIS, Terms
from triage.content import read_table

CASES = """
[[case]]
id = "chest"
story = "A tight chest."
says = "my chest hurts"
yes = ["chest_pain"]
details = { movement = "cramp", place = "chest" }
expect = ["emergency"]
source = "the list of emergencies"

[[case]]
id = "wrong_on_purpose"
story = "The same, expected to end calmly."
says = "my chest hurts"
yes = ["chest_pain"]
details = { movement = "cramp", place = "chest" }
expect = ["self_care"]
source = "none"
"""


class Reader(HTMLParser):
    """The links, anchors and tags of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "id" and value:
                self.anchors.append(value)
            if name == "href" and value:
                self.links.append(value)


@pytest.fixture(scope="module")
def terms() -> Terms:
    return Terms()


@pytest.fixture(scope="module")
def made(terms: Terms, tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    folder = tmp_path_factory.mktemp("cases")
    (folder / "emergency.toml").write_text(CASES, encoding="utf-8")
    return review.pages(terms, Ran(terms, folder), tmp_path_factory.mktemp("review"))


@pytest.fixture(scope="module")
def wanted(made: list[Page]) -> dict[str, str]:
    return review.files(made)


@pytest.fixture(scope="module")
def readers(wanted: dict[str, str]) -> dict[str, Reader]:
    return {name: Reader(text) for name, text in wanted.items() if name.endswith(".html")}


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


def test_every_rule_statement_source_tip_and_question_has_its_place(terms: Terms, readers: dict[str, Reader]) -> None:
    shown: dict[str, Any] = {"rules": terms.rules, "facts": terms.facts, "sources": terms.sources, "tips": terms.content.tips,
                             "said-findings": terms.protocol.findings,
                             "protocol": [q.id for q in terms.protocol.questions]}  # fmt: skip
    for page, ids in shown.items():
        assert set(ids) <= set(readers[f"{page}.html"].anchors), page


def test_every_spoken_sentence_is_shown(terms: Terms, wanted: dict[str, str]) -> None:
    for name in files(terms):
        page = wanted[f"said-{name}.md"]
        for id, _, sentences in entries(terms, name):
            for part, _ in sentences:
                assert f"`{id}.{part}`" in page or f"`{id}`" in page, f"{id}.{part}"


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


def test_a_case_that_ends_elsewhere_is_named(wanted: dict[str, str]) -> None:
    page = wanted["cases-emergency.md"]
    assert "These end elsewhere than expected: wrong\\_on\\_purpose." in page
    assert "but ends in **Emergency**" in page


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


def test_the_list_of_what_stands_behind_replies_names_only_what_is_there(terms: Terms) -> None:
    table = read_table(BASIS)
    spoken = {id for name in files(terms) for id, _, _ in entries(terms, name)}
    assert {*table["plain"], *table["ruled"], *table["facts"]} <= spoken
    assert {fact for facts in table["facts"].values() for fact in facts} <= set(terms.facts)


def test_nobody_has_signed_until_somebody_has(terms: Terms, wanted: dict[str, str], tmp_path: Path) -> None:
    assert NOBODY in wanted["sign.html"]
    assert "No clinician has reviewed this yet." in wanted["index.html"]
    row = '[[signed]]\nname = "N."\nrole = "nurse"\non = 2027-01-31\nversion = "1.0.0"\ncontent = "{}"\n'
    (tmp_path / "signed.toml").write_text(row.format(fingerprint(terms)) + row.format("0" * 12), encoding="utf-8")
    same, older = reviewers(terms, tmp_path / "signed.toml")
    assert "2027-01-31" in same
    assert "changed since" not in same
    assert "changed since" in older
