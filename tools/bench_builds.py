"""The SDK's hello-world skill built two ways, for `tools.bench`: as ours is built, and as SAM builds it unasked."""

import os
import shutil
import subprocess
from pathlib import Path

from tools.build import REQUIREMENTS, finish, install
from tools.build_python import RUNTIME, runtime_python

HELLO = Path("tools/hello_world.py")
TEMPLATE = f"""
AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties: {{CodeUri: code/, Handler: hello_world.handler, Runtime: python{RUNTIME}}}
"""


def built_hello_world(target: Path) -> Path:
    """Hello-world with the same packages and bytecode as ours."""
    target.mkdir(parents=True)
    shutil.copyfile(HELLO, target / HELLO.name)
    install(REQUIREMENTS, target)
    finish(target, runtime_python())
    return target


def sam_built_hello_world(target: Path) -> Path:
    """Hello-world as `sam build` leaves it: every package that the SDK names, and no bytecode."""
    code = target / "code"
    code.mkdir(parents=True)
    shutil.copyfile(HELLO, code / HELLO.name)
    sdk = [line for line in REQUIREMENTS.read_text(encoding="utf-8").splitlines() if line.startswith("ask-sdk-core")]
    (code / "requirements.txt").write_text("\n".join(sdk), encoding="utf-8")
    (target / "template.yaml").write_text(TEMPLATE, encoding="utf-8")
    path = os.pathsep.join([str(Path(runtime_python()).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "SAM_CLI_TELEMETRY": "0", "AWS_DEFAULT_REGION": "us-east-1"}
    sam = [str(Path(".venv-aws/bin/sam").absolute()), "build", "-t", "template.yaml", "-b", "built"]
    run = subprocess.run(sam, cwd=target, env=environment, capture_output=True, text=True)
    if run.returncode:
        raise ValueError(f"sam build: {run.stderr.strip()}")
    return target / "built" / "Hello"
