"""Ids across a project: where one is given, every place that mentions it, and its new name in all of them.

An id belongs to one map. It is mentioned in that map, and in pages: in links and fences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from argmap.lsp.answers import FIELD, Subject, define, subject_at
from argmap.lsp.pages import IDS, mentions_in, subject_of_page
from argmap.lsp.places import Position, Range
from argmap.lsp.quoting import Edit
from argmap.notation.values import ID

if TYPE_CHECKING:
    from argmap.lsp.bench import Bench

RENAMED = ("claim", "argument", "source", "actor", "group", "view")


class Where(NamedTuple):
    """A stretch of a file."""

    path: Path
    range: Range


class Refused(Exception):  # noqa: N818 - an answer to the editor, in words
    """What cannot be done, and why."""


def defined(bench: Bench, path: Path, position: Position) -> Where | None:
    """Where the id at a position is given; of a map's name, the beginning of its file."""
    found = _subject(bench, path, position)
    if found is None:
        return None
    file, subject = found
    if subject.kind == "map":
        return Where(file, Range(Position(0, 0), Position(0, 0)))
    where = define(bench.lines(file), bench.known(file), subject)
    return Where(file, where) if where else None


def references(bench: Bench, path: Path, position: Position, *, definition: bool) -> list[Where]:
    """Every place that mentions the id at a position; where it is given only if `definition`."""
    found = _subject(bench, path, position)
    return list(_mentions(bench, *found, definition=definition)) if found else []


def renamable(bench: Bench, path: Path, position: Position) -> Range | None:
    """The id at a position, where it is one that can be renamed."""
    found = _subject(bench, path, position)
    return found[1].range if found and found[1].kind in RENAMED else None


def rename(bench: Bench, path: Path, position: Position, new: str) -> dict[Path, list[Edit]]:
    """The edits that give the id at a position another name, in every file of the project. Raises `Refused`."""
    found = _subject(bench, path, position)
    if found is None or found[1].kind not in RENAMED:
        raise Refused("There is no id here that could be renamed.")
    if not re.match(f"{ID.removesuffix('$')}\\Z", new):
        raise Refused(f"Ids are lower-case letters a to z, digits and hyphens, a letter first: `{new}` is none.")
    file, subject = found
    index = bench.current(file)
    if index is None:
        raise Refused("The map cannot be read as it is. Mend it first, then rename.")
    kinds = IDS if subject.kind in IDS else (subject.kind,)
    if new != subject.id and any((kind, new) in index.definitions for kind in kinds):
        raise Refused(f"`{new}` is the id of something else already.")
    edits: dict[Path, list[Edit]] = {}
    for where in _mentions(bench, file, subject, definition=True):
        edits.setdefault(where.path, []).append(Edit(where.range, new))
    return edits


def _subject(bench: Bench, path: Path, position: Position) -> tuple[Path, Subject] | None:
    """What the word at a position is about, and the map that it belongs to."""
    if bench.is_page(path):
        return subject_of_page(bench, path, position)
    subject = subject_at(bench.lines(path), position) if bench.is_map(path) else None
    return (path, subject) if subject and subject.kind != FIELD else None


def _mentions(bench: Bench, file: Path, subject: Subject, *, definition: bool) -> Iterator[Where]:
    """The mentions of an id in its map, then those in pages."""
    index = bench.current(file) or bench.known(file).ids
    for each in index.of(subject.kind, subject.id):
        if definition or not each.defines:
            yield Where(file, each.range)
    project = bench.project(file)
    if project.map_files().get(project.name(file)) == file:
        for page in project.page_files():
            for where in mentions_in(bench.lines(page), project.name(file), subject.kind, subject.id):
                yield Where(page, where)
