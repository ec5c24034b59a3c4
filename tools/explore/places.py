"""What a caller says in a turn, and where an interview stands."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from triage.protocol import Known

LENGTHS = ("PT1H", "P3D", "P3W")  # no rule tells other lengths apart
AGES = ("adult", "older", "child", "infant")


@dataclass(frozen=True, slots=True)
class Say:
    """What a caller says in one turn: yes, no, unsure, report or correct, and what they report with it."""

    act: str
    said: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        told = (f"{name} {value if isinstance(value, str) else ' '.join(value)}" for name, value in self.said.items())
        return ", ".join([self.act, *told])


class Whole(dict[str, Any]):
    """What is known, with what its details make true; a number for the details, and all findings packed."""

    __slots__ = ("details", "packed")
    details: int
    packed: int


NOTHING = Whole()
NOTHING.details, NOTHING.packed = -1, 0


class Place(NamedTuple):
    """Where an interview stands: what the core knows, with what its details make true, what was told of each finding, and the
    details told. `packed` are the findings known and told, as numbers, and `marks` the core's own notes among what it knows.
    `pending` is "yes" while some of a group was said but not yet which, `named` counts what was named of it, and `none` is the
    question that was answered with a yes and then with none of them."""

    known: Known
    whole: Whole
    told: dict[str, str]
    details: Known
    packed: tuple[int, int]
    marks: Known
    pending: str = ""
    named: tuple[str, int] = ("", 0)
    none: str = ""


START = Place({}, NOTHING, {}, {}, (0, 0), {})
