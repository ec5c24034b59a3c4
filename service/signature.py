"""Whether a request comes from Alexa, was just sent, and is for this skill: checked before anything else in it is read.

flask-ask-sdk checks too, but reads the request first, and answers 500 to one that it can't read, to a certificate that can't be
fetched and to one that isn't a certificate. Here whatever is wrong with a request is a reason to refuse it."""

import json
import time
from collections.abc import Mapping
from datetime import datetime
from types import SimpleNamespace
from typing import Any
from urllib.request import urlopen

from ask_sdk_webservice_support.verifier import RequestVerifier, TimestampVerifier
from cryptography.x509 import Certificate

SECONDS = 2.0  # to wait for Amazon's certificate; the whole answer must be there within eight
BYTES = 64 * 1024  # of a certificate chain; Amazon's is about 6 KB
KEEP = 3600.0  # seconds that a certificate is taken for valid before it is fetched and checked again


class Refused(Exception):
    """The request isn't answered; the text is why, in a word, and holds nothing of the request."""


class SignatureVerifier(RequestVerifier):
    """Amazon's verifier, with a certificate fetched in bounded time and kept only once found valid."""

    def __init__(self) -> None:
        super().__init__()
        self._valid: dict[str, tuple[float, Certificate]] = {}

    def _retrieve_and_validate_certificate_chain(self, cert_url: str, *rest: Any) -> Certificate:
        until, certificate = self._valid.get(cert_url, (0.0, None))
        if certificate is None or until < time.monotonic():
            certificate = super()._retrieve_and_validate_certificate_chain(cert_url, *rest)
            if len(self._valid) >= 16:  # Amazon has one; more are someone trying
                self._valid.clear()
            self._valid[cert_url] = time.monotonic() + KEEP, certificate
        return certificate

    def _load_cert_chain(self, cert_url: str) -> bytes:
        with urlopen(cert_url, timeout=SECONDS) as response:
            chain: bytes = response.read(BYTES)
        return chain


def read(body: bytes) -> dict[str, Any]:
    """The request as JSON. Raises Refused where it isn't a JSON object."""
    try:
        event = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Refused("json") from error
    if not isinstance(event, dict):
        raise Refused("json")
    return event


def verify(verifier: SignatureVerifier, headers: Mapping[str, Any], body: bytes, skill_id: str) -> dict[str, Any]:
    """The request as JSON. Raises Refused unless Alexa signed it, for this skill, in the last 150 seconds (an hour for
    events such as the skill's disabling)."""
    unread: Any = None  # the verifier looks at the text alone
    try:
        verifier.verify(dict(headers), body.decode(), unread)
    except Exception as error:  # an unreachable host, garbage for a certificate or a signature: all the same here
        raise Refused("signature") from error
    event = read(body)
    try:
        timestamp, type = datetime.fromisoformat(event["request"]["timestamp"]), event["request"]["type"]
        sent: Any = SimpleNamespace(request=SimpleNamespace(timestamp=timestamp, object_type=type))
        TimestampVerifier().verify({}, "", sent)
    except Exception as error:  # too old, not a time, or not there
        raise Refused("timestamp") from error
    match event:
        case {"context": {"System": {"application": {"applicationId": str(id)}}}} if id == skill_id:
            return event
    raise Refused("skill id")
