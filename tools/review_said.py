"""The pages of what is said: every sentence that the skill can speak, beside the statements that it rests on."""

from collections.abc import Iterator, Mapping
from typing import Any

from tools.model import wordings
from tools.review_facts import others
from tools.review_page import Block, Id, Lines, Link, Page, Para, Row, Strong, Table, Text, joined
from tools.review_terms import BASIS, Terms
from triage.content import read_table

ELSEWHERE = ("facts", "tips")  # pages of their own, with their sentences
HEARD = ("callers", "samples")  # what callers say, not the skill
TITLES = {
    "questions": "Questions as spoken",
    "findings": "Reasons as spoken",
    "prompts": "Replies as spoken",
    "relief": "Guided stretches as spoken",
    "topics": "Topics as spoken",
    "details": "Words for movements, places and times",
}
NOTHING = "not linked to a statement yet"


class Basis:
    """What each sentence rests on."""

    def __init__(self, terms: Terms) -> None:
        table = read_table(BASIS)
        self.terms, self.plain, self.ruled, self.facts = terms, table["plain"], table["ruled"], terms.replies
        self.of: dict[str, list[str]] = {f"findings.{f.id}": list(f.facts) for f in terms.protocol.findings.values()}
        self.rows = {f"{file}.{id}": row for file, id, row in others(terms)}
        self.of |= {id: row["facts"] for id, row in self.rows.items()}
        for q in terms.protocol.questions:
            if q.asks:
                self.of[f"questions.{q.id}"] = [f for a in q.asks for f in terms.protocol.findings[a].facts]

    def limits(self, id: str) -> Lines:
        """For which places, and with what never."""
        row = self.rows.get(id, {})
        places = [f"\n\nFor: {', '.join(p.replace('_', ' ') for p in row['places'])}"] if "places" in row else []
        never = "; ".join(self.terms.thing(f) for f in row.get("unless", []))
        return [*places, *([f"\nNever with: {never}"] if never else [])]

    def text(self, id: str) -> Text:
        if id in self.facts or id in self.of:
            return self.terms.statements(self.facts.get(id) or self.of[id])
        if id in self.plain:
            return "no medical statement in it"
        return ["said because a rule decided so: ", Link("the rules", "rules")] if id in self.ruled else [Strong(NOTHING)]


def files(terms: Terms) -> list[str]:
    """The files of the language whose sentences the skill speaks, questions first."""
    names = {p.stem for p in (terms.folder / terms.locale).glob("*.toml")} - {*ELSEWHERE, *HEARD}
    return sorted(names, key=lambda n: (list(TITLES).index(n) if n in TITLES else len(TITLES), n))


def said_pages(terms: Terms) -> list[Page]:
    """One page for each file of the language."""
    basis = Basis(terms)
    return [_page(terms, name, basis) for name in files(terms)]


def _page(terms: Terms, name: str, basis: Basis) -> Page:
    rows = []
    for id, title, sentences in entries(terms, name):
        lines = joined([_sentence(id, part, text) for part, text in sentences])
        said: Text = [Strong(title), "\n", *lines, *basis.limits(id)] if title else lines
        rows.append(Row([said, basis.text(id)], id.partition(".")[2]))
    blocks: list[Block] = [
        Para("As heard by a caller who speaks for themselves; of someone else the skill says he, she or they. Words in ‹ › are"
             " filled in. Cite a sentence by its name in small letters; tick the box of one that is wrong."),
        *([Para("A topic is answered with the statements beside it, a few at a time.")] if name == "topics" else []),
        Table(["What is said", "Rests on"], rows, [52, 48]),
    ]  # fmt: skip
    return Page(f"said-{name}", TITLES.get(name, name.replace("_", " ").capitalize()), blocks)


def _sentence(id: str, part: str, text: str) -> Lines:
    return ["☐ ", f"“{text}” ", Id(f"{id}.{part}" if part else id)]


def entries(terms: Terms, name: str) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """The id, title and sentences of each entry of a language's file."""
    for key, value in read_table(terms.folder / terms.locale / f"{name}.toml").items():
        id = f"{name}.{key}"
        if not isinstance(value, Mapping):
            yield id, "", _filled(terms, "", value)
        elif name == "prompts":
            for part, text in value.items():
                yield f"{id}.{part}", "", _filled(terms, "", text)
        else:
            title = terms.thing(key) if name == "findings" else key.replace("_", " ")
            parts = [(part, text) for part, text in value.items() if part not in ("callers", "whole")]
            yield id, title, [s for part, text in parts for s in _part(terms, name, key, part, text)]


def _part(terms: Terms, file: str, key: str, part: str, value: Any) -> list[tuple[str, str]]:
    """The sentences of one entry's part; a question's things are named by what they ask for."""
    if part == "things":
        rows = [("things." + "/".join(row["of"]), n, say) for row in value for n, say in enumerate(wordings(row))]
        return [(name + " (of a baby)" * n, terms.fill(say, terms.words_for(key))) for name, n, say in rows]
    question = next((q for q in terms.protocol.questions if q.id == key), None)
    if file == "questions" and question:
        return [(part, terms.question(key, question.asks, value))]
    return _filled(terms, part, value)


def _filled(terms: Terms, part: str, value: Any) -> list[tuple[str, str]]:
    if isinstance(value, str):
        return [(part, terms.fill(value))]
    if isinstance(value, Mapping):
        return [(f"{part}.{k}".strip("."), terms.fill(str(v))) for k, v in value.items()]
    return [(f"{part}.{n}".strip("."), terms.fill(str(v))) for n, v in enumerate(value, 1)] if isinstance(value, list) else []


def unlinked(terms: Terms) -> list[str]:
    """The sentences that no statement, rule or manner of speaking explains."""
    basis = Basis(terms)
    known = {*basis.facts, *basis.of, *basis.plain, *basis.ruled}
    return [id for name in files(terms) for id, _, _ in entries(terms, name) if id not in known]
