"""The tools that hold a conversation end cleanly: at Ctrl-C, and where nothing answers."""

import io
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tools import emulator, talk


class Closed:
    """A keyboard on which Ctrl-C is pressed."""

    def isatty(self) -> bool:
        return False

    def readline(self) -> str:
        raise KeyboardInterrupt


def test_ctrl_c_ends_the_conversation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["talk"])
    monkeypatch.setattr("sys.stdin", Closed())
    assert talk.main() == 0


def test_an_empty_line_is_silence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["talk", "--once", "my foot cramps"])
    monkeypatch.setattr("sys.stdin", io.StringIO("\n\nnever read\n"))
    assert talk.main() == 0
    out = capsys.readouterr().out
    assert out.count("[silence") == 2
    assert "never read" not in out
    assert "call 911" in out.split("[silence]")[1]  # an emergency question's reprompt says where to turn


def test_an_endpoint_where_nothing_answers_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    dead = f"http://127.0.0.1:{emulator.free_port()}/"
    monkeypatch.setattr("sys.argv", ["talk", "--endpoint", dead])
    assert talk.main() == 1
    assert capsys.readouterr().err.startswith(f"error: {dead}")


def test_ctrl_c_stops_the_emulator_as_soon_as_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    stopped = []

    @contextmanager
    def started(*_: object, **__: object) -> Iterator[str]:
        try:
            yield "http://127.0.0.1:1/"
        finally:
            stopped.append(True)

    def pressed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("sys.argv", ["emulator"])
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setattr(emulator, "emulator", started)
    monkeypatch.setattr("builtins.print", pressed)
    assert emulator.main() == 0
    assert stopped == [True]
