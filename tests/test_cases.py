"""The case runner: it names what is wrong in a case file, and its totals tell too calm from too alarmed."""

from pathlib import Path

import pytest

from tools.case_files import read_cases
from tools.cases import run_all, totals
from triage.content import Content

CASE = '[[case]]\nid = "a"\nsays = "my calf cramps"\nexpect = ["doctor"]\nsource = "NHS"\n'


@pytest.mark.parametrize(("text", "expected"), [
    ("[[case]\n", "can't be read"),
    (CASE + 'yes = ["leg_sweling"]\n', "did you mean 'leg_swelling'?"),
    (CASE + 'unsure = ["chest_pian"]\n', "did you mean 'chest_pain'?"),
    (CASE.replace("doctor", "docter"), "did you mean 'doctor'?"),
    (CASE.replace('source = "NHS"\n', ""), "has no source"),
    (CASE + 'expects = ["doctor"]\n', "did you mean 'expect'?"),
    (CASE + CASE, "stands twice"),
    (CASE + 'details = { duration = "3 weeks" }\n', "ISO 8601"),
    (CASE + 'details = { movment = "cramp" }\n', "did you mean 'movement'?"),
])  # fmt: skip
def test_a_bad_case_is_refused_with_its_mend(tmp_path: Path, content: Content, text: str, expected: str) -> None:
    path = tmp_path / "cases.toml"
    path.write_text(text)
    with pytest.raises(ValueError, match=r"cases\.toml") as error:
        read_cases(path, content)
    assert expected in str(error.value)


def test_a_case_that_ends_too_calm_is_counted_as_under_triaged(tmp_path: Path) -> None:
    path = tmp_path / "cases.toml"
    path.write_text(
        CASE.replace("doctor", "emergency")
        + 'yes = ["frequent"]\ndetails = { movement = "cramp", place = "calf", duration = "P1D" }\n'
    )
    [result] = list(run_all([path]))
    assert result["got"] == "doctor"
    assert "under-triaged 1, over-triaged 0" in totals([result], ("self_care", "doctor", "same_day", "emergency"))
