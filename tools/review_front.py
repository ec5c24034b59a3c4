"""The first page and the page to sign."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from tools.review_cases import Ran
from tools.review_facts import uses
from tools.review_page import Blank, Block, Heading, Items, Link, Page, Para, Row, Strong, Table, Text, joined
from tools.review_said import HEARD, unlinked
from tools.review_terms import MARKS, URGENCIES, Terms, alone
from triage.content import read_table

SEED = 68  # statements of the article that the skill began with
NOBODY = "nobody yet"
LINES = ["Name", "Profession and registration", "Pages read", "Wrong, unsafe or missing (by name)", "", "Date", "Signature"]


def fingerprint(terms: Terms) -> str:
    """Twelve letters and digits that change with any reviewed content; what callers may say isn't part of it."""
    digest = hashlib.sha256()
    for path in sorted(terms.folder.rglob("*.toml")):
        if path.stem not in HEARD:
            digest.update(path.relative_to(terms.folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def front_page(terms: Terms, pages: Sequence[Page], ran: Ran, signed: Path) -> Page:
    """What this is, how to read it, what isn't proven, the pages, and the figures."""
    about = {
        "protocol": "the whole triage: urgencies, questions in order, what each answer means",
        "order": "a drawing of what may be asked after what",
        "rules": "each rule with its question, its spoken reason, and the sources behind it",
        "judgement": "where no source settled the urgency: please look here first",
        "listened": "what no question asks for, and why",
        "tips": "what is said for care at home, for whom, and when never",
        "facts": "each medical statement, who says so, and where it is spoken",
        "sources": "each publication, and how it was seen",
        "changes": "what is different from the last release, in words",
        "sign": "who has reviewed this, and what signing means",
    }
    contents: list[Text] = [[Link(p.title, p.name), f": {about[p.name]}" if p.name in about else ""] for p in pages]
    found = reviewers(terms, signed)
    return Page("index", "Muscle Check for review", [
        Para(joined([[Strong("No clinician has reviewed this yet.")], "It must not be relied on until one has."], " ")
             if not found else "Reviewed by: " + "; ".join(found) + ".", "note"),
        Para("Muscle Check is a voice skill for Alexa speakers. A caller says what a muscle does (it twitches, cramps, jerks, is"
             " stiff, or it is hiccups); the skill asks questions, and says how soon to get help: now, today, within days, or"
             " care at home. These pages show all that it can ask and say, and why. They are made from the very files that the"
             " skill speaks from."),
        Para(f"Version {terms.protocol.version}, content {fingerprint(terms)}."),
        Heading("How to read it"),
        Items([
            ["In an hour: ", Link("The protocol on one page", "protocol"), ", then ", Link("our own judgement", "judgement"),
             ", then a few ", Link("emergencies as they run", "cases-emergency"), "."],
            ["To find why a sentence is said: look for it under one of the pages “as spoken”; beside it stand the statements and"
             " sources that it rests on."],
            "To mark something wrong: tick its box on paper, or note its name in small letters, such as questions.life.ask.",
            "Every page prints; the Markdown copies are for comparing one version with another.",
        ]),
        Heading("What isn't proven"),
        Items([
            "No clinician has checked the readings of the sources, the urgencies, or the words."
            if not found else "Only what the reviewers above signed for has been checked by a clinician.",
            "No source was opened live. Many were read in copies on other sites, some of them old; each is marked.",
            "The checks show that the skill does what these pages say, not that what they say is right.",
            "The example callers were written by us from published guidance. No real caller has been listened to.",
            "What a caller says is simulated here. How well a speaker hears real voices, accents and noise hasn't been measured.",
            "The advice is for the United States: 911, 988, Poison Help.",
        ]),
        Heading("The pages"),
        Items(contents),
        Heading("Figures"),
        _figures(terms, ran),
    ])  # fmt: skip


def _figures(terms: Terms, ran: Ran) -> Table:
    protocol, facts, sources = terms.protocol, terms.facts.values(), terms.sources.values()
    asked = sum(bool(terms.asking[f]) for f in protocol.findings)
    seed = {n for f in facts for n in f.get("seed", [])}
    used = uses(terms)
    silent = len(protocol.findings) - asked
    rows = [("Questions", f"{len(protocol.questions)}")]
    rows.append(("Findings", f"{len(protocol.findings)}: {asked} asked, {silent} only listened for"))
    for level in reversed(range(len(protocol.urgencies))):
        rules = [r for r in protocol.rules if r.urgency == level]
        if rules:
            single, name = sum(map(alone, rules)), protocol.urgencies[level]
            text = f"{len(rules)}: {single} of one finding, {len(rules) - single} of several or for some callers"
            rows.append((f"Rules, {URGENCIES.get(name, name).lower()}", text))
    for share in ("wholly", "partly"):
        rows.append((f"Rules {share} our own judgement", f"{sum(terms.judged(r) == share for r in protocol.rules)}"))
    rows.append(("Statements, by their best source", _marked([f["known"] for f in facts])))
    rows.append(("Publications", _marked([s["seen"] for s in sources])))
    rows.append(("The article's statements carried", f"{len(seed)} of {SEED}"))
    rows.append(("Statements that nothing uses yet", ", ".join(f for f in terms.facts if not used[f]) or "none"))
    rows.append(("Sentences not linked to a statement yet", ", ".join(unlinked(terms)) or "none"))
    rows.append(("Tips", f"{len(terms.content.tips)}"))
    results = ran.results
    rows.append(("Example callers", f"{len(results)}, of whom {sum(r['ok'] for r in results)} end as expected"))
    return Table(["What", "How many"], [Row(r) for r in rows], [34, 66])


def _marked(marks: Sequence[str]) -> str:
    return f"{len(marks)}: " + ", ".join(f"{words} {marks.count(mark)}" for mark, words in MARKS.items())


def reviewers(terms: Terms, signed: Path) -> list[str]:
    """Who signed, for which version; what changed since is said."""
    lines = []
    for row in read_table(signed).get("signed", []) if signed.exists() else []:
        same = "" if row["content"] == fingerprint(terms) else " (the content has changed since)"
        lines.append(f"{row['name']}, {row['role']}, on {row['on']}, version {row['version']}, content {row['content']}{same}")
    return lines


def sign_page(terms: Terms, signed: Path) -> Page:
    """The page to sign."""
    found = reviewers(terms, signed)
    blocks: list[Block] = [
        Para([Strong("Reviewed by … on …: "), "; ".join(found) or NOBODY], "spoken" if found else "note"),
        Heading("What signing means"),
        Items([
            "I read the pages that I name below, in the version that I name below.",
            "I marked what I hold to be wrong, unsafe or missing. To the rest of what I read I have no objection: I would let it"
            " be said to a caller who can't reach a clinician at that moment.",
            "My signature stands for this version only. When anything in the content changes, its letters and digits change,"
            " and these pages say so beside my name.",
        ]),
        Heading("What it doesn't mean"),
        Items([
            "It isn't a clinical trial, an approval by any authority, or a promise that the skill hears callers rightly.",
            "It doesn't make me responsible for later versions, or for what I didn't read.",
        ]),
        Heading("Please fill in"),
        Para(f"Version {terms.protocol.version}, content {fingerprint(terms)}."),
        *map(Blank, LINES),
        Para("Whoever keeps the skill adds a signed page to signed.toml beside these pages; its first lines say how."),
    ]  # fmt: skip
    return Page("sign", "To sign", blocks)
