import json
import re
from typing import Any

import pytest

import lambda_function
import turn_log
from intents import ACTS
from tests.everyone import everyone, what_callers_said
from tools.alexa import envelope
from triage.content import load

TURNS = {"launch", "answer", "report", "command", "miss", "end", "event", "other"}
OUTCOMES = {"open", "closed", "apology", "silent"}


def send(request: dict[str, Any]) -> dict[str, Any]:
    return lambda_function.handler(envelope(request, None, new=True), None)


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    monkeypatch.setenv("TURN_LOG", "1")
    return lambda: [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_every_turn_of_every_case_is_one_line_that_tells_nothing_of_the_caller() -> None:
    results, printed, _ = everyone()
    assert len(printed) == sum(len(result["turns"]) for result in results)
    for line in map(json.loads, printed):
        assert line.keys() == {"turn", "outcome", "ms", "cold", "protocol"}
        assert line["turn"] in TURNS
        assert line["outcome"] in OUTCOMES - {"apology"}
        assert isinstance(line["ms"], float)
        assert isinstance(line["cold"], bool)
        assert line["protocol"] == load().protocol.version
    assert sum(json.loads(line)["cold"] for line in printed) <= 1


def test_no_finding_slot_value_or_heard_word_is_in_any_line() -> None:
    _, printed, _ = everyone()
    own = {
        "turn",
        "open",
        "closed",
        "answer",
        "report",
        "launch",
        "cold",
        "true",
        "false",
        "command",
        "miss",
        "protocol",
        "outcome",
    }
    said = what_callers_said()
    assert len(said) > 500
    assert not said & set(re.findall(r"[a-z_]{4,}", "\n".join(printed).lower())) - own


@pytest.mark.parametrize(("intent", "act"), ACTS.items())
def test_every_intent_is_logged_as_a_kind_never_by_name(intent: str, act: str, lines: Any) -> None:
    send(
        {"type": "IntentRequest", "dialogState": "STARTED", "intent": {"name": intent, "confirmationStatus": "NONE", "slots": {}}}
    )
    (line,) = lines()
    assert line["turn"] in TURNS - {"other", "event"}
    assert line["outcome"] in {"open", "closed"}
    assert intent not in json.dumps(line)


def test_a_request_that_cannot_be_read_is_logged_by_the_type_of_error_alone(lines: Any) -> None:
    send({"type": "my left calf is swollen"})
    (line,) = lines()
    assert (line["turn"], line["outcome"]) == ("other", "apology")
    assert line["error"].isidentifier()
    assert "calf" not in json.dumps(line)


def test_the_end_of_a_session_is_silent(lines: Any) -> None:
    send({"type": "SessionEndedRequest", "reason": "USER_INITIATED"})
    (line,) = lines()
    assert (line["turn"], line["outcome"]) == ("end", "silent")


def test_only_the_first_turn_is_cold(lines: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turn_log, "_cold", True)
    send({"type": "LaunchRequest"})
    send({"type": "LaunchRequest"})
    assert [line["cold"] for line in lines()] == [True, False]


def test_a_skill_that_did_not_load_apologises_and_says_so(lines: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lambda_function, "_skill", None)
    assert "911" in str(send({"type": "LaunchRequest"}))
    assert lines()[0]["outcome"] == "apology"


def test_a_closed_log_silences_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed:
        def write(self, _: str) -> None:
            raise ValueError("I/O operation on closed file")

    monkeypatch.setenv("TURN_LOG", "1")
    monkeypatch.setattr("sys.stdout", Closed())
    assert send({"type": "LaunchRequest"})["response"]["shouldEndSession"] is False


def test_tools_keep_standard_output_to_themselves(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("TURN_LOG", raising=False)
    monkeypatch.delenv("AWS_LAMBDA_FUNCTION_NAME", raising=False)
    send({"type": "LaunchRequest"})
    assert capsys.readouterr().out == ""


def test_the_switch_makes_the_skill_say_only_where_to_turn(monkeypatch: pytest.MonkeyPatch, lines: Any) -> None:
    monkeypatch.setenv("WHERE_TO_TURN_ONLY", "true")
    for request in ({"type": "LaunchRequest"}, {"type": "Anything"}):
        response = send(request)["response"]
        assert response["shouldEndSession"] is True
        assert "911" in response["outputSpeech"]["ssml"]
        assert "went wrong" not in response["outputSpeech"]["ssml"]
    assert [line["outcome"] for line in lines()] == ["closed", "closed"]
    assert "outputSpeech" not in send({"type": "SessionEndedRequest", "reason": "USER_INITIATED"})["response"]
