"""The page on reading maps: it explains every control that a drawing has."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.words import words_for

PAGE = (Path(__file__).parents[1] / "docs" / "maps.md").read_text("utf-8").lower()
TOOLS = ("nearer", "further", "whole", "full", "find", "filter", "doubt", "tour")
SHEET = ("only", "fold", "share", "more", "reject", "reject.step", "accept")


@pytest.mark.parametrize("name", TOOLS + SHEET)
def test_every_control_is_explained_by_the_name_it_has(name):
    word = words_for("en")(f"map.{name}").split(" (")[0].lower()
    assert word in PAGE


@pytest.mark.parametrize("key", ["↑", "↓", "←", "→", "Home", "End", "Enter", "Esc", "+", "−", "0", "/", "Tab"])
def test_every_key_is_explained(key):
    assert f"<kbd>{key}</kbd>".lower() in PAGE
