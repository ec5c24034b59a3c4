"""What a certification reviewer tries, one function a trial: each yields what was wrong, naming what was sent and where."""

import random
from collections.abc import Iterator
from typing import Any

from tools.alexa import envelope, slot_json
from tools.certify_responses import heard, is_apology, problems, speech_of
from tools.certify_runtime import OPENERS, Skill, everywhere

STOPPING = ("AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent")
NONSENSE = "xyzzy"


def launch(skill: Skill) -> Iterator[str]:
    """Opening it, also in mid-session: a welcome that says what it does, a question, a reprompt."""
    for where, attributes in everywhere(skill):
        response = skill.send({"type": "LaunchRequest"}, attributes)
        yield from (f"launch, {where}: {p}" for p in problems(response))
        if response["response"].get("shouldEndSession") is not False:
            yield f"launch, {where}: closes the session; it must ask"


def every_intent(skill: Skill) -> Iterator[str]:
    """Each intent of the model with empty slots, in every place."""
    for name in skill.recogniser.intents:
        for where, attributes in everywhere(skill):
            yield from (f"{name}, {where}: {p}" for p in problems(skill.intent(name, attributes)))
    yield from (f"an intent that the model lacks: {p}" for p in problems(skill.intent("NoSuchIntent", None)))


def one_shots(skill: Skill) -> Iterator[str]:
    """What may follow "Alexa, ask muscle check …": it goes on from what was said, and asks for what is missing."""
    for text in (*OPENERS, "why my eyelid keeps twitching", "cramping", "my calf", "for two days"):
        response = skill.say(text)
        yield from (f'"{text}": {p}' for p in problems(response))
        if response["response"].get("shouldEndSession") is not False:
            yield f'"{text}": closes the session; it must ask for the rest'
        elif not is_apology(response) and not response.get("sessionAttributes", {}).get("turns"):
            yield f'"{text}": what was said is forgotten; it must be taken as answered'


def wrong_slots(skill: Skill) -> Iterator[str]:
    """Slot values that resolve to nothing, are blank or can't be read: understood as missing, and never kept."""
    for name, types in skill.recogniser.intents.items():
        for where, attributes in (("cold", None), *list(skill.states.items())[::6]) if types else ():
            usual = set(problems(skill.intent(name, attributes)))  # wrong without a slot too: another trial says so
            before = (attributes or {}).get("turns") or []
            for slot, type in types.items():
                for label, value in _wrong(slot, type):
                    response = skill.intent(name, attributes, {slot: value})
                    yield from (f"{name}, {slot} {label}, {where}: {p}" for p in problems(response) if p not in usual)
                    turns = response.get("sessionAttributes", {}).get("turns") or [{}]
                    if len(turns) > len(before) and any(v in (NONSENSE, "?", "", " ") for v in _leaves(turns[-1])):
                        yield f"{name}, {slot} {label}, {where}: kept as an answer: {turns[-1]}"


def _wrong(name: str, type: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for value in (NONSENSE, "?", "", " "):
        yield f'"{value}"', slot_json(name, type, [(value, None)])
    yield "without a value", {"name": name, "confirmationStatus": "NONE"}
    failed = slot_json(name, "Custom", [(NONSENSE, None)])
    failed["resolutions"]["resolutionsPerAuthority"][0]["status"]["code"] = "ER_ERROR_TIMEOUT"
    yield "whose resolution timed out", failed
    yield "without resolutions", {"name": name, "value": NONSENSE, "confirmationStatus": "NONE"}


def _leaves(value: Any) -> Iterator[Any]:
    match value:
        case dict():
            for inner in value.values():
                yield from _leaves(inner)
        case list():
            for inner in value:
                yield from _leaves(inner)
        case _:
            yield value


def stopping(skill: Skill) -> Iterator[str]:
    """Stop, cancel and home: the session ends, without an error, wherever it was."""
    for name in STOPPING:
        for where, attributes in everywhere(skill):
            response = skill.intent(name, attributes)
            if response["response"].get("shouldEndSession") is not True or is_apology(response):
                yield f"{name}, {where}: must end the session without an error"


def helping(skill: Skill) -> Iterator[str]:
    """Help says what the skill does, or what can be answered here, and asks again; it isn't the same everywhere."""
    said = set()
    for where, attributes in everywhere(skill):
        response = skill.intent("AMAZON.HelpIntent", attributes)
        said.add(heard(speech_of(response)))
        if response["response"].get("shouldEndSession") is not False:
            yield f"help, {where}: closes the session; it must end in a question"
    if len(said) < 4:
        yield f"help: the same {len(said)} texts everywhere; say what can be answered here"


def falling_back(skill: Skill) -> Iterator[str]:
    """Not understood: asked again with other words, and after several times where to turn, in every place."""
    for where, attributes in everywhere(skill):
        first = skill.intent("AMAZON.FallbackIntent", attributes)
        if first["response"].get("shouldEndSession") is not False:
            yield f"fallback, {where}: closes the session at the first miss; ask again"
        response, times = first, 1
        while response["response"].get("shouldEndSession") is False and times < 6:
            response, times = skill.intent("AMAZON.FallbackIntent", response.get("sessionAttributes") or {}), times + 1
            yield from (f"fallback {times}, {where}: {p}" for p in problems(response))
        if times == 6:
            yield f"fallback, {where}: asks for ever; say where to turn and close"


def wandering(skill: Skill, walks: int = 150, length: int = 14) -> Iterator[str]:
    """Intents in an order that nobody planned, the same ones twice in a row too; always the same walks."""
    names = list(skill.recogniser.intents)
    for walk in range(walks):
        chance = random.Random(walk)
        attributes: dict[str, Any] | None = None
        path: list[str] = []
        for _ in range(length):
            path.append(path[-1] if path and chance.random() < 0.2 else chance.choice(names))
            response = skill.intent(path[-1], attributes)
            yield from (f"{' → '.join(path)}: {p}" for p in problems(response))
            attributes = response.get("sessionAttributes") or {}
            if response["response"].get("shouldEndSession") is not False:
                break


def endings(skill: Skill) -> Iterator[str]:
    """Requests that may not be answered with speech: the end of a session, for each reason, and the skill's disabling."""
    for reason in ("USER_INITIATED", "EXCEEDED_MAX_REPROMPTS", "ERROR"):
        for where, attributes in everywhere(skill):
            response = skill.send({"type": "SessionEndedRequest", "reason": reason}, attributes or {})
            if speech_of(response) or response.get("response", {}).get("reprompt"):
                yield f"session ended ({reason}), {where}: speaks; nothing may be said"
    request = envelope({"type": "AlexaSkillEvent.SkillDisabled", "eventCreationTime": "2026-01-01T00:00:00Z",
                        "eventPublishingTime": "2026-01-01T00:00:00Z"}, None)  # fmt: skip
    del request["session"]
    if speech_of(skill.handler(request, None)):
        yield "skill disabled, an event that skill.json subscribes to: speaks or breaks; delete the settings and say nothing"


def unreadable(skill: Skill) -> Iterator[str]:
    """Requests that no skill expects still get a valid answer."""
    for type in ("Connections.Response", "NoSuch.Request", "Display.ElementSelected"):
        response = skill.send({"type": type})
        yield from (f"{type}: {p}" for p in problems(response) if "apologised" not in p)
