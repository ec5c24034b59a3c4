"""Make the Alexa interaction model from the language's content, and refuse what Amazon would: `python -m tools.model`."""

import itertools
import json
import re
import sys
from pathlib import Path
from typing import Any

from tools.stems import words
from triage.content import FOLDER, read_table

MODELS = Path("interaction-model")
BUILT_IN = [
    f"AMAZON.{name}Intent"
    for name in ("Cancel", "Fallback", "Help", "NavigateHome", "No", "Previous", "Repeat", "StartOver", "Stop", "Yes")
]
LONG = 6  # words of a phrase that may be left out, where one in it stands for it
LEADS = words("i i'm i've he he's she she's it's my his her has have got")  # what samples say before a finding
SELF = {"you": "i", "your": "my", "are": "am", "s": ""}  # how a caller says back what was asked of them
# Slot type → the list of callers.toml that fills it.
TYPES = {"Finding": "finding", "Fine": "fine", "Movement": "movement", "Place": "place", "Side": "side", "Person": "person",
         "AgeGroup": "age_group", "RoughDuration": "rough_duration", "Topic": "topic",
         "Choice": "choice"}  # fmt: skip


def expand(template: str) -> list[str]:
    """Every sentence that a template stands for: "(a|b|) c" is "a c", "b c" and "c"; "[a|b] c [d|e|f]" takes its choices in turn,
    each at least once: "a c d", "b c e", "a c f"."""
    pieces = [_choices(part) for part in re.split(r"(\([^()]*\)|\[[^\[\]]*\])", template)]
    turns = max((len(choices) for choices, in_turn in pieces if in_turn), default=1)
    each = ([[choices[turn % len(choices)]] if in_turn else choices for choices, in_turn in pieces] for turn in range(turns))
    return list(
        dict.fromkeys(
            " ".join("".join(choice).split()).replace(" '", "'") for some in each for choice in itertools.product(*some)
        )
    )


def _choices(part: str) -> tuple[list[str], bool]:
    """The alternatives of a part of a template, and whether they are taken in turn."""
    return (part[1:-1].split("|"), part[0] == "[") if part[:1] in ("(", "[") else ([part], False)


def callers_say(folder: Path, locale: str) -> dict[str, Any]:
    """callers.toml, with every phrase that its templates stand for."""

    def written(part: Any) -> Any:
        if isinstance(part, dict):
            return {id: written(inner) for id, inner in part.items()}
        return list(dict.fromkeys(phrase for template in part for phrase in expand(template)))

    return {name: written(part) for name, part in read_table(folder / locale / "callers.toml").items()}


def build(locale: str = "en-US", folder: Path = FOLDER) -> dict[str, Any]:
    """The interaction model of a language. Raises ValueError where content names what isn't there."""
    callers, samples = callers_say(folder, locale), read_table(folder / locale / "samples.toml")
    callers["finding"] = {id: _plain(phrases) for id, phrases in callers["finding"].items()}
    _read_out(callers["finding"], read_table(folder / locale / "questions.toml"))
    topics = read_table(folder / locale / "topics.toml")
    callers["topic"] = {id: row["callers"] for id, row in topics.items()}
    intents: list[dict[str, Any]] = [{"name": name, "samples": []} for name in BUILT_IN]
    for name, templates in samples["intents"].items():
        lines = [s for t in templates for s in (callers[t[1:]] if t.startswith("@") else expand(t))]
        used = dict.fromkeys(slot for line in lines for slot in re.findall(r"{(\w+)}", line))
        slots = []
        for slot in used:
            if slot not in samples["slots"]:
                raise ValueError(f"{locale}/samples.toml: {name}: {{{slot}}} is no slot; name it under [slots]")
            entry: dict[str, Any] = {"name": slot, "type": samples["slots"][slot]}
            slots.append(entry | ({"multipleValues": {"enabled": True}} if slot in samples["several"]["slots"] else {}))
        intents.append({"name": name, "slots": slots, "samples": list(dict.fromkeys(lines))})
    types = [
        {"name": type, "values": [{"id": id, "name": {"value": phrases[0], "synonyms": phrases[1:]}}
                                  for id, phrases in callers[source].items()]}
        for type, source in TYPES.items()
    ]  # fmt: skip
    configuration = {"fallbackIntentSensitivity": {"level": "HIGH"}}
    language = {"invocationName": samples["invocation"], "modelConfiguration": configuration, "intents": intents, "types": types}
    return {"interactionModel": {"languageModel": language}}


