"""The id that Amazon gives the skill, as it is given to the tools."""

import re

PATTERN = r"^amzn1\.ask\.skill\.[0-9a-f-]{36}$"  # as template.yaml has it


def whole(skill_id: str | None) -> str | None:
    """The id as it was given. Raises ValueError for what is none, as one that was cut short."""
    if skill_id and not re.match(PATTERN, skill_id):
        raise ValueError(f"{skill_id} is no skill id: amzn1.ask.skill. and 36 signs (developer console > Copy Skill ID)")
    return skill_id
