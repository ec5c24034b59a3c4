"""The pages of the example callers: the story, where it must end, and the conversation as it runs now."""

from pathlib import Path
from typing import Any

from tools import durations
from tools.case_files import Case, read_cases
from tools.cases import run
from tools.recogniser import recogniser
from tools.review_page import Block, Chip, Fold, Heading, Id, Page, Para, Talk, Text, joined
from tools.review_terms import URGENCIES, Terms
from triage.content import read_table

CASES = Path("tests/cases")


class Ran:
    """Every case, put through the whole skill once."""

    def __init__(self, terms: Terms, folder: Path = CASES) -> None:
        hears, phrases = recogniser(), read_table(terms.folder / terms.locale / "callers.toml")
        self.files: dict[str, list[tuple[Case, dict[str, Any]]]] = {}
        paths = sorted(folder.glob("*.toml"), key=lambda p: _rank(terms, p.stem))
        for path in paths:
            self.files[path.stem] = [(c, run(c, terms.content, hears, phrases)) for c in read_cases(path, terms.content)]

    @property
    def results(self) -> list[dict[str, Any]]:
        return [result for some in self.files.values() for _, result in some]


def _rank(terms: Terms, name: str) -> tuple[int, str]:
    known = name in terms.protocol.urgencies
    return (-terms.protocol.urgencies.index(name) if known else 1, name)


def case_pages(terms: Terms, ran: Ran) -> list[Page]:
    """A page for each file of cases."""
    return [_page(terms, name, some) for name, some in ran.files.items()]


def _page(terms: Terms, name: str, some: list[tuple[Case, dict[str, Any]]]) -> Page:
    wrong = [result["id"] for _, result in some if not result["ok"]]
    title = f"Example callers: {URGENCIES.get(name, name.replace('_', ' ')).lower()}"
    blocks: list[Block] = [
        Para(f"{len(some)} callers. The story and the expected end were written first, from the source named; then each caller"
             " was put through the whole skill. They are made up, and their answers are simulated. Open one to read the"
             " conversation; on paper all are open."),
        Para(f"These end elsewhere than expected: {', '.join(wrong)}." if wrong else "All of them end as expected.",
             "note" if wrong else "plain"),
        Heading("The callers"),
    ]  # fmt: skip
    return Page(f"cases-{name}", title, [*blocks, *(_case(terms, case, result) for case, result in some)])


def _case(terms: Terms, case: Case, result: dict[str, Any]) -> Fold:
    expected = joined([[_chip(terms, e)] for e in case.expect], " or ")
    ends: list[Any] = [] if result["ok"] else [" but ends in ", _chip(terms, result["got"])]
    true = [terms.thing(f) for f in case.yes] + [f"not sure: {terms.thing(f)}" for f in case.unsure]
    shown = {k: durations.say(v) if k == "duration" else v for k, v in case.details.items()}
    details = [f"{k.replace('_', ' ')}: {v}" for k, v in shown.items()]
    truth = "; ".join([*details, *true]) or "nothing else"
    about: Text = [f"True of the caller: {truth}.\nSource: {case.source}\nName: ", Id(case.id)]
    turns = [pair for turn in result["turns"] for pair in _turn(turn)]
    return Fold(["☐ ", case.story or case.says, " ", *expected, *ends], [Para(about), Talk(turns)], case.id)


def _chip(terms: Terms, urgency: str | None) -> Chip:
    return terms.urgency(terms.protocol.urgencies.index(urgency)) if urgency else Chip("no advice", "none")


def _turn(turn: dict[str, Any]) -> list[tuple[str, str]]:
    heard = [("Caller", turn["heard"])] if turn["heard"] else []
    return [*heard, ("Skill", turn["speech"])]
