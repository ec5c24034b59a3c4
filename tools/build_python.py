"""The Python that AWS runs the skill with: where it is on this machine, bytecode for it, and a first launch with nothing else."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.alexa import envelope

RUNTIME = "3.13"  # template.yaml's Runtime
FIRST_LAUNCH = """
import json, sys
sys.path.insert(0, sys.argv[1])
import lambda_function
json.dump(lambda_function.handler(json.loads(sys.argv[2]), None), sys.stdout)
"""


def runtime_python() -> str:
    """The runtime's Python, from PATH or pyenv; the running one where there is none."""
    places = [shutil.which(f"python{RUNTIME}")]
    if pyenv := shutil.which("pyenv"):
        root = subprocess.run([pyenv, "root"], capture_output=True, text=True).stdout.strip()
        places += [str(p) for p in sorted(Path(root).glob(f"versions/{RUNTIME}.*/bin/python{RUNTIME}"), reverse=True)]
    for place in places:
        if place and version(place) == RUNTIME:
            return place
    return sys.executable


def version(python: str) -> str | None:
    """A Python's version ("3.13"), or None where it doesn't start: pyenv leaves stand-ins for versions not in use."""
    ask = "import sys; print('%d.%d' % sys.version_info[:2])"
    run = subprocess.run([python, "-I", "-c", ask], capture_output=True, text=True)
    return run.stdout.strip() if run.returncode == 0 else None


def compile_all(artifact: Path, python: str) -> None:
    """Bytecode beside every module, the same bytes whenever and wherever it is compiled, and never checked for age."""
    options = ["-q", "-f", "--invalidation-mode", "unchecked-hash", "-s", str(artifact), "-p", "/var/task"]
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    quiet = ["-W", "ignore::SyntaxWarning", "-W", "ignore::DeprecationWarning"]  # stray backslashes in the SDK's docstrings
    subprocess.run([python, *quiet, "-m", "compileall", *options, str(artifact)], check=True, env=environment)


def launch(artifact: Path, python: str) -> None:
    """Open the skill with the artifact and the standard library alone. Raises ValueError where it doesn't ask its question."""
    event = json.dumps(envelope({"type": "LaunchRequest"}, None, new=True))
    environment = {"PATH": os.defpath}
    command = [python, "-I", "-S", "-B", "-c", FIRST_LAUNCH, str(artifact), event]
    run = subprocess.run(command, capture_output=True, text=True, env=environment)
    if run.returncode or "reprompt" not in json.loads(run.stdout)["response"]:
        said = run.stderr.strip().splitlines() or ["no error, but no question either"]
        raise ValueError(f"the artifact doesn't launch ({said[-1]}); is every package it needs in lambda/requirements.txt?")


if __name__ == "__main__":
    print(runtime_python())
