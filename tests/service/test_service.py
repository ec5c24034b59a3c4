import contextlib
import json
import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest
from ask_sdk_core.exceptions import AskSdkException
from flask.testing import FlaskClient

import skill
from service.app import BYTES, create
from service.oscrypto_mend import NARROW, WIDER
from tests.service.certificates import Holder
from tests.service.conftest import LAUNCH, body, post

# Amazon's verifier reads a certificate's dates in a way that cryptography means to drop; both are pinned together.
pytestmark = pytest.mark.filterwarnings("ignore:Properties that return a naïve datetime")
ROOT = Path(__file__).parent.parent.parent


def test_what_breaks_inside_is_an_apology_that_says_where_to_turn_and_tells_the_log_nothing(
    client: FlaskClient, chain: dict[str, Holder], monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    errors = iter([ValueError("my left calf is swollen"), AskSdkException("my left calf is swollen")])

    def breaks(*_: object) -> None:
        raise next(errors)

    monkeypatch.setattr(skill, "respond", breaks)
    for request in (LAUNCH, LAUNCH, {"type": "SomethingNew", "text": "my left calf is swollen"}):
        response = post(client, chain["leaf"], body(request))
        assert response.status_code == 200
        assert response.json is not None
        assert "911" in response.json["response"]["outputSpeech"]["ssml"]
        assert response.json["response"]["shouldEndSession"] is True
    printed = capfd.readouterr()
    assert "calf" not in printed.out + printed.err + caplog.text


def test_the_end_of_a_session_is_taken_in_silence(client: FlaskClient, chain: dict[str, Holder]) -> None:
    response = post(client, chain["leaf"], body({"type": "SessionEndedRequest", "reason": "USER_INITIATED"}))
    assert response.json is not None
    assert "outputSpeech" not in response.json["response"]


def test_other_methods_paths_and_sizes_are_refused(client: FlaskClient) -> None:
    assert client.get("/").status_code == 405
    assert client.post("/elsewhere").status_code == 404
    assert client.post("/", data=bytes(BYTES + 1)).status_code == 413


def test_health_is_told_unsigned(client: FlaskClient) -> None:
    response = client.get("/health")
    assert (response.status_code, response.json and response.json["status"]) == (200, "ok")


def test_without_a_skill_id_there_is_no_service(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SKILL_ID", raising=False)
    with pytest.raises(ValueError, match="SKILL_ID"):
        create()


def test_the_mend_reads_what_the_narrow_pattern_could_not() -> None:
    assert not re.search(NARROW, "OpenSSL 3.0.19 27 Jan 2026")
    for text, version in (("OpenSSL 3.0.19 27 Jan 2026", "3.0.19"), ("OpenSSL 1.1.1w  11 Sep 2023", "1.1.1w")):
        match = re.search(WIDER, text)
        assert match is not None
        assert match[1] == version


def command(*options: str) -> list[str]:
    return [sys.executable, "-W", "ignore", "-m", "service", *options]


def test_the_server_answers_on_this_machine_alone(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    clean = {name: value for name, value in os.environ.items() if name != "SKILL_ID"} | {"PYTHONPATH": "lambda"}
    address = f"http://127.0.0.1:{port}/"
    with subprocess.Popen(command("--local", "--port", str(port)), cwd=ROOT, env=clean, stdout=subprocess.PIPE) as server:
        try:
            for _ in range(100):
                with contextlib.suppress(URLError), urlopen(address + "health", timeout=1) as response:
                    assert response.status == 200
                    break
                time.sleep(0.1)
            with urlopen(Request(address, body()), timeout=5) as response:
                assert json.load(response)["response"]["shouldEndSession"] is False
                assert "Server" not in response.headers
            with pytest.raises(URLError) as refused:
                urlopen(Request(address, bytes(BYTES + 1)), timeout=5)
            assert getattr(refused.value, "code", 413) == 413
            refused.value.close() if hasattr(refused.value, "close") else None
            listening = {line.split()[1] for line in Path(f"/proc/{server.pid}/net/tcp").read_text().splitlines()[1:]}
            assert f"0100007F:{port:04X}" in listening
            assert f"00000000:{port:04X}" not in listening
        finally:
            server.terminate()
        assert server.stdout is not None
        line = json.loads(server.stdout.readline())
        assert (line["turn"], line["outcome"], line["cold"]) == ("launch", "open", True)


@pytest.mark.parametrize(
    ("options", "given", "says"),
    [
        ([], {}, "SKILL_ID"),
        ([], {"SKILL_ID": "amzn1.ask.skill.…"}, "no skill id"),
        (["--local", "--host", "0.0.0.0"], {}, "127.0.0.1"),
    ],
)
def test_a_service_that_would_answer_strangers_does_not_start(options: list[str], given: dict[str, str], says: str) -> None:
    clean = {name: value for name, value in os.environ.items() if name != "SKILL_ID"} | {"PYTHONPATH": "lambda"} | given
    run = subprocess.run(command(*options), cwd=ROOT, env=clean, capture_output=True, text=True, timeout=30)
    assert run.returncode == 2
    assert says in run.stderr
