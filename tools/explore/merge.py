"""When two interviews have the same future. Nothing of what was said is kept but what may still matter: the urgency so far, and
of each combination that may still raise it, what is missing."""

from collections.abc import Hashable, Mapping
from typing import Any

from tools.explore.bits import join
from tools.explore.left import ALL, LAST, LEAN
from tools.explore.opens import Opens, Who
from tools.explore.places import Place
from tools.explore.quick import EVERY, SPOKEN, Numbers
from tools.explore.turns import Skill

GROWN = ("adult", "older")  # no rule or question tells them apart


class Merging(Opens):
    """The key under which interviews are merged."""

    def __init__(self, skill: Skill) -> None:
        super().__init__(skill)
        self.stages = {"?" + q.id for q in skill.protocol.questions}
        self.tips = self.bits.wide(self.mask(f for q in skill.protocol.questions if q.tips for f in q.asks))
        self.young_bits = self.bits.wide(self.mask(self.from_age))
        self.details, self.spoken = Numbers(EVERY), Numbers(SPOKEN)
        self.pairs: dict[tuple[int, int], int] = {}
        self.whose: dict[tuple[int, int], int] = {}
        self.made: dict[tuple[Any, ...], dict[str, str]] = {}
        self.keys: dict[Hashable, tuple[int, int, Hashable]] = {}
        self.levels: dict[Hashable, tuple[int, int]] = {}  # by what is true: once for all of whom the same is

    def young(self, details: Mapping[str, Any]) -> str:
        """The age as far as it matters of who speaks for themselves: an adult is who they are taken for anyway."""
        return ",".join(a for a in details.get("age_group") or () if a not in GROWN)

    def key(self, place: Place, more: bool = False, how: int = LAST) -> tuple[int, int, Hashable]:
        """The urgency by the skill's rules, by the oracle's, and the key. `more`: a fact may still be volunteered; `how`: what is
        left out since it can't matter."""
        known, details = place.known, place.details
        number = self.details.of(details)
        both = place.whole.details, number
        made = self.derived(place, number)
        complete, told = place.whole.packed, self.bits.pack(made, place.packed[1])
        if (whose := self.whose.get(both)) is None:
            pair = self.spoken.of(known), self.spoken.of(details)
            whose = self.whose[both] = self.pairs.setdefault(pair, len(self.pairs))
        who = bool(place.packed[0] & self.young_bits), whose
        if how == ALL:
            return self._key(place, made, more, how, complete, told, who)
        # The same may be known in two ways, as "one of them" after a yes and after an "I don't know", and is worked out once.
        same = (complete, told, both, who, tuple(place.marks.items()), place[6:], more)
        if (out := self.keys.get(same)) is None:
            out = self.keys[same] = self._key(place, made, more, how, complete, told, who)
        return out

    def derived(self, place: Place, number: int) -> dict[str, str]:
        """What was told, with what the details of this number make true."""
        oracle, told = self.skill.oracle, place.told
        key = (number, *map(told.get, oracle.derived))
        if (made := self.made.get(key)) is None:
            out = oracle.derive(place.details, told)
            made = self.made[key] = {f: out[f] for f in oracle.derived if f in out}
        return made

    def _key(
        self, place: Place, made: Mapping[str, str], more: bool, how: int, complete: int, told: int, who: Who
    ) -> tuple[int, int, Hashable]:
        known, details = place.known, place.details
        opens = [self.open(known, details, who, more, side) for side in ((3,) if complete == told else (1, 2))]
        true = (*opens, complete >> self.bits.size, told >> self.bits.size)
        if (levels := self.levels.get(true)) is None:
            own = self.skill.protocol.decide(place.whole)[0], self.skill.oracle.judge(details, {**place.told, **made})
            levels = self.levels[true] = own
        level, other = levels
        if level != other or level == self.skill.protocol.emergency:
            return level, other, level  # the walk ends here: they differ, or nothing can be more urgent
        stages = [(stage, mark) for stage, mark in place.marks.items() if stage in self.stages]
        busy = join(self.groups[stage[1:]] for stage, _ in stages)
        how = min(how, LEAN) if all(mark != "else" for _, mark in stages) else how
        left: tuple[Any, ...]
        if complete == told:
            both, matters = opens[0].left(complete, level, more, how, busy)
            left = (both,)
        else:
            ours, mine = opens[0].left(complete, level, more, how, busy)
            theirs, others = opens[1].left(told, level, more, how, busy)
            left, matters = (ours, theirs) if ours != theirs else (ours,), mine | others
        umbrella = bool(busy & self.order.umbrella)
        if umbrella:
            stages = [(stage, known.split("_")[0]) for stage, known in stages]
        none = tuple(q if q and self.groups[q] & matters else "" for q in (known.get("?none", ""), place.none))
        asked: Hashable = tuple(n in known for n in ("movement", "place", "duration"))
        if known.get("movement") is None or known.get("place") is None:
            asked = tuple(str(d.get(n)) for n in ("movement", "place", "duration", "days") for d in (known, details))
            asked = (
                *asked,
                *(str(d.get("age_group")) if more or d.get("speaker") == "other" else self.young(d) for d in (known, details)),
            )
        named = place.named if place.named[1] and self.groups[place.named[0]] & matters else 0
        tips = level == 0 and not place.packed[0] & self.tips
        hiccup = known.get("movement") == ["hiccup"] and "place" not in known
        ageless = known.get("speaker") == "other" and "age_group" not in known
        rest = (none, asked, named, tips, place.pending * (not umbrella), hiccup, ageless, known.get("?confirm"))
        return level, other, (more, level, *left, *stages, *rest)
