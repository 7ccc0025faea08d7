"""Text set in lines of a known width, measured with the advance widths of the packaged typefaces.

`metrics.json` is made by `tools/measure_faces.py`. Widths are CSS pixels.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

FALLBACK = 0.62  # em; a little wider than the average letter, so that an unknown one rather leaves room
ZERO_WIDTH = {"Mn", "Me", "Cf"}
_WORD = re.compile(r"[^\S\xa0]*(?:[^\s]|\xa0)+")
_PARTS = re.compile("[-/\u1100-\U0010ffff]")  # where a line may end within a word; wide characters begin at U+1100
_SPACE = re.compile(r"^\s+")


class Line(NamedTuple):
    """One line of set text. `exact` tells whether every character is in the table."""

    text: str
    width: float
    exact: bool


@cache
def _table() -> bytes:
    return Path(__file__).with_name("metrics.json").read_bytes()


@cache
def table_digest() -> str:
    """What the widths depend on, as a part of a cache key."""
    from hashlib import sha256

    return sha256(_table()).hexdigest()[:16]


@cache
def _advances(face: str) -> Mapping[str, float]:
    """Characters to advance widths in em."""
    return {char: int(width) / 1000 for width, chars in json.loads(_table())[face].items() for char in chars}


class _Widths(dict[str, float]):
    """The advance widths of a face in em, of every character: what is not in its table is estimated, once."""

    def __missing__(self, char: str) -> float:
        if unicodedata.category(char) in ZERO_WIDTH:
            width = 0.0
        else:
            width = 1.0 if unicodedata.east_asian_width(char) in "WF" else FALLBACK
        self[char] = width
        return width


@cache
def _widths(face: str) -> _Widths:
    return _Widths(_advances(face))


@cache
def _exact(face: str) -> frozenset[str]:
    """The characters that are as wide as the table says, whatever stands beside them."""
    return frozenset(char for char in _advances(face) if not joins(char))


def measure(text: str, size: float, face: str = "regular") -> float:
    """The width of a text set on one line."""
    return sum(map(_widths(face).__getitem__, text)) * size


def is_exact(text: str, face: str = "regular") -> bool:
    """Whether the width is the typeface's own: all characters are in the table, and none join or combine."""
    return _exact(face).issuperset(text)


def has_glyph(char: str) -> bool:
    """Whether the typeface has a character, or needs nothing to show it."""
    return char in _advances("regular") or char.isspace() or unicodedata.category(char) in ZERO_WIDTH


def joins(char: str) -> bool:
    """Whether a letter's width depends on its neighbours, as in Arabic script."""
    return unicodedata.bidirectional(char) in ("AL", "NSM")


def is_rtl(text: str) -> bool:
    """Whether the first strong character runs from right to left."""
    strong = next((b for b in map(unicodedata.bidirectional, text) if b in ("L", "R", "AL")), "L")
    return strong != "L"


@lru_cache(maxsize=4096)
def wrap(text: str, width: float, size: float, face: str = "regular") -> tuple[Line, ...]:
    """The text in lines no wider than `width`, as even as they can be in the fewest lines there can be.

    A word that is wider than a line is broken.
    """
    pieces = [part for word in _words(text) for part in _broken(word, width, size, face)]
    if not pieces:
        return ()
    fewest, high = _count(pieces, width), width
    if fewest > 1:
        # Narrow the measure while the number of lines stays the same: no line is left with a single word.
        low = max(width / 2, *(piece.first for piece in pieces))
        while high - low > 2:
            middle = (low + high) / 2
            if _count(pieces, middle) == fewest:
                high = middle
            else:
                low = middle
    lines = ["".join(piece.text for piece in line).strip() for line in _filled(pieces, high)]
    return tuple(Line(line, measure(line, size, face), is_exact(line, face)) for line in lines)


class _Piece(NamedTuple):
    """A part of a text that stays on one line: as wide as `first` at a line's beginning, else as `later`."""

    text: str
    first: float
    later: float


@lru_cache(maxsize=16384)
def _piece(text: str, size: float, face: str) -> _Piece:
    return _Piece(text, measure(text.lstrip(), size, face), measure(text, size, face))


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[str, ...]:
    """Pieces between which a line may end, each with the space before it.

    Between two wide characters a line may end anywhere, but not before closing or after opening punctuation.
    """
    pieces: list[str] = []
    for word in _WORD.findall(text.strip()):
        if not _PARTS.search(word):
            pieces.append(word)
            continue
        start = 0
        for at, (before, after) in enumerate(pairwise(word), 1):
            if _may_part(before, after):
                pieces.append(word[start:at])
                start = at
        pieces.append(word[start:])
    return tuple(_SPACE.sub(" ", piece) for piece in pieces)


def _may_part(before: str, after: str) -> bool:
    if before in "-–—/" and after.isalpha():
        return True
    wide = unicodedata.east_asian_width(before) in "WF" or unicodedata.east_asian_width(after) in "WF"
    return (
        wide
        and not before.isspace()
        and unicodedata.category(after) not in ("Pe", "Pf", "Po")
        and unicodedata.category(before) not in ("Ps", "Pi")
    )


def _broken(word: str, width: float, size: float, face: str) -> Iterator[_Piece]:
    """A word, in several pieces where it is wider than a line."""
    whole = _piece(word, size, face)
    if whole.first <= width:
        yield whole
        return
    part = ""
    for char in word:
        if part.strip() and measure((part + char).strip(), size, face) > width:
            yield _piece(part, size, face)
            part = ""
        part += char
    yield _piece(part, size, face)


def _count(pieces: list[_Piece], width: float) -> int:
    """How many lines there are when they are filled greedily."""
    count, used = 0, math.inf
    for _, first, later in pieces:
        used += later
        if used > width:
            count += 1
            used = first
    return count


def _filled(pieces: list[_Piece], width: float) -> list[list[_Piece]]:
    """Lines filled greedily."""
    lines: list[list[_Piece]] = [[]]
    used = 0.0
    for piece in pieces:
        if lines[-1] and used + piece.later > width:
            lines.append([])
        used = used + piece.later if lines[-1] else piece.first
        lines[-1].append(piece)
    return lines
