"""A conversation that breaks an invariant, ready to paste into tests/cases."""

from typing import Any

from tools.explore.places import START
from tools.explore.state import Breach
from tools.explore.turns import Skill
from triage.content import FOLDER, read_table


def case(skill: Skill, breach: Breach, number: int) -> str:
    """The case in TOML, the turns above it as comments: what is asked, and what is said."""
    phrases = read_table(FOLDER / "en-US" / "callers.toml")
    place, lines = START, [f"# {breach.invariant}: broken.", f"# {breach.what}", "#"]
    for say in breach.says:
        if say.act == "back":  # the core drops the last answer; here the turns before are told
            lines.append("#   (goes back)")
            continue
        step = skill.step(place)
        lines.append(f"#   {step.name or step.kind}{':' if step.name else ''} {say}")
        place = skill.turn(place, step, say)
    said = {state: [f for f, value in place.told.items() if value in states and f in skill.plain.findings]
            for state, states in (("yes", ("yes",)), ("unsure", ("unsure", "maybe")))}  # fmt: skip
    most, _ = skill.oracle.most(place.details, place.told)
    lines += ["[[case]]", f'id = "found_by_check_{number}"', f"says = {quoted(_opening(breach, phrases))}"]
    lines += [f"{state} = [{', '.join(map(quoted, findings))}]" for state, findings in said.items()]
    lines += [f"details = {{ {_details(breach)} }}", f'expect = ["{skill.oracle.urgencies[most]}"]', 'source = "make check"']
    return "\n".join(lines)


def quoted(text: str) -> str:
    return '"' + text.replace('"', "'") + '"'


def _opening(breach: Breach, phrases: dict[str, Any]) -> str:
    """The first sentence, in a caller's words."""
    said = breach.says[0].said if breach.says else {}
    movement, place = (phrases[d][said[d][0]][0] if d in said else "" for d in ("movement", "place"))
    whose = f"my {said['person'].replace('_', ' ')} has" if "person" in said else "i have"
    facts = [phrases["finding"][f][0] for f in said if f in phrases["finding"]]
    what = f"{whose} {movement or 'something'}" + (f" in the {place}" if place else "")
    return " and ".join([what, *facts])


def _details(breach: Breach) -> str:
    """The details told, in whichever turn."""
    details: dict[str, str] = {}
    for say in breach.says:
        for name, value in say.said.items():
            if name in ("movement", "place", "age_group", "duration"):
                details[name] = value if isinstance(value, str) else value[0]
            elif name == "person":
                details["speaker"] = "other"
    return ", ".join(f"{name} = {quoted(value)}" for name, value in details.items())
