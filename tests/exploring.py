"""Some interviews to explore: of one movement and place, with the protocol as it is or changed."""

import tomllib
from dataclasses import replace
from typing import Any

from tools.explore import paths
from tools.explore.parts import openings
from tools.explore.turns import Skill
from tools.explore.walk import Walk
from tools.oracle import Oracle
from triage.content import FOLDER, load, read_protocol

TABLE = tomllib.loads((FOLDER / "protocol.toml").read_text(encoding="utf-8"))
Table = dict[str, Any]


def skill(table: Table = TABLE, movement: str = "cramp", place: str = "calf") -> Skill:
    return Skill(replace(load(), protocol=read_protocol(table)), Oracle(), [movement], [place])


def walked(
    some: Skill, spare: int | None = 1, facts: tuple[str, ...] = (), people: tuple[int, ...] = (0,), keep: float = 0
) -> Walk:
    held = Walk(some, keep=keep)
    held.explore([o for who in people for o in openings(some, (who,))[-1:]], spare, facts)
    paths.add_up(held)
    return held
