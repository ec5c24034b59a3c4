"""The order of the questions as a picture: one below the other, with arrows to what an answer may open."""

from html import escape

from triage.protocol import DETAILS, Circumstance, Protocol, Question

ROW, WIDTH, BOX = 32, 420, 226


def openers(protocol: Protocol, question: Question) -> list[str]:
    """The other questions whose answers may open this one, a question for a detail too where the detail makes it true."""
    parents = {p for f in question.asks for c in protocol.findings[f].asked for p in c.after}
    made = {d for f, c, _ in protocol.derive if f in parents for d in DETAILS if getattr(c, d)}
    return [q.id for q in protocol.questions if q != question and (parents.intersection(q.asks) or q.detail in made)]


def for_everyone(protocol: Protocol, question: Question) -> bool:
    """Whether every caller may be asked it."""
    return bool(question.detail) or any(c == Circumstance() for f in question.asks for c in protocol.findings[f].asked)


def diagram(protocol: Protocol) -> str:
    """The picture as SVG: filled where everyone may be asked, arrows to follow-ups, dashed where they lead up."""
    rows = {q.id: i for i, q in enumerate(protocol.questions)}
    arrows = [(rows[a], rows[q.id]) for q in protocol.questions for a in openers(protocol, q)]
    height = ROW * len(rows) + 8
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="The order of the questions" xmlns="http://www.w3.org/2000/svg">',
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0 L8 4 L0 8 Z" class="tip"/></marker></defs>',
    ]
    parts += [_arrow(a, b) for a, b in sorted(arrows, key=lambda ab: -abs(ab[0] - ab[1]))]
    parts += [_box(protocol, q, i) for q, i in zip(protocol.questions, rows.values(), strict=True)]
    return "\n".join([*parts, "</svg>"])


def _arrow(start: int, end: int) -> str:
    """A curve from one row to another, wider the farther they are apart."""
    down = end > start
    y1, y2 = ROW * start + ROW / 2 + 6, ROW * end + ROW / 2 + (0 if down else 6)
    reach = min(BOX + 24 + 13 * abs(end - start), WIDTH + 60)
    kind = "down" if down else "up"
    curve = f"M{BOX} {y1:.0f} C{reach} {y1:.0f} {reach} {y2:.0f} {BOX} {y2:.0f}"
    return f'<path class="arrow {kind}" d="{curve}" marker-end="url(#tip)"/>'


def _box(protocol: Protocol, question: Question, row: int) -> str:
    y, everyone = ROW * row + 4, for_everyone(protocol, question)
    kind = "everyone" if everyone else "some"
    name = escape(f"{row + 1}. {question.id.replace('_', ' ')}")
    note = "" if everyone else "if it fits" if _by_circumstance(protocol, question) else "follow-up"
    middle = y + (ROW - 8) / 2 + 6
    return (
        f'<a href="protocol.html#{question.id}"><rect class="{kind}" x="1" y="{y}" width="{BOX - 2}" height="{ROW - 8}" rx="4"/>'
        f'<text x="10" y="{middle:.0f}">{name}</text>'
        f'<text x="{BOX - 10}" y="{middle:.0f}" class="note">{note}</text></a>'
    )


def _by_circumstance(protocol: Protocol, question: Question) -> bool:
    return any(not c.after for f in question.asks for c in protocol.findings[f].asked)
