"""What must hold of `template.yaml` once SAM has transformed it: who may call the skill, and what the skill may do.

`sam validate` and cfn-lint pass a misspelt event or a trigger without a skill id; these rules don't."""

import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

from samtranslator.model.exceptions import InvalidDocumentException
from samtranslator.translator.transform import transform as sam_transform
from samtranslator.yaml_helper import yaml_parse

from tools.build_python import RUNTIME

TEMPLATE = Path("template.yaml")
ALLOWED = [
    (["dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:UpdateItem"], {"Fn::GetAtt": ["Settings", "Arn"]}),
    (["logs:CreateLogStream", "logs:PutLogEvents"], {"Fn::GetAtt": ["Logs", "Arn"]}),
]
ALARMS = {"Errors", "Throttles", "Duration", "Apologies"}
REVISION = "0" * 64  # any
ENVIRONMENT = {"SKILL_ID": "SkillId", "SETTINGS_TABLE": "Settings", "WHERE_TO_TURN_ONLY": "WhereToTurnOnly"}


class NoManagedPolicies:
    """AWS's managed policies, which SAM would look up: we use none."""

    def load(self) -> dict[str, str]:
        return {}


def transform(text: str, **parameters: str) -> dict[str, Any]:
    """What CloudFormation makes of the template, offline. Raises ValueError where SAM refuses it."""
    logging.getLogger("samtranslator").setLevel(logging.ERROR)  # it warns of its own usage metrics
    template = yaml_parse(text.replace("build/skill/", "s3://artifacts/skill.zip"))
    with patch.dict(os.environ, {"AWS_DEFAULT_REGION": "us-east-1"}):
        try:
            transformed: dict[str, Any] = sam_transform(template, {"Revision": REVISION, **parameters}, NoManagedPolicies())
        except InvalidDocumentException as error:
            raise ValueError("; ".join(str(cause.message) for cause in error.causes)) from error
    return transformed


def version(transformed: dict[str, Any]) -> str:
    """The logical id of the published version; the alias moves when it changes."""
    return next(iter(of_type(transformed, "AWS::Lambda::Version")))


def of_type(transformed: dict[str, Any], type: str) -> dict[str, dict[str, Any]]:
    return {id: row for id, row in transformed["Resources"].items() if row["Type"] == type}


def faults(text: str) -> list[str]:
    """What is wrong with the template, in words; nothing if all is well."""
    try:
        transformed = transform(text)
    except ValueError as error:
        return [f"SAM refuses it: {error}"]
    return [*_trigger(transformed), *_policies(transformed), *_function(transformed), *_kept(transformed)]


def _trigger(transformed: dict[str, Any]) -> Iterator[str]:
    permissions = [row["Properties"] for row in of_type(transformed, "AWS::Lambda::Permission").values()]
    aliases = list(of_type(transformed, "AWS::Lambda::Alias"))
    if len(permissions) != 1 or permissions[0].get("Principal") != "alexa-appkit.amazon.com":
        yield "Alexa, and Alexa alone, must be allowed to call the skill: give it one event of Type AlexaSkill"
    for permission in permissions:
        if permission.get("EventSourceToken") != {"Ref": "SkillId"}:
            yield "any skill may call the function: set the event's SkillId to !Ref SkillId"
        if permission.get("FunctionName") not in [{"Ref": id} for id in aliases]:
            yield "the permission is the function's, not the alias's: set AutoPublishAlias"
    if "Default" in transformed["Parameters"].get("SkillId", {"Default": ""}):
        yield "SkillId must be a parameter without a default"
    if not aliases or transformed["Outputs"].get("Endpoint", {}).get("Value") not in [{"Ref": id} for id in aliases]:
        yield "the ARN to paste (output Endpoint) must be the alias's"


def _policies(transformed: dict[str, Any]) -> Iterator[str]:
    roles = of_type(transformed, "AWS::IAM::Role")
    if len(roles) != 1:
        yield f"one role only, the skill's own; there are {len(roles)}: set the function's Role"
    for id, row in roles.items():
        if row["Properties"].get("ManagedPolicyArns"):
            yield f"{id}: no managed policies; they allow more than the skill needs"
        policies = row["Properties"].get("Policies", [])
        statements = [s for policy in policies for s in policy["PolicyDocument"]["Statement"]]
        found = [(sorted([s["Action"]] if isinstance(s["Action"], str) else s["Action"]), s["Resource"]) for s in statements]
        if sorted(found, key=str) != sorted(ALLOWED, key=str):
            yield f"{id}: may read, write and delete single settings and write its own log, nothing else; it has {found}"
        if any("*" in str(part) for statement in found for part in statement):
            yield f"{id}: a wildcard"


def _function(transformed: dict[str, Any]) -> Iterator[str]:
    for id, row in of_type(transformed, "AWS::Lambda::Function").items():
        settings = row["Properties"]
        if settings["Runtime"] != f"python{RUNTIME}":
            yield f"{id}: `make build` makes bytecode for python{RUNTIME}; the template says {settings['Runtime']}"
        if settings.get("Timeout") != 8:
            yield f"{id}: Timeout must be 8, as long as Alexa waits"
        if settings.get("LoggingConfig", {}).get("LogGroup") != {"Ref": "Logs"}:
            yield f"{id}: must log to Logs, whose lines expire"
        variables = settings.get("Environment", {}).get("Variables", {})
        for name, source in ENVIRONMENT.items():
            if variables.get(name) != {"Ref": source}:
                yield f"{id}: {name} must be !Ref {source}"


def _kept(transformed: dict[str, Any]) -> Iterator[str]:
    for id, row in of_type(transformed, "AWS::DynamoDB::Table").items():
        settings = row["Properties"]
        if (row.get("DeletionPolicy"), row.get("UpdateReplacePolicy")) != ("Retain", "Retain"):
            yield f"{id}: must outlive the stack: DeletionPolicy and UpdateReplacePolicy Retain"
        if not settings.get("SSESpecification", {}).get("SSEEnabled") or settings.get("BillingMode") != "PAY_PER_REQUEST":
            yield f"{id}: must be encrypted and on-demand"
        if settings.get("TimeToLiveSpecification") != {"AttributeName": "expires", "Enabled": True}:
            yield f"{id}: must expire by `expires`"
    for id, row in of_type(transformed, "AWS::Logs::LogGroup").items():
        if "RetentionInDays" not in row["Properties"]:
            yield f"{id}: RetentionInDays must be set, or lines stay for ever"
    watched = {row["Properties"]["MetricName"] for row in of_type(transformed, "AWS::CloudWatch::Alarm").values()}
    if missing := ALARMS - watched:
        yield f"no alarm on {', '.join(sorted(missing))}"


def main() -> int:
    found = faults(TEMPLATE.read_text(encoding="utf-8"))
    for fault in found:
        print(f"{TEMPLATE}: {fault}", file=sys.stderr)
    if not found:
        print(f"{TEMPLATE}: Alexa alone may call the alias, for SkillId alone; role, table, log and alarms are as meant")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
