"""What a caller has told, noted by plain listening and independently of the core, so that an answer which it forgets or misreads
shows."""

from tools.explore.places import Place, Say
from tools.oracle import Oracle
from triage.interview import Step
from triage.protocol import Known, Protocol, days


class Listener:
    """Who listens beside the core; what a report of a person or a finding implies is the protocol's."""

    def __init__(self, protocol: Protocol, oracle: Oracle) -> None:
        self.protocol, self.oracle = protocol, oracle
        self.vague = {f for f in oracle.umbrella if not oracle.urgency({}, {f: "unsure"})}
        self.urgent = {f for f in oracle.asked if oracle.urgency({}, {f: "yes"}) == len(oracle.urgencies) - 1}

    def listen(
        self, place: Place, step: Step, say: Say, correcting: bool
    ) -> tuple[dict[str, str], Known, str, tuple[str, int], str]:
        """What is told now, by plain listening: a no is to all that was asked, a yes to one thing is that thing, "I don't
        know" is to all that was asked, and who can't say which of them gets the most urgent."""
        told, details, pending, none = dict[str, str](), place.details, "", place.none
        group = step.question.id if step.question else ""
        named = place.named if place.named[0] == group else (group, 0)
        if say.said:
            details = self._told(told, place, step, say, correcting)
        umbrella = bool(step.findings) and step.findings[0] in self.oracle.umbrella
        doubt, one = "maybe" if umbrella else "unsure", len(step.findings) == 1
        mentioned = any(f in say.said for f in step.findings)
        detail = step.question.detail if step.question else ""
        meant: str | None = None  # what the answer says of the rest of the group
        doubted = [f for f in step.findings if umbrella and say.said.get(f) == "unsure" and f in self.vague]
        match say.act, step.kind:
            case _ if doubted:  # all that is named of the umbrella, and nothing alone: the whole question is left unsure
                meant = doubt
                told |= dict.fromkeys(doubted, doubt)
            case ("unsure", "detail" | "again") if detail:
                if (step.kind == "again" or detail not in ("movement", "place")) and detail not in details:
                    details = {**details, detail: "unsure"}
            case _, "detail":
                pass
            case "no", "which" if place.pending and not umbrella:
                meant, none = (doubt if none == group else None), group
            case "no", "ask" | "again" | "else" | "which":
                meant = "no"
            case "report", "which" if mentioned:
                named = (group, named[1] + 1)
            case "report", "else" if mentioned:
                meant = "no"
            case "yes", "ask" | "again" if one or self._alike(step.findings):
                meant = "yes"
            case "yes", "ask" | "again" | "else":
                pending = "yes"
            case "unsure", "ask" if one and step.findings[0] not in self.urgent:
                meant = doubt
            case "unsure", "again" | "else":
                meant = doubt
            case "unsure", "which":
                meant = doubt if umbrella or not place.pending else "yes"
            case "unsure" | "report", "ask" | "again" | "which" | "else":
                pending = place.pending
        if meant:
            named = ("", 0)
            told |= {f: meant for f in step.findings if f not in told and f not in place.told}
        return told, details, pending, named, none

    def _told(self, told: dict[str, str], place: Place, step: Step, say: Say, correcting: bool) -> Known:
        """Notes in `told` the findings that are reported, and gives the details as they now stand."""
        before = place.details
        details = dict(before)
        implied: Known = {}
        for name, value in say.said.items():
            if name in ("movement", "place", "age_group"):
                old = [] if correcting or name == "age_group" or details.get(name) in (None, "unsure") else details[name]
                details[name] = [*old, *(v for v in value if v not in old)]
            elif name == "person":
                person = self.protocol.people[value]
                details |= {
                    "speaker": "other",
                    "pronoun": person["pronoun"],
                    **({"age_group": [person["age_group"]]} if "age_group" in person else {}),
                }
            elif name == "duration":
                details["days"] = days(value)
            elif (
                value != "unsure"
                or step.kind in ("which", "else")
                or not self.oracle.asked.get(name)
                or place.told.get(name) == "no"
            ):
                told[name] = value
                told |= dict.fromkeys(self.oracle.tells.get(name, []) if value == "yes" else [], "yes")
                implied |= {d: v for d, v in self.protocol.implies.get(name, {}).items() if d != "findings" and value == "yes"}
        after = {**implied, **details}
        return before if after == before else after

    def _alike(self, findings: tuple[str, ...]) -> bool:
        """Whether each of these alone is an emergency with the same call to make: a plain yes needs no "which of them?"."""
        return self.urgent.issuperset(findings) and len({self.oracle.calls[f] for f in findings}) == 1
