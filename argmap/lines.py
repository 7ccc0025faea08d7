"""Lines of a text, as the notation and editors count them: U+2028 ends none."""

from __future__ import annotations

import re
from pathlib import Path

_BREAK = re.compile("\r\n?|\n")


def unified(text: str) -> str:
    """The text with `\\n` for every line break, however it is written."""
    return _BREAK.sub("\n", text) if "\r" in text else text


def lines_of(text: str) -> list[str]:
    """The lines of a text, without its byte order mark; one at least."""
    return unified(text.removeprefix("\ufeff")).split("\n")


def lines_in(file: Path) -> list[str]:
    """The lines of a file, to be shown to whoever reads of it; none where it has no text, or has it no more."""
    try:
        return lines_of(file.read_text("utf-8"))
    except (OSError, ValueError):
        return []
