"""A stand-in for DynamoDB on this machine: it speaks its protocol to the real boto3 client, and fails as a table can."""

import contextlib
import hashlib
import json
import re
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

USER = "amzn1.ask.account.local"
HASH = hashlib.sha256(USER.encode()).hexdigest()
ERROR = "com.amazonaws.dynamodb.v20120810#"
LATER = {"N": "99999999999"}
# A fault is the status and the body that the table answers with, whatever it is asked.
FAULTS: dict[str, tuple[int, str]] = {
    "absent": (400, json.dumps({"__type": ERROR + "ResourceNotFoundException", "message": "no such table"})),
    "denied": (400, json.dumps({"__type": "com.amazon.coral.service#AccessDeniedException", "Message": "not allowed"})),
    "throttled": (400, json.dumps({"__type": ERROR + "ProvisionedThroughputExceededException", "message": "too many"})),
    "request limit": (400, json.dumps({"__type": ERROR + "RequestLimitExceeded", "message": "too many"})),
    "broken": (500, json.dumps({"__type": ERROR + "InternalServerError", "message": "sorry"})),
    "unavailable": (503, "<html>no</html>"),
    "not JSON": (200, "<html>hello</html>"),
    "half of it": (200, '{"Item": {"disclaimer_heard"'),
    "a list": (200, "[1, 2]"),
    "item of another shape": (200, '{"Item": "disclaimer_heard"}'),
    "values of another shape": (
        200,
        json.dumps({"Item": {"disclaimer_heard": {"S": "yes"}, "brief": {"N": "1"}, "expires": LATER}}),
    ),
    "no expiry": (200, '{"Item": {"disclaimer_heard": {"BOOL": true}}}'),
    "expired": (200, '{"Item": {"disclaimer_heard": {"BOOL": true}, "expires": {"N": "1"}}}'),
}


@dataclass
class Table:
    """What was asked of it, what it holds, and how it fails: one of FAULTS, "slow", "drip", or not at all."""

    address: str = ""
    fault: str | None = None
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    items: dict[str, dict[str, Any]] = field(default_factory=dict)

    def answer(self, operation: str, request: dict[str, Any]) -> dict[str, Any]:
        key = request["Key"]["id"]["S"]
        if operation == "GetItem":
            return {"Item": self.items[key]} if key in self.items else {}
        if operation == "DeleteItem":
            self.items.pop(key, None)
        else:
            pairs = re.findall(r"(\w+) = (:\w+)", request["UpdateExpression"].removeprefix("SET "))
            values = request["ExpressionAttributeValues"]
            self.items.setdefault(key, dict(request["Key"])).update({name: values[value] for name, value in pairs})
        return {}


@contextlib.contextmanager
def table() -> Iterator[Table]:
    """A table that listens on this machine alone until it is left."""
    state = Table()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            operation = self.headers["X-Amz-Target"].partition(".")[2]
            state.asked.append((operation, request))
            status, body = FAULTS.get(state.fault or "") or (200, json.dumps(state.answer(operation, request)))
            if state.fault == "slow":
                time.sleep(3.0)
            if state.fault == "drip":
                body += " " * 10
            with contextlib.suppress(OSError):  # the client has gone
                self.send_response(status)
                self.send_header("Content-Type", "application/x-amz-json-1.0")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                for byte in body if state.fault == "drip" else [body]:
                    self.wfile.write(byte.encode())
                    time.sleep(0.2 if state.fault == "drip" else 0)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        state.address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield state
        server.shutdown()


def environment(address: str) -> dict[str, str]:
    """What the skill's environment holds where there is a table."""
    return {"SETTINGS_TABLE": "settings", "AWS_ENDPOINT_URL_DYNAMODB": address, "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_EC2_METADATA_DISABLED": "true"}  # fmt: skip
