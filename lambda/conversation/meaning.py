"""What a turn means where it is said: the same words answer one question, and are beside another."""

from dataclasses import replace

from triage.interview import Step

from . import relief
from .talk import ANSWERS, Talk, Turn

ASKED = ("ask", "again", "which", "else")


def of(talk: Talk, turn: Turn) -> Turn:
    """The turn as it is meant at the open question: a choice by its number, a place that points to a thing asked for, "nothing
    sudden" as a no, "all of them" as a yes, and an answer without the details that are only mentioned beside it."""
    step = talk.step
    if turn.act == "back" and step.question and step.question.detail == "place":
        turn = Turn("report", {"place": ["back"]})  # "back" alone is heard as going back; here it names a place
    if turn.act == "health":  # "i take pills": a yes to the question on health, and beside any other
        umbrella = step.question and step.question.umbrella
        known = "unsure" if talk.session.misses else "report"  # asked which, and again: which kind they are isn't known to them
        turn = Turn((known if step.kind == "which" else "yes") if umbrella else "report")
    if turn.act == "choice":
        turn = Turn("report", talk.words.choose(step, int(turn.said.get("choice", 0))))
    if turn.said.keys().isdisjoint(step.findings):
        turn = replace(turn, said=talk.words.point(step, turn.said) | turn.said)
    if turn.act == "report":  # beside a yes it denies nothing
        turn = replace(turn, said=talk.words.gone(step, turn.said) | turn.said)
    if talk.words.rules_out(step, turn.said):
        turn = Turn("no", {name: value for name, value in turn.said.items() if value != "no"})
    if turn.act == "all":
        turn = Turn("unsure" if step.kind == "which" else "yes", turn.said)  # all of a group: the most urgent of it counts
    if turn.act == "unsure" and turn.said and not _doubts(step, turn):
        turn = replace(turn, act="report")  # what they can't tell isn't what was asked
    if turn.said.get("resolved_now") == "yes" and talk.known.get("still_cramping") == "yes":
        turn = replace(turn, said={"still_cramping": "no", **turn.said})  # it let go after all
    if step.kind == "fix" and (wrong := _implying(talk, turn.said.get("movement", ()))):
        turn = Turn("correct", dict.fromkeys(wrong, "no"))  # "the jerks", of what was read out with them
    if step.kind == "fix" and turn.said and all(v == "yes" == talk.known.get(f) for f, v in turn.said.items()):
        turn = Turn("correct", dict.fromkeys(turn.said, "no"))  # what is wrong was asked, and nothing new is named
    asked_detail = step.question.detail if step.question else ""
    if asked_detail == "duration" and turn.said.get("duration") == relief.NOW:
        turn = replace(turn, said={**turn.said, "duration": "PT1M"})  # "just now" is an answer to "how long"
    if asked_detail == "movement" and _feels_otherwise(talk, turn):
        return replace(turn, act="unsure")  # put in other words once, and then left open
    if step.kind not in ASKED or asked_detail:
        return turn
    if turn.act == "correct" and turn.said and all(_told(talk, name, value) for name, value in turn.said.items()):
        return Turn("no")  # "no, it's my eye", of which it was told before
    return _without_asides(talk, turn)


def _implying(talk: Talk, movements: list[str]) -> list[str]:
    """What was read out, and belongs to movements that aren't known otherwise."""
    protocol, new = talk.content.protocol, set(movements) - set(talk.known.get("movement", ()))
    return [f for f in talk.words.read_back() if new.intersection(protocol.implies.get(f, {}).get("movement", ()))]


def _feels_otherwise(talk: Talk, turn: Turn) -> bool:
    """Whether what it feels like is none of the movements: "none of those", "it only tingles"."""
    found = [turn.said[name] for name in talk.content.protocol.findings.keys() & turn.said]
    return turn.act in ANSWERS and "movement" not in turn.said and (turn.act == "no" or "yes" in found)


def _told(talk: Talk, name: str, value: object) -> bool:
    """Whether a detail says nothing new: of places, that each or a part of it is known, and no other."""
    known = talk.known.get(name)
    if isinstance(value, list) and isinstance(known, list):
        named = [{each, *talk.content.protocol.parts.get(each, ())} for each in value]
        return not any(each.isdisjoint(known) for each in named) and set().union(*named).issuperset(known)
    return name not in talk.content.protocol.findings and known == value


def _doubts(step: Step, turn: Turn) -> bool:
    """Whether "I'm not sure about the fever" answers the open question."""
    return step.kind == "opening" or (step.kind in ("ask", "again", "detail") and not turn.said.keys().isdisjoint(step.findings))


def _without_asides(talk: Talk, turn: Turn) -> Turn:
    """An answer to a question about findings, without the details that are no news of the muscle: "no, my stomach's fine" is no
    trouble in the belly, and "it let go in a minute" isn't how long it has been going on. What moves and where count together,
    or where nothing was told of it yet; how long, only where nothing else is said."""
    protocol, said, known = talk.content.protocol, turn.said, talk.known
    timed = {f for f, _, longer in protocol.derive if longer is not None} - set(talk.step.findings)
    found = (said.keys() & protocol.findings.keys()) - timed
    if turn.act == "correct" or not (found or turn.act in ("yes", "no", "unsure")):
        return turn
    drop = {"duration", *timed}
    if not ("movement" in said and "place" in said):
        drop |= {name for name in ("movement", "place") if known.get(name) is not None}
    if isinstance(known.get("place"), list) and "place" in said:  # "no, it's my chest", of a cramp, is chest pain all the same
        there = protocol.complete({**known, "place": [*known["place"], *said["place"]]})
        if any(there.get(f) == "yes" and said.get(f) != "no" for f in protocol.emergency_alone):
            drop.discard("place")
    return replace(turn, said={name: value for name, value in said.items() if name not in drop})
