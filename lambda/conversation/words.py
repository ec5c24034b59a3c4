"""Sentences about one caller: a template filled with their pronouns, their place, and the things that a question asks for."""

import re
from collections.abc import Iterable

from triage.content import Content
from triage.interview import Step
from triage.protocol import Known, Rule, days


class Words:
    """How to speak of what is known of this caller."""

    def __init__(self, content: Content, known: Known) -> None:
        self.content, self.known = content, known
        details = content.words["details"]
        forms = dict(details["pronouns"][known.get("pronoun", "you")])
        forms |= {k.capitalize(): v.capitalize() for k, v in forms.items() if v}
        self.forms: dict[str, str] = {**forms, "place": self._place()}

    def fill(self, template: str, **more: object) -> str:
        """The template with its {names} filled in, sentences beginning with capitals."""
        text = template.format_map({**self.forms, **more})
        return re.sub(r"(^|[.?] )([a-z])", lambda m: m[1] + m[2].upper(), " ".join(text.split()))

    def prompt(self, name: str, **more: object) -> str:
        return self.fill(self.content.prompts[name], **more)

    def join(self, things: Iterable[str], word: str) -> str:
        """A spoken list: "a", "a or b", "a, b, or c"."""
        *first, last = things
        if not first:
            return last
        return f"{', '.join(first)}{',' if len(first) > 1 else ''} {self.content.prompts[word]} {last}"

    def things(self, question: str, findings: Iterable[str]) -> list[str]:
        """What a question asks for, findings that share words said as one thing."""
        wanted = set(findings)
        rows = self.content.words["questions"][question].get("things", ())
        return [row["say"].format_map(self.forms) for row in rows if wanted.intersection(row["of"])]

    def ask(self, step: Step) -> str:
        """The question to speak for a step that waits for an answer."""
        if step.question is None:
            key = {"opening": "ask", "confirm": "read_back", "fix": "fix"}[step.kind]
            if step.kind == "opening":
                return str(self.content.words["questions"]["opening"]["ask"])
            return self.prompt(key, summary=self.summary())
        words = self.content.words["questions"][step.question.id]
        key = {"ask": "ask", "detail": "ask"}.get(step.kind, step.kind)
        template = words.get(key) or self.content.prompts.get(key) or words["ask"]
        return self.fill(template, any=self.any(step))

    def reprompt(self, step: Step) -> str:
        """What is said after silence: shorter, and other words."""
        if step.question is None:
            key = {"confirm": "read_back_reprompt", "fix": "fix_help"}.get(step.kind)
            return self.prompt(key) if key else str(self.content.words["questions"]["opening"]["reprompt"])
        if step.kind in ("which", "else"):
            return self.prompt("which_help" if step.kind == "which" else "else_reprompt")
        return self.fill(self.content.words["questions"][step.question.id]["reprompt"], any=self.any(step))

    def any(self, step: Step) -> str:
        things = self.things(step.question.id, step.findings) if step.question else []
        return self.join(things, "or") if things else ""

    def help(self, step: Step) -> str:
        """What can be said at this step."""
        if step.kind in ("confirm", "fix"):
            return self.prompt("read_back_help" if step.kind == "confirm" else "fix_help")
        if step.kind in ("which", "else"):
            return self.prompt("which_help")
        words = self.content.words["questions"][step.question.id if step.question else "opening"]
        return self.fill(words.get("help") or self.content.prompts["yes_no_help"])

    def reasons(self, rules: Iterable[Rule], limit: int = 3) -> str:
        """Why, in the caller's own terms: what the deciding rules name. A yes to a whole group is told as just that, so that a
        mishearing shows, and what couldn't be told as not ruled out."""
        named = list(dict.fromkeys(f for rule in rules for f in rule.when))
        group = self.known.get("?yes")
        if group and set(named) & set(self.content.protocol.question(group).asks):
            return self.prompt("yes_to", any=self.join(self.things(group, named), "or"))
        clauses = [self.clause(f) for f in named if self.known.get(f) == "yes"][:limit]
        doubtful = [f for f in named if self.known.get(f) == "unsure"]
        if doubtful:
            things = [self.content.words["findings"][f]["thing"] for f in doubtful]
            clauses.append(self.prompt("not_ruled_out", any=self.join(dict.fromkeys(things[:limit]), "or")))
        return self.join(clauses, "and") if clauses else ""

    def clause(self, finding: str) -> str:
        return str(self.content.words["findings"][finding]["because"]).format_map(self.forms)

    def summary(self) -> str:
        """What, where and since when, and what was found, in one short sentence."""
        details, known = self.content.words["details"], self.known
        movements = known["movement"] if isinstance(known.get("movement"), list) else []
        what = self.join((details["movement"][m] for m in movements), "and") if movements else details["movement"]["unknown"]
        where = "" if movements == ["hiccup"] else self.content.prompts["in_place"].format_map(self.forms)
        since = self.content.prompts["for_time"].format(length=self.length()) if self.length() else ""
        said = [f for f, v in known.items() if v == "yes" and f in self.content.words["findings"] and not self._plain(f)]
        things = [str(self.content.words["findings"][f]["thing"]) for f in said[-4:]]
        also = self.content.prompts["with_things"].format(things=self.join(things, "and")) if things else ""
        return what + where + since + also

    def _plain(self, finding: str) -> bool:
        """Whether a finding only repeats a detail, which the read-back says already."""
        return any(finding == derived for derived, _, _ in self.content.protocol.derive)

    def length(self) -> str:
        """How long it has been going on, in words."""
        duration = self.known.get("duration")
        length = days(duration) if isinstance(duration, str) else None
        units = self.content.words["details"]["duration"]
        if length is None:
            return ""
        for name, size in (("years", 365), ("months", 30), ("weeks", 7), ("days", 1), ("hours", 1 / 24), ("minutes", 1 / 1440)):
            if length >= size * (1 if name in ("days", "hours", "minutes") else 2):
                n = round(length / size)
                return str(units[name].format(n=n) if n != 1 else units["one_" + name[:-1]])
        return str(units["moments"])

    def _place(self) -> str:
        details = self.content.words["details"]
        places = self.known.get("place")
        if not isinstance(places, list):
            return str(details["place"]["unknown"])
        side = self.known.get("side")
        prefix = details["side"][side] + " " if side in ("left", "right") else ""
        return prefix + self.join((details["place"][p] for p in places), "and")
