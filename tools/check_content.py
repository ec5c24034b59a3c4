"""Whether the content is whole and fit to be spoken: `python -m tools.check_content`. Every error names file, id and mend."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tools import content_rules, evidence_rules, language_rules, no_copy, spoken, template_rules, wording_rules
from tools.content_tree import Problem, read_tree
from triage.content import FOLDER, Content, load

FIRST = "en-US"


def problems(folder: Path = FOLDER) -> list[Problem]:
    """Everything wrong with a content folder, in a fixed order. What can't be read is told first, and alone; what doesn't hold
    together before how it is said."""
    found: list[Problem] = []
    locales = sorted((path.name for path in folder.iterdir() if path.is_dir()), key=lambda name: (name != FIRST, name))
    for locale in locales if FIRST in locales else [FIRST]:
        tree, unreadable = read_tree(folder, locale)
        if unreadable:
            found += unreadable
            continue
        here = [*content_rules.problems(tree), *evidence_rules.problems(tree)]
        found += here or content_rules.needless(load(locale, folder).protocol)
        here += [*language_rules.problems(tree), *template_rules.problems(tree)]
        found += [*here, *evidence_rules.unused(tree)]
        try:
            found += list(_said(load(locale, folder), list(spoken.written(tree))))
        except (KeyError, ValueError, IndexError, StopIteration):  # what is missing is told already
            if not here:
                raise
    return list(dict.fromkeys(found))


def _said(content: Content, strings: list[spoken.Spoken]) -> Iterator[Problem]:
    """What is wrong with the wording. The measures, the words that may not be said, and the pages are English."""
    if content.locale.startswith("en"):
        yield from wording_rules.problems(content, strings)
        hashes = no_copy.read_hashes()
        for said in dict.fromkeys([*strings, *spoken.outcomes(content), *spoken.asides(content), *(s for s, _ in spoken.questions(content))]):
            if said.kind != "name" and (run := no_copy.copied(said.text, hashes)):
                yield Problem(said.file, said.id, f"copies a page it was learned from: {run!r}", "say it in other words")


def main() -> int:
    found = problems()
    errors = [problem for problem in found if not problem.warning]
    for problem in found:
        print(f"{'warning' if problem.warning else 'error'}: {problem}", file=sys.stderr)
    print(f"content: {len(errors)} errors, {len(found) - len(errors)} warnings")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
