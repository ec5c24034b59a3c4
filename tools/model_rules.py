"""What Amazon refuses in an interaction model, or a certification reviewer would send back. Each problem names the place, the
id and the mend."""

import json
import re
from collections.abc import Iterator
from typing import Any

LAUNCH = set(["run", "start", "play", "resume", "use", "launch", "ask", "open", "tell", "load", "begin", "enable"])
CONNECTING = set(["to", "from", "in", "using", "with", "about", "for", "that", "by", "if", "and", "whether"])
WAKE = {"alexa", "amazon", "echo", "computer", "skill", "app"}
SMALL = set(["the", "a", "an", "for", "to", "of", "about", "up", "by", "at", "off", "with"])
REQUIRED = ("Cancel", "Stop", "Help", "Fallback", "NavigateHome", "Yes", "No", "Repeat", "StartOver")


def problems(model: dict[str, Any]) -> list[str]:
    """Everything wrong with the model, in a fixed order; empty when it may be uploaded."""
    language = model["interactionModel"]["languageModel"]
    return [*_invocation(language["invocationName"]), *_intents(language), *_samples(language), *_types(language), *_size(model)]


def _invocation(name: str) -> Iterator[str]:
    words = name.split()
    if not len(words) >= 2 or not 2 <= len(name) <= 50:
        yield f'invocation name "{name}": use two words or more, 50 characters at most'
    if not re.fullmatch(r"[a-z .']+", name):
        yield f'invocation name "{name}": lower-case letters, spaces and apostrophes only'
    for word in words:
        if word in LAUNCH | CONNECTING | WAKE or (len(words) == 2 and word in SMALL):
            yield f'invocation name "{name}": Amazon refuses the word "{word}" here'


def _intents(language: dict[str, Any]) -> Iterator[str]:
    names = [i["name"] for i in language["intents"]]
    slots: dict[str, str] = {}
    types = {t["name"] for t in language["types"]}
    for name in names:
        if names.count(name) > 1:
            yield f"intent {name}: defined twice; keep one"
        if not re.fullmatch(r"AMAZON\.\w+|[A-Za-z][A-Za-z_]*", name):
            yield f"intent {name}: letters and underscores only"
    for required in REQUIRED:
        if f"AMAZON.{required}Intent" not in names:
            yield f"intent AMAZON.{required}Intent: missing; add it to the built-in intents"
    for intent in language["intents"]:
        if intent["name"].startswith("AMAZON.") and intent["samples"]:
            yield f"intent {intent['name']}: samples break a built-in intent; remove them"
        for slot in intent.get("slots", ()):
            if slot["name"] in names:
                yield f"intent {intent['name']}: slot {slot['name']} has an intent's name; rename it"
            if slots.setdefault(slot["name"], slot["type"]) != slot["type"]:
                yield f"intent {intent['name']}: slot {slot['name']} has another type elsewhere; use one type"
            if not slot["type"].startswith("AMAZON.") and slot["type"] not in types:
                yield f"intent {intent['name']}: slot type {slot['type']} is not defined; add it to TYPES"


def _samples(language: dict[str, Any]) -> Iterator[str]:
    owners: dict[str, str] = {}
    kinds = {s["name"]: s["type"] for i in language["intents"] for s in i.get("slots", ())}
    for intent in language["intents"]:
        slotted = bool(intent.get("slots"))
        for sample in intent["samples"]:
            where = f'intent {intent["name"]}: sample "{sample}"'
            bare = re.sub(r"{\w+}", "", sample)
            if not re.fullmatch(r"[a-z .'_-]*", bare):
                yield f"{where}: lower-case letters, spaces, apostrophes and hyphens only; spell out numbers"
            if len(sample) > 200:
                yield f"{where}: longer than 200 characters; shorten it"
            if slotted and "{" not in sample:
                yield f"{where}: no slot in an intent that has slots; move it to an intent of its own"
            if set(bare.split()) & WAKE:
                yield f"{where}: holds a wake word; remove it"
            if len(found := re.findall(r"{(\w+)}", sample)) != len(set(found)):
                yield f"{where}: a slot stands twice; use another slot of the type"
            shape = re.sub(r"{(\w+)}", lambda m: f"<{kinds.get(m[1], m[1])}>", sample.lower())
            if shape in owners:
                yield f"{where}: reads like a sample of {owners[shape]}; keep it in one of them"
            owners[shape] = intent["name"]


def _types(language: dict[str, Any]) -> Iterator[str]:
    for type in language["types"]:
        seen: dict[str, str] = {}
        if not re.fullmatch(r"[A-Za-z_]+", type["name"]):
            yield f"type {type['name']}: letters and underscores only"
        if not type["values"]:
            yield f"type {type['name']}: has no value; give it one"
        for value in type["values"]:
            for phrase in (value["name"]["value"], *value["name"]["synonyms"]):
                where = f'type {type["name"]}: {value["id"]}: "{phrase}"'
                if not re.fullmatch(r"[a-z][a-z '.-]*", phrase):
                    yield f"{where}: lower-case letters, spaces, apostrophes and hyphens only; spell out numbers"
                if len(phrase) > 140:
                    yield f"{where}: longer than 140 characters; shorten it"
                if phrase in seen:
                    yield f"{where}: also a phrase of {seen[phrase]}; keep it in one of them"
                seen[phrase] = value["id"]


def _size(model: dict[str, Any]) -> Iterator[str]:
    size = len(json.dumps(model, separators=(",", ":")))
    if size > 1_499_000:
        yield f"model: {size} bytes, Amazon takes 1.5 MB; shorten the lists"
