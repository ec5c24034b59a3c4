"""What `make deploy` decides before it calls AWS. The calls themselves need an account."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tools.deploy import Account, parameters, revision, settings

ID = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"
STAGE = {"parameter_overrides": ["Stage=dev", "LogDays=7"]}


def test_a_revision_changes_with_code_template_and_switch_and_with_nothing_else(tmp_path: Path) -> None:
    template = tmp_path / "template.yaml"
    template.write_text("a")
    (tmp_path / "skill").mkdir()
    code = tmp_path / "skill/skill.py"
    code.write_text("1")
    seen = [revision(tmp_path / "skill", template, {"WhereToTurnOnly": "false"})]
    code.touch()
    assert revision(tmp_path / "skill", template, {"WhereToTurnOnly": "false"}) == seen[0]
    seen.append(revision(tmp_path / "skill", template, {"WhereToTurnOnly": "true"}))
    code.write_text("2")
    seen.append(revision(tmp_path / "skill", template, {"WhereToTurnOnly": "true"}))
    template.write_text("b")
    seen.append(revision(tmp_path / "skill", template, {"WhereToTurnOnly": "true"}))
    assert len(set(seen)) == len(seen)


def test_the_switch_stays_as_it_is_until_it_is_given() -> None:
    before = {"SkillId": ID, "WhereToTurnOnly": "true", "Revision": "0", "AlarmTopic": ""}
    kept = parameters(STAGE, before, {"SkillId": None, "WhereToTurnOnly": None})
    assert kept == {"SkillId": ID, "WhereToTurnOnly": "true", "Stage": "dev", "LogDays": "7"}
    assert parameters(STAGE, before, {"WhereToTurnOnly": "false"})["WhereToTurnOnly"] == "false"


def test_a_new_stack_asks_for_the_skill_id() -> None:
    with pytest.raises(ValueError, match="SKILL_ID"):
        parameters(STAGE, {}, {"SkillId": None})


def test_both_stages_lie_where_alexa_can_call_and_name_no_account() -> None:
    for stage in ("dev", "prod"):
        Account(settings(stage)["region"])
        assert f"Stage={stage}" in settings(stage)["parameter_overrides"]
        assert not any(len(word) == 12 and word.isdigit() for word in str(settings(stage)).split())
    with pytest.raises(ValueError, match="eu-north-1"):
        Account("eu-north-1")


class Lambda:
    """Three versions, the alias on one of them."""

    def __init__(self, now: str) -> None:
        self.now = now

    def get_alias(self, **_: str) -> dict[str, str]:
        return {"FunctionVersion": self.now}

    def get_paginator(self, _: str) -> Any:
        return self

    def paginate(self, **_: str) -> list[dict[str, list[dict[str, str]]]]:
        return [{"Versions": [{"Version": "$LATEST"}, {"Version": "8"}]}, {"Versions": [{"Version": "9"}, {"Version": "10"}]}]

    def update_alias(self, FunctionVersion: str, **_: str) -> None:
        self.now = FunctionVersion


def test_rollback_goes_one_version_back_by_number_and_stops_at_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    account, aws = Account("us-east-1"), Lambda("10")
    monkeypatch.setattr(account, "session", type("Session", (), {"client": lambda self, name: aws})())
    assert account.roll_back("skill") == ("10", "9")
    assert account.roll_back("skill") == ("9", "8")
    with pytest.raises(ValueError, match="is the first"):
        account.roll_back("skill")
    assert aws.now == "8"


def test_without_credentials_it_stops_before_anything(tmp_path: Path) -> None:
    nobody = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "AWS_EC2_METADATA_DISABLED": "true"}
    run = subprocess.run([sys.executable, "-m", "tools.deploy"], capture_output=True, text=True, env=nobody)
    assert run.returncode == 1
    assert run.stderr.startswith("error: no AWS credentials that work")
    assert run.stdout == ""
