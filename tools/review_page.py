"""What a review page is made of, before it becomes HTML or Markdown: headings, paragraphs, tables and conversations."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a page, and to a place on it; to an address on the web where the page begins with http."""

    text: str
    page: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """A word set apart: an urgency, or how well something is known. `kind` chooses its colour; the word says it all."""

    text: str
    kind: str
    page: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Id:
    """The name to cite something by; it leads to a place on a page where one is given."""

    text: str
    page: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Strong:
    text: str


Span = str | Link | Chip | Id | Strong
Text = Span | Sequence[Span]  # "\n" in a string begins a new line, "\n\n" a new paragraph
Lines = list[Span]


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    anchor: str = ""
    level: int = 2


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; `kind` is plain, spoken (what the skill says) or note (what a reader must not miss)."""

    text: Text
    kind: str = "plain"


@dataclass(frozen=True, slots=True)
class Items:
    items: Sequence[Text]


@dataclass(frozen=True, slots=True)
class Row:
    cells: Sequence[Text]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """`tick` adds a last column where the reader marks what is wrong; `widths` are percentages, left to right."""

    heads: Sequence[str]
    rows: Sequence[Row]
    widths: Sequence[int] = ()
    tick: bool = False


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation: who speaks, and what they say."""

    turns: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as SVG; Markdown has the words only."""

    svg: str


@dataclass(frozen=True, slots=True)
class Fold:
    """Something closed until the reader opens it; open on paper."""

    summary: Text
    blocks: Sequence["Block"]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Blank:
    """A line to write on."""

    label: str


Block = Heading | Para | Items | Table | Talk | Drawing | Fold | Blank


@dataclass(frozen=True, slots=True)
class Page:
    name: str
    title: str
    blocks: Sequence[Block] = field(default_factory=tuple)


def spans(text: Text) -> Sequence[Span]:
    """A text as its parts."""
    return (text,) if isinstance(text, str | Link | Chip | Id | Strong) else text


def joined(parts: Sequence[Text], between: str = "\n") -> Lines:
    """Texts one after another, with something between them."""
    out: Lines = []
    for part in parts:
        out += ([between] if out else []) + list(spans(part))
    return out
