"""The review pages made once, with two callers, one of whom ends elsewhere than expected."""

import pytest

from tests.review.reader import Reader
from tools import review
from tools.review_cases import Ran
from tools.review_page import Page
from tools.review_terms import Terms

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


@pytest.fixture(scope="session")
def terms() -> Terms:
    return Terms()


@pytest.fixture(scope="session")
def made(terms: Terms, tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    folder = tmp_path_factory.mktemp("cases")
    (folder / "emergency.toml").write_text(CASES, encoding="utf-8")
    return review.pages(terms, Ran(terms, folder), tmp_path_factory.mktemp("review"))


@pytest.fixture(scope="session")
def wanted(made: list[Page]) -> dict[str, str]:
    return review.files(made)


@pytest.fixture(scope="session")
def readers(wanted: dict[str, str]) -> dict[str, Reader]:
    return {name: Reader(text) for name, text in wanted.items() if name.endswith(".html")}
