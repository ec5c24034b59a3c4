"""The protocol and the oracle, quick enough to be asked for half a million times: they remember what details mean, since these
change seldom, and look only at the rules that can hold."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tools.oracle import Details, Oracle, Said
from triage.protocol import DETAILS, TRUE, Known, Protocol, Rule

SPOKEN = (*DETAILS, "speaker", "pronoun")
LASTING = (*DETAILS, "duration", "days")


class Numbers:
    """A number for the details of a caller, the same for equal ones. It goes by the objects, which is quick, and keeps them, so
    that no other can take their place."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names, self.seen = names, dict[tuple[int, ...], int]()
        self.kept: list[list[Any]] = []
        self.numbers: dict[str, int] = {}

    def of(self, known: Mapping[str, Any]) -> int:
        get = known.get
        values = [get(name) for name in self.names]
        key = tuple(map(id, values))
        number = self.seen.get(key)
        if number is None:
            self.kept.append(values)
            number = self.seen[key] = self.numbers.setdefault(repr(values), len(self.numbers))
        return number


@dataclass(frozen=True)
class Quick(Protocol):
    """The protocol, which looks only at the rules whose findings are all true, no other can hold, and remembers the last look
    and what details make true."""

    by_first: Mapping[str, list[Rule]] = field(default_factory=lambda: defaultdict(list))
    last: list[tuple[Known, tuple[int, list[Rule]]]] = field(default_factory=list)
    derived: list[str] = field(default_factory=list)
    made: dict[tuple[Any, ...], Known] = field(default_factory=dict)
    details: Numbers = field(default_factory=lambda: Numbers((*LASTING, "speaker")))

    def __post_init__(self) -> None:
        for rule in self.rules:
            self.by_first[rule.when[0]].append(rule)
        self.derived.extend(dict.fromkeys(finding for finding, _, _ in self.derive))

    def complete(self, known: Known) -> Known:
        key = (self.details.of(known), *map(known.get, self.derived))
        if (made := self.made.get(key)) is None:
            out = super().complete(known)
            made = self.made[key] = {f: out[f] for f in self.derived if f in out}
        return {**known, **made}

    def decide(self, known: Known) -> tuple[int, list[Rule]]:
        if not self.last or self.last[0][0] is not known:
            true = {f for f, value in known.items() if value in TRUE}
            near = [rule for f in true & self.by_first.keys() for rule in self.by_first[f] if true.issuperset(rule.when)]
            held = [(rule.holds(known, self.emergency - 1), rule) for rule in near]
            top = max((u for u, _ in held if u is not None), default=0)
            deciding = sorted((rule for u, rule in held if u == top), key=lambda rule: rule.when) if top else []
            self.last[:] = [(known, (top, deciding))]
        return self.last[0][1]


class QuickOracle(Oracle):
    """The oracle, which remembers what details make true."""

    def __init__(self) -> None:
        super().__init__()
        self.details, self.made = Numbers(LASTING), dict[tuple[Any, ...], dict[str, str]]()

    def derive(self, details: Details, said: Said) -> dict[str, str]:
        key = (self.details.of(details), *map(said.get, self.derived))
        if (made := self.made.get(key)) is None:
            out = super().derive(details, said)
            made = self.made[key] = {f: out[f] for f in self.derived if f in out}
        return {**said, **made}
