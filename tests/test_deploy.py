"""What `make deploy` decides before it calls AWS. The calls themselves need an account."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.aws import Formation, Lambda, calling
from tools import deploy
from tools.account import Account
from tools.deploy import parameters, revision, settings
from tools.skill_id import PATTERN, whole

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


def test_a_skill_id_is_refused_as_the_template_would_refuse_it() -> None:
    assert f"AllowedPattern: {PATTERN}\n" in Path("template.yaml").read_text(encoding="utf-8")
    assert whole(ID) == ID
    assert whole(None) is None
    with pytest.raises(ValueError, match="no skill id"):
        whole("amzn1.ask.skill.…")


def test_rollback_goes_one_version_back_by_number_and_stops_at_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    account, aws = calling(Lambda("10"), monkeypatch)
    assert account.roll_back("skill") == ("10", "9")
    assert account.roll_back("skill") == ("9", "8")
    with pytest.raises(ValueError, match="is the first"):
        account.roll_back("skill")
    assert aws.now == "8"


def test_rollback_does_not_undo_the_switch(monkeypatch: pytest.MonkeyPatch) -> None:
    account, aws = calling(Lambda("10", "10"), monkeypatch)
    with pytest.raises(ValueError, match="WHERE_TO_TURN_ONLY=false"):
        account.roll_back("skill")
    assert aws.now == "10"
    aws.only = ("9", "10")
    assert account.roll_back("skill") == ("10", "9")
    aws.only = ("8",)
    assert account.roll_back("skill") == ("9", "8")


OUTPUTS = [{"OutputKey": "Endpoint", "OutputValue": "arn:live"}]


def test_a_rollback_without_a_stack_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    account, _ = calling(Formation(None), monkeypatch)
    with pytest.raises(ValueError, match="no stack muscle-check-prod in us-east-1"):
        account.function("muscle-check-prod")


@pytest.mark.parametrize(
    "before", [None, {"Outputs": OUTPUTS, "Parameters": [{"ParameterKey": "Revision", "ParameterValue": "1"}]}]
)
def test_changes_that_were_declined_are_no_success(
    before: dict[str, Any] | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """`sam deploy` ends with 0 when its question is answered with no."""
    account, aws = calling(Formation(before), monkeypatch)
    (tmp_path / "lambda_function.py").touch()
    monkeypatch.setattr(deploy, "ARTIFACT", tmp_path)
    monkeypatch.setattr(subprocess, "run", lambda command: subprocess.CompletedProcess(command, 0))
    with pytest.raises(ValueError, match="not deployed"):
        deploy.deploy("prod", account, {"SkillId": ID})

    def accepted(command: list[str]) -> subprocess.CompletedProcess[str]:
        given = [pair.split("=", 1) for pair in command[command.index("--parameter-overrides") + 1 :]]
        aws.stack = {"Outputs": OUTPUTS, "Parameters": [{"ParameterKey": k, "ParameterValue": v} for k, v in given]}
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", accepted)
    deploy.deploy("prod", account, {"SkillId": ID})


def test_without_credentials_it_stops_before_anything(tmp_path: Path) -> None:
    nobody = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "AWS_EC2_METADATA_DISABLED": "true"}
    run = subprocess.run([sys.executable, "-m", "tools.deploy"], capture_output=True, text=True, env=nobody)
    assert run.returncode == 1
    assert run.stderr.startswith("error: no AWS credentials that work")
    assert run.stdout == ""
