"""When two interviews have the same future. Nothing of what was said is kept but what may still matter: the urgency so far, and
of each combination that may still raise it, what is missing."""

from collections.abc import Hashable, Iterable, Mapping
from functools import cached_property
from typing import Any

from tools.explore_turns import Place, Skill
from triage.protocol import DETAILS

Row = tuple[int, int, bool]  # the findings, the urgency, and whether it turns on a detail that is unsure


class Open:
    """What the details leave open, for the skill or the oracle: the combinations, the findings asked directly, and those asked
    after others. Findings are bits of whole numbers, since this is worked out for every turn."""

    def __init__(self, rows: frozenset[Row], direct: int, after: tuple[tuple[int, int], ...], top: int) -> None:
        self.rows, self.direct, self.after = tuple(sorted(rows)), direct, after
        self.above = [tuple(r for r in self.rows if r[1] > level) for level in range(top + 1)]
        self.scope = [self.with_parents(sum({1 << i for m, _, _ in rows for i in range(m.bit_length()) if m >> i & 1}), -1)
                      for rows in self.above]  # fmt: skip
        self.levels: dict[Hashable, int] = {}
        self.seen: dict[Hashable, tuple[Hashable, int, Hashable, int]] = {}

    def with_parents(self, findings: int, unknown: int) -> int:
        before = 0
        while before != findings:
            before = findings
            for finding, parents in self.after:
                if finding & findings:
                    findings |= parents & unknown
        return findings

    def within_reach(self, findings: int, no: int) -> int:
        before = 0
        while before != findings:
            before = findings
            for finding, parents in self.after:
                if parents & findings and finding & ~no:
                    findings |= finding
        return findings


