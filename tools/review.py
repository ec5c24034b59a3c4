"""The pages by which a clinician reviews the skill, in HTML and Markdown: `make review`."""

import argparse
import shutil
import sys
from pathlib import Path

from tools import review_html
from tools.review_cases import Ran, case_pages
from tools.review_changes import changes_page
from tools.review_facts import facts_page
from tools.review_front import front_page, sign_page
from tools.review_markdown import markdown
from tools.review_page import Page
from tools.review_protocol import listened_page, order_page, protocol_page
from tools.review_rules import judgement_page, rules_page
from tools.review_said import said_pages
from tools.review_sources import sources_page, tips_page
from tools.review_terms import Terms

FOLDER = Path("docs/review")
RELEASED, SIGNED = "released-protocol.toml", "signed.toml"  # kept, not generated
UNSIGNED = """\
# Who has reviewed these pages. Add one table for each signed page; `content` is what stands beside the version on it:
#
# [[signed]]
# name = "…"
# role = "…"            # profession and registration
# on = 2027-01-31
# version = "1.0.0"
# content = "0123456789ab"
signed = []
"""


def pages(terms: Terms, ran: Ran, folder: Path = FOLDER) -> list[Page]:
    """Every page, the first one first."""
    rest = [
        protocol_page(terms), order_page(terms), rules_page(terms), judgement_page(terms), listened_page(terms),
        *said_pages(terms), tips_page(terms), facts_page(terms), sources_page(terms), *case_pages(terms, ran),
        changes_page(terms, folder / RELEASED), sign_page(terms, folder / SIGNED),
    ]  # fmt: skip
    return [front_page(terms, rest, ran, folder / SIGNED), *rest]


def files(made: list[Page]) -> dict[str, str]:
    """The name and text of every generated file."""
    out = {review_html.STYLE.name: review_html.STYLE.read_text(encoding="utf-8")}
    for page in made:
        out[f"{page.name}.html"] = review_html.html(page, made)
        out[f"{page.name}.md"] = markdown(page)
    return out


def differences(wanted: dict[str, str], folder: Path = FOLDER) -> list[str]:
    """The generated files that differ from what stands in the folder, with what is wrong with each."""
    there = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.suffix in (".html", ".md", ".css")}
    found = [f"{name}: missing" for name in wanted if name not in there]
    found += [f"{name}: no page of this name is made any more" for name in there if name not in wanted]
    found += [f"{n}: differs from the content" for n, t in wanted.items() if n in there and there[n].read_text("utf-8") != t]
    return sorted(found)


def write(wanted: dict[str, str], folder: Path = FOLDER) -> None:
    """The folder as it should be: pages that are no longer made are removed."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / SIGNED).exists():
        (folder / SIGNED).write_text(UNSIGNED, encoding="utf-8")
    for line in differences(wanted, folder):
        name = line.partition(":")[0]
        if name in wanted:
            (folder / name).write_text(wanted[name], encoding="utf-8")
        else:
            (folder / name).unlink()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.review", description="Make the review pages of docs/review/.")
    parser.add_argument("--check", action="store_true", help="write nothing; name the pages that differ")
    parser.add_argument("--release", action="store_true", help="keep today's triage as the one to compare the next release with")
    options = parser.parse_args()
    try:
        terms = Terms()
        if options.release:
            FOLDER.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(terms.folder / "protocol.toml", FOLDER / RELEASED)
        wanted = files(pages(terms, Ran(terms)))
    except (ValueError, KeyError) as error:
        print(f"error: {error!r}" if isinstance(error, KeyError) else f"error: {error}", file=sys.stderr)
        return 2
    if options.check:
        found = differences(wanted)
        for line in found:
            print(f"error: {FOLDER}/{line}; run make review", file=sys.stderr)
        return 1 if found else 0
    write(wanted)
    print(f"{FOLDER}: {len(wanted)} files, {sum(len(t.encode()) for t in wanted.values()) // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
