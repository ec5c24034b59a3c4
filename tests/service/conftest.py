"""A signed request, and Amazon's certificate host, for the tests of the web service."""

import contextlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service import signature
from service.app import create
from tests.service.certificates import ALEXA, Holder, issue
from tools.alexa import envelope

URL = "https://s3.amazonaws.com/echo.api/echo-api-cert-14.pem"
SKILL = "amzn1.ask.skill.local"
LAUNCH = {"type": "LaunchRequest"}


@pytest.fixture(scope="module")
def chain() -> dict[str, Holder]:
    root = issue("root", ca=True)
    middle = issue("intermediate", root, ca=True)
    return {"root": root, "middle": middle, "leaf": issue("leaf", middle, host=ALEXA)}


@pytest.fixture
def amazon(chain: dict[str, Holder], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """Amazon's certificate host: what is to be had at which address; an exception is raised. "fetched" lists what was."""
    from oscrypto import trust_list

    (tmp_path / "root.pem").write_bytes(chain["root"].pem)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "root.pem"))
    trust_list.clear_cache()
    host: dict[str, Any] = {URL: chain["leaf"].pem + chain["middle"].pem, "fetched": []}

    def fetch(url: str, timeout: float) -> contextlib.AbstractContextManager[BytesIO]:
        assert timeout <= 3
        host["fetched"].append(url)
        found = host.get(url, host[URL])
        if isinstance(found, Exception):
            raise found
        return contextlib.closing(BytesIO(found))

    monkeypatch.setattr(signature, "urlopen", fetch)
    yield host
    trust_list.clear_cache()


@pytest.fixture
def client(amazon: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    monkeypatch.setenv("SKILL_ID", SKILL)
    return create().test_client()


def body(request: dict[str, Any] = LAUNCH, seconds_ago: float = 0, **changes: Any) -> bytes:
    """A request as Alexa posts it, sent so long ago."""
    event = envelope(request, None, new=True)
    sent = datetime.now(UTC) - timedelta(seconds=seconds_ago)
    event["request"] |= {"timestamp": sent.strftime("%Y-%m-%dT%H:%M:%SZ"), **changes}
    return json.dumps(event).encode()


def post(client: FlaskClient, signer: Holder, data: bytes, url: str = URL, **headers: str) -> TestResponse:
    signed = {"SignatureCertChainUrl": url, "Signature-256": signer.sign(data), "Content-Type": "application/json"}
    return client.post("/", data=data, headers=signed | {name.replace("_", "-"): value for name, value in headers.items()})
