"""What Amazon's model builder refuses and neither its schema nor tools.model_rules looks at."""

import re
from collections.abc import Iterator
from typing import Any


def problems(model: dict[str, Any]) -> Iterator[str]:
    """Slots that nobody declared or uses, ids that stand twice, SearchQuery in company, too many intents, unused slot types."""
    language = model["interactionModel"]["languageModel"]
    used: set[str] = set()
    for intent in language["intents"]:
        slots = {s["name"]: s["type"] for s in intent.get("slots", ())}
        used |= set(slots.values())
        said = [set(re.findall(r"{(\w+)}", sample)) for sample in intent["samples"]]
        for sample, names in zip(intent["samples"], said, strict=True):
            for name in sorted(names - slots.keys()):
                yield f'intent {intent["name"]}: sample "{sample}": {{{name}}} is no slot of the intent; declare it'
            if len(names) > 1 and any(slots.get(n) == "AMAZON.SearchQuery" for n in names):
                yield f'intent {intent["name"]}: sample "{sample}": AMAZON.SearchQuery must stand alone; drop the other slot'
        for name in sorted(slots.keys() - set().union(*said)):
            yield f"intent {intent['name']}: slot {name}: no sample has it; use it or remove it"
        if not intent["name"].startswith("AMAZON.") and not intent["samples"]:
            yield f"intent {intent['name']}: no sample, so nobody can reach it; add one"
    for type in language.get("types", ()):
        ids = [v["id"] for v in type["values"] if "id" in v]
        for id in sorted({i for i in ids if ids.count(i) > 1}):
            yield f"type {type['name']}: id {id} stands twice; merge the values"
        if type["name"] not in used:
            yield f"type {type['name']}: no slot has it; remove it"
    if len(language["intents"]) > 250:
        yield f"{len(language['intents'])} intents, Amazon takes 250; merge some"
