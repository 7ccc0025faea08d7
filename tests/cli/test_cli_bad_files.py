"""Every command, those that are yet to come included, on files that are no maps: a line, status 2, nothing written."""

import argparse
import os
from pathlib import Path

import pytest

from argmap.cli import COMMANDS, _parser

WITHOUT_MAPS = {"cache", "lsp", "new", "schema"}
"""What reads no map: a server that is asked for files one by one, two that write from nothing, the cache's keeper."""


def missing(path):
    """Nothing there."""


def empty(path):
    path.write_bytes(b"")


def a_directory(path):
    path.mkdir()


def unreadable(path):
    # A link to itself cannot be read by anyone, the superuser included.
    path.symlink_to(path.name)


def binary(path):
    path.write_bytes(bytes(range(256)))


def not_utf_8(path):
    path.write_bytes("title: Hafen, größer".encode("latin-1"))


def half_written(path):
    path.write_text('argmap: 1\ntitle: A pier\nthesis: a\nclaims:\n  a: { text: "It is', "utf-8")


BAD = [missing, empty, a_directory, unreadable, binary, not_utf_8, half_written]


def options_of(name):
    """What argparse knows of a command's arguments."""
    (commands,) = [action for action in _parser([name])._actions if isinstance(action, argparse._SubParsersAction)]
    return [action for action in commands.choices[name]._actions if action.dest != "help"]


def given(name, file):
    """A command with this file wherever it takes one, and something for whatever else it needs."""
    words = [name]
    for action in options_of(name):
        takes_file = action.type is Path or action.dest in ("map", "maps", "old", "new")
        if not action.option_strings:
            words.append(file if takes_file else "a")
        elif action.required:
            words += [action.option_strings[0], "written.svg"]
    return words


@pytest.mark.skipif(os.name != "posix", reason="links are POSIX's")
@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.__name__)
@pytest.mark.parametrize("name", sorted(set(COMMANDS) - WITHOUT_MAPS))
def test_a_file_that_is_no_map_is_told_in_a_line(tmp_path, monkeypatch, argmap, name, bad):
    monkeypatch.chdir(tmp_path)
    maps = tmp_path / "docs" / "maps"
    maps.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("")
    bad(maps / "map.yml")
    before = sorted(tmp_path.rglob("*"))
    status, _, err = argmap(*given(name, "docs/maps/map.yml"))
    told = [line for line in err.splitlines() if not line.startswith(" ")]
    assert (status, len(told)) == (2, 1), err
    assert "Traceback" not in err
    assert sorted(tmp_path.rglob("*")) == before


def test_what_reads_no_map_takes_none():
    for name in WITHOUT_MAPS & set(COMMANDS):
        assert not [action for action in options_of(name) if action.dest in ("map", "maps")]
