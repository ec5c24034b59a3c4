"""The page of the statements: every fact, who says so, where it is used, and what it carries of the article."""

from collections.abc import Iterable, Iterator
from typing import Any

from tools.review_page import Block, Heading, Id, Link, Page, Para, Row, Strong, Table, Text, joined
from tools.review_terms import Terms
from triage.content import read_table

NO_USE = "nothing uses it yet"


def uses(terms: Terms) -> dict[str, dict[str, list[Link]]]:
    """What each fact is spoken in, or what rests on it, by kind."""
    out: dict[str, dict[str, list[Link]]] = {fact: {} for fact in terms.facts}

    def add(facts: Iterable[str], kind: str, link: Link) -> None:
        for fact in facts:
            links = out.setdefault(fact, {}).setdefault(kind, [])
            links += [] if link in links else [link]

    for file, id, row in others(terms):
        add(row["facts"], file, Link(id.replace("_", " "), *_place(file, id)))
    for id, rule in terms.rules.items():
        add(rule.facts, "rules", Link(id, "rules", id))
    for finding in terms.protocol.findings.values():
        if finding.id not in terms.rules:
            add(finding.facts, "findings", Link(finding.id, "said-findings", finding.id))
    for id, facts in terms.replies.items():
        file, _, anchor = id.partition(".")
        add(facts, "replies", Link(id, f"said-{file}", anchor))
    return out


def others(terms: Terms) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The file, id and row of everything outside the protocol that names facts: tips, topics and what else there is."""
    for path in sorted(terms.folder.glob("*.toml")):
        if path.stem not in ("protocol", "facts", "sources"):
            for id, row in read_table(path).items():
                if isinstance(row, dict) and "facts" in row:
                    yield path.stem, id, row


def _place(file: str, id: str) -> tuple[str, str]:
    return ("tips", id) if file == "tips" else (f"said-{file}", id)


def facts_page(terms: Terms) -> Page:
    """Every fact: its sentence, its sources, what it carries of the article, and where it is used."""
    used = uses(terms)
    rows = []
    for id, fact in terms.facts.items():
        spoken: Text = [f"“{terms.sentence(id)}”\n", Id(f"facts.{id}")]
        kinds: list[Text] = [[Strong(f"{kind}: "), *joined(links, ", ")] for kind, links in used[id].items()]
        where: Text = joined(kinds) if kinds else [Strong(NO_USE)]
        rows.append(Row([spoken, _behind(terms, fact), _numbers(fact), where], id))
    return Page("facts", "The statements", [
        Para("Every medical statement that the skill may speak or rest a rule on, who says so, and where it is used. F numbers"
             " are the statements of the article that the skill began with; A, B and R numbers are rows of the emergency list and"
             " of the red flags that the project collected."),
        Table(["As spoken", "Who says so", "Numbers", "Spoken in, or behind"], rows, [30, 30, 8, 32], tick=True),
        *_article(terms),
    ])  # fmt: skip


def _numbers(fact: dict[str, Any]) -> str:
    return "\n".join([*fact.get("seed", []), *fact.get("rows", [])])


def _behind(terms: Terms, fact: dict[str, Any]) -> Text:
    """Who says so, as spoken, and the sources, each with how it was seen."""
    lines: list[Text] = [[Strong(f"According to {fact['by']}. "), terms.mark(fact["known"])]]
    for id in fact["sources"]:
        row = terms.sources[id]
        lines.append([Link(f"{row['publisher']}: {row['title']}", "sources", id), " ", terms.mark(row["seen"])])
    return joined(lines)


def _article(terms: Terms) -> list[Block]:
    """The article's statements by number, with its own attribution."""
    by_number = {n: id for id, fact in terms.facts.items() for n in fact.get("seed", [])}
    rows = []
    for number, id in sorted(by_number.items()):
        rows.append(Row([number, [f"“{terms.sentence(id)}” ", Id(id, "facts", id)], terms.facts[id]["by"]], number))
    return [
        Heading("The article's statements by number", "article"),
        Para(f"{len(rows)} statements of the article “{terms.sources['article']['title']}” are carried, in our own words."),
        Table(["Number", "As spoken here", "Attributed to"], rows, [10, 60, 30], tick=True),
    ]
