"""Whether what is advised is sound: tips and topics name what is known, every fact has its source, and nothing dangles."""

from collections.abc import Iterator, Mapping
from typing import Any

from tools.content_rules import unknown, whom
from tools.content_tree import Problem, Tree
from tools.prompt_rules import words_in_code

MARKS = ("page", "copy", "article", "judgement")  # how well a source is known, the best first
LICENSES = ("public domain", "paraphrased", "our own")
KINDS = ("relief", "care", "prevention")
CLOT_SIGNS = {"leg_swelling", "redness_warmth", "one_leg_pain_stays"}


def problems(tree: Tree) -> Iterator[Problem]:
    """Everything wrong with the tips, the topics, the facts and the sources, in a fixed order."""
    yield from _tips(tree)
    yield from _evidence(tree)


def _tips(tree: Tree) -> Iterator[Problem]:
    protocol, said, file = tree["protocol"], tree.words("tips"), "tips.toml"
    for id, row in tree["tips"].items():
        yield from unknown(file, id, "kind", [row["kind"]], KINDS)
        yield from unknown(file, id, "fact", row["facts"], tree["facts"])
        yield from whom(file, id, row, protocol)
        for key in ("fits", "needs", "unless", "ruled_out"):
            yield from unknown(file, id, "finding", row.get(key, ()), protocol["findings"])
        for finding in set(row.get("needs", ())) & {*row.get("unless", ()), *row.get("ruled_out", ())}:
            yield Problem(file, id, f"needs {finding!r} and is silent with it", "keep one of the two")
        clot = CLOT_SIGNS - {*row.get("unless", ()), *row.get("ruled_out", ())}
        if str(said.get(id, "")).lower().startswith(("rub", "massage")) and clot:
            what = f"may rub where there could be a clot ({', '.join(sorted(clot))})"
            yield Problem(file, id, what, "add it to unless or ruled_out")
    for id, row in tree["relief"].items():
        yield from whom("relief.toml", id, {"place": row["places"]}, protocol)
        yield from unknown("relief.toml", id, "finding", row.get("unless", ()), protocol["findings"])
        yield from unknown("relief.toml", id, "fact", row.get("facts", ()), tree["facts"])
    for id, row in tree["topics"].items():
        yield from unknown("topics.toml", id, "fact", row["facts"], tree["facts"])
        yield from unknown("topics.toml", id, "topic", row.get("near", ()), tree["topics"])


def _evidence(tree: Tree) -> Iterator[Problem]:
    for id, row in tree["facts"].items():
        yield from unknown("facts.toml", id, "source", row["sources"], tree["sources"])
        yield from unknown("facts.toml", id, "mark", [row["known"]], MARKS)
        marks = [tree["sources"][s]["seen"] for s in row["sources"] if s in tree["sources"]]
        best = min((m for m in marks if m in MARKS), key=MARKS.index, default="")
        if not row["sources"]:
            yield Problem("facts.toml", id, "has no source", "name one of sources.toml, or judgement")
        elif best and row["known"] in MARKS and row["known"] != best:
            yield Problem("facts.toml", id, f"is known as {row['known']!r}, its sources as {best!r}", f"write known = {best!r}")
        elif marks and marks[0] != best:
            yield Problem(
                "facts.toml",
                id,
                f"names first a source known as {marks[0]!r}",
                f"name first who is known as {best!r}, in `by` too",
            )
    for id, row in tree["sources"].items():
        yield from unknown("sources.toml", id, "mark", [row["seen"]], MARKS)
        yield from unknown("sources.toml", id, "license", [row["license"]], LICENSES)
        if not row.get("address") and row["seen"] not in ("article", "judgement"):
            yield Problem("sources.toml", id, "has no address", "say where it can be read")
        if row["review_by"] <= row["read"]:
            yield Problem("sources.toml", id, "is to be reviewed before it was read", "set review_by a year after read")


def unused(tree: Tree) -> Iterator[Problem]:
    """Findings that change nothing, and facts and sources behind nothing. Facts wait for the topics, while there are none."""
    protocol, tips, prompts = tree["protocol"], tree["tips"], tree.words("prompts")
    used = {f for row in protocol["rules"] for f in row["when"]} | {*prompts.get("do_first", ()), *prompts.get("first_aid", ())}
    used |= {f for row in tips.values() for key in ("fits", "needs", "unless", "ruled_out") for f in row.get(key, ())}
    asked = [row["asked"] for row in protocol["findings"].values() if row.get("asked", "all") != "all"]
    used |= {parent for circumstances in asked for c in circumstances for parent in c.get("after", ())} | words_in_code()
    for id, row in protocol["findings"].items():
        if id not in used and "alone" not in row:
            yield Problem("protocol.toml", id, "changes nothing", "give it an urgency, a rule or a tip, or take it out")
    rows: list[Mapping[str, Any]] = [*protocol["findings"].values(), *protocol["rules"], *protocol["questions"], *tips.values()]
    spoken = {fact for row in [*rows, *tree["topics"].values(), *tree["relief"].values()] for fact in row.get("facts", ())}
    for id in tree["facts"]:
        if id not in spoken:
            waits = not tree["topics"]
            yield Problem("facts.toml", id, "is used by nothing", "name it in a rule, a tip or a topic", waits)
    for id in tree["sources"]:
        if not any(id in row["sources"] for row in tree["facts"].values()):
            yield Problem("sources.toml", id, "backs no fact", "name it in facts.toml, or take it out")
