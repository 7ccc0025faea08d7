"""Characters that no map may hold, and the YAML 1.2 meaning of unquoted words."""

from __future__ import annotations

import re
from typing import TypeAlias

FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0, DEL and C1, without tab, newline and carriage return
    "\u202a-\u202e\u2066-\u2069"  # bidirectional controls: they show a text in another order than it has
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # halves of characters, and code points that are none
    "]"
)

_CONSTANTS: tuple[tuple[str, bool | None], ...] = (("null", None), ("true", True), ("false", False))
_NOTHING: dict[str, bool | None] = {"": None, "~": None}
_WORDS = _NOTHING | {
    spelling: value for word, value in _CONSTANTS for spelling in (word, word.capitalize(), word.upper())
}
# Eighteen digits are enough for a date or a depth, and Python refuses to convert more than 4,300: a longer
# number is read as a float, which no field takes either.
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}|0o[0-7]{1,18}|0x[0-9a-fA-F]{1,15}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_BEGIN_NUMBERS = frozenset("+-.0123456789")

Value: TypeAlias = str | int | float | bool | None


def resolve(word: str) -> Value:
    """What an unquoted word means by YAML 1.2's core schema: `no`, `on` and `1:30` are words."""
    if word in _WORDS:
        return _WORDS[word]
    if word[0] not in _BEGIN_NUMBERS:
        return word
    if _INTEGER.fullmatch(word):
        base = {"0o": 8, "0x": 16}.get(word[:2], 10)
        return int(word, base)
    if _FLOAT.fullmatch(word):
        return float(word.lower().replace(".inf", "inf").replace(".nan", "nan"))
    return word


def character(found: str) -> str:
    """The name of a character that cannot be shown: "U+202E"."""
    return f"U+{ord(found):04X}"


def shown(text: str, length: int = 60) -> str:
    """A text of the editor's as it appears in a message: on one line, not too long, between backticks."""
    line = FORBIDDEN.sub("\ufffd", " ".join(text.split()))
    if not line:
        return "an empty text"
    return f"`{line if len(line) <= length else line[: length - 1] + '…'}`"
