"""An SVG of argmap's as a PNG, through resvg: the packaged typefaces and no others, so everywhere the same.

resvg knows no conditions and no variables in style sheets, and sets every line from left to right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from html import escape, unescape
from math import sqrt
from pathlib import Path

from argmap import cache as kept
from argmap.drawing.fonts import ttf, ttf_digest
from argmap.drawing.standalone import literal
from argmap.drawing.typesetting import has_glyph

PAPER = "#fbfaf7"
MOST_PIXELS = 24_000_000  # of a picture; a larger drawing is shown smaller
LEGIBLE = 0.95  # of a text's letters; with more missing a picture says too little to be one

_TEXT = re.compile(r"<text ([^>]*)>([^<]*)</text>")
_SIZE = re.compile(r' width="([\d.]+)" height="([\d.]+)"')
_RIGHT_TO_LEFT, _END = "\N{RIGHT-TO-LEFT EMBEDDING}", "\N{POP DIRECTIONAL FORMATTING}"
_AT_ITS_END = ' text-anchor="end"'


def is_legible(texts: Iterable[str]) -> bool:
    """Whether the packaged typefaces have the letters of a text. A reader's own may have more; a picture has none."""
    letters = [char for text in texts for char in text if char.isalnum()]
    return sum(map(has_glyph, letters)) >= LEGIBLE * len(letters)


def picture(svg: str, *, scale: float = 1.0, folder: Path | None = None) -> bytes:
    """The PNG of a drawing or of what is composed of drawings, on paper.

    The same SVG is not painted twice where there is a `folder` to keep pictures in.
    """
    name = f"{kept.key(__package__, svg, scale, ttf_digest(), _painter())}.png"
    found = kept.load_bytes(folder, name)
    if found is None:
        flat = _flat(literal(svg))
        found = _painted(flat, min(scale, sqrt(MOST_PIXELS / _area(flat))))
        kept.store_bytes(folder, name, found)
    return found


# An editor's server has no folder to find them in where the project keeps nothing.
@lru_cache(maxsize=256)
def _painted(svg: str, scale: float) -> bytes:
    from resvg_py import svg_to_bytes

    return svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=ttf(), background=PAPER, zoom=scale)


@cache
def _painter() -> str:
    from importlib.metadata import version

    return version("resvg-py")


def _area(svg: str) -> float:
    size = _SIZE.search(svg)
    return float(size[1]) * float(size[2]) if size else 1.0


def _flat(svg: str) -> str:
    return _TEXT.sub(lambda found: _from_the_left(found[1], unescape(found[2])), svg)


def _from_the_left(attributes: str, words: str) -> str:
    """A line whose place counts from the left, its direction told by its characters; without what has no glyph."""
    words = "".join(filter(has_glyph, words))
    plain = attributes.replace(' direction="rtl"', "")
    if plain != attributes:
        plain = plain.replace(_AT_ITS_END, "") if _AT_ITS_END in plain else plain + _AT_ITS_END
        words = f"{_RIGHT_TO_LEFT}{words}{_END}"
    return f"<text {plain}>{escape(words, quote=False)}</text>"
