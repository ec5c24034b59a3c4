"""Every caller of the case files put through the skill once, with what it logged and what it wrote to the table."""

import contextlib
import io
import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import settings
from tests.settings.stand_in import environment, table
from tools.cases import run_all
from triage.content import load

CASES = sorted(Path(__file__).parent.glob("cases/*.toml"))


@cache
def everyone() -> tuple[list[dict[str, Any]], list[str], list[tuple[str, dict[str, Any]]]]:
    """The results, the lines on standard output, and what was asked of the table."""
    with table() as kept, io.StringIO() as out:
        kept.fault = "expired"  # so everyone is new, and is written
        with patch.dict(os.environ, environment(kept.address) | {"TURN_LOG": "1"}), contextlib.redirect_stdout(out):
            settings._client.cache_clear()
            settings._rest_until = 0.0
            results = list(run_all(CASES))
        settings._client.cache_clear()
        return results, out.getvalue().splitlines(), kept.asked


def what_callers_said() -> set[str]:
    """Finding ids, the values of slots, and the words of what was heard, from every conversation."""
    results, _, _ = everyone()
    text = json.dumps([[turn["heard"], turn["slots"]] for result in results for turn in result["turns"]])
    return set(load().protocol.findings) | set(re.findall(r"[a-z_]{4,}", text.lower()))
