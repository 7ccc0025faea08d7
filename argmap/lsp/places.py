"""Places in a text as an editor has it: lines and columns from 0, columns in code points.

What counts a protocol's client has its columns in stands here as well: UTF-16 units, unless both sides agree on others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from argmap.pages.excerpts import TOKEN

if TYPE_CHECKING:
    from argmap.findings import Finding
    from argmap.model import Place

_WORD = re.compile(r"[A-Za-z0-9_-]")
_WIDTHS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2)}  # bytes of a unit


class Position(NamedTuple):
    """A point between two characters."""

    line: int
    column: int


class Range(NamedTuple):
    """A stretch of a text, its end not in it."""

    start: Position
    end: Position

    def holds(self, position: Position) -> bool:
        """Whether the position is in it or at one of its ends, as a cursor after a word is."""
        return self.start <= position <= self.end


class Edit(NamedTuple):
    """A stretch of a text, and what is to stand there instead."""

    range: Range
    text: str


def position_of(place: Place | Finding) -> Position:
    """Where a finding or a value is; what is about the whole file is at its beginning."""
    return Position(max(place.line - 1, 0), max(place.column - 1, 0))


def range_of(text: str, start: int, end: int) -> Range:
    """A stretch of a text, given in code points of it, `\\n` for every line break."""
    return Range(_position(text, start), _position(text, end))


def _position(text: str, index: int) -> Position:
    return Position(text.count("\n", 0, index), index - (text.rfind("\n", 0, index) + 1))


def on_line(line: int, start: int, end: int) -> Range:
    """A stretch of one line."""
    return Range(Position(line, start), Position(line, end))


def word_around(line: str, column: int) -> tuple[int, int]:
    """Where the id-like word around a column begins and ends; a hyphen begins none."""
    start = end = min(column, len(line))
    while start and _WORD.match(line[start - 1]):
        start -= 1
    while end < len(line) and _WORD.match(line[end]):
        end += 1
    while start < end and line[start] == "-":
        start += 1
    return start, end


def token_from(lines: Sequence[str], start: Position) -> Range:
    """What a finding points at: the quoted text, word or field that begins there, on its line."""
    line = lines[start.line] if start.line < len(lines) else ""
    begin = min(start.column, len(line))
    found = TOKEN.match(line, begin)
    end = found.end() if found else len(line.rstrip())
    return on_line(start.line, begin, max(end, min(begin + 1, len(line)), begin))


def to_units(line: str, column: int, encoding: str) -> int:
    """A column in the units of an encoding: "utf-8", "utf-16" or "utf-32"."""
    if encoding not in _WIDTHS:
        return column
    name, width = _WIDTHS[encoding]
    return len(line[:column].encode(name, "surrogatepass")) // width


def from_units(line: str, units: int, encoding: str) -> int:
    """A column from the units of an encoding; one within a character is that before it, one past the line its end."""
    if encoding not in _WIDTHS:
        return min(units, len(line))
    name, width = _WIDTHS[encoding]
    return len(line.encode(name, "surrogatepass")[: units * width].decode(name, "ignore"))
