"""The pages of the protocol: the whole of it on one, the order of the questions, and what is only listened for."""

from collections.abc import Iterable

from tools.review_diagram import diagram, openers
from tools.review_page import Block, Drawing, Heading, Id, Items, Lines, Link, Page, Para, Row, Strong, Table, Text, joined
from tools.review_terms import Terms, alone, rule_id
from triage.protocol import Question

UNSURE = (
    "A caller may answer “not sure”. What could be an emergency is asked again in other words; still not sure, it is a matter for"
    " today, or stays an emergency where the table says “also when unsure”. Anything calmer left unsure counts as a yes; several"
    " findings that count together only through an unsure answer are at most for today. In the question that gathers medicines"
    " and conditions, unsure counts as one of them: alone, for an appointment."
)


def protocol_page(terms: Terms) -> Page:
    """Urgencies, details, and every question with what it finds and what that means."""
    blocks: list[Block] = [
        Para("Questions are asked from top to bottom. One is skipped when no answer to it could make the advice more urgent."
             " Whatever a caller volunteers counts at once. The most urgent rule that holds decides; one more symptom never makes"
             " the advice calmer.")
    ]  # fmt: skip
    blocks += [Heading("How urgent"), _urgencies(terms), Para(UNSURE), Heading("What is heard first"), _details(terms)]
    blocks.append(Heading("The questions, in order"))
    for number, question in enumerate(terms.protocol.questions, 1):
        blocks += _question(terms, number, question)
    blocks += [Heading("Known without asking"), *_derived(terms)]
    blocks.append(Para(["What is never asked is on ", Link("Only listened for", "listened"), "."]))
    return Page("protocol", "The protocol on one page", blocks)


def _urgencies(terms: Terms) -> Table:
    prompts = terms.content.prompts
    rows = []
    for level in reversed(range(len(terms.protocol.urgencies))):
        name = terms.protocol.urgencies[level]
        said = prompts["call"] if level == terms.protocol.emergency else {name: prompts["outcome"][name]}
        rows.append(Row([[terms.urgency(level)], "\n".join(f"“{terms.fill(t)}”" for t in said.values())]))
    return Table(["Urgency", "What the caller is told"], rows, [30, 70])


def _details(terms: Terms) -> Items:
    opening = terms.content.words["questions"]["opening"]["ask"]
    items: list[Text] = [["The opening question: ", Strong(f"“{terms.fill(opening)}”")]]
    named = {"Movements": terms.table["movements"], "Ages": terms.table["age_groups"], "Places": terms.table["places"]}
    named |= {f"“{name.replace('_', ' ')}” as a place": places for name, places in terms.table["groups"].items()}
    for title, names in named.items():
        items.append([Strong(title + ": "), _plain(names)])
    return Items(items)


def _plain(names: Iterable[str]) -> str:
    return ", ".join(n.lstrip("@").replace("_", " ") for n in names)


def _question(terms: Terms, number: int, question: Question) -> list[Block]:
    notes = {
        "asked of everyone before anything else; without it no advice is given": question.vital,
        "one question for many things": question.umbrella,
        "asked only to choose tips": question.tips,
        f"asks for the {question.detail.replace('_', ' ')}": question.detail,
    }
    about = "; ".join(text for text, holds in notes.items() if holds)
    blocks: list[Block] = [
        Heading(f"{number}. {question.id.replace('_', ' ').capitalize()}", question.id, 3),
        Para([f"“{terms.ask(question.id, question.asks)}” ", Id(f"questions.{question.id}.ask")], "spoken"),
    ]
    blocks += [Para(about[0].upper() + about[1:] + ".")] if about else []
    if question.asks:
        rows = [Row(_finding(terms, f)) for f in question.asks]
        blocks.append(Table(["A yes means", "Asked of", "Alone", "Together"], rows, [24, 24, 18, 34], tick=True))
    return blocks


def _finding(terms: Terms, finding: str) -> list[Text]:
    return [[Strong(terms.thing(finding)), "\n", Id(finding)], terms.asked(finding), *_means(terms, finding)]


def _means(terms: Terms, finding: str) -> tuple[Text, Text]:
    """What a finding means alone, and together with others."""
    single: Lines = ["nothing by itself"]
    together: list[Text] = []
    for rule in terms.protocol.naming.get(finding, ()):
        if alone(rule):
            single = terms.means(rule, "rules")
            continue
        chip = terms.urgency(rule.urgency, "rules", rule_id(rule))
        others = " + ".join(terms.thing(f) for f in rule.when if f != finding)
        limit = terms.limit(rule)
        together.append([f"+ {others}" if others else "", f" (only with {limit})" if limit else "", ": ", chip])
    return single, joined(together)


def _derived(terms: Terms) -> list[Block]:
    found = dict.fromkeys(d["finding"] for d in terms.table["derive"])
    rows = [Row([[Strong(terms.thing(f)), "\n", Id(f)], "\nor ".join(terms.derived(f))]) for f in found]
    blocks: list[Block] = [Table(["Taken as true", "When the caller said"], rows, [40, 60], tick=True)]
    if told := terms.table.get("implies"):
        rows = [Row([[Strong(terms.thing(f)), "\n", Id(f)], terms.circumstance(row)]) for f, row in told.items()]
        blocks.append(Table(["When this is said", "This is taken to be meant"], rows, [40, 60], tick=True))
    return blocks


def order_page(terms: Terms) -> Page:
    """The order in which things may be asked, drawn and as a table."""
    rows = []
    for number, question in enumerate(terms.protocol.questions, 1):
        opens = [q.id for q in terms.protocol.questions if question.id in openers(terms.protocol, q)]
        of = "\n".join(dict.fromkeys(f"{terms.asked(f)}" for f in question.asks)) or "who hasn't said it"
        links: list[Text] = [Link(id.replace("_", " "), "protocol", id) for id in opens]
        name: Text = [f"{number}. ", Link(question.id.replace("_", " "), "protocol", question.id)]
        rows.append(Row([name, terms.ask(question.id, question.asks), of, joined(links, ", ")]))
    return Page("order", "The order of the questions", [
        Para("From top to bottom. Every caller may be asked the filled ones; the others only where the movement, the place or"
             " the age fits, or after another answer. An arrow leads from a question to one that its answer may open. The skill"
             " always takes the first question from the top that could still make the advice more urgent; so an arrow that leads"
             " up (dashed) means that the question above is asked next."),
        Drawing(diagram(terms.protocol)),
        Heading("The same as a table"),
        Table(["Question", "Spoken", "Asked of", "May open"], rows, [14, 40, 32, 14]),
    ])  # fmt: skip


def listened_page(terms: Terms) -> Page:
    """What no question asks for, and why not."""
    silent = [f for f in terms.protocol.findings if not terms.asking[f]]
    rows = []
    for id in silent:
        why: str = terms.table["findings"][id].get("listen", "it follows from a detail")
        rows.append(Row([[Strong(terms.thing(id)), "\n", Id(id)], why[0].upper() + why[1:] + ".", *_means(terms, id)], id))
    return Page("listened", "Only listened for", [
        Para("No question asks for these. They count at once when a caller says them, in any turn. Beside each stands why it"
             " isn't asked."),
        Table(["Finding", "Why it isn't asked", "Alone", "Together"], rows, [22, 30, 18, 30], tick=True),
    ])  # fmt: skip
