"""The template's rules, and that each of them can fail."""

import re
from pathlib import Path

import pytest

from tools.template_rules import ALLOWED, TEMPLATE, faults, transform, version

TEXT = TEMPLATE.read_text(encoding="utf-8")
EVENT = "          Type: AlexaSkill\n          Properties:\n            SkillId: !Ref SkillId\n"
ALIAS = "      AutoPublishAlias: live\n"
REVISION = "      AutoPublishCodeSha256: !Ref Revision"


def test_the_template_has_no_faults() -> None:
    assert faults(TEXT) == []


@pytest.mark.parametrize(
    ("written", "planted", "said"),
    [
        ("Type: AlexaSkill\n", "Type: AlexaSkil\n", "AlexaSkil"),
        (EVENT, "          Type: AlexaSkill\n", "any skill may call"),
        ("            SkillId: !Ref SkillId\n", "            SkillId: amzn1.ask.skill.mine\n", "any skill may call"),
        (ALIAS, "", "not the alias's"),
        ("Value: !Ref Skill.Alias", "Value: !GetAtt Skill.Arn", "ARN to paste"),
        ("    AllowedPattern: ^amzn1", "    Default: ''\n    AllowedPattern: ^amzn1", "without a default"),
        ("Resource: !GetAtt Settings.Arn", 'Resource: "*"', "wildcard"),
        ("dynamodb:GetItem, ", "dynamodb:GetItem, dynamodb:Scan, ", "nothing else"),
        ("Action: [dynamodb:GetItem, dynamodb:UpdateItem, dynamodb:DeleteItem]", 'Action: "dynamodb:*"', "wildcard"),
        ("      Role: !GetAtt Role.Arn\n", "", "one role only"),
        ("      AssumeRole", "      ManagedPolicyArns: [x]\n      AssumeRole", "no managed policies"),
        ("    DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain\n", "    DeletionPolicy: Delete\n", "must outlive"),
        ("SSEEnabled: true", "SSEEnabled: false", "encrypted"),
        ("AttributeName: expires", "AttributeName: ttl", "expire by"),
        ("      RetentionInDays: !Ref LogDays\n", "", "stay for ever"),
        ("      LoggingConfig:\n        LogGroup: !Ref Logs\n", "", "must log to Logs"),
        ("WHERE_TO_TURN_ONLY: !Ref", "WHERE_TO_TURN: !Ref", "WHERE_TO_TURN_ONLY must be"),
        ("SKILL_ID: !Ref SkillId", "SKILL_ID: ''", "SKILL_ID must be"),
        ("MetricName: Throttles", "MetricName: Invocations", "no alarm on Throttles"),
        ("      MetricName: Apologies", "      MetricName: Apology", "no alarm on Apologies"),
        ("Runtime: python3.13", "Runtime: python3.12", "bytecode"),
        ("Timeout: 8", "Timeout: 30", "Timeout must be 8"),
    ],
)
def test_a_planted_defect_is_named(written: str, planted: str, said: str) -> None:
    assert TEXT.count(written) >= 1
    found = faults(TEXT.replace(written, planted))
    assert any(said in fault for fault in found), found


def test_another_revision_publishes_a_version() -> None:
    assert version(transform(TEXT, Revision="a" * 64)) != version(transform(TEXT, Revision="b" * 64))


def test_without_a_revision_the_switch_would_publish_none() -> None:
    """Why `make deploy` gives a revision: SAM doesn't look at parameters when it decides whether to publish."""
    bare = TEXT.replace(REVISION, "      AutoPublishAliasAllProperties: true")
    on, off = transform(bare, WhereToTurnOnly="true"), transform(bare, WhereToTurnOnly="false")
    assert bare != TEXT
    assert version(on) == version(off)


def test_the_role_may_do_to_the_table_exactly_what_the_settings_call() -> None:
    called = re.findall(r'_call\("(\w+)"', Path("lambda/settings.py").read_text(encoding="utf-8"))
    assert {f"dynamodb:{name.title().replace('_', '')}" for name in called} == set(ALLOWED[0][0])
