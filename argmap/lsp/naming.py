"""Ids across a project: where one is given, every place that mentions it, and its new name in all of them.

An id belongs to one map. It is mentioned in that map, and in pages: in links and fences.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from argmap.editing.meaning import ChangedMeaningError
from argmap.editing.references import Kind
from argmap.editing.renaming import A, RefusedRenamingError, Renaming, map_edits
from argmap.findings import MapError
from argmap.lsp.answers import FIELD, Subject, define, subject_at
from argmap.lsp.pages import subject_of_page
from argmap.lsp.places import Edit, Position, Range, range_of

if TYPE_CHECKING:
    from argmap.lsp.bench import Bench

RENAMED = tuple(A)


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
    file, subject = found
    files, renaming = bench.project(file).files, _renaming(bench, file, subject, new)
    try:
        if files.maps.get(renaming.map) == file:
            edits = files.edits(renaming)
        else:
            own = bench.manuscript(file)
            edits = [(own, map_edits(own, renaming))]
    except MapError:
        raise Refused("The map has mistakes. Mend them first, then rename.") from None
    except (RefusedRenamingError, ChangedMeaningError) as error:
        raise Refused(str(error)) from None
    return {
        each.path: [Edit(range_of(each.text, start, end), words) for start, end, words in own]
        for each, own in edits
        if own
    }


def _renaming(bench: Bench, file: Path, subject: Subject, new: str) -> Renaming:
    return Renaming(bench.project(file).name(file), Kind(subject.kind), subject.id, new)


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
    files, said = bench.project(file).files, bench.project(file).name(file)
    if subject.kind in tuple(Kind) and files.maps.get(said) == file:
        # What would be written if it were renamed is where it stands.
        for page, edits in files.page_edits(_renaming(bench, file, subject, subject.id)):
            yield from (Where(page.path, range_of(page.text, edit.start, edit.end)) for edit in edits)
