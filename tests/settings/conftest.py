"""A table to which the skill's settings go, for each test its own."""

from collections.abc import Iterator

import pytest

import settings
from tests.settings.stand_in import Table, environment, table


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[Table]:
    """A table to which the skill's settings go."""
    with table() as state:
        for name, value in environment(state.address).items():
            monkeypatch.setenv(name, value)
        settings._client.cache_clear()
        monkeypatch.setattr(settings, "_rest_until", 0.0)
        settings._workers().submit(settings._client).result()  # made beforehand, so that what is timed is the table
        yield state
    settings._client.cache_clear()
