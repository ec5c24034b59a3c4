"""The pages of the publications behind the statements, and of the self-care tips."""

from typing import Any

from tools.review_page import Id, Link, Page, Para, Row, Strong, Table, Text, joined
from tools.review_terms import MARKS, Terms


def sources_page(terms: Terms) -> Page:
    """Every publication, how it was seen, and the facts that name it."""
    named: dict[str, list[Text]] = {id: [] for id in terms.sources}
    for fact, row in terms.facts.items():
        for id in row["sources"]:
            named[id].append(Id(fact, "facts", fact))
    rows = []
    for id, row in terms.sources.items():
        who: Text = [Strong(row["publisher"]), f"\n{row['title']}\n", Id(id)]
        seen: Text = [terms.mark(row["seen"]), f"\nread {row['read']}, read again by {row['review_by']}\n{row['license']}"]
        rows.append(Row([who, _address(row), seen, joined(named[id], ", ")], id))
    marks = {
        "page": "we read a stored copy of the publisher's own page",
        "copy": "we read its text as another site or collection has it",
        "article": "the article says so, and nothing else that we read",
        "judgement": "no source settles it; we chose",
    }
    return Page("sources", "Sources", [
        Para("No address was opened live. Nobody clinical has checked these readings.", "note"),
        Table(["Mark", "What it means"], [Row([terms.mark(m), marks[m]]) for m in MARKS], [30, 70]),
        Table(["Publication", "Address", "How it was seen", "Statements that name it"], rows, [30, 28, 20, 22], tick=True),
    ])  # fmt: skip


def _address(row: dict[str, Any]) -> Text:
    address = row.get("address", "")
    shown: Text = Link(address, address) if address.startswith("http") and " " not in address else address
    return joined([shown, "address seen in a stored copy, not opened live"]) if row["seen"] == "copy" else shown


def tips_page(terms: Terms) -> Page:
    """Self-care: the words, for whom, when never, and what is behind them."""
    rows = []
    for id, tip in terms.content.tips.items():
        spoken: Text = [f"“{terms.fill(str(terms.content.words['tips'][id]))}”\n", Id(f"tips.{id}")]
        whom = terms.circumstance(tip) or "anyone"
        listed = {"only with": tip.get("needs"), "first with": tip.get("fits"), "only after a no to": tip.get("ruled_out")}
        whom += "".join(f"\n{label}: {_things(terms, some)}" for label, some in listed.items() if some)
        never = _things(terms, tip.get("unless", [])) or "no exception"
        rows.append(Row([spoken, tip["kind"], whom, never, terms.statements(tip["facts"])], id))
    return Page("tips", "Tips for care at home", [
        Para("At most three are told with the advice, the best fitting first. A tip stays silent when anything under “never with”"
             " is true or unsure."),
        Table(["As spoken", "Kind", "For whom", "Never with", "Rests on"], rows, [25, 9, 16, 20, 30], tick=True),
    ])  # fmt: skip


def _things(terms: Terms, findings: list[str]) -> str:
    return "; ".join(terms.thing(f) for f in findings)
