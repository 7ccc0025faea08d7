"""A small site, and ears for the warnings of its builds."""

import logging

import pytest
from small_site import Site


class Heard(logging.Handler):
    """Collects warnings; `take` those that a test expects."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.messages = []

    def emit(self, record):
        self.messages.append(record.getMessage())

    def take(self):
        messages, self.messages = self.messages, []
        return messages


@pytest.fixture(autouse=True)
def heard(monkeypatch):
    """Fails every test in which a warning is told that nobody took."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    handler = Heard()
    logging.getLogger().addHandler(handler)
    yield handler
    logging.getLogger().removeHandler(handler)
    assert handler.messages == []


@pytest.fixture
def site(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return Site(tmp_path)
