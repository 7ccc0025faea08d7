"""What an editor asks about a page: its links to claims, and its fences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.editing.references import SHARED
from argmap.findings import Finding, Severity, meant
from argmap.lsp.answers import FIELD, Choice, about, define
from argmap.lsp.answers import Subject as OfMap
from argmap.lsp.markdown import Told, asked_at, parts, told
from argmap.pages.options import FenceError, FenceOptions, parse

if TYPE_CHECKING:
    from argmap.lsp.bench import Bench
    from argmap.lsp.places import Position, Range


def page_findings(bench: Bench, path: Path) -> Iterator[Finding]:
    """Links that lead nowhere, and fences that ask for what there is not: what a build would say of the page."""
    lines = bench.lines(path)
    maps = bench.project(path).files.maps
    fenced = {number for fence in parts(lines)[1] for number, _ in fence.text}
    for name in told(lines):
        if name.range.start.line not in fenced and (finding := _link(bench, path, name, maps)):
            yield finding
    for fence in parts(lines)[1]:
        try:
            options = parse(fence.source)
            if options.map not in maps:
                raise FenceError(f"There is no map named `{options.map}`", meant(options.map, maps))
            reading = bench.known(maps[options.map]).reading
            if reading:
                options.chosen(reading.map)
        except FenceError as error:
            yield _finding(
                path, fence.line, _indent(lines[fence.line]), Severity.ERROR, "fence", error.message, error.hint
            )


def complete_page(bench: Bench, path: Path, position: Position) -> list[Choice]:
    """What may be written in a link or a fence of a page."""
    asked = asked_at(bench.lines(path), position)
    if asked is None:
        return []
    maps = bench.project(path).files.maps
    found = []
    if asked.kind in ("map", "map or option"):
        found += [Choice("map", name, _title(bench, file), asked.range) for name, file in maps.items()]
    if asked.kind in ("option", "map or option"):
        found += [Choice(FIELD, option.name, "", asked.range) for option in fields(FenceOptions)]
    if asked.map in maps:
        known = bench.known(maps[asked.map])
        kinds = SHARED if asked.kind == "id" else (asked.kind,)
        ids = dict.fromkeys((each.kind, each.id) for each in known.ids.mentions if each.kind in kinds)
        found += [Choice(kind, name, known.ids.titles.get((kind, name), ""), asked.range) for kind, name in ids]
    return found


def hover_page(bench: Bench, path: Path, position: Position) -> tuple[str, Range] | None:
    """What the name at a position stands for."""
    name = _told_at(bench, path, position)
    file = bench.project(path).files.maps.get(name.map) if name else None
    if name is None or file is None:
        return None
    if name.kind == "map":
        return (_title(bench, file), name.range) if _title(bench, file) else None
    known = bench.known(file)
    said = next(filter(None, (about(known, kind, name.id) for kind in _kinds(name))), "")
    return (said, name.range) if said else None


def subject_of_page(bench: Bench, path: Path, position: Position) -> tuple[Path, OfMap] | None:
    """The id at a position of a page, as one of its map, and the map's file. Of a map's own name the id is empty."""
    name = _told_at(bench, path, position)
    file = bench.project(path).files.maps.get(name.map) if name else None
    if name is None or file is None:
        return None
    if name.kind == "map":
        return file, OfMap("map", "", name.range)
    subjects = (OfMap(kind, name.id, name.range) for kind in _kinds(name))
    lines, known = bench.lines(file), bench.known(file)
    return next(((file, each) for each in subjects if define(lines, known, each)), None)


def _kinds(name: Told) -> tuple[str, ...]:
    return SHARED if name.kind == "id" else (name.kind,)


def _told_at(bench: Bench, path: Path, position: Position) -> Told | None:
    return next((each for each in told(bench.lines(path)) if each.range.holds(position)), None)


def _title(bench: Bench, file: Path) -> str:
    reading = bench.known(file).reading
    return reading.map.title if reading else ""


def _link(bench: Bench, path: Path, name: Told, maps: Mapping[str, Path]) -> Finding | None:
    start = name.range.start
    if name.kind == "map" and name.map not in maps:
        said, hint = f"There is no map named `{name.map}`.", meant(name.map, maps)
    elif name.kind == "id" and name.map in maps:
        index = bench.known(maps[name.map]).ids
        known = [each for kind, each in index.definitions if kind in SHARED]
        # An argument without an id of its own is known by its place; only the reading knows those.
        reading = bench.known(maps[name.map]).reading
        if not known or name.id in known or (reading and name.id in reading.map.arguments):
            return None
        said, hint = f"The map `{name.map}` has no claim named `{name.id}`.", meant(name.id, known)
    else:
        return None
    return _finding(path, start.line, start.column, Severity.WARNING, "link", said, hint)


def _finding(path: Path, line: int, column: int, severity: Severity, rule: str, message: str, hint: str) -> Finding:
    return Finding(str(path), line + 1, column + 1, rule, severity, message, hint)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