class Merging:
    """The key under which interviews are merged."""

    def __init__(self, skill: Skill) -> None:
        self.skill, protocol, oracle = skill, skill.protocol, skill.oracle
        self.bit = {f: 1 << i for i, f in enumerate(dict.fromkeys([*protocol.findings, *oracle.asked]))}
        self.top = protocol.emergency
        self.strict = self.mask(protocol.strict) | self.mask(f for s in oracle.statements if s.strict for f in s.members)
        self.rows = ([(self.mask(r.when), r.urgency, r.circumstance) for r in protocol.rules],
                     [(self.mask(s.members), s.urgency, s.where) for s in oracle.statements])  # fmt: skip
        self.asked = ([(self.bit[f.id], c, self.mask(c.after)) for f in protocol.findings.values() for c in f.asked],
                      [(self.bit[f], c, self.mask(c.after)) for f, clauses in oracle.asked.items() for c in clauses])  # fmt: skip
        self.tips = [f for q in protocol.questions if q.tips for f in q.asks]
        self.opens: dict[Hashable, Open] = {}
        self.same: dict[Hashable, Open] = {}
        self.asks = {q.id: self.mask(q.asks) for q in protocol.questions}
        self.stages = [("?" + q.id, q) for q in protocol.questions]

    def mask(self, findings: Iterable[str]) -> int:
        return sum(self.bit[f] for f in set(findings))

    @cached_property
    def from_age(self) -> int:
        return self.mask(f for f, (clause, _) in self.skill.oracle.derived.items() if clause.age_group)

    def open(self, details: Mapping[str, Any], side: int, more: bool) -> Open:
        """What these details leave open: for the skill (0) or the oracle (1)."""
        key = (side, more, *(str(details.get(n)) for n in (*DETAILS, "speaker")))
        if key not in self.opens:
            rows = frozenset((m, u, f == "unsure") for m, u, c in self.rows[side] if (f := self._fits(c, details, side)) != "no")
            young = more or details.get("age_group") is not None or details.get("speaker") == "other"
            never = 0 if young else self.from_age  # an adult isn't asked what follows from being a child
            may = [(f, p) for f, c, p in self.asked[side] if self._fits(c, details, side) != "no" and (not p or p & ~never)]
            direct = self.mask(()) | sum({f for f, p in may if not p})
            parts = (rows, direct, tuple(sorted({r for r in may if r[1]})))
            self.opens[key] = self.same.setdefault(parts, Open(*parts, self.top))
        return self.opens[key]

    def _fits(self, circumstance: Any, details: Mapping[str, Any], side: int) -> str:
        """As the skill or the oracle has it, but open where a detail is still to be asked."""
        if side == 0:
            return str(circumstance.fits(details))
        waiting = {n: "unsure" for n in ("movement", "place") if details.get(n) is None}
        if details.get("age_group") is None and details.get("speaker") == "other":
            waiting["age_group"] = "unsure"
        fits = circumstance.fits({**details, **waiting} if waiting else details)
        return "open" if fits == "unsure" and waiting else str(fits)

    def bits(self, values: Mapping[str, Any]) -> tuple[int, int, int, int]:
        """The findings that are true, that are not, that are in doubt, and those of an umbrella left unsure."""
        yes = no = doubt = maybe = 0
        for f, value in values.items():
            if (b := self.bit.get(f)) is not None:
                if value == "no":
                    no |= b
                else:
                    yes |= b
                    doubt |= 0 if value == "yes" else b
                    maybe |= b if value == "maybe" else 0
        return yes, no, doubt, maybe

    def gives(self, row: Row, doubt: int, maybe: int) -> int:
        """The urgency that a combination gives when all of it is true."""
        mask, urgency, unsure = row
        vague, single = mask & maybe, not mask & (mask - 1)
        if vague & (vague - 1):
            return 0
        if vague and single:
            return min(urgency, self.top - 2)
        return urgency if (mask & self.strict and single) or not (unsure or mask & doubt) else min(urgency, self.top - 1)

    def left(self, rest: Open, bits: tuple[int, int, int, int], more: bool) -> tuple[int, Any]:
        """The urgency of what is known, and what may still matter."""
        yes, no, doubt, maybe = bits
        known = (yes, doubt, maybe)
        if (level := rest.levels.get(known)) is None:
            level = rest.levels[known] = max((self.gives(r, doubt, maybe) for r in rest.rows if not r[0] & ~yes), default=0)
        scope = rest.scope[level]
        key = (level, more, yes & scope, no & scope, doubt & scope, maybe & scope)
        if key not in rest.seen:
            rest.seen[key] = self._left(rest, *key)
        return level, rest.seen[key]

    def _left(self, rest: Open, level: int, more: bool, yes: int, no: int, doubt: int, maybe: int) -> tuple[Hashable, int, Hashable, int]:
        out = no if more else ~rest.within_reach((yes | rest.direct) & ~no, no)
        missing, relevant = set(), 0
        for row in rest.above[level]:
            mask = row[0]
            if not mask & out and (urgency := self.gives(row, doubt, maybe)) > level:
                missing.add((mask & ~yes, urgency, bool(mask & maybe)))
                relevant |= mask & ~yes
        relevant = rest.with_parents(relevant, ~(yes | no))
        opened, waiting = rest.direct, []
        for finding, parents in rest.after:
            if finding & relevant:
                opened |= finding if parents & yes else 0
                if pending := parents & relevant & ~out:
                    waiting.append((finding, pending))
        return frozenset(missing), opened & relevant, tuple(waiting), relevant

    def key(self, place: Place, more: bool = False) -> tuple[int, int, Hashable]:
        """The urgency by the skill's rules, by the oracle's, and the key. `more`: a fact may still be volunteered, so that
        nothing is out of reach."""
        known, details = place.known, place.details
        open_ones, should = self.open(known, 0, more), self.open(details, 1, more)
        complete, told = self.bits(self.skill.protocol.complete(known)), self.bits(self.skill.oracle.derive(details, place.told))
        level, ours = self.left(open_ones, complete, more)
        other, theirs = (level, ours) if should is open_ones and told == complete else self.left(should, told, more)
        stages, current = [], ()
        for stage, question in self.stages:
            if stage in known:
                stages.append((stage, known[stage]))
                current = tuple(f for f in question.asks if f not in known)
        matters = ours[3] | theirs[3]
        none = tuple(q if q and self.asks[q] & matters else "" for q in (known.get("?none", ""), place.none))
        tips = level == 0 and not any(f in known for f in self.tips)
        asked: Hashable = tuple(n in known for n in (*DETAILS, "duration"))
        if known.get("movement") is None or known.get("place") is None:
            asked = tuple(str(d.get(n)) for n in (*DETAILS, "duration", "days") for d in (known, details))
        spoken_for = known.get("speaker") == "other" and "age_group" not in known
        return level, other, (more, level, ours, None if theirs == ours else theirs, tuple(stages), current, none, tips, asked,
                              known.get("movement") == ["hiccup"], spoken_for, place.pending, place.named, known.get("?confirm"))  # fmt: skip
