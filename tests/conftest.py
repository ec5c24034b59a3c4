"""Shared by the tests: the content, the recogniser, and a conversation over both."""

import pytest

from tools.alexa import Conversation
from tools.recogniser import Recogniser, recogniser
from triage.content import Content, load


@pytest.fixture(scope="session")
def content() -> Content:
    return load()


@pytest.fixture(scope="session")
def hears() -> Recogniser:
    return recogniser()


@pytest.fixture
def talk(hears: Recogniser) -> Conversation:
    return Conversation(hears)
