"""The deployer's AWS account: what `make deploy` and `make rollback` read there, and the one thing that they change."""

from typing import Any

import boto3

REGIONS = ("us-east-1", "us-west-2", "eu-west-1", "ap-northeast-1")  # where Alexa may call a function


class Account:
    """The deployer's account, in one region."""

    def __init__(self, region: str) -> None:
        """Raises ValueError for a region that Alexa doesn't call."""
        if region not in REGIONS:
            raise ValueError(f"samconfig.toml: Alexa doesn't call functions in {region}; use {', '.join(REGIONS)}")
        self.session = boto3.Session(region_name=region)
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

    def function(self, name: str) -> str:
        """The stack's function. Raises ValueError where nothing was deployed yet."""
        outputs = self.stack(name)["outputs"]
        if "Function" not in outputs:
            raise ValueError(f"no stack {name} in {self.region}; run `make deploy` first")
        return str(outputs["Function"])

    def live(self, endpoint: str) -> tuple[str, str]:
        """The version behind an alias or a qualified name, and whether it says only where to turn."""
        found = self.session.client("lambda").get_function_configuration(FunctionName=endpoint)
        return found["Version"], found["Environment"]["Variables"]["WHERE_TO_TURN_ONLY"]

    def roll_back(self, function: str) -> tuple[str, str]:
        """Point the alias at the version before. Raises ValueError where there is none, and where that one would give advice
        again though callers now hear only where to turn."""
        client = self.session.client("lambda")
        now = client.get_alias(FunctionName=function, Name="live")["FunctionVersion"]
        pages = client.get_paginator("list_versions_by_function").paginate(FunctionName=function)
        numbers = [int(v["Version"]) for page in pages for v in page["Versions"] if v["Version"] != "$LATEST"]
        earlier = [n for n in numbers if n < int(now)]
        if not earlier:
            raise ValueError(f"version {now} is the first")
        before = str(max(earlier))
        only_now, only_before = (self.live(f"{function}:{version}")[1] == "true" for version in (now, before))
        if only_now and not only_before:
            raise ValueError(
                f"version {now} says only where to turn, version {before} gives advice; if that is meant, "
                "run `make deploy` with WHERE_TO_TURN_ONLY=false and this STAGE"
            )
        client.update_alias(FunctionName=function, Name="live", FunctionVersion=before)
        return now, before
