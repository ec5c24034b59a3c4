"""What is shipped works alone: lambda/, copied to an empty folder with nothing but ask-sdk-core beside it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tools.alexa import envelope

SCRIPT = """
import json, sys
import lambda_function
event = json.load(sys.stdin)
print(json.dumps(lambda_function.handler(event, None)))
print(sorted(m for m in sys.modules if m.split(".")[0] in ("boto3", "botocore", "tools", "rapidfuzz", "flask")), file=sys.stderr)
"""


def test_lambda_alone_answers_a_launch(tmp_path: Path) -> None:
    shutil.copytree("lambda", tmp_path / "alone", symlinks=False)
    event = json.dumps(envelope({"type": "LaunchRequest"}, None, new=True))
    command = [sys.executable, "-c", SCRIPT]
    run = subprocess.run(command, cwd=tmp_path / "alone", input=event, capture_output=True, text=True, check=True, env={})
    response = json.loads(
        run.stdout.splitlines()[-1] if "outputSpeech" in run.stdout.splitlines()[-1] else run.stdout.splitlines()[0]
    )
    assert response["response"]["shouldEndSession"] is False
    assert run.stderr.strip().splitlines()[-1] == "[]"


def test_content_that_does_not_load_still_says_where_to_turn(tmp_path: Path) -> None:
    shutil.copytree("lambda", tmp_path / "alone", symlinks=False)
    (tmp_path / "alone/content/protocol.toml").write_text("rules = [")
    event = json.dumps(envelope({"type": "LaunchRequest"}, None, new=True))
    command = [sys.executable, "-c", SCRIPT]
    run = subprocess.run(command, cwd=tmp_path / "alone", input=event, capture_output=True, text=True, check=True, env={})
    assert "911" in run.stdout
    assert "not loaded: ValueError" in run.stdout + run.stderr
