"""What the page "In your editor" says is so."""

import json
import re
from pathlib import Path

import pytest

from argmap.cli import COMMANDS, main

PAGE = (Path(__file__).parent.parent / "docs" / "editor.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_its_commands_are_there() -> None:
    named = set(re.findall(r"argmap(?:\"?, \")? ?([a-z]+)", "".join(blocks("console") + blocks("lua"))))
    assert {"schema", "lsp"} <= named & set(COMMANDS)


def test_its_settings_are_json() -> None:
    schemas, server = map(json.loads, blocks("json"))
    assert schemas["yaml.schemas"] == {"docs/maps/argmap.schema.json": "docs/maps/**/*.yml"}
    assert server["glspc.server.commandArguments"] == ["lsp"]


def test_the_schema_is_written_where_its_line_looks_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs/maps").mkdir(parents=True)
    (command,) = re.findall(r"\$ argmap (schema .*)", PAGE)
    assert main(command.split()) == 0
    (line,) = blocks("yaml")
    assert (tmp_path / "docs/maps" / line.rpartition("=")[2].strip()).is_file()
