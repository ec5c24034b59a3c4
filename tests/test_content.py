"""How the content is read."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from triage.content import FOLDER, Spoken, load, read_protocol, read_table
from triage.protocol import Circumstance, Finding, Question, Rule


def test_a_language_without_a_folder_is_english_and_a_missing_file_is_named(tmp_path: Any) -> None:
    assert load("xx-XX") is load()
    with pytest.raises(ValueError, match=r"nothing\.toml"):
        read_table(tmp_path / "nothing.toml")
    (tmp_path / "bad.toml").write_text("a = ")
    with pytest.raises(ValueError, match=r"bad\.toml"):
        read_table(tmp_path / "bad.toml")
    (tmp_path / "bad.toml").write_bytes(b'a = "\xff"')
    with pytest.raises(ValueError, match=r"bad\.toml"):
        read_table(tmp_path / "bad.toml")
    (tmp_path / "bad.json").write_text("{")
    with pytest.raises(ValueError, match=r"bad\.toml"):
        read_table(tmp_path / "bad.toml")
    (tmp_path / "call.toml").write_text('a = "call 9 1 1"')
    assert read_table(tmp_path / "call.toml") == {"a": "call 911"}
    (tmp_path / "call.json").write_text('{"a": 1}')
    assert read_table(tmp_path / "call.toml") == {"a": 1}


def test_a_language_with_a_folder_is_read_from_it(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "content")
    shutil.copytree(FOLDER / "en-US", tmp_path / "content" / "xx-XX")
    assert load("xx-XX", tmp_path / "content").locale == "xx-XX"


def test_a_protocol_is_read_from_its_table() -> None:
    table = {
        "version": "1", "urgencies": ["calm", "soon", "now"], "parts": {"limb": ["foot"]}, "people": {"son": {"pronoun": "he"}},
        "groups": {"low": ["foot"], "limb": ["arm", "@low"]}, "implies": {"b": {"place": ["foot"]}},
        "findings": {
            "a": {"alone": "now!", "call": "ed", "asked": "all", "facts": ["f"]}, "b": {"alone": "now", "facts": ["f"]},
            "c": {"alone": "soon", "asked": [{"movement": ["cramp"], "place": ["@limb"], "after": ["a"]}], "facts": []},
        },
        "rules": [{"when": ["b", "c"], "age_group": ["child"], "pronoun": ["he"], "place": ["@low"],
                   "urgency": "now", "facts": ["g"]}],
        "questions": [{"id": "one", "asks": ["a"], "vital": True}, {"id": "two", "detail": "place"}],
        "derive": [{"finding": "b", "longer_than": "P2D"}, {"finding": "c", "movement": ["cramp"], "place": ["@limb"]}],
    }  # fmt: skip
    protocol, limb = read_protocol(table), frozenset({"arm", "foot"})
    cramp = frozenset({"cramp"})
    assert (protocol.version, protocol.urgencies, protocol.emergency) == ("1", ("calm", "soon", "now"), 2)
    assert protocol.findings["a"] == Finding("a", ("f",), (Circumstance(),))
    assert protocol.findings["b"].asked == ()
    assert protocol.findings["c"].asked == (Circumstance(movement=cramp, place=limb, after=("a",)),)
    alone = [Rule(("a",), Circumstance(), 2, ("f",), "ed", True), Rule(("b",), Circumstance(), 2, ("f",)),
             Rule(("c",), Circumstance(), 1, ())]  # fmt: skip
    child = Circumstance(age_group=frozenset({"child"}), pronoun=frozenset({"he"}), place=frozenset({"foot"}))
    both = Rule(("b", "c"), child, 2, ("g",))
    assert protocol.rules == (*alone, both)
    assert protocol.naming == {"a": (alone[0],), "b": (alone[1], both), "c": (alone[2], both)}
    assert protocol.followers == {"a": ("c",)}
    assert protocol.strict == {"a"}
    assert protocol.emergency_alone == {"a": "ed", "b": "911"}
    assert protocol.questions == (Question("one", ("a",), vital=True), Question("two", detail="place"))
    assert protocol.derive == (("b", Circumstance(), 2.0), ("c", Circumstance(movement=cramp, place=limb), None))
    assert (protocol.people, protocol.implies) == (table["people"], table["implies"])
    assert protocol.parts == {"limb": frozenset({"foot"})}


def test_the_spoken_files_of_a_language_are_read_when_they_are_asked_for() -> None:
    words = Spoken(FOLDER / "en-US")
    assert not words
    assert words["prompts"] == read_table(FOLDER / "en-US" / "prompts.toml") == words["prompts"]
    assert list(words) == ["prompts"]
