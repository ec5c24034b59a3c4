"""What the review pages show: all that is decided and said, who ends elsewhere, what stands behind it, and who signed."""

from pathlib import Path
from typing import Any

from tests.review.reader import Reader
from tools.review_front import NOBODY, fingerprint, reviewers
from tools.review_said import entries, files
from tools.review_terms import BASIS, Terms
from triage.content import read_table


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


def test_a_case_that_ends_elsewhere_is_named(wanted: dict[str, str]) -> None:
    page = wanted["cases-emergency.md"]
    assert "These end elsewhere than expected: wrong\\_on\\_purpose." in page
    assert "but ends in **Emergency**" in page


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
