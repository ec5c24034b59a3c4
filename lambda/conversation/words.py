"""Sentences about one caller: a template filled with their pronouns, their place, and the things that a question asks for."""

import re
from collections.abc import Iterable
from typing import Any

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
        every = list(things)
        comma = "," if len(every) > 2 or any(f" {self.content.prompts[word]} " in thing for thing in every) else ""
        return f"{', '.join(every[:-1])}{comma} {self.content.prompts[word]} {every[-1]}" if len(every) > 1 else every[0]

    def things(self, question: str, findings: Iterable[str]) -> list[str]:
        """What a question asks for, findings that share words said as one thing."""
        wanted = set(findings)
        rows = self.content.words["questions"][question].get("things", ())
        wording = "baby" if self.known.get("age_group") == ["infant"] else "say"
        return [row.get(wording, row["say"]).format_map(self.forms) for row in rows if wanted.intersection(row["of"])]

    def choose(self, step: Step, choice: int) -> dict[str, str]:
        """What "the second one" reports: the findings of that thing of the question; -1 is the last."""
        offered = self._offered(step)
        at = choice if choice < 0 else choice - 1
        return dict.fromkeys(offered[at]["of"], "yes") if -len(offered) <= at < len(offered) else {}

    def point(self, step: Step, said: Known) -> dict[str, str]:
        """What "it's my neck" reports, said when asked which of them: the one thing that is there. And what "both legs" reports,
        said to a question that asks about both."""
        offered, places = self._offered(step), set(said.get("place", ()))
        both = [row for row in offered if "side" in row and row["side"] == said.get("side") and places <= set(row["at"])]
        there = [row for row in offered if "side" not in row and places.intersection(row.get("at", ()))]
        pointed = both or (there if step.kind == "which" else [])
        return dict.fromkeys(pointed[0]["of"], "yes") if len(pointed) == 1 else {}

    def rules_out(self, step: Step, said: Known) -> bool:
        """Whether what a caller denies answers a question as a whole: "nothing sudden", where it is about what came suddenly."""
        whole = self.content.words["questions"][step.question.id].get("whole", ()) if step.question else ()
        return step.kind in ("ask", "again") and any(said.get(f) == "no" for f in whole) and "yes" not in said.values()

    def gone(self, step: Step, said: Known) -> dict[str, str]:
        """What "it let go" denies, said to a question of what never lets go."""
        rows = self._offered(step) if step.kind in ("ask", "again") else []
        return {f: "no" for row in rows if any(said.get(e) == "yes" for e in row.get("unless", ())) for f in row["of"]}

    def _offered(self, step: Step) -> list[dict[str, Any]]:
        """The things that a question asks for, with only the findings that are open."""
        rows = self.content.words["questions"][step.question.id].get("things", ()) if step.question else ()
        return [
            {**row, "of": [f for f in row["of"] if f in step.findings]} for row in rows if set(row["of"]) & set(step.findings)
        ]

    def relief(self, id: str) -> dict[str, str]:
        """A stretch's move, limit and guide."""
        return {part: self.fill(text) for part, text in self.content.relief_words[id].items()}

    def listing(self, findings: Iterable[str], word: str) -> str:
        """Findings by their names, as a spoken list; empty for none."""
        names = dict.fromkeys(str(self.content.words["findings"][f]["thing"]) for f in findings)
        return self.join(names, word) if names else ""

    def reasons(self, rules: Iterable[Rule], prompt: str, limit: int = 3) -> str:
        """Why, in the caller's own terms: what the deciding rules name. A yes to a whole group is told as just that, so that a
        mishearing shows, and what couldn't be told as not ruled out. Empty where nothing decided."""
        named = list(dict.fromkeys(f for rule in rules for f in rule.when))
        group, asked = self.known.get("?yes"), ""
        if group and set(named) & set(self.content.protocol.question(group).asks):
            asked = self.content.prompts["yes_to"].format(any=self.join(self.things(group, named), "or"))
        clauses = [asked] if asked else [self.clause(f) for f in named if self.known.get(f) == "yes"][:limit]
        said = [self.prompt(prompt, reasons=self.join(clauses, "and"))] if clauses else []
        doubtful = self.listing([f for f in named if self.known.get(f) == "unsure"][:limit], "or")
        return " ".join(said + ([self.prompt("not_ruled_out", any=doubtful)] if doubtful else []))

    def clause(self, finding: str) -> str:
        return str(self.content.words["findings"][finding]["because"]).format_map(self.forms)

    def complaint(self) -> str:
        """What and where: "a cramp in your left calf"."""
        details, known = self.content.words["details"], self.known
        movements = known["movement"] if isinstance(known.get("movement"), list) else []
        what = self.join((details["movement"][m] for m in movements), "and") if movements else details["movement"]["unknown"]
        everywhere = {**self.forms, "place": self._place(every=True)}
        where = self.content.prompts["all_over" if "whole_body" in known.get("place", ()) else "in_place"]
        both = self.content.prompts["both_sides"] if known.get("side") == "both" and "{place}" in where else ""
        return what + ("" if movements == ["hiccup"] else where.format_map(everywhere) + both)

    def summary(self) -> str:
        """The complaint, since when, and what was found, in one short sentence."""
        since = self.content.prompts["for_time"].format(length=self.length()) if self.length() else ""
        things = self.listing(self.read_back(), "and")
        also = self.content.prompts["with_things"].format(things=things) if things else ""
        return self.complaint() + since + also

    def read_back(self) -> list[str]:
        """The findings that the read-back names, the last four that were told."""
        told = [f for f, v in self.known.items() if v == "yes" and f in self.content.words["findings"] and not self._plain(f)]
        return told[-4:]

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
            if length >= size * (2 if name in ("months", "weeks") else 1):
                n = round(length / size)
                return str(units[name].format(n=n) if n != 1 else units["one_" + name[:-1]])
        return str(units["moments"])

    def _place(self, every: bool = False) -> str:
        """Where it is: the place named first, or every one."""
        details = self.content.words["details"]
        places = self.known.get("place")
        if not isinstance(places, list):
            return str(details["place"]["unknown"])
        side = details["side"].get(str(self.known.get("side")))
        names = [str(details["place"][p]) for p in (places if every else places[:1])]
        return (f"{side} " if side else "") + self.join(names, "and")
