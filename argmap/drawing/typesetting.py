"""Text set in lines of a known width, measured with the advance widths of the packaged typefaces.

`metrics.json` is made by `tools/measure_faces.py`. Widths are CSS pixels.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

FALLBACK = 0.62  # em; a little wider than the average letter, so that an unknown one rather leaves room
ZERO_WIDTH = {"Mn", "Me", "Cf"}


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


@lru_cache(maxsize=8192)
def _advance(char: str, face: str) -> float:
    known = _advances(face).get(char)
    if known is not None:
        return known
    if unicodedata.category(char) in ZERO_WIDTH:
        return 0
    return 1 if unicodedata.east_asian_width(char) in "WF" else FALLBACK


def measure(text: str, size: float, face: str = "regular") -> float:
    """The width of a text set on one line."""
    return sum(_advance(char, face) for char in text) * size


def is_exact(text: str, face: str = "regular") -> bool:
    """Whether the width is the typeface's own: all characters are in the table, and none join or combine."""
    table = _advances(face)
    return all(char in table and not joins(char) for char in text)


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
    pieces = [_Piece.of(part, size, face) for word in _words(text) for part in _broken(word, width, size, face)]
    if not pieces:
        return ()
    fewest = _filled(pieces, width)
    if len(fewest) > 1:
        # Narrow the measure while the number of lines stays the same: no line is left with a single word.
        low, high = max(width / 2, *(piece.first for piece in pieces)), width
        while high - low > 2:
            middle = (low + high) / 2
            if len(narrower := _filled(pieces, middle)) == len(fewest):
                high, fewest = middle, narrower
            else:
                low = middle
    lines = ["".join(piece.text for piece in line).strip() for line in fewest]
    return tuple(Line(line, measure(line, size, face), is_exact(line, face)) for line in lines)


class _Piece(NamedTuple):
    """A part of a text that stays on one line: as wide as `first` at a line's beginning, else as `later`."""

    text: str
    first: float
    later: float

    @classmethod
    def of(cls, text: str, size: float, face: str) -> _Piece:
        return cls(text, measure(text.lstrip(), size, face), measure(text, size, face))


def _words(text: str) -> list[str]:
    """Pieces between which a line may end, each with the space before it.

    Between two wide characters a line may end anywhere, but not before closing or after opening punctuation.
    """
    pieces: list[str] = []
    for word in re.findall(r"[^\S\xa0]*(?:[^\s]|\xa0)+", text.strip()):
        start = 0
        for at, (before, after) in enumerate(pairwise(word), 1):
            if _may_part(before, after):
                pieces.append(word[start:at])
                start = at
        pieces.append(word[start:])
    return [re.sub(r"^\s+", " ", piece) for piece in pieces]


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


def _broken(word: str, width: float, size: float, face: str) -> list[str]:
    """A word, in several pieces where it is wider than a line."""
    if measure(word.strip(), size, face) <= width:
        return [word]
    pieces, piece = [], ""
    for char in word:
        if piece.strip() and measure((piece + char).strip(), size, face) > width:
            pieces.append(piece)
            piece = ""
        piece += char
    return [*pieces, piece]


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
