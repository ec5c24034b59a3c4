"""The built artifact in Amazon's own Lambda runtime emulator, on this machine alone: `make local`.

Needs .venv-aws (the emulator comes with aws-sam-cli) and .venv-runtime (awslambdaric and nothing else); `make local` makes both.
It listens on the loopback address, on free ports, and is stopped with whoever started it."""

import argparse
import json
import os
import platform
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tools.build import ARTIFACT

PYTHON = Path(".venv-runtime/bin/python")
LOOPBACK = "127.0.0.1"
INVOKE = "/2015-03-31/functions/function/invocations"
FUNCTION = {"NAME": "muscle-check", "TIMEOUT": "8", "MEMORY_SIZE": "512", "VERSION": "1"}
_direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def binary() -> Path:
    """The emulator for this processor. Raises ValueError where aws-sam-cli isn't installed."""
    processor = "arm64" if platform.machine() in ("arm64", "aarch64") else "x86_64"
    found = sorted(Path(".venv-aws").glob(f"lib/python*/site-packages/samcli/local/rapid/aws-lambda-rie-{processor}"))
    if not found or not PYTHON.exists():
        raise ValueError("no emulator here; run `make .venv-aws/ready .venv-runtime/ready`")
    return found[0].absolute()


@contextmanager
def emulator(
    artifact: Path = ARTIFACT,
    handler: str = "lambda_function.handler",
    port: int = 0,
    log: int | None = subprocess.DEVNULL,
    **variables: str,
) -> Iterator[str]:
    """Run the artifact until the block ends; the value is the address to post requests to. The skill's own process starts
    with the first request, as on AWS. `variables` are added to its environment; `log` is where its log goes, None for here."""
    if not (artifact / (handler.split(".")[0] + ".py")).exists():
        raise ValueError(f"{artifact}: nothing built there; run `make build`")
    port, inner = port or free_port(), free_port()
    addresses = ["--runtime-interface-emulator-address", f"{LOOPBACK}:{port}", "--runtime-api-address", f"{LOOPBACK}:{inner}"]
    command = [str(binary()), *addresses, "--log-level", "error", str(PYTHON.absolute()), "-m", "awslambdaric", handler]
    environment = {"PATH": os.defpath, "LAMBDA_TASK_ROOT": str(artifact.absolute()), "AWS_REGION": "us-east-1"}
    environment["PYTHONDONTWRITEBYTECODE"] = "1"  # on AWS the artifact can't be written to
    environment |= {f"AWS_LAMBDA_FUNCTION_{name}": value for name, value in FUNCTION.items()} | variables
    process = subprocess.Popen(command, cwd=artifact, env=environment, stdout=log, stderr=log, start_new_session=True)
    try:
        wait(process, port)
        yield f"http://{LOOPBACK}:{port}{INVOKE}"
    finally:
        stop(process)


def stop(process: subprocess.Popen[Any]) -> None:
    """End a process that was started with a session of its own, and whatever it started."""
    for kind in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, kind)
            process.wait(timeout=3)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue


def wait(process: subprocess.Popen[Any], port: int) -> None:
    """Until it listens, ten seconds at most. Raises ValueError where it doesn't."""
    for _ in range(200):
        with closing(socket.socket()) as probe:
            if probe.connect_ex((LOOPBACK, port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise ValueError(f"nothing came to listen on port {port}")


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def post(url: str, event: dict[str, Any]) -> dict[str, Any]:
    """The skill's response to a request, from an emulator on this machine. Raises ValueError where it failed, where nothing
    answers, and for any other machine: what is said to the skill goes nowhere else."""
    if urlsplit(url).hostname not in (LOOPBACK, "localhost"):
        raise ValueError(f"{url}: only an address on this machine, as {LOOPBACK}")
    request = urllib.request.Request(url, json.dumps(event).encode(), {"Content-Type": "application/json"})
    try:
        with _direct.open(request, timeout=15) as answer:
            body = answer.read().decode()
    except OSError as error:
        raise ValueError(f"{url}: no answer ({error}); is `make local` still running?") from error
    try:
        response: dict[str, Any] = json.loads(body)
    except json.JSONDecodeError:
        raise ValueError(f"{url}: {body.strip()}") from None  # as "Task timed out"
    if "errorType" in response:
        raise ValueError(f"{url}: {response['errorType']}: {response.get('errorMessage')}")
    return response


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.emulator", description="Run the built skill until Ctrl-C.")
    parser.add_argument("artifact", nargs="?", type=Path, default=ARTIFACT)
    parser.add_argument("--port", type=int, default=0, help="default: a free one")
    parser.add_argument("--cases", action="store_true", help="put the callers of tests/cases through it, and stop")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with emulator(options.artifact, port=options.port, log=None) as url:
            if options.cases:
                return subprocess.run([sys.executable, "-m", "tools.cases", "--endpoint", url], check=False).returncode
            print(f"Talk to it from a second terminal: make talk ENDPOINT={url}\nCtrl-C stops it.", flush=True)
            signal.pause()
    except KeyboardInterrupt:
        return 130 if options.cases else 0
    except ValueError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
