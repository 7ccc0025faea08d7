"""A small site, and ears for the warnings of its builds."""

import pytest
from heard import listening
from small_site import Site


@pytest.fixture(autouse=True)
def heard(monkeypatch):
    """Fails every test in which a warning is told that nobody took."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    with listening() as heard:
        yield heard


@pytest.fixture
def site(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return Site(tmp_path)
