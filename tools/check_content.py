"""Whether the content is whole and fit to be spoken: `python -m tools.check_content [FOLDER]`. Every error names the file, the id
and the mend; a warning doesn't stop the build."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tools import content_rules, evidence_rules, language_rules, prompt_rules, spoken, wording_rules
from tools.content_tree import Problem, read_tree
from triage.content import FOLDER, load

FIRST = "en-US"


def problems(folder: Path = FOLDER) -> Iterator[Problem]:
    """Everything wrong with a content folder, language by language. What can't be read is told alone; what doesn't hold together
    comes before how it is said, which takes some seconds and is told for English."""
    others = sorted(path.name for path in folder.iterdir() if path.is_dir() and path.name != FIRST)
    for locale in [FIRST, *others]:
        tree, unreadable = read_tree(folder, locale)
        yield from unreadable
        if unreadable:
            continue
        unsound = [*content_rules.problems(tree), *evidence_rules.problems(tree)]
        if not unsound:
            protocol = load(locale, folder).protocol
            unsound = [*content_rules.needless(protocol), *content_rules.partial(protocol)]
        unsound += [*language_rules.problems(tree), *prompt_rules.problems(tree)]
        yield from [*unsound, *evidence_rules.unused(tree)]
        if not locale.startswith("en"):
            continue
        try:
            yield from wording_rules.problems(load(locale, folder), spoken.written(tree))
        except (KeyError, ValueError, IndexError, StopIteration):  # for want of what is told above
            if not unsound:
                raise


def main(folder: Path = FOLDER) -> int:
    found = list(dict.fromkeys(problems(folder)))
    for problem in found:
        print(f"{'warning' if problem.warning else 'error'}: {problem}", file=sys.stderr)
    errors = [problem for problem in found if not problem.warning]
    print(f"content: {len(errors)} errors, {len(found) - len(errors)} warnings")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
