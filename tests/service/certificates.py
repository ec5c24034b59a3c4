"""Certificates as Amazon's are: a root, an intermediate, and a leaf for echo-api.amazon.com; and what can be wrong with them."""

import base64
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

ALEXA = "echo-api.amazon.com"
TODAY = datetime.now(UTC).replace(microsecond=0)


@dataclass(frozen=True)
class Holder:
    """A certificate and its key."""

    certificate: x509.Certificate
    key: Any

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    def sign(self, body: bytes) -> str:
        return base64.b64encode(self.key.sign(body, padding.PKCS1v15(), SHA256())).decode()


def issue(
    name: str, issuer: Holder | None = None, ca: bool = False, host: str | None = None, days: tuple[int, int] = (-30, 30),
    elliptic: bool = False,
) -> Holder:  # fmt: skip
    """A certificate signed by its issuer, or by itself; valid from and to so many days from now."""
    key: Any = ec.generate_private_key(ec.SECP256R1()) if elliptic else rsa.generate_private_key(65537, 2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(TODAY + timedelta(days[0]))
        .not_valid_after(TODAY + timedelta(days[1]))
        .add_extension(x509.BasicConstraints(ca, None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.KeyUsage(not ca, False, False, False, False, ca, ca, False, False),  # signs requests, or certificates
            critical=True,
        )
    )
    if host:
        builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
    if issuer:
        identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.certificate.public_key())  # type: ignore[arg-type]
        builder = builder.add_extension(identifier, critical=False)
    return Holder(builder.sign(issuer.key if issuer else key, SHA256()), key)
