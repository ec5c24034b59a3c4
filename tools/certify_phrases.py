"""Whether a sentence is exactly what the interaction model expects: the store's example phrases, and what prompts suggest."""

import re
from collections.abc import Iterator
from typing import Any

from tools import durations
from tools.built_in import BUILT_IN
from tools.model import wordings
from tools.recogniser import Recogniser

LAUNCH = "open|start|launch|begin|run|load|use|talk to"
CONNECTING = "to|about|for|if|whether|that"
# "You can say yes, no, or not sure." · "Say, for example, I meant twitching, or, it's the right leg." · "Like the calf."
SUGGESTING = re.compile(
    r"(?:^|\b(?:can|just|or) )say(?: yes\b)?,?\s*(?:for example,?\s*)?(.+)|\b(?:for example|like),?\s+(.+)|\bsay, (.+)", re.I
)
UNSPOKEN = {"what", "how long", "so"}  # "Say what, or no." asks; it suggests nothing


class Coverage:
    """The sentences of one interaction model, compared whole: nothing is guessed."""

    def __init__(self, model: dict[str, Any]) -> None:
        language = model["interactionModel"]["languageModel"]
        self.invocation: str = language["invocationName"]
        values: dict[str, set[str]] = {t["name"]: set() for t in language["types"]}
        for type in language["types"]:
            for value in type["values"]:
                values[type["name"]] |= {value["name"]["value"], *value["name"].get("synonyms", ())}
        self.patterns: list[tuple[str, str, re.Pattern[str], dict[str, set[str] | None]]] = []
        for intent in language["intents"]:
            slots = {s["name"]: values.get(s["type"]) for s in intent.get("slots", ())}
            for sample in intent["samples"]:
                self.patterns.append((intent["name"], sample, _pattern(sample), slots))
        names = {i["name"] for i in language["intents"]}
        self.plain = {phrase: name for name, phrases in BUILT_IN.items() if name in names for phrase in phrases.split("|")}

    def intent(self, sentence: str) -> str | None:
        """The intent that has the sentence as a sample, slots filled with listed values; None where none has."""
        said = spoken(sentence)
        if said in self.plain:
            return self.plain[said]
        return next((name for name, _ in self._samples(said)), None)

    def samples(self, sentence: str) -> list[str]:
        """The samples that have the sentence; of Amazon's own intents, the sentence itself."""
        said = spoken(sentence)
        return [said] if said in self.plain else [sample for _, sample in self._samples(said)]

    def _samples(self, said: str) -> Iterator[tuple[str, str]]:
        for name, sample, pattern, slots in self.patterns:
            if (match := pattern.fullmatch(said)) and all(_fits(slots.get(k), v) for k, v in match.groupdict().items()):
                yield name, sample

    def request_of(self, phrase: str) -> list[str] | None:
        """What remains of "Alexa, ask muscle check …" for the model to know: [] for a plain launch, several readings where a
        connecting word may belong to either side, None where Alexa supports no such launch."""
        match = re.fullmatch(rf"alexa,? (?:(?:{LAUNCH}) {self.invocation}|(?:ask|tell) {self.invocation} (.+))", phrase.lower())
        if not match:
            return None
        if not match[1]:
            return []
        return [match[1], re.sub(rf"^(?:{CONNECTING}) ", "", match[1])]


def spoken(sentence: str) -> str:
    """A sentence as the model has it: lower-case words, no punctuation."""
    return " ".join(re.sub(r"[^a-z0-9' -]", " ", sentence.lower().replace("’", "'")).split())


def _pattern(sample: str) -> re.Pattern[str]:
    seen: dict[str, int] = {}

    def group(match: re.Match[str]) -> str:
        seen[match[1]] = seen.get(match[1], 0) + 1
        return f"(?P<{match[1]}>.+)" if seen[match[1]] == 1 else ".+"

    return re.compile(re.sub(r"\\{(\w+)\\}", group, re.escape(sample.lower())))


def _fits(values: set[str] | None, said: str) -> bool:
    if values is None:  # a built-in type: AMAZON.DURATION is the only one here
        words = said.split()
        return durations.find(words, 0)[0] == len(words)
    return said in values or said.removesuffix("'s") in values


def suggested(text: str) -> Iterator[str]:
    """The sentences that a prompt tells the caller to say, as it words them."""
    for sentence in re.findall(r"[^.?!]+[.?!]?", text):
        if sentence.endswith("?") or "{" in sentence or not (match := SUGGESTING.search(sentence.strip())):
            continue
        said = next(g for g in match.groups() if g).rstrip(".!")
        if re.match(r"alexa\b", said, re.I):
            yield said
            continue
        head = "yes, " if re.search(r"\bsay yes\b", match[0], re.I) else ""
        said = re.sub(r"\b(?:if|when) .*|(?<=\bno) to .*|(?<=\byes) to .*", "", head + said)
        for phrase in re.split(r",? or,? |, ", said):
            phrase = re.sub(r"^(?:and|or|say|like|for example),? ", "", phrase.strip(" ,\"'“”"), flags=re.I)
            if phrase and phrase.lower() not in UNSPOKEN:
                yield phrase


def texts(table: Any, where: str = "") -> Iterator[tuple[str, str]]:
    """Every sentence of a content table, with its place in the file."""
    match table:
        case str():
            yield where, table
        case dict():
            for key, value in table.items():
                yield from texts(value, f"{where}.{key}" if where else str(key))
        case list():
            for number, value in enumerate(table):
                yield from texts(value, f"{where}[{number}]")


def uncovered(coverage: Coverage, table: Any, file: str) -> Iterator[str]:
    """Each thing that a content file tells callers to say, and that the model doesn't know."""
    for where, text in texts(table):
        for phrase in suggested(text) if ".things[" not in where else ():  # what is asked for, not what to say
            if re.match(r"alexa\b", phrase, re.I):
                if "call for help" not in phrase and coverage.request_of(phrase) is None:
                    yield f'{file}: {where}: "{phrase}" opens nothing; say "Alexa, open {coverage.invocation}"'
            elif coverage.intent(phrase) is None:
                yield f'{file}: {where}: tells callers to say "{phrase}", which the model lacks; add it to samples.toml'


def quoted(coverage: Coverage, text: str, file: str) -> Iterator[str]:
    """Each sentence in quotation marks on a page about the skill that nobody could say to it."""
    for phrase in re.findall(r'"([^"]+)"', text):
        opens = coverage.request_of(phrase if phrase.lower().startswith("alexa") else f"alexa, {phrase}")
        if (opens is None and coverage.intent(phrase) is None) or (opens and not any(coverage.intent(o) for o in opens)):
            yield f'{file}: "{phrase}": the model has no such sentence; quote one that it has'


def choices(recogniser: Recogniser, questions: dict[str, Any]) -> Iterator[str]:
    """Each thing that a question reads out and that isn't understood as itself when the caller repeats it."""
    spoken = {"you": "i", "your": "my", "have": "have", "are": "am", "s": ""}
    for id, question in questions.items():
        for thing, say in [(t, say) for t in question.get("things", ()) for say in wordings(t)]:
            said = re.sub(r"{(\w+)}", lambda m: spoken.get(m[1].lower(), "it"), say)
            what = recogniser.hear(said)
            found = {i for values in what.slots.values() for _, i in values}
            if not found & set(thing["of"]):
                taken = ", ".join(sorted(str(f) for f in found)) or what.intent
                yield f'questions.toml: {id}: "{said}" is taken for {taken}; add it to callers.toml under {thing["of"][0]}'
