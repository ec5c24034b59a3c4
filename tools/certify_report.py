"""The lines of the certification report."""

from collections.abc import Iterable
from dataclasses import dataclass

ASK = "ask smapi {} -s SKILL_ID -g development"
UNTRIED = (
    ("Amazon's build of the model", "console: Build, Build skill; or: ask smapi get-skill-status -s SKILL_ID"),
    ("Amazon's own validation", "console: Certification, Validation; or: " + ASK.format("submit-skill-validation") + " -l en-US"),
    (
        "what Amazon's recogniser hears in a sentence",
        ASK.format("profile-nlu") + ' -l en-US --utterance "my calf is cramping"',
    ),
    (
        "the first launch through Amazon",
        ASK.format("simulate-skill") + ' --device-locale en-US --input-content "open muscle check"',
    ),
    ("the invocation name, heard", "a speaker: say it ten times, from across the room, with a radio on too"),
    ("how the speech sounds, and whether it is too long", "a speaker, or console: Test"),
    ("the cards", "the Alexa app: More, Activity"),
    ("the policy and terms pages, and the icons in the store", "console: Distribution, Skill Preview; open both addresses"),
    ("the skill disabled: the settings row goes", "the Alexa app: disable the skill; then look for the row in the table"),
    ('"Alexa, call for help", which an emergency reply names', "a speaker with an emergency contact set up"),
)


@dataclass(frozen=True)
class Check:
    """One line of the report: what was looked at, the address of its rule, what was wrong, and why it wasn't tried, if so."""

    title: str
    rule: str
    problems: tuple[str, ...] = ()
    untried: str = ""

    @property
    def mark(self) -> str:
        return "not tried" if self.untried else "FAILED" if self.problems else "passed"


def check(title: str, rule: str, problems: Iterable[str], untried: str = "") -> Check:
    """A check that is done: the problems are looked for now, unless it can't be tried."""
    return Check(title, rule, () if untried else tuple(dict.fromkeys(problems)), untried)


def report(sections: Iterable[tuple[str, list[Check]]], most: int) -> tuple[list[str], int]:
    """The report, `most` problems shown a check, and how many checks failed."""
    lines: list[str] = []
    totals = {"passed": 0, "FAILED": 0, "not tried": 0}
    number = 0
    for number, (heading, checks) in enumerate(sections, 1):
        lines += ["", f"{number}. {heading}"]
        for c in checks:
            totals[c.mark] += 1
            lines.append(f"   {c.mark:9}  {c.title}" + (f": {c.untried}" if c.untried else ""))
            lines += [f"              - {p}" for p in c.problems[:most]]
            if len(c.problems) > most:
                lines.append(f"              - and {len(c.problems) - most} more; make certify ALL=1 lists them")
            if c.problems:
                lines.append(f"              rule: {c.rule}")
    lines += ["", f"{number + 1}. Can't be tried here: needs an account or a speaker"]
    for what, how in UNTRIED:
        lines += [f"   not tried  {what}", f"              {how}"]
    untried = totals["not tried"] + len(UNTRIED)
    lines += ["", f"{totals['passed']} passed, {totals['FAILED']} failed, {untried} not tried"]
    return lines, totals["FAILED"]
