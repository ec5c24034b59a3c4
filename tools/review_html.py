"""A review page as HTML: one small style sheet, no scripts, nothing fetched from elsewhere."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from tools.review_page import (
    Blank,
    Block,
    Chip,
    Drawing,
    Fold,
    Heading,
    Id,
    Items,
    Link,
    Page,
    Para,
    Row,
    Span,
    Strong,
    Table,
    Talk,
    Text,
    spans,
)

STYLE = Path(__file__).with_name("review.css")
TICK = "☐"


def html(page: Page, pages: Sequence[Page]) -> str:
    """The whole page, with links to the others."""
    links = "\n".join(_entry(other, page) for other in pages)
    body = "\n".join(_block(block) for block in page.blocks)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(page.title)} · Muscle Check for review</title>
<link rel="stylesheet" href="review.css">
</head>
<body>
<details class="pages">
<summary>All pages</summary>
<nav>
{links}
</nav>
</details>
<main>
<p class="above">Muscle Check, for review by a clinician</p>
<h1>{escape(page.title)}</h1>
{body}
</main>
</body>
</html>
"""


def _entry(other: Page, page: Page) -> str:
    here = ' aria-current="page"' if other is page else ""
    return f'<a href="{other.name}.html"{here}>{escape(other.title)}</a>'


def _text(text: Text) -> str:
    return "".join(_span(s) for s in spans(text))


def _span(span: Span) -> str:
    match span:
        case Link(text, page, anchor):
            return f'<a href="{_target(page, anchor)}">{escape(text)}</a>'
        case Chip(text, kind, page, anchor):
            tag, link = ("a", f' href="{_target(page, anchor)}"') if page else ("span", "")
            return f'<{tag} class="chip {kind}"{link}>{escape(text)}</{tag}>'
        case Id(text, page, anchor):
            code = f"<code>{escape(text)}</code>"
            return f'<a href="{_target(page, anchor)}">{code}</a>' if page else code
        case Strong(text):
            return f"<strong>{escape(text)}</strong>"
        case str():
            return escape(span, quote=False).replace("\n\n", '<span class="gap"></span>').replace("\n", "<br>\n")


def _target(page: str, anchor: str) -> str:
    return escape(page if page.startswith("http") else f"{page}.html" * bool(page) + f"#{anchor}" * bool(anchor))


def _anchor(anchor: str) -> str:
    return f' id="{escape(anchor)}"' if anchor else ""


def _block(block: Block) -> str:
    match block:
        case Heading(text, anchor, level):
            return f"<h{level}{_anchor(anchor)}>{escape(text)}</h{level}>"
        case Para(text, kind):
            return f'<p class="{kind}">{_text(text)}</p>'
        case Items(items):
            return "<ul>\n" + "\n".join(f"<li>{_text(item)}</li>" for item in items) + "\n</ul>"
        case Table():
            return _table(block)
        case Talk(turns):
            said = "\n".join(f'<dt>{escape(who)}</dt><dd class="{who.lower()}">{_text(what)}</dd>' for who, what in turns)
            return f'<dl class="talk">\n{said}\n</dl>'
        case Drawing(svg):
            return f'<div class="drawing">\n{svg}\n</div>'
        case Fold(summary, blocks, anchor):
            inner = "\n".join(_block(b) for b in blocks)
            return f"<details{_anchor(anchor)}>\n<summary>{_text(summary)}</summary>\n{inner}\n</details>"
        case Blank(label):
            return f'<p class="blank"><span>{escape(label)}</span><span class="line"></span></p>'


def _table(table: Table) -> str:
    heads = [*table.heads, *(["Wrong?"] if table.tick else [])]
    widths = [*table.widths, *([8] if table.tick and table.widths else [])]
    columns = "".join(f'<col style="width:{w}%">' for w in widths)
    head = "".join(f'<th scope="col">{escape(h)}</th>' for h in heads)
    rows = "\n".join(_row(row, heads, table.tick) for row in table.rows)
    return f"<table>\n<colgroup>{columns}</colgroup>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _row(row: Row, heads: Sequence[str], tick: bool) -> str:
    cells = [_text(cell) for cell in row.cells] + ([TICK] if tick else [])
    last = len(cells) - 1 if tick else None
    tds = "\n".join(
        f'<td data-head="{escape(head)}"{" class=tick" if i == last else ""}>{cell}</td>'
        for i, (head, cell) in enumerate(zip(heads, cells, strict=True))
    )
    return f"<tr{_anchor(row.anchor)}>\n{tds}\n</tr>"
