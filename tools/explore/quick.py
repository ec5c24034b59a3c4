"""The protocol's own decision, quick enough to be asked for half a million times."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from triage.protocol import TRUE, Known, Protocol, Rule


@dataclass(frozen=True)
class Quick(Protocol):
    """The protocol, which looks only at the rules whose findings are all true, no other can hold, and remembers the last look."""

    by_first: Mapping[str, list[Rule]] = field(default_factory=lambda: defaultdict(list))
    last: list[tuple[Known, tuple[int, list[Rule]]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for rule in self.rules:
            self.by_first[rule.when[0]].append(rule)

    def decide(self, known: Known) -> tuple[int, list[Rule]]:
        if not self.last or self.last[0][0] is not known:
            true = {f for f, value in known.items() if value in TRUE}
            near = [rule for f in true & self.by_first.keys() for rule in self.by_first[f] if true.issuperset(rule.when)]
            held = [(rule.holds(known, self.emergency - 1), rule) for rule in near]
            top = max((u for u, _ in held if u is not None), default=0)
            deciding = sorted((rule for u, rule in held if u == top), key=lambda rule: rule.when) if top else []
            self.last[:] = [(known, (top, deciding))]
        return self.last[0][1]
