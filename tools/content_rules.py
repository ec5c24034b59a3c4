"""Whether the protocol holds together: every id known, everything asked in a question, no rule that says nothing new."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from tools.content_tree import Problem, Tree, name, near
from triage.protocol import Protocol, Rule, days

DETAILS = {"movement": "movements", "place": "places", "age_group": "age_groups"}


def problems(tree: Tree) -> Iterator[Problem]:
    """Everything wrong with the protocol, in a fixed order. Its shape is taken to be right."""
    yield from _findings(tree)
    yield from _cycles(tree)
    yield from _rows(tree)
    yield from _questions(tree)


def unknown(file: str, id: str, what: str, given: Iterable[str], known: Collection[str]) -> Iterator[Problem]:
    """A problem for each id that isn't known."""
    for word in given:
        if word not in known:
            yield Problem(file, id, f"names no {what} {word!r}", near(word, known) or f"define the {what}, or take it out")


def whom(file: str, id: str, row: Mapping[str, Any], protocol: Mapping[str, Any]) -> Iterator[Problem]:
    """Unknown movements, places, groups, ages and parents of a row that says whom it is for."""
    for detail, among in DETAILS.items():
        groups = [word[1:] for word in row.get(detail, ()) if word.startswith("@")]
        yield from unknown(file, id, "group of places", groups, protocol["groups"])
        yield from unknown(file, id, detail, [w for w in row.get(detail, ()) if not w.startswith("@")], protocol[among])
    yield from unknown(file, id, "finding", row.get("after", ()), protocol["findings"])


def _findings(tree: Tree) -> Iterator[Problem]:
    protocol, file = tree["protocol"], "protocol.toml"
    urgencies, calls = protocol["urgencies"], tree.words("prompts").get("call", {})
    in_questions = {f for q in protocol["questions"] for f in q.get("asks", ())}
    for id, row in protocol["findings"].items():
        alone = row.get("alone", "").removesuffix("!")
        yield from unknown(file, id, "fact", row["facts"], tree["facts"])
        yield from unknown(file, id, "urgency", [alone] if alone else [], urgencies)
        yield from unknown(file, id, "call", [row["call"]] if "call" in row else [], calls)
        if not row["facts"]:
            yield Problem(file, id, "has no fact", "name the fact behind it")
        if row.get("alone", "").endswith("!") and alone != urgencies[-1]:
            yield Problem(file, id, "has a ! that only an emergency may have", "take the ! out")
        if "call" in row and not alone:
            yield Problem(file, id, "has a call, but no urgency alone", "add alone, or take out the call")
        if not row.get("asked") and not row.get("listen", "").strip():
            yield Problem(file, id, "is never asked", "say who is asked, or why it is only listened for")
        if row.get("asked") and "listen" in row:
            yield Problem(file, id, "is asked and only listened for", "keep one of asked and listen")
        if row.get("asked") and id not in in_questions:
            yield Problem(file, id, "is asked for, but in no question", "add it to a question")
        for circumstance in row.get("asked", ()) if row.get("asked") != "all" else ():
            yield from whom(file, id, circumstance, protocol)


def _cycles(tree: Tree) -> Iterator[Problem]:
    """A follow-up must not wait, through others, for itself."""
    rows = tree["protocol"]["findings"]
    asked = {id: row["asked"] for id, row in rows.items() if row.get("asked", "all") != "all"}
    parents = {id: {parent for c in circumstances for parent in c.get("after", ())} for id, circumstances in asked.items()}
    for id in parents:
        reached: set[str] = set()
        edge = set(parents[id])
        while edge - reached:
            reached |= edge
            edge = {p for parent in edge for p in parents.get(parent, ())}
        if id in reached:
            yield Problem("protocol.toml", id, "is asked after itself", "break the circle of after")


