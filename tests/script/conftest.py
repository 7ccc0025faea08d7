"""What the tests of the page's script need: Node, and a copy of the script to make mistakes in."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from needs import needed
from reasoned import SCRIPT


@pytest.fixture(scope="session", autouse=True)
def node() -> str:
    """The path of Node. Without it nothing here can be tested."""
    return needed("node")


@pytest.fixture
def mistaken(tmp_path: Path) -> Callable[[str, str, str], Path]:
    """Makes a copy of the script's folder with a mistake in one of its files: `mistaken(name, sound, mistake)`."""

    def make(name: str, sound: str, mistake: str) -> Path:
        copy = shutil.copytree(SCRIPT, tmp_path / "script")
        text = (SCRIPT / name).read_text("utf-8")
        assert text.count(sound) == 1
        (copy / name).write_text(text.replace(sound, mistake), "utf-8")
        return copy

    return make
