"""What was heard: an Alexa request becomes a turn of the conversation."""

from collections.abc import Iterator
from typing import Any

from ask_sdk_model import IntentRequest, LaunchRequest

from conversation.dialogue import Turn
from triage.protocol import days

# What each intent does in the conversation; what it reports comes from its slots.
ACTS = {
    "AMAZON.YesIntent": "yes",
    "AffirmIntent": "yes",
    "YesAndIntent": "yes",
    "AMAZON.NoIntent": "no",
    "NegateIntent": "no",
    "NoButIntent": "no",
    "UnsureIntent": "unsure",
    "UnsureAboutIntent": "unsure",
    "ReportIntent": "report",
    "DenyIntent": "report",
    "CorrectIntent": "correct",
    "WrongIntent": "correct",
    "AMAZON.HelpIntent": "help",
    "HelpMeIntent": "help",
    "AMAZON.RepeatIntent": "repeat",
    "SayAgainIntent": "repeat",
    "RephraseIntent": "rephrase",
    "AMAZON.PreviousIntent": "back",
    "BackIntent": "back",
    "AMAZON.StartOverIntent": "restart",
    "AMAZON.StopIntent": "stop",
    "AMAZON.CancelIntent": "stop",
    "AMAZON.NavigateHomeIntent": "stop",
    "AllIntent": "all",
    "ChoiceIntent": "choice",
    "HurryIntent": "hurry",
    "HowManyIntent": "how_many",
    "CallEmergencyIntent": "call_911",
    "CallDoctorIntent": "call_doctor",
    "WorseIntent": "worse",
    "TopicIntent": "topic",
    "MoreIntent": "more",
    "WhyIntent": "why",
    "WhoSaysIntent": "who_says",
    "SummaryIntent": "summary",
    "SendCardIntent": "card",
    "KeepIntent": "keep",
    "AboutIntent": "about",
    "BriefIntent": "brief",
    "ForgetMeIntent": "forget",
    "HealthIntent": "health",
    "ThanksIntent": "thanks",
    "EaseIntent": "ease",
    "AMAZON.FallbackIntent": "miss",
}
# What each slot reports: a detail, or findings that are true, denied, or that the caller can't tell.
FINDING_SLOTS = {"finding": "yes", "also": "yes", "denied": "no", "fine": "no", "unclear": "unsure"}


def turn_of(request: IntentRequest | LaunchRequest) -> Turn:
    """The turn that a request stands for. Slots are read by their resolved ids, not by what was heard, which is kept nowhere."""
    if isinstance(request, LaunchRequest) or request.intent is None:
        return Turn("launch")
    said: dict[str, Any] = {}
    for slot in (request.intent.slots or {}).values():
        ids = list(_ids(slot))
        match slot.name:
            case "movement" | "place" | "age_group":
                said |= {slot.name: ids} if ids else {}
            case "person":  # "my sister? no, it's me"
                said |= {slot.name: "self" if "self" in ids else ids[0]} if ids else {}
            case "side" | "choice":
                said |= {slot.name: ids[0]} if ids else {}
            case "topic":  # the words of a topic that isn't covered only choose the nearest, and are kept nowhere
                said |= {"topic": ids[0]} if ids else {"heard": slot.value or ""}
            case "duration" | "rough_duration":
                value = ids[0] if ids else slot.value if slot.name == "duration" else None
                said |= {"duration": value} if value and days(value) is not None else {}
            case name if name in FINDING_SLOTS:
                value = "unsure" if name == "denied" and _asserts(slot) else FINDING_SLOTS[name]
                for id in ids:  # said and denied in one breath: asked about
                    said[id] = value if said.get(id) in (None, value) else "unsure"
    return Turn(ACTS.get(request.intent.name or "", "miss"), said)


def _asserts(slot: Any) -> bool:
    """Whether what stands as denied is a clause of its own: "no, my face is drooping" may reach us as a no to that."""
    return str(slot.value or "").lower().startswith(("my ", "his ", "her ", "our "))


def _ids(slot: Any) -> Iterator[str]:
    """The ids that entity resolution found in a slot, of one value or of several."""
    values = slot.slot_value.values if getattr(slot.slot_value, "values", None) else [slot.slot_value or slot]
    for value in values:
        for authority in (value.resolutions.resolutions_per_authority if value.resolutions else None) or ():
            if authority.status.code.value == "ER_SUCCESS_MATCH":
                yield authority.values[0].value.id
                break
