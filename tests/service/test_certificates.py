from typing import Any
from urllib.error import URLError

import pytest
from flask.testing import FlaskClient

from service import signature
from tests.service.certificates import ALEXA, Holder, issue
from tests.service.conftest import SKILL, URL, body, post

# Amazon's verifier reads a certificate's dates in a way that cryptography means to drop; both are pinned together.
pytestmark = pytest.mark.filterwarnings("ignore:Properties that return a naïve datetime")


@pytest.mark.parametrize("url", [URL.replace(".com/", ".com:443/"), URL.replace("/echo.api/", "/echo.api/../echo.api/")])
def test_every_address_that_amazon_allows_is_taken(url: str, client: FlaskClient, chain: dict[str, Holder]) -> None:
    assert post(client, chain["leaf"], body(), url).status_code == 200


def test_the_certificate_is_fetched_once_for_many_turns(
    client: FlaskClient, chain: dict[str, Holder], amazon: dict[str, Any]
) -> None:
    for _ in range(3):
        assert post(client, chain["leaf"], body()).status_code == 200
    assert amazon["fetched"] == [URL]


def test_a_certificate_that_was_refused_is_fetched_again(
    client: FlaskClient, chain: dict[str, Holder], amazon: dict[str, Any]
) -> None:
    good, amazon[URL] = amazon[URL], b"garbage"
    assert post(client, chain["leaf"], body()).status_code == 400
    amazon[URL] = good
    assert post(client, chain["leaf"], body()).status_code == 200


def test_certificates_from_many_addresses_fill_no_memory(client: FlaskClient, chain: dict[str, Holder]) -> None:
    verifier = signature.SignatureVerifier()
    data = body()
    for number in range(40):
        headers = {"SignatureCertChainUrl": f"{URL}?{number}", "Signature-256": chain["leaf"].sign(data)}
        signature.verify(verifier, headers, data, SKILL)
    assert len(verifier._valid) <= 16


@pytest.mark.parametrize(
    "url",
    ["", "nonsense", "http" + URL[5:], URL.replace("s3.", "s4."), URL.replace("/echo.api", "/ECHO.API"),
     URL.replace(".com/", ".com:563/"), URL.replace(".com/", ".com:x/"), "https://s3.amazonaws.com/echo.api/../evil.pem", "https://evil@evil.com/echo.api/c.pem",
     "https://[::1/echo.api/c.pem", "file:///echo.api/c.pem"],
)  # fmt: skip
def test_a_certificate_from_elsewhere_gets_400_and_is_never_fetched(
    url: str, client: FlaskClient, chain: dict[str, Holder], amazon: dict[str, Any]
) -> None:
    assert post(client, chain["leaf"], body(), url).status_code == 400
    assert amazon["fetched"] == []


@pytest.mark.parametrize(
    "error", [URLError("unreachable"), TimeoutError("timed out"), ConnectionResetError(), OSError(), ValueError()]
)
def test_an_unreachable_certificate_host_gets_400(
    error: Exception, client: FlaskClient, chain: dict[str, Holder], amazon: dict[str, Any]
) -> None:
    amazon[URL] = error
    assert post(client, chain["leaf"], body()).status_code == 400


GARBAGE = {
    "empty": b"",
    "text": b"garbage",
    "armour without a certificate": b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
    "broken armour": b"-----BEGIN CERTIFICATE-----\n%%%%",
    "zeros": bytes(100_000),
}


@pytest.mark.parametrize("name", GARBAGE)
def test_garbage_for_a_certificate_gets_400(
    name: str, client: FlaskClient, chain: dict[str, Holder], amazon: dict[str, Any]
) -> None:
    amazon[URL] = GARBAGE[name]
    assert post(client, chain["leaf"], body()).status_code == 400


def test_a_certificate_that_is_not_amazons_gets_400(
    client: FlaskClient, chain: dict[str, Holder], amazon: dict[str, Any]
) -> None:
    middle = chain["middle"]
    stranger = issue("stranger", ca=True)
    old = issue("old", chain["root"], ca=True, days=(-30, -1))
    bad = {
        "for another host": (issue("leaf", middle, host="echo-api.amazon.com.evil.com"), middle),
        "for no host": (issue("leaf", middle), middle),
        "expired": (issue("leaf", middle, host=ALEXA, days=(-30, -1)), middle),
        "not valid yet": (issue("leaf", middle, host=ALEXA, days=(1, 30)), middle),
        "its issuer expired": (issue("leaf", old, host=ALEXA), old),
        "self-signed": (issue("leaf", host=ALEXA), middle),
        "of an unknown root": (issue("leaf", stranger, host=ALEXA), stranger),
        "its issuer is no authority": (issue("leaf", chain["leaf"], host=ALEXA), chain["leaf"]),
        "its issuer is missing": (chain["leaf"], chain["leaf"]),
    }
    for why, (leaf, issuer) in bad.items():
        amazon[URL] = leaf.pem + issuer.pem
        assert post(client, leaf, body()).status_code == 400, why
    elliptic = issue("leaf", middle, host=ALEXA, elliptic=True)
    amazon[URL] = elliptic.pem + middle.pem
    assert post(client, chain["leaf"], body()).status_code == 400
