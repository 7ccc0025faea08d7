"""The packaged typefaces: WOFF2 for browsers, and the same as TTF for the rasteriser, which reads nothing else.

The TTF files are made by `tools/merge_faces.py`.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent

LATIN_EXT = (
    "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,"
    "U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF"
)
LATIN = (
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,"
    "U+2212,U+2215,U+FEFF,U+FFFD"
)
CYRILLIC = "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116"
ARABIC = "U+0600-06FF,U+0750-077F,U+08A0-08FF,U+200C-200E,U+2010-2011,U+204F,U+2E41,U+FB50-FDFF,U+FE70-FEFC"


class Face(NamedTuple):
    """A typeface as a style sheet declares it; `covers` is the range of characters it is for."""

    family: str
    file: str
    weight: int
    style: str
    covers: str

    def rule(self, address: str) -> str:
        """The `@font-face` rule for the face at an address."""
        return (
            f'@font-face{{font-family:"{self.family}";font-weight:{self.weight};font-style:{self.style};'
            f'font-display:swap;src:url("{address}") format("woff2");unicode-range:{self.covers}}}'
        )

    def has_any(self, text: str) -> bool:
        """Whether the face is for a character of the text."""
        return bool(_pattern(self.covers).search(text))


FACES = (
    Face("IBM Plex Sans", "ibm-plex-sans-latin-400-normal", 400, "normal", LATIN),
    Face("IBM Plex Sans", "ibm-plex-sans-latin-400-italic", 400, "italic", LATIN),
    Face("IBM Plex Sans", "ibm-plex-sans-latin-600-normal", 600, "normal", LATIN),
    Face("IBM Plex Sans", "ibm-plex-sans-latin-ext-400-normal", 400, "normal", LATIN_EXT),
    Face("IBM Plex Sans", "ibm-plex-sans-latin-ext-600-normal", 600, "normal", LATIN_EXT),
    Face("IBM Plex Sans", "ibm-plex-sans-cyrillic-400-normal", 400, "normal", CYRILLIC),
    Face("IBM Plex Sans", "ibm-plex-sans-cyrillic-600-normal", 600, "normal", CYRILLIC),
    Face("IBM Plex Sans Arabic", "ibm-plex-sans-arabic-arabic-400-normal", 400, "normal", ARABIC),
    Face("IBM Plex Sans Arabic", "ibm-plex-sans-arabic-arabic-600-normal", 600, "normal", ARABIC),
)
_TTF = ("regular.ttf", "semibold.ttf", "italic.ttf")


@cache
def woff2(face: Face) -> bytes:
    """A face's file."""
    return (_FOLDER / f"{face.file}.woff2").read_bytes()


def ttf() -> list[str]:
    """The paths of the rasteriser's faces."""
    return [str(_FOLDER / name) for name in _TTF]


@cache
def ttf_digest() -> str:
    """What the rasteriser's faces are, as a part of a cache key."""
    from hashlib import sha256

    return sha256(b"".join((_FOLDER / name).read_bytes() for name in _TTF)).hexdigest()


@cache
def _pattern(covers: str) -> re.Pattern[str]:
    ranges = (part.removeprefix("U+").partition("-") for part in covers.split(","))
    spans = ((int(first, 16), int(last or first, 16)) for first, _, last in ranges)
    return re.compile("[" + "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in spans) + "]")