def _rows(tree: Tree) -> Iterator[Problem]:
    """Rules, derived and implied findings, groups and people."""
    protocol, file = tree["protocol"], "protocol.toml"
    for row in protocol["rules"]:
        id = f"rule {name(row)}"
        yield from unknown(file, id, "finding", row["when"], protocol["findings"])
        yield from unknown(file, id, "fact", row["facts"], tree["facts"])
        yield from unknown(file, id, "urgency", [row["urgency"]], protocol["urgencies"])
        yield from whom(file, id, row, protocol)
        if not row["facts"]:
            yield Problem(file, id, "has no fact", "name the fact behind it")
        if not row["when"] or (len(row["when"]) == 1 and not DETAILS.keys() & row.keys()):
            yield Problem(file, id, "names too little", "give a single finding its urgency with alone")
    for row in protocol["derive"]:
        yield from unknown(file, f"derive {row['finding']}", "finding", [row["finding"]], protocol["findings"])
        yield from whom(file, f"derive {row['finding']}", row, protocol)
        if days(row.get("longer_than", "P1D")) is None:
            yield Problem(file, f"derive {row['finding']}", f"has no length {row['longer_than']!r}", "write it like P14D")
    for id, row in protocol.get("implies", {}).items():
        yield from unknown(file, "implies", "finding", [id, *row.get("findings", [])], protocol["findings"])
        yield from whom(file, f"implies {id}", row, protocol)
    for id, places in protocol["groups"].items():
        yield from whom(file, f"group {id}", {"place": places}, protocol)
    for id, places in protocol["parts"].items():
        yield from whom(file, f"parts {id}", {"place": [id, *places]}, protocol)
    for id, row in protocol["people"].items():
        yield from unknown(file, f"people {id}", "pronoun", [row["pronoun"]], tree.words("details").get("pronouns", {}))
        ages = [row["age_group"]] if "age_group" in row else []
        yield from unknown(file, f"people {id}", "age group", ages, protocol["age_groups"])


def needless(protocol: Protocol) -> Iterator[Problem]:
    """Rules that stand twice, and combinations of which a part alone is already as urgent."""
    rules = protocol.rules
    for i, rule in enumerate(rules):
        for j, other in enumerate(rules):
            if i != j and _covers(other, rule) and (j < i or not _covers(rule, other)):
                id, what = f"rule {' + '.join(rule.when)}", f"says no more than {' + '.join(other.when)} alone"
                twice = set(other.when) == set(rule.when) and other.circumstance == rule.circumstance
                mend = "keep the more urgent one" if twice else "take it out: it is a reason, not a rule"
                yield Problem("protocol.toml", id, "stands twice" if twice else what, mend)
                break


def partial(protocol: Protocol) -> Iterator[Problem]:
    """Whatever is asked of a whole place, or follows from it, and not from each of its parts: the part replaces the whole."""
    named = [(f"findings {f.id}", c) for f in protocol.findings.values() for c in f.asked]
    named += [(f"rule {' + '.join(r.when)}", r.circumstance) for r in protocol.rules]
    named += [(f"derive {finding}", circumstance) for finding, circumstance, _ in protocol.derive]
    for id, circumstance in named:
        for whole, parts in protocol.parts.items():
            if whole in circumstance.place and (lacks := sorted(parts - circumstance.place)):
                mend = f"name {', '.join(lacks)} too, or take them out of parts {whole}"
                yield Problem("protocol.toml", id, f"counts for the {whole}, but not for all parts of it", mend)


def _covers(a: Rule, b: Rule) -> bool:
    """Whether `a` holds, as urgently, whenever `b` does."""
    sets = [(getattr(a.circumstance, detail), getattr(b.circumstance, detail)) for detail in DETAILS]
    wider = all(not ours or (theirs and theirs <= ours) for ours, theirs in sets)
    return set(a.when) <= set(b.when) and wider and a.urgency >= b.urgency


def _questions(tree: Tree) -> Iterator[Problem]:
    protocol, file, seen = tree["protocol"], "protocol.toml", set()
    for row in protocol["questions"]:
        id = f"question {row['id']}"
        yield from unknown(file, id, "finding", row.get("asks", ()), protocol["findings"])
        yield from unknown(file, id, "detail", [row["detail"]] if "detail" in row else [], [*DETAILS, "duration"])
        if not row.get("asks") and "detail" not in row:
            yield Problem(file, id, "asks for nothing", "give it findings, or a detail")
        if row["id"] in seen:
            yield Problem(file, id, "stands twice", "give each question an id of its own")
        seen.add(row["id"])
        for finding in row.get("asks", ()):
            if not protocol["findings"].get(finding, {"asked": "all"}).get("asked"):
                yield Problem(file, id, f"has {finding!r}, which nobody is asked", "say who is asked, or take it out")
