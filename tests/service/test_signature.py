import json
from collections.abc import Callable
from datetime import datetime

import pytest
from flask.testing import FlaskClient

from tests.service.certificates import ALEXA, Holder, issue
from tests.service.conftest import SKILL, body, post

# Amazon's verifier reads a certificate's dates in a way that cryptography means to drop; both are pinned together.
pytestmark = pytest.mark.filterwarnings("ignore:Properties that return a naïve datetime")


def test_a_signed_request_is_answered(client: FlaskClient, chain: dict[str, Holder]) -> None:
    response = post(client, chain["leaf"], body())
    assert response.status_code == 200
    assert response.json is not None
    assert response.json["response"]["shouldEndSession"] is False
    assert "Muscle Check" in response.json["response"]["outputSpeech"]["ssml"]


def test_the_content_type_does_not_matter(client: FlaskClient, chain: dict[str, Holder]) -> None:
    assert post(client, chain["leaf"], body(), Content_Type="application/x-www-form-urlencoded").status_code == 200


def test_an_event_may_be_half_an_hour_old_but_a_turn_may_not(client: FlaskClient, chain: dict[str, Holder]) -> None:
    event = body({"type": "AlexaSkillEvent.SkillDisabled"}, 1800)
    response = post(client, chain["leaf"], event)
    assert response.status_code == 200
    assert response.json is not None
    assert response.json["response"] == {}
    assert post(client, chain["leaf"], body(seconds_ago=1800)).status_code == 400


BAD_BODIES: dict[str, Callable[[], bytes]] = {
    "too old": lambda: body(seconds_ago=200),
    "from the future": lambda: body(seconds_ago=-200),
    "timestamp garbage": lambda: body(timestamp="yesterday"),
    "timestamp a number": lambda: body(timestamp=1),
    "timestamp without a zone": lambda: body(timestamp=datetime.now().isoformat()),
    "no timestamp": lambda: b'{"request": {"type": "LaunchRequest"}}',
    "another skill": lambda: body().replace(SKILL.encode(), b"amzn1.ask.skill.another"),
    "no skill": lambda: json.dumps({"request": json.loads(body())["request"]}).encode(),
    "empty": lambda: b"",
    "not JSON": lambda: b'{"request":',
    "a list": lambda: b"[]",
    "null": lambda: b"null",
    "not UTF-8": lambda: b'{"a": "\xff"}',
    "deep": lambda: b"[" * 60000,
}


@pytest.mark.parametrize("name", BAD_BODIES)
def test_a_signed_request_that_is_bad_gets_400(name: str, client: FlaskClient, chain: dict[str, Holder]) -> None:
    assert post(client, chain["leaf"], BAD_BODIES[name]()).status_code == 400


@pytest.mark.parametrize("data", [b"", b"{", b"null", b"\xff", b"[" * 60000, body()])
def test_an_unsigned_request_gets_400_whatever_it_holds(data: bytes, client: FlaskClient) -> None:
    assert client.post("/", data=data).status_code == 400


@pytest.mark.parametrize("sign", ["", "x", "not base64 %%", "AAAA", "é"])
def test_a_bad_signature_gets_400(sign: str, client: FlaskClient, chain: dict[str, Holder]) -> None:
    assert post(client, chain["leaf"], body(), Signature_256=sign).status_code == 400


def test_a_tampered_request_gets_400(client: FlaskClient, chain: dict[str, Holder]) -> None:
    assert post(client, chain["leaf"], body(), Signature_256=chain["leaf"].sign(body(seconds_ago=1))).status_code == 400


def test_a_request_signed_by_another_key_gets_400(client: FlaskClient, chain: dict[str, Holder]) -> None:
    assert post(client, issue("another", chain["middle"], host=ALEXA), body()).status_code == 400
