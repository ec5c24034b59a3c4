"""Developer tools; never shipped. Each is run from the project's folder as `.venv/bin/python -m tools.<name>`."""

import sys
from pathlib import Path

_shipped = str(Path(__file__).parent.parent / "lambda")
if _shipped not in sys.path:
    sys.path.insert(0, _shipped)  # what the tools try, imported as Lambda imports it
