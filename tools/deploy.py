"""Put the built skill on AWS, switch it to saying only where to turn, or go back a version: `make deploy`, `make rollback`.

Runs in .venv-aws. Nothing is changed before it has said what it will do, and with which account."""

import argparse
import hashlib
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from tools.account import Account
from tools.skill_id import whole

ARTIFACT, TEMPLATE, CONFIG = Path("build/skill"), Path("template.yaml"), Path("samconfig.toml")
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
        raise ValueError("a new stack needs the skill's id: SKILL_ID=amzn1.ask.skill.… (developer console > Copy Skill ID)")
    return {name: value for name, value in merged.items() if value and name != "Revision"}


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
    now = account.stack(config["stack_name"])
    if now["parameters"].get("Revision") != chosen["Revision"] or "Endpoint" not in now["outputs"]:
        raise ValueError("not deployed: the changes were declined; callers still reach the version before")
    endpoint = now["outputs"]["Endpoint"]
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
    try:
        given = {
            "SkillId": whole(options.skill_id),
            "WhereToTurnOnly": options.where_to_turn_only,
            "AlarmTopic": options.alarm_topic,
        }
        config = settings(options.stage)
        account = Account(config["region"])
        if options.rollback:
            print(f"Will roll back {config['stack_name']} in {account.region}, as {account.who()}", flush=True)
            now, earlier = account.roll_back(account.function(config["stack_name"]))
            print(f"Live: version {earlier} instead of {now}. Forward again: deploy something new.")
        else:
            account.who()
            deploy(options.stage, account, given)
    except (ValueError, KeyError, BotoCoreError, ClientError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
