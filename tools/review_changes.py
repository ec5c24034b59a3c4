"""What changed in the triage since the last release, in words."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tools.review_page import Block, Heading, Items, Page, Para, Text
from tools.review_terms import URGENCIES, Terms
from triage.content import read_table

Tables = Mapping[str, Any]
COMPARED = {"version", "findings", "rules", "questions", "derive"}
RULED = "Rules of several findings, or for some callers only"


def changes_page(terms: Terms, released: Path) -> Page:
    """The page; without a release before this one, it says so."""
    if not released.exists():
        first = Para(f"First release: version {terms.protocol.version}. There is nothing to compare it with.")
        return Page("changes", "Changes since the last release", [first])
    before = read_table(released)
    versions = f"The triage of version {terms.protocol.version}, compared with that of the last release, {before['version']}."
    blocks: list[Block] = [Para(versions)]
    for title, lines in changes(before, terms.table, terms).items():
        shown: list[Text] = [line[0].upper() + line[1:] for line in lines]
        blocks += [Heading(title), Items(shown)] if shown else []
    if len(blocks) == 1:
        blocks.append(Para("Nothing in the triage changed. Wording may have; the Markdown pages show that line by line."))
    return Page("changes", "Changes since the last release", blocks)


def changes(before: Tables, now: Tables, terms: Terms) -> dict[str, list[str]]:
    """What was added, removed and changed, by kind."""
    return {
        "Findings": _findings(before["findings"], now["findings"], terms),
        RULED: _rules(_by_name(before["rules"]), _by_name(now["rules"]), terms),
        "Questions": _questions(before["questions"], now["questions"], terms),
        "Known without asking": _listed(before["derive"], now["derive"]),
        "Lists": [f"{k.replace('_', ' ')} changed" for k in sorted({*before, *now} - COMPARED) if before.get(k) != now.get(k)],
    }


def _name(terms: Terms, finding: str) -> str:
    return f"“{terms.thing(finding)}” ({finding})" if finding in terms.findings else finding


def _urgency(value: str | None) -> str:
    """An urgency in words, as written in the protocol: "emergency!" holds even when unsure."""
    if not value:
        return "nothing by itself"
    name = value.rstrip("!")
    return URGENCIES.get(name, name).lower() + (", also when unsure" if value.endswith("!") else "")


def _both(before: Tables, now: Tables) -> list[str]:
    return [id for id in before if id in now]


def _findings(before: Tables, now: Tables, terms: Terms) -> list[str]:
    lines = [f"new: {_name(terms, f)}, alone: {_urgency(now[f].get('alone'))}" for f in now if f not in before]
    lines += [f"removed: {_name(terms, f)}, was alone: {_urgency(before[f].get('alone'))}" for f in before if f not in now]
    for id in _both(before, now):
        old, new, name = before[id], now[id], _name(terms, id)
        if old.get("alone") != new.get("alone"):
            lines.append(f"{name}: was {_urgency(old.get('alone'))}, is now {_urgency(new.get('alone'))}")
        if old.get("call") != new.get("call"):
            lines.append(f"{name}: the call to make was {old.get('call', '911')}, is now {new.get('call', '911')}")
        if old.get("asked") != new.get("asked"):
            lines.append(f"{name}: asked of other callers; now: {terms.asked(id)}".replace("\n", " "))
        lines += _basis(name, old, new)
    return lines


def _by_name(rules: list[Tables]) -> dict[str, Tables]:
    """Rules by what they name and for whom, the order of the names aside."""
    out = {}
    for rule in rules:
        limits = [v for k in ("movement", "place", "age_group") for v in rule.get(k, [])]
        out[" + ".join(sorted(rule["when"])) + (f" (only {', '.join(limits)})" if limits else "")] = rule
    return out


def _rules(before: Tables, now: Tables, terms: Terms) -> list[str]:
    def name(id: str, rule: Tables) -> str:
        limits = id[id.index(" (only") :] if " (only" in id else ""
        return " + ".join(_name(terms, f) for f in rule["when"]) + limits

    lines = [f"new: {name(id, r)}: {_urgency(r['urgency'])}" for id, r in now.items() if id not in before]
    lines += [f"removed: {name(id, r)}: was {_urgency(r['urgency'])}" for id, r in before.items() if id not in now]
    for id in _both(before, now):
        old, new = before[id], now[id]
        if old["urgency"] != new["urgency"]:
            lines.append(f"{name(id, new)}: was {_urgency(old['urgency'])}, is now {_urgency(new['urgency'])}")
        lines += _basis(name(id, new), old, new)
    return lines


def _basis(name: str, old: Tables, new: Tables) -> list[str]:
    if old["facts"] == new["facts"]:
        return []
    return [f"{name}: rested on {', '.join(old['facts'])}; rests now on {', '.join(new['facts'])}"]


def _questions(before: list[Tables], now: list[Tables], terms: Terms) -> list[str]:
    old, new = {q["id"]: q for q in before}, {q["id"]: q for q in now}
    lines = [f"new: {id}" for id in new if id not in old] + [f"removed: {id}" for id in old if id not in new]
    for id in _both(old, new):
        was, asks = old[id].get("asks", []), new[id].get("asks", [])
        lines += [f"{id}: asks for {_name(terms, f)} too" for f in asks if f not in was]
        lines += [f"{id}: no longer asks for {_name(terms, f)}" for f in was if f not in asks]
        kinds = [{k: v for k, v in row.items() if k not in ("id", "asks")} for row in (old[id], new[id])]
        if kinds[0] != kinds[1]:
            lines.append(f"{id}: is now of another kind: {', '.join(f'{k} {v}' for k, v in kinds[1].items()) or 'plain'}")
    if _both(old, new) != _both(new, old):
        lines.append("asked in another order; it is now: " + ", ".join(new))
    return lines


def _listed(before: list[Tables], now: list[Tables]) -> list[str]:
    def text(row: Tables) -> str:
        return "; ".join(f"{k}: {', '.join(v) if isinstance(v, list) else v}" for k, v in row.items())

    return [f"new: {text(r)}" for r in now if r not in before] + [f"removed: {text(r)}" for r in before if r not in now]
