"""AWS as far as deploying asks it: a Lambda with three versions, and CloudFormation with a stack or none."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

from tools.account import Account


class Lambda:
    """Three versions, the alias on one of them; some say only where to turn."""

    def __init__(self, now: str, *only: str) -> None:
        self.now, self.only = now, only

    def get_function_configuration(self, FunctionName: str) -> dict[str, Any]:
        version = FunctionName.split(":")[1]
        return {"Version": version, "Environment": {"Variables": {"WHERE_TO_TURN_ONLY": str(version in self.only).lower()}}}

    def get_alias(self, **_: str) -> dict[str, str]:
        return {"FunctionVersion": self.now}

    def get_paginator(self, _: str) -> Any:
        return self

    def paginate(self, **_: str) -> list[dict[str, list[dict[str, str]]]]:
        return [{"Versions": [{"Version": "$LATEST"}, {"Version": "8"}]}, {"Versions": [{"Version": "9"}, {"Version": "10"}]}]

    def update_alias(self, FunctionVersion: str, **_: str) -> None:
        self.now = FunctionVersion


class Formation:
    """CloudFormation with one stack, or none, and what callers reach there."""

    exceptions = type("exceptions", (), {"ClientError": ClientError})

    def __init__(self, stack: dict[str, Any] | None) -> None:
        self.stack = stack

    def describe_stacks(self, **_: str) -> dict[str, Any]:
        if self.stack is None:
            raise ClientError({"Error": {"Code": "ValidationError", "Message": "does not exist"}}, "DescribeStacks")
        return {"Stacks": [self.stack]}

    def get_caller_identity(self) -> dict[str, str]:
        return {"Arn": "arn:someone"}

    def get_function_configuration(self, **_: str) -> dict[str, Any]:
        return {"Version": "2", "Environment": {"Variables": {"WHERE_TO_TURN_ONLY": "false"}}}


def calling(aws: Any, monkeypatch: pytest.MonkeyPatch) -> tuple[Account, Any]:
    """An account whose every client is this one."""
    account = Account("us-east-1")
    monkeypatch.setattr(account, "session", type("Session", (), {"client": lambda self, name: aws})())
    return account, aws
