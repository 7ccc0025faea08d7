"""How text lies in a terminal: how wide it is, where it breaks, and whether it may have colours. Widths are cells."""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from collections.abc import Iterator
from typing import TextIO

WIDTH = 100  # of what is no terminal: a file, a pipe, a log
NARROWEST = 30
_TAB = 4
# What would steer a terminal, or show a text in another order than it has. ESC is among them.
_STEERING = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_CODES = {"bold": "1", "error": "1;31", "warning": "1;33", "note": "1;36"}


def cells(text: str) -> int:
    """How many cells a text takes: East Asian wide characters two, combining marks and joiners none."""
    return sum(map(_cells_of, text))


def _cells_of(char: str) -> int:
    if "\u1160" <= char <= "\u11ff" or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0  # a vowel or an end of a Korean syllable is drawn into its first letter's cells
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def harmless(text: str) -> str:
    """A line that can be shown as it is: with nothing in it that steers the terminal."""
    return _STEERING.sub("\ufffd", text)


def untabbed(line: str) -> tuple[str, ...]:
    """A line's characters as they are shown, one for each code point: a tab reaches to the next tab stop."""
    shown: list[str] = []
    reached = 0
    for char in harmless(line):
        shown.append(" " * (_TAB - reached % _TAB) if char == "\t" else char)
        reached += cells(shown[-1])
    return tuple(shown)


def wrap(text: str, width: int) -> Iterator[str]:
    """A text in lines of at most so many cells: broken at spaces, within a word only where it is longer than a line."""
    line = ""
    for word in harmless(" ".join(text.split())).split(" "):
        if line and cells(line) + 1 + cells(word) > width:
            yield line
            line = ""
        line = f"{line} {word}" if line else word
        while cells(line) > width:
            head = _head(line, width)
            yield head
            line = line[len(head) :]
    yield line


def _head(text: str, width: int) -> str:
    """As much of a text as fits, and one character at least."""
    room, end = width, 0
    for char in text:
        room -= _cells_of(char)
        if room < 0 and end:
            break
        end += 1
    return text[:end]


def width_of(stream: TextIO | None) -> int:
    """How wide the lines on a stream may be."""
    return max(NARROWEST, shutil.get_terminal_size((WIDTH, 24)).columns) if _is_terminal(stream) else WIDTH


def coloured(stream: TextIO | None) -> bool:
    """Whether a stream shows colours, and nobody asked for none (https://no-color.org)."""
    return _is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def styled(text: str, style: str) -> str:
    """A text in one of the styles: bold, or that of a severity."""
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m"


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False
