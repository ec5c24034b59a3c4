"""Put the built skill on AWS, switch it to saying only where to turn, or go back a version: `make deploy`, `make rollback`.

Runs in .venv-aws. Nothing is changed before it has said what it will do, and with which account."""

import argparse
import hashlib
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any

ARTIFACT, TEMPLATE, CONFIG = Path("build/skill"), Path("template.yaml"), Path("samconfig.toml")
REGIONS = ("us-east-1", "us-west-2", "eu-west-1", "ap-northeast-1")  # where Alexa may call a function
NEXT = """
Next, in the Alexa developer console (docs/console.md, steps 3 and 4):
  Build > Endpoint > AWS Lambda ARN > Default Region: paste
    {endpoint}
  then Save Endpoints; then Test > Skill testing is enabled in: Development, and type: open muscle check"""


def revision(artifact: Path, template: Path, parameters: dict[str, str]) -> str:
    """Another one for any change of code, template or parameters: what makes AWS publish a version. Files count by name and
    bytes, never by date."""
    total = hashlib.sha256(template.read_bytes())
    total.update(repr(sorted(parameters.items())).encode())
    for path in sorted(p for p in artifact.rglob("*") if p.is_file()):
        total.update(f"{path.relative_to(artifact)}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def settings(stage: str, config: Path = CONFIG) -> dict[str, Any]:
    """A stage's settings from samconfig.toml."""
    row: dict[str, Any] = tomllib.loads(config.read_text(encoding="utf-8"))[stage]["deploy"]["parameters"]
    return row


def parameters(stage: dict[str, Any], before: dict[str, str], given: dict[str, str | None]) -> dict[str, str]:
    """The stack's parameters: as they are, then samconfig.toml's, then those given. Raises ValueError without a skill id."""
    merged = before | dict(pair.split("=", 1) for pair in stage["parameter_overrides"])
    merged |= {name: value for name, value in given.items() if value}
    if not merged.get("SkillId"):
        raise ValueError("a new stack needs the skill's id: SKILL_ID=amzn1.ask.skill.… (developer console > View Skill ID)")
    return {name: value for name, value in merged.items() if value and name != "Revision"}


class Account:
    """The deployer's account, in one region."""

    def __init__(self, region: str) -> None:
        """Raises ValueError for a region that Alexa doesn't call."""
        if region not in REGIONS:
            raise ValueError(f"samconfig.toml: Alexa doesn't call functions in {region}; use {', '.join(REGIONS)}")
        self.session = import_module("boto3").Session(region_name=region)
        self.region = region

    def who(self) -> str:
        """Whose credentials these are. Raises ValueError where there are none, or they have expired."""
        try:
            return str(self.session.client("sts").get_caller_identity()["Arn"])
        except Exception as error:
            raise ValueError(f"no AWS credentials that work ({type(error).__name__}); see docs/deploy.md, step 3") from error

    def stack(self, name: str) -> dict[str, Any]:
        """The stack's parameters and outputs; empty where there is none yet."""
        client = self.session.client("cloudformation")
        try:
            row = client.describe_stacks(StackName=name)["Stacks"][0]
        except client.exceptions.ClientError as error:
            if "does not exist" not in str(error):
                raise ValueError(str(error)) from error
            return {"parameters": {}, "outputs": {}}
        return {
            "parameters": {p["ParameterKey"]: p["ParameterValue"] for p in row.get("Parameters", [])},
            "outputs": {o["OutputKey"]: o["OutputValue"] for o in row.get("Outputs", [])},
        }

    def live(self, endpoint: str) -> tuple[str, str]:
        """What callers reach: the version, and whether it says only where to turn."""
        found = self.session.client("lambda").get_function_configuration(FunctionName=endpoint)
        return found["Version"], found["Environment"]["Variables"]["WHERE_TO_TURN_ONLY"]

    def roll_back(self, function: str) -> tuple[str, str]:
        """Point the alias at the version before. Raises ValueError where there is none."""
        client = self.session.client("lambda")
        now = client.get_alias(FunctionName=function, Name="live")["FunctionVersion"]
        pages = client.get_paginator("list_versions_by_function").paginate(FunctionName=function)
        numbers = [int(v["Version"]) for page in pages for v in page["Versions"] if v["Version"] != "$LATEST"]
        earlier = [n for n in numbers if n < int(now)]
        if not earlier:
            raise ValueError(f"version {now} is the first")
        client.update_alias(FunctionName=function, Name="live", FunctionVersion=str(max(earlier)))
        return now, str(max(earlier))


def deploy(stage: str, account: Account, given: dict[str, str | None]) -> None:
    """Run `sam deploy`, see that callers reach what was meant, and say what to paste where."""
    config = settings(stage)
    if not (ARTIFACT / "lambda_function.py").exists():
        raise ValueError(f"{ARTIFACT}: nothing built there; run `make build`")
    chosen = parameters(config, account.stack(config["stack_name"])["parameters"], given)
    chosen["Revision"] = revision(ARTIFACT, TEMPLATE, chosen)
    said = ", ".join(f"{name}={value}" for name, value in sorted(chosen.items()) if name != "Revision")
    print(
        f"Will deploy {ARTIFACT} to the stack {config['stack_name']} in {account.region}, as {account.who()}\n  {said}",
        flush=True,
    )
    sam = [str(Path(sys.executable).parent / "sam"), "deploy", "--config-env", stage, "--template-file", str(TEMPLATE)]
    if subprocess.run([*sam, "--parameter-overrides", *[f"{k}={v}" for k, v in chosen.items()]]).returncode:
        raise ValueError("sam deploy did not finish; callers still reach the version before")
    endpoint = account.stack(config["stack_name"])["outputs"]["Endpoint"]
    version, only = account.live(endpoint)
    print(f"Live: version {version}, WhereToTurnOnly={only}")
    if only != chosen.get("WhereToTurnOnly", "false"):
        raise ValueError("callers don't reach what was deployed; was the alias rolled back? Change something and deploy again")
    print(NEXT.format(endpoint=endpoint))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.deploy", description="Deploy the built skill, or go back a version.")
    parser.add_argument("--stage", choices=("dev", "prod"), default="dev")
    parser.add_argument("--skill-id", help="the first time, and when it changes")
    parser.add_argument("--where-to-turn-only", choices=("true", "false"), help="the switch; stays as it is when not given")
    parser.add_argument("--alarm-topic", help="ARN of the SNS topic that alarms tell")
    parser.add_argument("--rollback", action="store_true", help="point the alias at the version before, and do nothing else")
    options = parser.parse_args()
    given = {"SkillId": options.skill_id, "WhereToTurnOnly": options.where_to_turn_only, "AlarmTopic": options.alarm_topic}
    try:
        config = settings(options.stage)
        account = Account(config["region"])
        if options.rollback:
            print(f"Will roll back {config['stack_name']} in {account.region}, as {account.who()}", flush=True)
            now, earlier = account.roll_back(account.stack(config["stack_name"])["outputs"]["Function"])
            print(f"Live: version {earlier} instead of {now}. Forward again: deploy something new.")
        else:
            account.who()
            deploy(options.stage, account, given)
    except (ValueError, KeyError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
