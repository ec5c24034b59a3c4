"""A review page as Markdown, so that a change shows line by line."""

import re

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


def markdown(page: Page) -> str:
    """The page as Markdown, with the same anchors as the HTML."""
    blocks = [f"# {page.title}", *(_block(block) for block in page.blocks)]
    return "\n\n".join(blocks) + "\n"


def _text(text: Text) -> str:
    return "".join(_span(s) for s in spans(text)).replace("\n\n", "<br>").replace("\n", "<br>")


def _span(span: Span) -> str:
    match span:
        case Link(text, page, anchor):
            return f"[{_plain(text)}]({_target(page, anchor)})"
        case Chip(text, _, page, anchor):
            return f"[**{_plain(text)}**]({_target(page, anchor)})" if page else f"**{_plain(text)}**"
        case Id(text, page, anchor):
            return f"[`{text}`]({_target(page, anchor)})" if page else f"`{text}`"
        case Strong(text):
            return f"**{_plain(text)}**"
        case str():
            return _plain(span)


def _target(page: str, anchor: str) -> str:
    return page if page.startswith("http") else f"{page}.md" * bool(page) + f"#{anchor}" * bool(anchor)


def _plain(text: str) -> str:
    """Text whose characters Markdown would otherwise read as its own."""
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", text)


def _anchor(anchor: str) -> str:
    return f'<a id="{anchor}"></a>' if anchor else ""


def _block(block: Block) -> str:
    match block:
        case Heading(text, anchor, level):
            return _anchor(anchor) + "\n\n" * bool(anchor) + f"{'#' * level} {_plain(text)}"
        case Para(text, kind):
            return ("> " if kind != "plain" else "") + _text(text)
        case Items(items):
            return "\n".join(f"- {_text(item)}" for item in items)
        case Table(heads, rows, _, tick):
            top = [*heads, *(["Wrong?"] if tick else [])]
            return "\n".join([_line(top), _line(["---"] * len(top)), *(_row(row, tick) for row in rows)])
        case Talk(turns):
            return "\n".join(f"- {who}: {_text(what)}" for who, what in turns)
        case Drawing():
            return "The drawing is on the HTML page; the table says the same."
        case Fold(summary, blocks, anchor):
            return "\n\n".join([_anchor(anchor) + "\n\n" * bool(anchor) + f"### {_text(summary)}", *(_block(b) for b in blocks)])
        case Blank(label):
            return f"{label}: ____________________"


def _row(row: Row, tick: bool) -> str:
    first, *others = [_text(cell) for cell in row.cells]
    return _line([_anchor(row.anchor) + first, *others, *(["☐"] if tick else [])])


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"
