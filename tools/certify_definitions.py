"""The model and the manifest against Amazon's own definitions: the schema of its skill management API (npm ask-smapi-model), and
a round trip through its Python classes. What either misses, tools.model_rules and tools.manifest_rules catch."""

import copy
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from ask_sdk_core.serialize import DefaultSerializer
from ask_smapi_model.v1.skill.interaction_model.interaction_model_data import InteractionModelData
from ask_smapi_model.v1.skill.manifest.skill_manifest_envelope import SkillManifestEnvelope
from jsonschema import Draft4Validator

SPEC = Path("node_modules/ask-smapi-model/spec.json")
MODEL, MANIFEST = "v1.skill.interactionModel.InteractionModelData", "v1.skill.Manifest.SkillManifestEnvelope"
CLASSES = {MODEL: InteractionModelData, MANIFEST: SkillManifestEnvelope}


@cache
def definitions(path: Path = SPEC) -> dict[str, Any]:
    """Amazon's definitions, made strict: a key that an object doesn't have is an error, unless other definitions extend it.

    Raises FileNotFoundError where npm hasn't fetched them."""
    table: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["definitions"]
    extended = set(re.findall(r'"allOf": \[\{"\$ref": "#/definitions/([^"]+)"', json.dumps(table)))
    for name, definition in table.items():
        plain = definition.get("type") == "object" and "properties" in definition
        if plain and name not in extended and not {"allOf", "discriminator", "x-discriminator"} & definition.keys():
            definition.setdefault("additionalProperties", False)
    return table


def against_schema(name: str, document: Any, path: Path = SPEC) -> Iterator[str]:
    """Where the document breaks the definition of that name, each problem with the place."""
    validator = Draft4Validator({"$ref": f"#/definitions/{name}", "definitions": definitions(path)})
    for error in sorted(validator.iter_errors(document), key=lambda e: [str(p) for p in e.absolute_path]):
        place = ".".join(str(p) for p in error.absolute_path) or "top"
        yield f"{place}: {error.message[:200]}"


def round_trip(name: str, document: dict[str, Any]) -> Iterator[str]:
    """What changes or breaks when Amazon's classes read the document and write it again: a misspelt key, a wrong type."""
    serializer = DefaultSerializer()
    try:
        again = serializer.serialize(serializer.deserialize(json.dumps(document), CLASSES[name]))
    except Exception as error:  # noqa: BLE001 Amazon's classes raise whatever they meet
        yield f"can't be read: {str(error)[:200]}"
        return
    yield from _differences(copy.deepcopy(document), _without_nulls(again), "")


def _without_nulls(value: Any) -> Any:
    match value:
        case dict():
            return {k: _without_nulls(v) for k, v in value.items() if v is not None}
        case list():
            return [_without_nulls(v) for v in value]
    return value


def _differences(ours: Any, theirs: Any, place: str) -> Iterator[str]:
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in sorted(ours.keys() | theirs.keys()):
            if key not in theirs:
                yield f"{place}{key}: dropped; Amazon knows no such key here"
            else:
                yield from _differences(ours.get(key), theirs[key], f"{place}{key}.")
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for number, (a, b) in enumerate(zip(ours, theirs, strict=True)):
            yield from _differences(a, b, f"{place}{number}.")
    elif ours != theirs or type(ours) is not type(theirs):
        yield f"{place.rstrip('.')}: read as {str(theirs)[:60]!r}, written as {str(ours)[:60]!r}; mend its type"
