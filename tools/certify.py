"""What a certification reviewer would send back, in the order in which they look: `make certify`.

Exit status 1 where something failed. What needs Amazon's cloud or a speaker is listed in the end, with how to try it."""

import argparse
import contextlib
import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

from ask_sdk_core.exceptions import AskSdkException

import lambda_function
import skill as skill_adapter
from tools import certify_definitions as amazon
from tools import certify_model, certify_trials, manifest_rules, model_rules
from tools import certify_npm as npm
from tools.alexa import envelope
from tools.certify_phrases import Coverage, choices, quoted, uncovered
from tools.certify_report import Check, check, report
from tools.certify_responses import ssml_problems
from tools.certify_runtime import Skill
from tools.manifest_rules import DOCS, POLICY, SCHEMA, TESTS
from tools.recogniser import recogniser
from triage.content import FOLDER, read_table

MODEL_SCHEMA = DOCS + "smapi/interaction-model-schema.html"
VOICE = DOCS + "custom-skills/voice-interface-and-user-experience-testing-for-a-custom-skill.html"
SECURITY = DOCS + "custom-skills/security-testing-for-an-alexa-skill.html"
SSML = DOCS + "custom-skills/speech-synthesis-markup-language-ssml-reference.html"
PROMPTS = DOCS + "custom-skills/design-the-prompts-for-your-skill.html"
SPOKEN = ("prompts", "questions")
TRIALS: tuple[tuple[str, Callable[[Skill], Iterator[str]]], ...] = (
    ("launch, cold and in mid-session", certify_trials.launch),
    ("one-shots", certify_trials.one_shots),
    ("every intent, cold and in every place of a conversation", certify_trials.every_intent),
    ("slot values that resolve to nothing, are blank or can't be read", certify_trials.wrong_slots),
    ("stop, cancel, home", certify_trials.stopping),
    ("help", certify_trials.helping),
    ("fallback, up to where to turn", certify_trials.falling_back),
    ("intents in any order, and twice in a row", certify_trials.wandering),
    ("requests that may not be answered with speech", certify_trials.endings),
    ("requests that no skill expects", certify_trials.unreadable),
)
SPOKEN_TO_VIRTUAL_ALEXA = ("my left calf keeps cramping", "no", "help")


def sections(manifest: dict[str, Any], model: dict[str, Any], skill: Skill) -> Iterator[tuple[str, list[Check]]]:
    """The report's sections. A section is made when it is asked for: the last ones read what the earlier ones said."""
    written = manifest_rules.problems(manifest, model)
    yield (
        "Policy and store page (skill.json)",
        [
            check("disclaimer, claims, privacy answers, example phrases, icons, endpoint, events", POLICY, written),
            *_definitions(amazon.MANIFEST, manifest, SCHEMA),
            check("what the store and the privacy page tell people to say", POLICY, pages(manifest, Coverage(model))),
        ],
    )
    yield "Security", [check("a request meant for another skill is refused", SECURITY, strangers())]
    yield (
        "Interaction model",
        [
            check("invocation name, intents, samples, slot values", MODEL_SCHEMA, model_rules.problems(model)),
            check("slots declared and used, ids, sizes", MODEL_SCHEMA, certify_model.problems(model)),
            *_definitions(amazon.MODEL, model, MODEL_SCHEMA),
        ],
    )
    title, lost = "the same by Virtual Alexa, in its own requests", npm.missing("virtual-alexa")
    virtual = () if lost else npm.second_reader(SPOKEN_TO_VIRTUAL_ALEXA)
    trials = [check(name, TESTS, trial(skill)) for name, trial in TRIALS]
    yield "Functions", [*trials, check(title, TESTS, virtual, lost)]
    coverage, tables = Coverage(model), {name: read_table(FOLDER / "en-US" / f"{name}.toml") for name in SPOKEN}
    suggested = (p for name in SPOKEN for p in uncovered(coverage, tables[name], f"{name}.toml"))
    lost = npm.missing("ssml-check")
    yield (
        "Voice and experience",
        [
            check("what prompts tell callers to say is in the model", PROMPTS, suggested),
            check(
                "a choice that was read out is understood when repeated", VOICE, choices(skill.recogniser, tables["questions"])
            ),
            check(
                f"mark-up of {len(skill.spoken)} things said", SSML, (p for s in sorted(skill.spoken) for p in ssml_problems(s))
            ),
            check("the same by ssml-check", SSML, () if lost else npm.ssml_problems(skill.spoken), lost),
        ],
    )


def strangers() -> Iterator[str]:
    """Whether the skill, told its own id, refuses a request that carries another."""
    with mock.patch.dict(os.environ, {"SKILL_ID": "amzn1.ask.skill.ours"}):
        handler = skill_adapter.build()
    try:
        handler(envelope({"type": "LaunchRequest"}, None, new=True), None)
    except AskSdkException:
        return
    yield "answered, though SKILL_ID names another skill; give the id to the SDK's builder"


def _definitions(name: str, document: dict[str, Any], rule: str) -> Iterator[Check]:
    lost = "" if amazon.SPEC.exists() else npm.missing("ask-smapi-model")
    yield check("Amazon's definition", rule, () if lost else amazon.against_schema(name, document), lost)
    yield check("read and written again by Amazon's classes", rule, amazon.round_trip(name, document))


def pages(manifest: dict[str, Any], coverage: Coverage) -> Iterator[str]:
    """What the store's texts and the privacy page quote as things to say, and that the model lacks."""
    about, page = manifest["manifest"]["publishingInformation"], Path("docs/privacy.md")
    yield from quoted(coverage, about["testingInstructions"], "testingInstructions")
    for locale, texts in about["locales"].items():
        yield from quoted(coverage, texts["description"], f"{locale}: description")
    yield from quoted(coverage, page.read_text(encoding="utf-8"), str(page))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.certify", description="What a certification reviewer would send back.")
    parser.add_argument("--all", action="store_true", help="list every problem, not the first eight of a check")
    options = parser.parse_args()
    manifest, model = (json.loads(Path(p).read_text(encoding="utf-8")) for p in ("skill.json", "interaction-model/en-US.json"))
    skill = Skill(lambda_function.handler, recogniser())
    with contextlib.redirect_stderr(io.StringIO()):  # the skill logs that it apologised; the report says where
        lines, failed = report(sections(manifest, model, skill), sys.maxsize if options.all else 8)
    print("\n".join(lines) + f"; {skill.tried} requests sent")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
