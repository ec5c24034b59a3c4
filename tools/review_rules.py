"""The pages of the rules: each with its question, its spoken reason, and what stands behind it."""

from tools.review_page import Block, Heading, Id, Link, Page, Para, Row, Table, Text, joined
from tools.review_terms import MARKS, URGENCIES, Terms, alone, rule_id
from triage.protocol import Rule

HEADS, WIDTHS = ["Rule", "Means", "Found by", "What the caller hears", "Rests on"], [17, 13, 20, 21, 29]


def rules_page(terms: Terms) -> Page:
    """Every rule, the most urgent first, what suffices alone before what counts together."""
    blocks: list[Block] = [
        Para("A rule holds when everything that it names is true. It names only what is present, so one more symptom can never"
             " calm the advice. Cite a rule by the name in small letters."),
        Para(["How well each source is known: ", *joined([[terms.mark(m)] for m in MARKS], " "), "; see ",
              Link("Sources", "sources"), "."]),
    ]  # fmt: skip
    for level in reversed(range(len(terms.protocol.urgencies))):
        for single in (True, False):
            rules = [r for r in terms.protocol.rules if r.urgency == level and alone(r) == single]
            if rules:
                name = terms.protocol.urgencies[level]
                title = f"{URGENCIES.get(name, name)}, {'one finding alone' if single else 'findings together'}"
                blocks += [Heading(f"{title} ({len(rules)})", f"{name}-{'alone' if single else 'together'}")]
                blocks += [Table(HEADS, [_row(terms, r, rule_id(r)) for r in rules], WIDTHS, tick=True)]
    return Page("rules", "The rules and what is behind them", blocks)


def judgement_page(terms: Terms) -> Page:
    """Where the urgency is ours, so that a clinician can look there first."""
    blocks: list[Block] = [
        Para("These urgencies rest wholly or partly on our own choice, to be on the safe side. Please look here first.", "note"),
    ]
    for share, title in (("wholly", "Nothing but our own judgement"), ("partly", "A source, and our own judgement")):
        rules = [r for r in terms.protocol.rules if terms.judged(r) == share]
        blocks += [Heading(f"{title} ({len(rules)})", share)]
        blocks += [Table(HEADS, [_row(terms, r) for r in rules], WIDTHS, tick=True)] if rules else [Para("None.")]
    return Page("judgement", "Urgencies that are our own judgement", blocks)


def _row(terms: Terms, rule: Rule, anchor: str = "") -> Row:
    name = [*terms.rule(rule), "\n", Id(rule_id(rule))]
    found = joined([_found(terms, f) for f in rule.when], "\n\n")
    return Row([name, terms.means(rule), found, _heard(terms, rule), terms.statements(rule.facts)], anchor)


def _found(terms: Terms, finding: str) -> Text:
    """The spoken question that finds it, as it sounds when only this is still open."""
    out: list[Text] = [
        [f"“{terms.ask(q.id, (finding,))}” ", Link(q.id.replace("_", " "), "protocol", q.id)] for q in terms.asking[finding]
    ]
    out += [[f"taken as true: {text}"] for text in terms.derived(finding)]
    if not out:
        out.append([f"{terms.thing(finding)}: ", Link("only listened for", "listened", finding)])
    return joined(out)


def _heard(terms: Terms, rule: Rule) -> Text:
    """The reason told with the advice, and what “why do you ask?” is answered with."""
    why = [f"Asked why: “{terms.fill(terms.findings[f]['why'])}”" for f in rule.when]
    return "\n\n".join([f"“{terms.reason(rule)}”", *why])
