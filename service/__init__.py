"""The skill as a web service, for those who don't use AWS Lambda: `make serve`. How to expose it is in docs/service.md."""

import sys
from pathlib import Path

from service.oscrypto_mend import mend

_shipped = str(Path(__file__).parent.parent / "lambda")
if _shipped not in sys.path:
    sys.path.insert(0, _shipped)  # the skill that it serves

mend()  # before any module here imports Amazon's verifier
