import os
import re
import time

import pytest

import lambda_function
import settings
from tests.settings.stand_in import FAULTS, USER, Table
from tools.alexa import envelope

# Answers that boto3 lets through, and that hold nothing to be believed.
ODD = ("not JSON", "half of it", "values of another shape", "no expiry", "expired")
LAUNCH = envelope({"type": "LaunchRequest"}, None, new=True)


@pytest.mark.parametrize("fault", [*FAULTS, "slow", "drip", "nothing listens", "no such host"])
def test_a_table_at_fault_costs_little_and_changes_nothing(
    fault: str, kept: Table, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("SETTINGS_TABLE")
    expected = lambda_function.handler(LAUNCH, None)
    monkeypatch.setenv("SETTINGS_TABLE", "settings")
    kept.fault = fault
    if address := {"nothing listens": "http://127.0.0.1:9", "no such host": "http://table.invalid"}.get(fault):
        monkeypatch.setenv("AWS_ENDPOINT_URL_DYNAMODB", address)
        settings._client.cache_clear()
        settings._client()
    started = time.monotonic()
    assert lambda_function.handler(LAUNCH, None) == expected
    assert time.monotonic() - started < 1.0  # the budget, and a slow machine
    assert [operation for operation, _ in kept.asked].count("GetItem") <= 1  # never tried again
    if fault not in ODD:  # it failed: then it is left alone for a while
        assert settings._rest_until > time.monotonic() + 50
        assert re.fullmatch(r"settings: \w+\n", capsys.readouterr().err)
        started = time.monotonic()
        assert lambda_function.handler(LAUNCH, None) == expected
        assert time.monotonic() - started < settings.BUDGET
        assert len(kept.asked) <= 1


def test_a_client_that_cannot_be_made_changes_nothing(kept: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_DEFAULT_REGION", "AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_CONFIG_FILE", os.devnull)
    settings._client.cache_clear()
    assert settings.read(USER) == {}
    assert lambda_function.handler(LAUNCH, None)["response"]["shouldEndSession"] is False


def test_it_works_again_once_the_table_does(kept: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.fault = "absent"
    assert settings.read(USER) == {}
    kept.fault = None
    monkeypatch.setattr(settings, "_rest_until", time.monotonic() - 1)
    monkeypatch.setattr(settings, "BUDGET", 10.0)  # how quick a machine is isn't what is tried here
    settings.write(USER, {"brief": True})
    assert settings.read(USER) == {"brief": True}


@pytest.mark.parametrize("fault", FAULTS)
def test_nothing_odd_is_ever_taken_for_a_setting(fault: str, kept: Table) -> None:
    kept.fault = fault
    assert settings.read(USER) == {}
