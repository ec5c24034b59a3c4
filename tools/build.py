"""The artifact that AWS runs: `make build` makes `build/skill/`, `make package` a zip of it. No Docker, no account.

Two builds of a commit are the same to the byte; the content hash says so."""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from tools.build_content import ship
from tools.build_python import RUNTIME, compile_all, launch, runtime_python, version

ARTIFACT, PACKAGE, CODE = Path("build/skill"), Path("dist/muscle-check.zip"), Path("lambda")
REQUIREMENTS = CODE / "requirements.txt"
DAWN = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can tell


def build(artifact: Path = ARTIFACT, code: Path = CODE, requirements: Path = REQUIREMENTS) -> str:
    """Make the artifact, and return its content hash. Raises ValueError where something can't be read or it doesn't launch."""
    python = runtime_python()
    artifact.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=artifact.parent) as name:
        made = Path(name) / "skill"
        for path in sorted(code.rglob("*.py")):
            copy = made / path.relative_to(code)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
        ship(code / "content", made / "content")
        install(requirements, made)
        finish(made, python)
        launch(made, python)
        shutil.rmtree(artifact, ignore_errors=True)
        made.rename(artifact)
    return content_hash(artifact)


def install(requirements: Path, target: Path) -> None:
    """The pinned packages and no others, in pure Python, so that one artifact serves arm64 and x86_64."""
    wheels = ["--platform", "any", "--python-version", RUNTIME, "--implementation", "py", "--abi", "none"]
    options = ["--no-deps", "--no-compile", "--only-binary", ":all:", *wheels, "--target", str(target)]
    pip = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check", *options, "-r", str(requirements)]
    run = subprocess.run(pip, capture_output=True, text=True)
    if run.returncode:
        raise ValueError(f"{requirements}: {run.stderr.strip()}")
    for unneeded in ("bin", "*/tests", "*/test", "*.dist-info/RECORD"):
        for path in target.glob(unneeded):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def finish(artifact: Path, python: str) -> None:
    """Compile, then give every file one date and one set of permissions."""
    compile_all(artifact, python)
    for path in (artifact, *artifact.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
        os.utime(path, (315532800, 315532800))


def content_hash(artifact: Path) -> str:
    """SHA-256 of the names and bytes of all files, in order."""
    total = hashlib.sha256()
    for path in files(artifact):
        total.update(f"{path.relative_to(artifact).as_posix()}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def package(artifact: Path = ARTIFACT, target: Path = PACKAGE) -> str:
    """Write the zip for those who upload by hand, and return its SHA-256."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in files(artifact):
            entry = zipfile.ZipInfo(path.relative_to(artifact).as_posix(), DAWN)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o100644 << 16, 3
            archive.writestr(entry, path.read_bytes())
    return hashlib.sha256(target.read_bytes()).hexdigest()


def files(artifact: Path) -> list[Path]:
    return sorted(p for p in artifact.rglob("*") if p.is_file())


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.build", description="Make what AWS runs.")
    parser.add_argument("--zip", action="store_true", help=f"write {PACKAGE} too")
    options = parser.parse_args()
    try:
        digest = build()
    except ValueError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    size = sum(p.stat().st_size for p in files(ARTIFACT)) / 1e6
    print(f"{ARTIFACT}: {len(files(ARTIFACT))} files, {size:.1f} MB, content hash {digest}")
    if (found := version(runtime_python())) != RUNTIME:
        print(f"No Python {RUNTIME} here: the bytecode is for {found}, so AWS compiles at every cold start.")
    if options.zip:
        digest = package()
        print(f"{PACKAGE}: {PACKAGE.stat().st_size / 1e6:.1f} MB, SHA-256 {digest}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
