"""The settings against Amazon's DynamoDB Local: `unshare --map-root-user --net python -m tests.settings.dynamodb_local JAR`."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import settings
from tests.settings.stand_in import environment


def start(jar: Path) -> "subprocess.Popen[bytes]":
    """DynamoDB Local, once it listens."""
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    libraries = f"-Djava.library.path={jar.parent / 'DynamoDBLocal_lib'}"
    java = subprocess.Popen(["java", libraries, "-jar", str(jar), "-inMemory", "-disableTelemetry", "-port", "8000"],
                            stdout=subprocess.DEVNULL)  # fmt: skip
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", 8000)) == 0:
                return java
        time.sleep(0.1)
    java.kill()
    raise TimeoutError("DynamoDB Local didn't start within 30 seconds")


def scenario() -> None:
    """Everything the skill asks of its table."""
    import boto3

    os.environ |= environment("http://127.0.0.1:8000")
    client = boto3.client("dynamodb")
    settings.BUDGET = 5.0  # the first calls to a fresh Java are slow; how slow isn't what is tried here
    settings._client()
    assert settings.read("someone") == {}  # there is no table yet
    assert settings._rest_until > time.monotonic()
    client.create_table(
        TableName="settings", BillingMode="PAY_PER_REQUEST", KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
    )  # fmt: skip
    client.update_time_to_live(TableName="settings", TimeToLiveSpecification={"AttributeName": "expires", "Enabled": True})
    settings._rest_until = 0.0
    assert settings.read("someone") == {}
    settings.write("someone", {"disclaimer_heard": True})
    settings.write("someone", {"brief": True})
    assert settings.read("someone") == {"disclaimer_heard": True, "brief": True}
    assert settings.read("another") == {}
    (item,) = client.scan(TableName="settings")["Items"]
    assert item.keys() == {"id", "disclaimer_heard", "brief", "expires"}
    settings.DAYS = -1
    settings.write("someone", {"brief": True})
    assert settings.read("someone") == {}  # expired, and DynamoDB has yet to delete it
    assert settings.forget("someone")
    assert client.scan(TableName="settings")["Items"] == []
    assert settings.forget("someone")
    assert settings._rest_until == 0.0


if __name__ == "__main__":
    java = start(Path(sys.argv[1]))
    try:
        scenario()
        print("all right")
    finally:
        java.kill()
        java.wait()
