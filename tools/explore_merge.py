"""When two interviews have the same future. Nothing of what was said is kept but what may still matter: the urgency so far, and
of each combination that may still raise it, what is missing."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, NamedTuple

from tools.explore_turns import Place, Skill
from triage.interview import Step
from triage.protocol import DETAILS


class Rest(NamedTuple):
    """What the details leave open, for the skill or the oracle: combinations (findings, urgency, whether it turns on a detail
    that is unsure), the findings asked directly, and those that open others."""

    rules: tuple[tuple[int, int, bool], ...]
    direct: int
    after: tuple[tuple[int, int], ...]


class Merging:
    """Findings are bits of whole numbers, since this is worked out for every turn."""

    def __init__(self, skill: Skill) -> None:
        self.skill, protocol, oracle = skill, skill.protocol, skill.oracle
        self.bit = {f: 1 << i for i, f in enumerate(dict.fromkeys([*protocol.findings, *oracle.asked]))}
        self.same_day = protocol.emergency - 1
        self.tips = [self.mask(q.asks) for q in protocol.questions if q.tips]
        self.rules = [(self.mask(r.when), r.urgency, r.strict, r.circumstance) for r in protocol.rules]
        self.statements = [(self.mask(s.members), s.urgency, s.strict, s.where) for s in oracle.statements]
        self.asked = [(self.bit[f.id], c, self.mask(c.after)) for f in protocol.findings.values() for c in f.asked]
        self.should = [(self.bit[f], c, self.mask(c.after)) for f, clauses in oracle.asked.items() for c in clauses]
        self.rests: dict[Hashable, Rest] = {}
        self.same: dict[Rest, Rest] = {}
        self.seen: dict[Hashable, tuple[int, Hashable]] = {}
        self.strict = self.mask(protocol.strict)

    def mask(self, findings: Iterable[str]) -> int:
        return sum(self.bit[f] for f in set(findings))

    def rest(self, details: Mapping[str, Any], theirs: bool) -> Rest:
        """The combinations and askings that the details leave open."""
        key = (theirs, *(str(details.get(n)) for n in (*DETAILS, "speaker")))
        if key not in self.rests:
            fits = self._may if theirs else lambda circumstance, d: circumstance.fits(d)
            rows, asked = (self.statements, self.should) if theirs else (self.rules, self.asked)
            open_ones = {(m, u, f == "unsure") for m, u, _, c in rows if (f := fits(c, details)) != "no"}
            may = [(f, parents) for f, c, parents in asked if fits(c, details) != "no"]
            direct = 0
            for f, parents in may:
                direct |= 0 if parents else f
            rest = Rest(tuple(sorted(open_ones)), direct, tuple(sorted({r for r in may if r[1]})))
            self.rests[key] = self.same.setdefault(rest, rest)
        return self.rests[key]

    def _may(self, clause: Any, details: Mapping[str, Any]) -> str:
        """As the oracle's clause has it, but open where a detail is still to be asked."""
        waiting = {n: "unsure" for n in ("movement", "place") if details.get(n) is None}
        if details.get("age_group") is None and details.get("speaker") == "other":
            waiting["age_group"] = "unsure"
        fits = clause.fits({**details, **waiting} if waiting else details)
        return "open" if fits == "unsure" and waiting else str(fits)

    def left(self, rest: Rest, values: Mapping[str, Any], more: bool) -> tuple[int, Hashable]:
        """The urgency of what is known, and what may still matter."""
        yes = no = doubt = maybe = 0
        for f, value in values.items():
            if (b := self.bit.get(f)) is not None:
                if value == "no":
                    no |= b
                else:
                    yes |= b
                    if value != "yes":
                        doubt |= b
                        if value == "maybe":
                            maybe |= b
        key = (id(rest), yes, no, doubt, maybe, more)
        if key not in self.seen:
            self.seen[key] = self._left(rest, yes, no, doubt, maybe, more)
        return self.seen[key]

    def _left(self, rest: Rest, yes: int, no: int, doubt: int, maybe: int, more: bool) -> tuple[int, Hashable]:
        same_day = self.same_day
        reach = ~no if more else (yes | rest.direct) & ~no
        if not more:
            before = 0
            while before != reach:
                before = reach
                for finding, parents in rest.after:
                    if parents & reach and finding & ~no:
                        reach |= finding
        level, strict, missing = 0, self.strict, []
        for mask, urgency, unsure in rest.rules:
            if mask & ~reach:
                continue
            lacks = mask & ~yes
            if (unsure or mask & doubt) and (lacks or unsure or mask & maybe or not mask & strict or mask & (mask - 1)):
                vague = mask & maybe
                if vague & (vague - 1):
                    continue
                urgency = min(urgency, same_day - 1 if vague == mask else same_day)
                lacking = (lacks, urgency, bool(vague))
            else:
                lacking = (lacks, urgency, False)
            if lacks:
                missing.append(lacking)
            elif urgency > level:
                level = urgency
        residue = {m for m in missing if m[1] > level}
        relevant = 0
        for lacks, _, _ in residue:
            relevant |= lacks
        before, unknown = 0, ~(yes | no)
        while before != relevant:
            before = relevant
            for finding, parents in rest.after:
                if finding & relevant:
                    relevant |= parents & unknown
        opened, waiting = 0, []
        for finding, parents in rest.after:
            if finding & relevant:
                if parents & yes:
                    opened |= finding
                if pending := parents & relevant & reach:
                    waiting.append((finding, pending))
        return level, (frozenset(residue), (rest.direct | opened) & relevant, tuple(waiting))

    def key(self, place: Place, step: Step | None, more: bool) -> tuple[int, int, Hashable]:
        """The urgency by the skill's rules and by the oracle's, and the key. `more`: a fact may still be volunteered, so that
        nothing is out of reach."""
        protocol, known = self.skill.protocol, place.known
        complete = protocol.complete(known)
        level, ours = self.left(self.rest(known, False), complete, more)
        told = self.skill.oracle.derive(place.details, place.told)
        other, theirs = self.left(self.rest(place.details, True), told, more)
        stages = tuple(kv for kv in known.items() if kv[0][0] == "?" and kv[0] not in ("?yes", "?opening"))
        tips = level == 0 and all(f not in known for q in protocol.questions if q.tips for f in q.asks)
        asked: Hashable = tuple(n in known for n in (*DETAILS, "duration"))
        if known.get("movement") is None or known.get("place") is None:
            asked = tuple(str(d.get(n)) for n in (*DETAILS, "duration", "days") for d in (known, place.details))
        current = tuple(f for q in protocol.questions if known.get("?" + q.id) for f in q.asks if f not in known)
        needs = (known.get("movement") == ["hiccup"], known.get("speaker"))
        return level, other, (more, level, ours, theirs if theirs != ours else None, stages, current, tips, asked, needs,
                              place.pending, place.named, "movement" in known)  # fmt: skip
