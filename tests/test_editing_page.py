"""The page for editors: every command on it prints what it says, on the maps as the changes above it leave them."""

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from argmap.cli import main

HOUSE = Path(__file__).parent.parent
PAGE = (HOUSE / "docs/editing.md").read_text("utf-8")
BLOCK = re.compile(r'^```(?P<language>console|diff)(?: title="(?P<title>[^"]+)")?\n(?P<text>.*?)^```$', re.M | re.S)


class Section(NamedTuple):
    title: str
    blocks: list[re.Match[str]]


SECTIONS = [
    Section(part.partition("\n")[0], blocks)
    for part in re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:]
    if (blocks := list(BLOCK.finditer(part)))
]


def change(path: Path, diff: str) -> None:
    """Make the changes of a diff without context, each of lines to be taken away and lines to be put there."""
    text = path.read_text("utf-8")
    for found in re.finditer(r"((?:^-.*\n)+)((?:^\+.*\n)+)", diff, re.MULTILINE):
        old, new = ("\n".join(line[1:] for line in part.splitlines()) for part in found.groups())
        assert text.count(old) == 1
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.title)
def test_what_its_commands_print(section, tmp_path, monkeypatch, capsys):
    for folder in ("docs", "seeds"):
        shutil.copytree(HOUSE / folder, tmp_path / folder)
    (tmp_path / "mkdocs.yml").write_text("")
    monkeypatch.chdir(tmp_path)
    for block in section.blocks:
        if block["language"] == "diff":
            change(Path(block["title"]), block["text"])
            continue
        command, _, printed = block["text"].partition("\n")
        main(command.removeprefix("$ argmap ").split())
        out, err = capsys.readouterr()
        assert err + out == printed


def test_every_command_that_edits_is_on_it():
    commands = set(re.findall(r"^\$ argmap (\S+)", PAGE, re.MULTILINE))
    assert {"quotes", "rename", "fmt", "new"} <= commands
