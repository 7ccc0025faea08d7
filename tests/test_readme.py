"""What the README says is so."""

import re

import pytest
from house import HOUSE

from argmap.cli import COMMANDS, main

README = (HOUSE / "README.md").read_text("utf-8")


def test_the_smallest_map_is_the_one_that_the_site_draws() -> None:
    smallest = re.search(r"```yaml\n(argmap: 1\n.*?)```", README, re.DOTALL)
    assert smallest
    assert smallest[1] == (HOUSE / "docs" / "maps" / "harbour.yml").read_text("utf-8")


@pytest.mark.parametrize("command", ["serve", "site", "test"])
def test_the_commands_that_it_opens_with_are_in_the_makefile(command: str) -> None:
    assert f"make {command} " in README
    assert re.search(rf"^{command}:", (HOUSE / "Makefile").read_text("utf-8"), re.MULTILINE)


def test_it_names_every_command() -> None:
    consoles = "".join(re.findall(r"```console\n(.*?)```", README, re.DOTALL))
    assert set(re.findall(r"^argmap ([a-z]+) ", consoles, re.MULTILINE)) == set(COMMANDS)


def test_rejecting_the_objection_changes_the_thesis_as_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["labels", str(HOUSE / "docs/maps/harbour.yml"), "--reject", "too-dear"]) == 0
    assert "changed" in capsys.readouterr().out


def test_its_pictures_are_there() -> None:
    pictures = re.findall(r'(?:src|srcset)="([^"]+)"', README)
    assert len(pictures) == 2
    for picture in pictures:
        assert (HOUSE / picture).read_bytes().startswith(b"\x89PNG")
