"""Text set in lines of a known width, measured with the advance widths of the packaged typefaces.

`metrics.json` is made by `tools/measure_faces.py`. Widths are CSS pixels.
"""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from operator import sub
from pathlib import Path
from typing import NamedTuple

EM = 1000  # of the units in which the table has widths: with whole numbers, parts are together as wide as the whole
FALLBACK = 620  # of these; a little wider than the average letter, so that an unknown one rather leaves room
ZERO_WIDTH = {"Mn", "Me", "Cf"}
_SPACES = re.compile(r"[^\S\xa0]\s*")
_WORD = re.compile(r" ?[^ ]+")
_PARTS = re.compile("[-/\u1100-\U0010ffff]")  # where a line may end within a word; wide characters begin at U+1100


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
def _advances(face: str) -> Mapping[str, int]:
    """Characters to advance widths in thousandths of an em."""
    return {char: int(width) for width, chars in json.loads(_table())[face].items() for char in chars}


class _Widths(dict[str, int]):
    """The same of every character: what is not in its table is estimated, once."""

    def __missing__(self, char: str) -> int:
        if unicodedata.category(char) in ZERO_WIDTH:
            width = 0
        else:
            width = 1000 if unicodedata.east_asian_width(char) in "WF" else FALLBACK
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
    return _length(text, face) * size / EM


@lru_cache(maxsize=16384)
def _length(text: str, face: str) -> int:
    """The same in thousandths of an em."""
    return sum(map(_widths(face).__getitem__, text))


def is_exact(text: str, face: str = "regular") -> bool:
    """Whether the width is the typeface's own: all characters are in the table, and none join or combine."""
    return _exact(face).issuperset(text)


def has_glyph(char: str) -> bool:
    """Whether the typeface has a character, or needs nothing to show it."""
    return char in _advances("regular") or char.isspace() or unicodedata.category(char) in ZERO_WIDTH


def joins(char: str) -> bool:
    """Whether a letter's width depends on its neighbours, as in Arabic script."""
    return unicodedata.bidirectional(char) in ("AL", "NSM")


@lru_cache(maxsize=4096)
def is_rtl(text: str) -> bool:
    """Whether the first strong character runs from right to left."""
    strong = next((b for b in map(unicodedata.bidirectional, text) if b in ("L", "R", "AL")), "L")
    return strong != "L"


class Block(NamedTuple):
    """A text to be set in lines no wider than `width`: how many there are is known long before what they say."""

    text: str
    width: float
    size: float
    face: str = "regular"

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        width = self.width * EM / self.size
        return len(_ends(_pieces(self.text, width, self.face), width))

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines."""
        return wrap(*self)


@lru_cache(maxsize=4096)
def wrap(text: str, width: float, size: float, face: str = "regular") -> tuple[Line, ...]:
    """The text in lines no wider than `width`, as even as they can be in the fewest lines there can be.

    A word that is wider than a line is broken.
    """
    high = width * EM / size
    pieces = _pieces(text, high, face)
    fewest = len(_ends(pieces, high))
    if fewest > 1:
        # Narrow the measure while the number of lines stays the same: no line is left with a single word.
        low, near = max(high / 2, pieces.widest), 2 * EM / size
        while high - low > near:
            middle = (low + high) / 2
            if len(_ends(pieces, middle)) == fewest:
                high = middle
            else:
                low = middle
    ends = _ends(pieces, high)
    lines = ["".join(pieces.texts[start:end]).strip() for start, end in pairwise((0, *ends))]
    exact = is_exact(text, face)
    return tuple(Line(line, measure(line, size, face), exact or is_exact(line, face)) for line in lines)


class _Pieces(NamedTuple):
    """The parts of a text that each stay on one line, all of them set on one long line, in thousandths of an em.

    There each begins at one of `left`, after the space before it, and ends at one of `right`.
    """

    texts: tuple[str, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    widest: int


def _pieces(text: str, width: float, face: str) -> _Pieces:
    """The pieces of a text, those broken that are wider than a line."""
    words = _words(text)
    pieces = _set(words, face)
    if pieces.widest <= width:
        return pieces
    return _set(tuple(part for word in words for part in _broken(word, width, face)), face)


@lru_cache(maxsize=4096)
def _set(texts: tuple[str, ...], face: str) -> _Pieces:
    firsts = [_length(text.lstrip(), face) for text in texts]
    right = tuple(accumulate(_length(text, face) for text in texts))
    return _Pieces(texts, tuple(map(sub, right, firsts)), right, max(firsts, default=0))


def _ends(pieces: _Pieces, width: float) -> list[int]:
    """The places of the pieces before which lines end that are filled greedily."""
    _, left, right, _ = pieces
    ends: list[int] = []
    place, last = 0, len(right)
    while place < last:
        place = bisect_right(right, left[place] + width, place + 1)
        ends.append(place)
    return ends


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[str, ...]:
    """Pieces between which a line may end, each with the space before it.

    Between two wide characters a line may end anywhere, but not before closing or after opening punctuation.
    """
    words = _WORD.findall(_SPACES.sub(" ", text.strip()))
    return tuple(piece for word in words for piece in _parted(word)) if _PARTS.search(text) else tuple(words)


def _parted(word: str) -> Iterator[str]:
    """A word in pieces where a line may end within it."""
    start = 0
    for at, (before, after) in enumerate(pairwise(word), 1):
        if _may_part(before, after):
            yield word[start:at]
            start = at
    yield word[start:]


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


def _broken(word: str, width: float, face: str) -> Iterator[str]:
    """A word, in several pieces where it is wider than a line."""
    if _length(word.lstrip(), face) <= width:
        yield word
        return
    part = ""
    for char in word:
        if part.strip() and _length((part + char).strip(), face) > width:
            yield part
            part = ""
        part += char
    yield part
