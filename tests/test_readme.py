"""What the README says is so."""

import json
import re
from collections.abc import Iterator

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


@pytest.mark.parametrize("command", ["check", "outline", "board", "quotes"])
def test_it_names_what_a_command_says_to_programs(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(HOUSE)
    assert main([command, "docs/maps/harbour/6-quoted.yml", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    said = README[README.index("For other programs, as JSON") : README.index("## Settings")]
    own = re.search(rf"- `argmap {command} --format json`.*?(?=\n- |\n\n)", said, re.DOTALL)
    assert own
    # What a finding is, is told once; of a quote there are the fields that the notation has.
    known = set(re.findall(r"`(\w+)`", own[0])) | {"version", "rule", "severity", "message", "hint", "line", "column"}
    assert set(_fields(told)) - known - {"exact", "reads"} == set()


def _fields(told: object) -> Iterator[str]:
    """Every field anywhere in what is told."""
    for name, each in told.items() if isinstance(told, dict) else ():
        yield name
        yield from _fields(each)
    for each in told if isinstance(told, list) else ():
        yield from _fields(each)


def test_its_pictures_are_there() -> None:
    pictures = re.findall(r'(?:src|srcset)="([^"]+)"', README)
    assert len(pictures) == 2
    for picture in pictures:
        assert (HOUSE / picture).read_bytes().startswith(b"\x89PNG")
