"""The second client: how it reads a line beside our recogniser, and that an answer other than the transcript's is found. Virtual
Alexa itself is stood in for; `make virtual-alexa` runs it."""

from typing import Any

import pytest

import lambda_function
from tools.alexa import envelope, intent_request
from tools.certify_phrases import Coverage
from tools.foreign import Foreign
from tools.heard import Heard
from tools.model import build
from tools.recogniser import Recogniser, recogniser
from tools.transcripts import FOLDER
from tools.virtual_alexa import problems

TEXT = (FOLDER / "eyelid_three_weeks.txt").read_text(encoding="utf-8")


class StandIn:
    """A client that hears as our recogniser does, but for what is planted in it."""

    def __init__(self, hears: Recogniser, reads: dict[str, str] | None = None, says: dict[str, Any] | None = None) -> None:
        self.hears, self.reads, self.says = hears, reads or {}, says or {}
        self.attributes: dict[str, Any] | None = None

    def __call__(self, **command: Any) -> dict[str, Any]:
        if "new" in command:
            self.attributes = None
            return {}
        said = command.get("route") or command.get("utter") or ""
        heard = Heard(said, self.reads[said], {}) if said in self.reads else self.hears.hear(said)
        request = intent_request(heard, self.hears.intents.get(heard.intent, {}))
        if "route" in command:
            return {"request": {"request": request}}
        if "launch" in command:
            request = {"type": "LaunchRequest"}
        if "intent" in command:
            request = {**request, "intent": command["intent"]}
        response = lambda_function.handler(envelope(request, self.attributes, new=self.attributes is None), None)
        self.attributes = response.get("sessionAttributes")
        return {"response": {**response, **self.says}}


@pytest.fixture(scope="module")
def hears() -> Recogniser:
    return recogniser()


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    return Coverage(build())


def found(hears: Recogniser, coverage: Coverage, pipe: Any, text: str = TEXT) -> list[str]:
    return list(problems(text, *(Foreign(hears, pipe=pipe, coverage=coverage, alone=alone) for alone in (False, True))))


def test_a_client_that_hears_the_same_finds_nothing(hears: Recogniser, coverage: Coverage) -> None:
    assert found(hears, coverage, StandIn(hears)) == []


def test_another_answer_is_found(hears: Recogniser, coverage: Coverage) -> None:
    assert found(hears, coverage, StandIn(hears), TEXT.replace("\n\n  ", "\n\n  Another ", 1)) != []


def test_a_line_that_is_routed_otherwise_is_found_and_so_is_where_it_leads(hears: Recogniser, coverage: Coverage) -> None:
    problems = found(hears, coverage, StandIn(hears, reads={"no": "AMAZON.YesIntent"}))
    assert any(problem.startswith('"no": the model has it') for problem in problems)
    assert any("by its own routing" in problem for problem in problems)


def test_a_line_that_the_model_lacks_may_be_read_in_any_way(hears: Recogniser, coverage: Coverage) -> None:
    talk = Foreign(hears, pipe=StandIn(hears, reads={"my eyelid is a potato": "AMAZON.StopIntent"}), coverage=coverage)  # type: ignore[arg-type]
    talk.launch()
    talk.say("my eyelid is a potato")
    assert talk.lines == [("limited", "my eyelid is a potato")]
    assert not talk.ended


def test_an_invalid_reply_is_found(hears: Recogniser, coverage: Coverage) -> None:
    silent = {"response": {"shouldEndSession": False}}
    assert any("nothing is said" in problem for problem in found(hears, coverage, StandIn(hears, says=silent)))
