"""The callers of the case files told in ids, with nothing spoken and nothing heard: the core alone asks, and each ends right.

This is what `make mutants-python` tries the core's mutants with, beside the tests of its parts: it is quick."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from conversation.talk import Turn
from tools.case_files import Case, read_cases
from tools.cases import Caller
from tools.mutants_callers import person
from triage.content import Content
from triage.protocol import Known


def opening(case: Case, true: Known, content: Content) -> Turn:
    """All that is never asked, or only after what isn't true of them; and whom and what it is about."""
    asked = {f: content.protocol.findings[f].asked for f in (*case.yes, *case.unsure)}
    told: Known = {f: true[f] for f, ways in asked.items() if all(c.after and not {*c.after} & asked.keys() for c in ways)}
    told |= {name: true[name] for name in ("movement", "place", "side", "age_group") if true.get(name, "unsure") != "unsure"}
    return Turn("report", told | ({"speaker": "other"} if case.details.get("speaker") == "someone else" else {}))


def callers(content: Content) -> Iterable[Case]:
    for path in sorted(Path(__file__).parent.glob("cases/*.toml")):
        yield from read_cases(path, content)


@pytest.mark.parametrize("part", range(8))
def test_a_caller_told_in_ids_ends_right(content: Content, part: int) -> None:
    rank = content.protocol.urgencies.index
    for case in list(callers(content))[part::8]:
        true = Caller(case, content, {}).true
        one = person(content.protocol, case.id, [opening(case, true, content)], true, map(rank, case.expect))
        assert one.interview(content.protocol)[0] in one.right, case.id
