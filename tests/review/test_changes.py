"""What changed since the last release is told in words, each kind of change by its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.review_changes import RULED, changes, changes_page
from tools.review_page import Para
from tools.review_terms import Terms
from triage.content import read_table


def test_without_a_release_there_is_nothing_to_compare(terms: Terms, tmp_path: Path) -> None:
    first = changes_page(terms, tmp_path / "none.toml").blocks[0]
    assert isinstance(first, Para)
    assert str(first.text).startswith("First release")


def test_nothing_changed_against_itself(terms: Terms) -> None:
    assert not any(changes(terms.table, terms.table, terms).values())


def _edits() -> Iterator[tuple[str, str, str]]:
    """What was in the last release, the heading it is told under, and words of what is told."""
    yield 'before["findings"].pop("fever")', "Findings", "new: “"
    yield 'before["findings"]["gone"] = {"facts": [], "alone": "doctor"}', "Findings", "removed: gone, was alone: appointment"
    yield (
        'before["findings"]["chest_pain"]["alone"] = "doctor"',
        "Findings",
        "was appointment within days, is now emergency, also",
    )
    yield 'before["findings"]["fever"]["asked"] = "all"', "Findings", "asked of other callers"
    yield 'before["findings"]["chest_pain"]["call"] = "ed"', "Findings", "the call to make was ed, is now 911"
    yield 'before["rules"].pop()', RULED, "new: “"
    yield 'before["rules"].append({"when": ["fever", "caffeine"], "urgency": "doctor", "facts": []})', RULED, "removed: “"
    yield 'before["rules"][0]["urgency"] = "self_care"', RULED, "was care at home, is now"
    yield 'before["rules"][0]["facts"] = ["judgement"]', RULED, "rested on judgement"
    yield 'before["questions"].pop()', "Questions", "new: "
    yield 'before["questions"].reverse()', "Questions", "another order"
    yield 'before["questions"][0]["asks"].pop()', "Questions", "asks for "
    yield 'before["questions"][0].pop("vital")', "Questions", "of another kind"
    yield 'before["derive"].pop()', "Known without asking", "new: "
    yield 'before["groups"].popitem()', "Lists", "groups changed"


@pytest.mark.parametrize(("edit", "heading", "words"), list(_edits()))
def test_a_change_is_told_in_words(terms: Terms, edit: str, heading: str, words: str) -> None:
    before = read_table(terms.folder / "protocol.toml")
    exec(edit, {"before": before})
    told = changes(before, terms.table, terms)
    assert any(words in line for line in told[heading]), told
