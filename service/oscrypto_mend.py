"""The one mend that flask-ask-sdk needs: without it, it can't be imported beside a current OpenSSL.

Amazon's verifier uses certvalidator, which uses oscrypto 1.3.0, its last release. That reads OpenSSL's version with one digit in
each place, finds none in "3.0.19", and gives up (wbond/oscrypto issues 75 and 78, mended there but never released). So while
certvalidator is imported, and only then, that one pattern is read as one that takes more digits. Nothing that verifies is
touched. Once oscrypto releases its mend, this does nothing and can go."""

import re
from typing import Any
from unittest.mock import patch

NARROW = r"\b(\d\.\d\.\d[a-z]*)\b"
WIDER = r"\b(\d+\.\d+\.\d+[a-z]*)\b"


def mend() -> None:
    """Import certvalidator, whatever the version of OpenSSL."""
    search = re.search

    def wider(pattern: Any, string: Any, flags: int = 0) -> Any:
        return search(WIDER if pattern == NARROW else pattern, string, flags)

    with patch.object(re, "search", wider):
        import certvalidator  # noqa: F401
