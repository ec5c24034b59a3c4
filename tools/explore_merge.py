"""When two interviews have the same future: nothing that could still change the urgency or a question differs between them."""

from collections.abc import Hashable
from typing import Any, NamedTuple

from tools.explore_turns import Place, Skill
from triage.interview import Step
from triage.protocol import DETAILS, TRUE

_VALUES = ("yes", "unsure", "maybe", "no")


class Circle(NamedTuple):
    """What the details leave open: combinations (findings, urgency, whether a detail is unsure), who is asked directly by the
    skill and by the oracle, and which findings open which others."""

    rules: list[tuple[int, int, bool, int]]
    direct: tuple[int, int]
    after: list[tuple[int, int]]


class Merging:
    """The key under which interviews are merged: the urgency, the open question, and of each finding what was said, but only
    where it occurs in a combination that may still raise the urgency, or opens a question about one that does."""

    def __init__(self, skill: Skill) -> None:
        self.skill, protocol, oracle = skill, skill.protocol, skill.oracle
        self.bit = {f: 1 << i for i, f in enumerate(dict.fromkeys([*protocol.findings, *oracle.asked]))}
        self.circles: dict[Hashable, Circle] = {}
        self.tips = [q for q in protocol.questions if q.tips]
        self.same_day = protocol.emergency - 1
        self.rules = [(self.mask(r.when), r.urgency, r.strict, r.circumstance) for r in protocol.rules]
        self.statements = [(self.mask(s.members), s.urgency, s.strict, s.where) for s in oracle.statements]

    def mask(self, findings: Any) -> int:
        return sum(self.bit[f] for f in findings)

    def circle(self, place: Place) -> Circle:
        known, details = place.known, place.details
        spoken = [str(known.get(n)) for n in (*DETAILS, "speaker")] + [str(details.get(n)) for n in (*DETAILS, "speaker")]
        key = tuple(spoken)
        if key not in self.circles:
            rules = []
            for n, (mask, urgency, _, where) in enumerate(self.rules):
                if (fits := where.fits(known)) != "no":
                    rules.append((mask, urgency, fits == "unsure", n))
            for n, (mask, urgency, _, clause) in enumerate(self.statements, len(self.rules)):
                if (fits := self._may(clause, details)) != "no":
                    rules.append((mask, urgency, fits == "unsure", n))
            direct, theirs, after = 0, 0, []
            for finding in self.skill.protocol.findings.values():
                for c in finding.asked:
                    if c.fits(known) != "no":
                        direct |= 0 if c.after else self.bit[finding.id]
                        after += [(self.bit[finding.id], self.mask(c.after))] if c.after else []
            for id, clauses in self.skill.oracle.asked.items():
                for clause in clauses:
                    if self._may(clause, details) != "no":
                        theirs |= 0 if clause.after else self.bit[id]
                        after += [(self.bit[id], self.mask(clause.after))] if clause.after else []
            seen: dict[tuple[int, int, bool], int] = {}
            for mask, urgency, unsure, n in rules:
                seen.setdefault((mask, urgency, unsure), n)
            self.circles[key] = Circle([(*k, n) for k, n in seen.items()], (direct, theirs), sorted(set(after)))
        return self.circles[key]

    def _may(self, clause: Any, details: Any) -> str:
        """As the oracle's clause, but a detail that hasn't been asked yet leaves it open."""
        waiting = {n: "unsure" for n in ("movement", "place") if details.get(n) is None}
        if details.get("age_group") is None and details.get("speaker") == "other":
            waiting["age_group"] = "unsure"
        fits = clause.fits({**details, **waiting})
        return "open" if fits == "unsure" and waiting else str(fits)

    def key(self, place: Place, step: Step, level: int, more: bool) -> Hashable:
        """`more`: a fact may still be volunteered, so that nothing counts as out of reach."""
        known, told = self.skill.protocol.complete(place.known), self.skill.oracle.derive(place.details, place.told)
        circle, bit = self.circle(place), self.bit
        ours = dict.fromkeys(_VALUES, 0)
        theirs = dict.fromkeys(_VALUES, 0)
        for f, value in known.items():
            if f in bit:
                ours[value] |= bit[f]
        for f, value in told.items():
            if f in bit:
                theirs[value] |= bit[f]
        no = ours["no"] & theirs["no"]
        yes = ours["yes"] | theirs["yes"] | ours["unsure"] | theirs["unsure"] | ours["maybe"] | theirs["maybe"]
        doubt = (ours["unsure"] | ours["maybe"]) & (theirs["unsure"] | theirs["maybe"])
        reach = ~no if more else (yes | circle.direct[0] | circle.direct[1]) & ~no
        grew = not more
        while grew:
            wider = reach
            for finding, parents in circle.after:
                if parents & wider and finding & ~no:
                    wider |= finding
            grew, reach = wider != reach, wider
        live, relevant = 0, 0
        for mask, urgency, unsure, n in circle.rules:
            if urgency > level and not mask & ~reach and not (level >= self.same_day and (unsure or mask & doubt)):
                live |= 1 << n
                relevant |= mask
        unknown = ~(yes | no)
        grew = True
        while grew:
            wider = relevant
            for finding, parents in circle.after:
                if finding & wider & unknown:
                    wider |= parents
            grew, relevant = wider != relevant, wider
        said = tuple(m[v] & relevant for m in (ours, theirs) for v in _VALUES)
        asked = (circle.direct[0] & relevant & unknown, circle.direct[1] & relevant & unknown)
        opening = tuple((f, p) for f, p in circle.after if f & relevant & unknown)
        unsure_rules = sum(1 << n for _, _, unsure, n in circle.rules if unsure and live >> n & 1)
        signature = (step.kind, step.question.id if step.question else "", step.findings if step.kind != "ask" else ())
        stages = tuple((k, v) for k, v in place.known.items() if k[0] == "?" and k not in ("?yes", "?opening"))
        tips = level == 0 and tuple(all(f not in known for f in q.asks) for q in self.tips)
        late = all(known.get(n) is not None for n in ("movement", "place"))
        details = tuple(known.get(n) is not None for n in (*DETAILS, "duration")) if late else (
            tuple(str(known.get(n)) for n in (*DETAILS, "speaker", "duration")))  # fmt: skip
        kind = known.get("movement") == ["hiccup"]
        return (more, signature, stages, told.get("?"), level, live, unsure_rules, said, asked, opening, tips, details,
                kind, known.get("speaker"))  # fmt: skip

    def true(self, place: Place) -> list[str]:
        return [f for f, v in place.known.items() if v in TRUE]
