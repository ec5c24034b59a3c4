"""The artifact: only what is needed, the same twice, and alive in Amazon's emulator."""

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tools.alexa import envelope
from tools.build import REQUIREMENTS, build, content_hash, files, package
from tools.build_content import read_by_the_skill
from tools.emulator import binary, emulator, free_port, post
from triage.content import FOLDER, SPOKEN, read_table

LAUNCH = envelope({"type": "LaunchRequest"}, None, new=True)


@pytest.fixture(scope="module")
def artifact(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("build") / "skill"
    build(target)
    return target


def test_two_builds_are_the_same_to_the_byte(artifact: Path, tmp_path: Path) -> None:
    assert build(tmp_path / "elsewhere" / "skill") == content_hash(artifact)
    first, second = package(artifact, tmp_path / "a.zip"), package(tmp_path / "elsewhere" / "skill", tmp_path / "b.zip")
    assert first == second


def test_only_what_is_needed_is_in_it(artifact: Path) -> None:
    tops = {path.name.split("-")[0] for path in artifact.iterdir()}
    assert not tops & {"boto3", "botocore", "requests", "tools", "bin"}
    assert not [path for path in files(artifact) if path.parent.name in ("tests", "test")]
    assert not list(artifact.rglob("callers.*")) + list(artifact.rglob("samples.*"))
    assert sum(path.stat().st_size for path in files(artifact)) < 15e6


def test_every_module_has_its_bytecode_for_where_it_will_lie(artifact: Path) -> None:
    for path in artifact.rglob("*.py"):
        (compiled,) = (path.parent / "__pycache__").glob(f"{path.stem}.cpython-*.pyc")
        assert compiled.read_bytes()[4:8] == (1).to_bytes(4, "little"), "it would be checked for age"
    assert b"/var/task/skill.py" in next((artifact / "__pycache__").glob("skill.*.pyc")).read_bytes()


def test_the_content_shipped_is_what_the_skill_reads(artifact: Path) -> None:
    read = read_by_the_skill(FOLDER)
    assert {FOLDER / "protocol.toml", *(FOLDER / "en-US" / f"{name}.toml" for name in SPOKEN)} <= set(read)
    assert {path.stem for path in (artifact / "content").rglob("*.*")} == {path.stem for path in read}
    for path in read:
        assert read_table(artifact / "content" / path.relative_to(FOLDER)) == read_table(path)


def test_a_missing_package_is_said_before_aws_finds_out(tmp_path: Path) -> None:
    less = tmp_path / "requirements.txt"
    less.write_text("".join(line for line in REQUIREMENTS.read_text().splitlines(True) if not line.startswith("six")))
    with pytest.raises(ValueError, match="doesn't launch"):
        build(tmp_path / "skill", requirements=less)
    assert not (tmp_path / "skill").exists()


def test_the_zip_holds_the_handler_at_its_top(artifact: Path, tmp_path: Path) -> None:
    package(artifact, tmp_path / "skill.zip")
    with zipfile.ZipFile(tmp_path / "skill.zip") as archive:
        assert {"lambda_function.py", "content/protocol.json"} <= set(archive.namelist())


def needs_the_emulator() -> None:
    try:
        binary()
    except ValueError as error:
        pytest.skip(str(error))


def test_it_answers_in_the_emulator_and_leaves_nothing_running(artifact: Path) -> None:
    needs_the_emulator()
    before = content_hash(artifact)
    port = free_port()
    with emulator(artifact, port=port) as url:
        first, second = post(url, LAUNCH), post(url, LAUNCH)
    assert first == second
    assert first["response"]["shouldEndSession"] is False
    assert content_hash(artifact) == before
    assert str(port) not in subprocess.run(["ps", "-Aww", "-o", "args"], capture_output=True, text=True).stdout
    with pytest.raises(ValueError, match="refused"):
        post(url, LAUNCH)


def test_a_failing_function_is_an_error_not_an_answer(artifact: Path, tmp_path: Path) -> None:
    needs_the_emulator()
    broken = tmp_path / "broken"
    shutil.copytree(artifact, broken)
    (broken / "other.py").write_text("def handler(event, context):\n    raise RuntimeError('as planted')\n")
    with emulator(broken, "other.handler") as url, pytest.raises(ValueError, match="RuntimeError: as planted"):
        post(url, LAUNCH)


@pytest.mark.parametrize("url", ["http://example.com/", "http://10.0.0.1:8080/", "http://127.0.0.1.example.com/"])
def test_nothing_is_posted_to_another_machine(url: str) -> None:
    with pytest.raises(ValueError, match="only an address on this machine"):
        post(url, LAUNCH)
