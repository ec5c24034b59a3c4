"""The protocol, quick enough to be asked half a million times: it remembers what details mean, since these change seldom, and
looks only at the rules that can hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tools.explore.bits import Bits
from tools.explore.places import Whole
from triage.protocol import DETAILS, Known, Protocol, Rule

SPOKEN = (*DETAILS, "speaker", "pronoun")
EVERY = (*SPOKEN, "duration", "days")
DETAILED = frozenset(EVERY)


class Numbers:
    """A number for the details of a caller, the same for equal ones. It goes by the objects, which is quick, and keeps them, so
    that no other can take their place."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names, self.seen = names, dict[tuple[int, ...], int]()
        self.kept: list[list[Any]] = []
        self.numbers: dict[str, int] = {}
        self.last: Mapping[str, Any] | None = None
        self.number = 0

    def of(self, known: Mapping[str, Any]) -> int:
        if known is self.last:
            return self.number
        key = tuple(map(id, map(known.get, self.names)))
        number = self.seen.get(key)
        if number is None:
            values = [known.get(name) for name in self.names]
            self.kept.append(values)
            number = self.seen[key] = self.numbers.setdefault(repr(values), len(self.numbers))
        self.last, self.number = known, number
        return number


@dataclass(frozen=True)
class Quick(Protocol):
    """The protocol, which looks only at the rules whose findings are all true, no other can hold, and remembers each look
    and what details make true."""

    bits: Bits = field(default_factory=lambda: Bits(()))
    by_rarest: dict[int, list[tuple[int, Rule]]] = field(default_factory=dict)  # the rules, the most urgent first
    looks: dict[tuple[int, int], tuple[int, list[Rule]]] = field(default_factory=dict)
    derived: list[str] = field(default_factory=list)
    made: dict[tuple[Any, ...], tuple[Known, int]] = field(default_factory=dict)
    details: Numbers = field(default_factory=lambda: Numbers(EVERY))

    def __post_init__(self) -> None:
        for rule in sorted(self.rules, key=lambda rule: -rule.urgency):
            rarest = self.bits.bit[min(rule.when, key=lambda f: len(self.naming[f]))]
            self.by_rarest.setdefault(rarest, []).append((sum(self.bits.bit[f] for f in set(rule.when)), rule))
        self.derived.extend(dict.fromkeys(finding for finding, _, _ in self.derive))

    def fill(self, known: Known, packed: int, new: Known, before: Whole) -> Whole:
        """What is known, of which the findings are packed already, completed; what of it is new since what was whole before."""
        number = before.details if before and DETAILED.isdisjoint(new) else self.details.of(known)
        key = (number, *map(known.get, self.derived))
        if (made := self.made.get(key)) is None:
            out = super().complete(known)
            new = {f: out[f] for f in self.derived if f in out}
            made = self.made[key] = new, self.bits.pack(new)
        whole = Whole(known)
        whole.update(made[0])
        whole.details, whole.packed = number, self.bits.pack(made[0], packed)
        return whole

    def decide(self, known: Known) -> tuple[int, list[Rule]]:
        if not isinstance(known, Whole):
            return self._decide(known, self.bits.pack(known))
        look = known.details, known.packed >> self.bits.size
        return self.looks.get(look) or self.looks.setdefault(look, self._decide(known, known.packed))

    def _decide(self, known: Known, packed: int) -> tuple[int, list[Rule]]:
        true, same_day, top = self.bits.parts(packed)[1], self.emergency - 1, 0
        held: list[tuple[int, Rule]] = []
        for rarest, rules in self.by_rarest.items():
            for mask, rule in rules if rarest & true else ():
                if rule.urgency < top:
                    break
                if mask & true == mask and (urgency := rule.holds(known, same_day)):
                    held.append((urgency, rule))
                    top = max(top, urgency)
        return top, sorted((rule for urgency, rule in held if urgency == top), key=lambda rule: rule.when)
