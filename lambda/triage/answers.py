"""What an answer makes known: yes, no, can't tell, or which of them. `docs/decisions/unsure.md` has the reasons."""

from .interview import Interview, Step
from .protocol import Known, Protocol


def answer(protocol: Protocol, known: Known, step: Step, act: str, said: Known) -> Known | None:
    """What an answer adds to what is known, beyond the findings in `said` (already counted in `known`); None where it
    doesn't answer the question. `act` is yes, no, unsure, or report: something said without either."""
    question, findings = step.question, tuple(f for f in step.findings if f not in known)
    if step.kind == "opening":
        return {"?opening": "done"} if act == "unsure" else None
    if step.kind in ("confirm", "fix"):
        return _confirm(step, act, said)
    if question is None:
        return {}
    stage = "?" + question.id
    named = [f for f in question.asks if f in said]  # among them what was told before: "yes, my kidneys" is no yes to the rest
    if step.kind == "detail" or (step.kind == "again" and question.detail):
        again = question.detail in ("movement", "place") and step.kind == "detail"
        if question.detail in said or (act == "report" and said):
            return {stage: None}
        return ({stage: "again"} if again else {stage: None, question.detail: "unsure"}) if act == "unsure" else None
    if not findings:
        return {stage: None}
    maybe = "maybe" if question.umbrella else "unsure"
    if question.umbrella and named and all(said[f] == "unsure" and not protocol.decide({f: "unsure"})[0] for f in named):
        return {stage: None, **dict.fromkeys((*findings, *named), maybe)}  # it means nothing alone: the whole is left unsure
    match act, step.kind:
        case ("report", "ask" | "again") if not (question.umbrella and named):
            return {} if said else None
        case ("report" | "yes", "which") if named:
            return _rest(protocol, known, stage, findings)
        case ("unsure", "which"):
            sure = "maybe" if question.umbrella else "yes"
            return {stage: None, **dict.fromkeys(findings, sure if known.get(stage) == "which_yes" else maybe)}
        case ("no", "which") if known.get(stage) == "which_yes" and not question.umbrella:
            if known.get("?none") == question.id:
                return {stage: None, **dict.fromkeys(findings, "unsure")}
            return {stage: None, "?none": question.id}  # yes, but none of them: asked once more, rather than believed either way
        case ("yes", "else"):
            return {stage: "which_yes"}
        case ("report", "else") if named:
            return {stage: None, **dict.fromkeys(findings, "no")}
        case ("no", _):
            return {stage: None, **dict.fromkeys(findings, "no")}
        case ("yes" | "report", "ask" | "again"):
            if named:
                return _rest(protocol, known, stage, findings)
            calls = {protocol.emergency_alone.get(f) for f in findings}
            plain = len(findings) == 1 or (len(calls) == 1 and None not in calls)
            group = {"?yes": question.id} if len(findings) > 1 else {}
            return {stage: None, **group, **dict.fromkeys(findings, "yes")} if plain else {stage: "which_yes"}
        case ("unsure", "ask" | "again") if doubted(protocol, step, act, said):
            return _rest(protocol, known, stage, findings)
        case ("unsure", "ask"):
            if any(f in protocol.emergency_alone for f in findings):
                return {stage: "again"}
            return {stage: "which_unsure"} if len(findings) > 1 else {stage: None, findings[0]: "unsure"}
        case ("unsure", _):
            return {stage: None, **dict.fromkeys(findings, maybe)}
    return None


def doubted(protocol: Protocol, step: Step, act: str, said: Known) -> bool:
    """Whether the caller names what they can't tell of the several things asked, and none of it is an emergency by itself."""
    named = [f for f in step.findings if f in said]
    return (
        act == "unsure"
        and step.kind in ("ask", "again")
        and named != []
        and not any(f in protocol.emergency_alone for f in named)
    )


def _rest(protocol: Protocol, known: Known, stage: str, findings: tuple[str, ...]) -> Known:
    """Some of a group were named: ask for anything else once if the rest could raise the urgency, else they are no."""
    interview = Interview(protocol, known)
    if any(interview.raises(f) for f in findings):
        return {stage: "else"}
    return {stage: None, **dict.fromkeys(findings, "no")}


def _confirm(step: Step, act: str, said: Known) -> Known | None:
    if act == "report" or (said and act != "yes"):
        return {"?confirm": None} if said else None
    return {"?confirm": "fix" if act in ("no", "correct") and step.kind == "confirm" else "done"}
