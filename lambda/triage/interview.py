"""What to ask next. Nothing but the answers is remembered: the place in the interview is worked out anew each turn, so going
back is dropping an answer, and what is volunteered skips its questions."""

from dataclasses import dataclass

from .protocol import TRUE, Known, Protocol, Question


@dataclass(frozen=True, slots=True)
class Step:
    """What the caller is asked: `kind` is opening, ask, again (in other words), which (of them), else (anything else),
    detail, confirm (the read-back), fix (what to change), or outcome: nothing more is asked. The conversation has others."""

    kind: str
    question: Question | None = None
    findings: tuple[str, ...] = ()

    @property
    def name(self) -> str | None:
        """The step's name for tools: the question's id, `<id>:which`, `<id>:again`, a detail, confirm, or None."""
        if self.question is None:
            return {"confirm": "confirm", "fix": "confirm", "opening": None, "outcome": None}.get(self.kind, "offer")
        suffix = {"again": ":again", "which": ":which", "else": ":which"}.get(self.kind, "")
        return (self.question.detail or self.question.id) + suffix


def next_step(protocol: Protocol, known: Known) -> Step:
    """The first question, in the protocol's order, that could still raise the urgency; then the tips', then the read-back."""
    interview = Interview(protocol, known)
    if interview.level == protocol.emergency:
        return Step("outcome")
    if all(key.startswith("?") for key in known) and "?opening" not in known:
        return Step("opening")
    for question in protocol.questions:
        if kind := known.get("?" + question.id):
            return Step(kind.split("_")[0], question, interview.worth_asking(question) or interview.open(question))
    for question in protocol.questions:
        findings = interview.worth_asking(question)
        if question.detail and question.detail not in known and (findings or interview.needs(question.detail)):
            return Step("detail", question, findings)
        if findings and (not question.detail):
            return Step("ask", question, findings)
    match known.get("?confirm"):
        case "done":
            return Step("outcome")
        case "fix":
            return Step("fix")
    return Step("confirm")


class Interview:
    """One look at what is known."""

    def __init__(self, protocol: Protocol, known: Known) -> None:
        self.protocol, self.known = protocol, known
        self.level, _ = protocol.decide(known)
        self.true = {finding for finding, value in known.items() if value in TRUE}
        self.can_be: dict[str, bool] = {}
        self.can_raise: dict[str, bool] = {}

    def needs(self, detail: str) -> bool:
        """Whether a detail is asked for its own sake: what and where, always; the age of someone who is spoken for."""
        if detail == "age_group":
            return self.known.get("speaker") == "other"
        return detail == "movement" or (detail == "place" and self.known.get("movement") != ["hiccup"])

    def open(self, question: Question) -> tuple[str, ...]:
        return tuple([f for f in question.asks if f not in self.known and self.askable(f)])

    def worth_asking(self, question: Question) -> tuple[str, ...]:
        open_ones = self.open(question)
        if question.tips:
            return open_ones if self.level == 0 and open_ones == question.asks else ()
        return tuple([f for f in open_ones if self.raises(f)])

    def askable(self, finding: str) -> bool:
        """Whether this caller is asked for it now: a circumstance fits, and its parent is true."""
        for clause in self.protocol.findings[finding].asked:
            if not (clause.after and self.true.isdisjoint(clause.after)) and clause.fits(self.known) != "no":
                return True
        return False

    def possible(self, finding: str) -> bool:
        """Whether it may still turn out true: it is, or it can be asked, or a parent that may be true would make it so."""
        if finding in self.known:
            return finding in self.true
        if finding not in self.can_be:
            self.can_be[finding] = any(
                c.fits(self.known) != "no" and (not c.after or any(self.possible(p) for p in c.after))
                for c in self.protocol.findings[finding].asked
            )
        return self.can_be[finding]

    def raises(self, finding: str) -> bool:
        """Whether a yes could raise the urgency, itself or through a follow-up that it opens."""
        if finding not in self.can_raise:
            self.can_raise[finding] = any(
                rule.urgency > self.level and self._reach(rule.when, rule.urgency) > self.level
                and rule.circumstance.fits(self.known) != "no"
                and all(f == finding or self.possible(f) for f in rule.when)
                for rule in self.protocol.naming.get(finding, ())
            ) or any(f not in self.known and self.opens(finding, f) and self.raises(f)
                     for f in self.protocol.followers.get(finding, ()))  # fmt: skip
        return self.can_raise[finding]

    def opens(self, parent: str, follower: str) -> bool:
        asked = self.protocol.findings[follower].asked
        return any(parent in c.after and c.fits(self.known) != "no" for c in asked)

    def _reach(self, when: tuple[str, ...], urgency: int) -> int:
        unsure = any(self.known.get(f) in ("unsure", "maybe") for f in when)
        return min(urgency, self.protocol.emergency - 1) if unsure else urgency