def wordings(thing: dict[str, Any]) -> list[str]:
    """The words of a thing that a question asks for; a baby's may be others."""
    return [thing[key] for key in ("say", "baby") if key in thing]


def _read_out(phrases: dict[str, list[str]], questions: dict[str, Any]) -> None:
    """What a question reads out is understood when it is said back: added to what callers say, unless it has an owner."""
    owned = {phrase for each in phrases.values() for phrase in each}
    asked = [thing for question in questions.values() for thing in question.get("things", ())]
    for thing, say in [(each, say) for each in asked for say in wordings(each)]:
        said = re.sub(r"{(\w+)}", lambda m: SELF.get(m[1], m[1]), say)
        phrase = " ".join(re.sub(r"[^a-z' -]", " ", said.lower()).split())
        if phrase not in owned:
            phrases[thing["of"][0]].append(phrase)
            owned.add(phrase)


def _plain(phrases: list[str]) -> list[str]:
    """The phrases of a finding, its name first, without the long ones that hold a shorter one, and those that only a word like
    "my" is before: they are heard by the shorter. Amazon takes 1.5 MB."""
    every = set(phrases)

    def holds(phrase: str) -> bool:
        said = phrase.split()
        if said[0] in LEADS and len(said) > 2 and " ".join(said[1:]) in every:
            return True
        runs = (said[i:j] for i in range(len(said)) for j in range(i + 2, len(said) + 1) if j - i < len(said))
        return len(said) >= LONG and any(" ".join(run) in every for run in runs)

    return [*phrases[:1], *(phrase for phrase in phrases[1:] if not holds(phrase))]


def write(model: dict[str, Any]) -> str:
    """The model as JSON, an intent or a slot value a line: indented, a tenth of it would be blanks."""
    language = model["interactionModel"]["languageModel"]

    def rows(name: str, values: list[Any]) -> str:
        return f'"{name}": [\n' + ",\n".join(json.dumps(v, ensure_ascii=False, separators=(",", ":")) for v in values) + "\n]"

    types = [f'{{"name": {json.dumps(t["name"])}, {rows("values", t["values"])}}}' for t in language["types"]]
    head = json.dumps({k: v for k, v in language.items() if k not in ("intents", "types")})[1:-1]
    inner = ",\n".join([head, rows("intents", language["intents"]), '"types": [\n' + ",\n".join(types) + "\n]"])
    return f'{{"interactionModel": {{"languageModel": {{\n{inner}\n}}}}}}\n'


def main() -> int:
    from tools.model_rules import problems

    try:
        model = build()
    except (ValueError, KeyError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    found = problems(model)
    for problem in found:
        print(f"error: {problem}", file=sys.stderr)
    if found:
        return 1
    path, text = MODELS / "en-US.json", write(model)
    language = model["interactionModel"]["languageModel"]
    samples = sum(len(i["samples"]) for i in language["intents"])
    values = sum(1 + len(v["name"]["synonyms"]) for t in language["types"] for v in t["values"])
    if "--check" in sys.argv and (not path.exists() or path.read_text(encoding="utf-8") != text):
        print(f"error: {path} differs from content/; run make model", file=sys.stderr)
        return 1
    path.write_text(text, encoding="utf-8")
    print(f"{path}: {len(language['intents'])} intents, {samples} sample utterances, {values} phrases, {len(text) // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
