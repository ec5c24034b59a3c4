"""What is remembered of a caller between conversations: that they heard the disclaimer, and how brief they like it.

Nothing about health, and nothing that says who they are. Without a table, or with one that is slow or refuses, every caller is
new, and the conversation goes on as it would have."""

import os
import sys
import time
from collections.abc import Mapping
from functools import cache
from typing import Any

KEPT = ("disclaimer_heard", "brief")  # yes or no each; nothing else is ever written
BUDGET = 0.3  # seconds that one call to the table may take, all told
FIRST = 2.0  # seconds that making the client may take, once in a container: it loads boto3 and finds the role's credentials
REST = 60.0  # seconds without a call after one that failed
DAYS = 400  # the table forgets a caller by itself after so long

_rest_until = 0.0


def caller(envelope: Any) -> str:
    """The id that Alexa gives a caller for this skill alone, from a request; empty where there is none."""
    system = envelope.context.system if envelope.context else None
    return (system.user.user_id if system and system.user else None) or ""


def first_reply(user_id: str) -> dict[str, bool]:
    """What is remembered of a caller, when a session begins; its first reply speaks the disclaimer, so that is noted."""
    before = read(user_id)
    if not before.get("disclaimer_heard"):
        write(user_id, {"disclaimer_heard": True})
    return before


def read(user_id: str) -> dict[str, bool]:
    """What is remembered of a caller: some of KEPT, or nothing."""
    item: Any = (_call("get_item", user_id) or {}).get("Item")
    match item:
        case {"expires": {"N": str(expires)}} if expires.isdecimal() and int(expires) > time.time():
            return {name: item[name]["BOOL"] for name in KEPT if item.get(name) in ({"BOOL": True}, {"BOOL": False})}
    return {}  # DynamoDB may delete up to days after the time: till then it is forgotten here


def write(user_id: str, settings: Mapping[str, bool]) -> None:
    """Remember what is given, and leave the rest as it was. Whatever isn't one of KEPT, yes or no, is left out."""
    kept = {name: settings[name] for name in KEPT if isinstance(settings.get(name), bool)}
    if kept:
        expires = {"N": str(int(time.time()) + DAYS * 86400)}
        values: dict[str, Any] = {f":{name}": {"BOOL": value} for name, value in kept.items()} | {":expires": expires}
        change = "SET " + ", ".join(f"{name[1:]} = {name}" for name in values)
        _call("update_item", user_id, UpdateExpression=change, ExpressionAttributeValues=values)


def forget(user_id: str) -> bool:
    """Delete all that is remembered of a caller, even soon after a failure. False where that couldn't be done."""
    return not os.environ.get("SETTINGS_TABLE") or _call("delete_item", user_id, now=True) is not None


def _key(user_id: str) -> dict[str, dict[str, str]]:
    """A hash, so that the table holds no one's account id. Alexa's id is long and random: a hash can't be guessed back."""
    import hashlib  # here, as are boto3 and threads below: only a skill with a table needs them

    return {"id": {"S": hashlib.sha256(user_id.encode()).hexdigest()}}


def _call(operation: str, user_id: str, now: bool = False, **arguments: Any) -> dict[str, Any] | None:
    """One call to the table for a caller, within the budget; None where there is no table, or it failed now or lately."""
    global _rest_until
    table = os.environ.get("SETTINGS_TABLE")
    if not table or (time.monotonic() < _rest_until and not now):
        return None
    try:
        call = getattr(_workers().submit(_client).result(FIRST), operation)
        answer: dict[str, Any] = _workers().submit(call, TableName=table, Key=_key(user_id), **arguments).result(BUDGET)
        return answer
    except Exception as error:  # noqa: BLE001 whatever is wrong with the table, the caller needs an answer about their muscle
        _rest_until = time.monotonic() + REST
        print(f"settings: {type(error).__name__}", file=sys.stderr)
        return None


@cache
def _workers() -> Any:
    """A thread for each call, so that one that hangs can be left behind."""
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(8, "settings")


@cache
def _client() -> Any:
    """The DynamoDB client. Imported here: loading boto3 takes longer than the rest of the skill."""
    import boto3
    from botocore.config import Config

    config = Config(connect_timeout=BUDGET, read_timeout=BUDGET, retries={"total_max_attempts": 1, "mode": "standard"})
    return boto3.session.Session().client("dynamodb", config=config)
