"""The words of the review pages: conditions, urgencies, rules and statements as a clinician reads them."""

import re
import string
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from conversation.words import Words
from tools.review_page import Chip, Id, Lines, Link, Strong, joined
from triage.content import FOLDER, Content, load, read_table
from triage.protocol import DETAILS, Circumstance, Rule, days

BASIS = Path(__file__).with_name("review_prompts.toml")
URGENCIES = {"self_care": "Care at home", "doctor": "Appointment within days", "same_day": "Seen today", "emergency": "Emergency"}
CALLS = {"911": "call 911", "ed": "emergency department", "988": "call or text 988", "poison": "Poison Help"}
MARKS = {"page": "publisher's page", "copy": "seen in a copy", "article": "the seed article", "judgement": "our own judgement"}


class Terms:
    """The content of one language, and how to speak of it on paper."""

    def __init__(self, locale: str = "en-US", folder: Path = FOLDER) -> None:
        self.folder, self.locale = folder, locale
        self.content: Content = load(locale, folder)
        self.protocol = self.content.protocol
        self.table = read_table(folder / "protocol.toml")
        self.facts = read_table(folder / "facts.toml")
        self.sources = read_table(folder / "sources.toml")
        self.said = read_table(folder / locale / "facts.toml")
        self.findings: Mapping[str, Any] = self.content.words["findings"]
        self.words, self.others = (Words(self.content, {"pronoun": p}) for p in ("you", "they"))
        for words in (self.words, self.others):
            words.forms["place"] = "‹place›"
        self.asking = {f: [q for q in self.protocol.questions if f in q.asks] for f in self.protocol.findings}
        self.replies: Mapping[str, list[str]] = read_table(BASIS)["facts"]
        self.rules = {rule_id(rule): rule for rule in self.protocol.rules}

    def fill(self, template: str, words: Words | None = None, **more: str) -> str:
        """A spoken template for a caller who speaks for themselves; what isn't known on paper keeps its name."""
        names, words = {name for _, name, _, _ in string.Formatter().parse(template) if name}, words or self.words
        return words.fill(template, **{n: f"‹{n}›" for n in names - words.forms.keys() - more.keys()}, **more)

    def thing(self, finding: str) -> str:
        return str(self.findings[finding]["thing"])

    def ask(self, question: str, findings: Iterable[str]) -> str:
        """The question as spoken when these are what it still asks for."""
        return self.question(question, findings, self.content.words["questions"][question]["ask"])

    def question(self, id: str, findings: Iterable[str], template: str) -> str:
        """A wording of a question, with what it still asks for; what is asked only of a child is asked about a child."""
        words = self.words_for(id)
        things = words.things(id, findings)
        return self.fill(template, words, any=words.join(things, "or") if things else "‹any›")

    def words_for(self, question: str) -> Words:
        """How a question speaks: of "they" where it is only asked about someone else, else of "you"."""
        asked = [c for q in self.protocol.questions if q.id == question for f in q.asks for c in self.protocol.findings[f].asked]
        children = all("infant_or_child" in c.after or "infant" in c.age_group for c in asked) and asked
        return self.others if question == "age_group" or children else self.words

    def urgency(self, level: int, page: str = "", anchor: str = "") -> Chip:
        name = self.protocol.urgencies[level]
        return Chip(URGENCIES.get(name, name), name, page, anchor)

    def means(self, rule: Rule, page: str = "") -> Lines:
        """The urgency of a rule, the call to make where there is one, and whether it stays so when unsure."""
        calls = rule.urgency == self.protocol.emergency or rule.call == "poison"
        out: Lines = [
            self.urgency(rule.urgency, page, rule_id(rule)),
            *([f"\n{CALLS.get(rule.call, rule.call)}"] if calls else []),
        ]
        return [*out, *(["\nalso when unsure"] if rule.strict else [])]

    def circumstance(self, row: Mapping[str, Any]) -> str:
        """For whom, in words: "cramp or stiffness, at the limb, after fever"."""
        before = dict(zip(DETAILS, ("", "at the ", "age: "), strict=True))
        parts = [_either(row[name], before[name]) for name in DETAILS if row.get(name)]
        if row.get("after"):
            parts.append("after a yes or unsure to: " + _either(self.thing(f) for f in row["after"]))
        if row.get("longer_than"):
            parts.append(f"for longer than {days(row['longer_than']):.0f} days")
        return ", ".join(parts)

    def asked(self, finding: str) -> str:
        """Who is asked for a finding."""
        row = self.table["findings"][finding]
        if row.get("asked") == "all":
            return "everyone"
        return "\nor ".join(self.circumstance(a) for a in row.get("asked", [])) or "only listened for"

    def derived(self, finding: str) -> list[str]:
        """What makes a finding true without asking."""
        return [self.circumstance(d) for d in self.table["derive"] if d["finding"] == finding]

    def rule(self, rule: Rule) -> Lines:
        """A rule's findings in plain words, and for whom it counts."""
        out: Lines = [Strong("\n+ ".join(self.thing(f) for f in rule.when))]
        return out + ([f"\nonly with {limit}"] if (limit := self.limit(rule)) else [])

    def limit(self, rule: Rule) -> str:
        sets = {name: getattr(rule.circumstance, name) for name in DETAILS}
        return self.circumstance({name: [v for v in self._order(name) if v in some] for name, some in sets.items()})

    def _order(self, detail: str) -> list[str]:
        return list(self.table[detail + "s"])

    def reason(self, rule: Rule) -> str:
        """Why, as the caller hears it."""
        name = "heard" if rule.urgency == self.protocol.emergency else "because"
        return self.fill(self.content.prompts[name], reasons=self.words.join(map(self.words.clause, rule.when), "and"))

    def mark(self, known: str) -> Chip:
        return Chip(MARKS.get(known, known), known)

    def statement(self, fact: str) -> Lines:
        """A statement and the sources behind it, each with how it was seen."""
        out: Lines = [f"“{self.sentence(fact)}” ", Id(fact, "facts", fact)]
        for id in self.facts[fact]["sources"]:
            row = self.sources[id]
            out += ["\n", Link(f"{row['publisher']}: {row['title']}", "sources", id), " ", self.mark(row["seen"])]
        return out

    def statements(self, facts: Iterable[str]) -> Lines:
        return joined([self.statement(f) for f in dict.fromkeys(facts)], "\n\n")

    def sentence(self, fact: str) -> str:
        return self.fill(self.said[fact])

    def judged(self, rule: Rule) -> str:
        """ "wholly" or "partly" where our own judgement stands behind a rule, else empty."""
        ours = [self.facts[f]["known"] == "judgement" for f in rule.facts]
        mixed = any("judgement" in self.facts[f]["sources"] for f in rule.facts)
        return "wholly" if all(ours) else "partly" if mixed else ""


def rule_id(rule: Rule) -> str:
    """The name to cite a rule by: what it names, and for whom where that matters."""
    limits = [v for name in DETAILS for v in sorted(getattr(rule.circumstance, name))]
    return "+".join(rule.when) + ("@" + ",".join(limits) if limits else "")


def alone(rule: Rule) -> bool:
    """Whether one finding suffices, for every caller."""
    return len(rule.when) == 1 and rule.circumstance == Circumstance()


def _either(values: Iterable[str], before: str = "") -> str:
    names = [re.sub(r"^@", "", v).replace("_", " ") for v in values]
    return before + (f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0])
