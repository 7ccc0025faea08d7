"""The fold: what is left of words without spacing, case and punctuation.

It never decides where a quote stands. It finds what to suggest to an editor who typed repaired words,
and checks that `reads` changes no letter, digit or sign of a number.
"""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_PERCENT = "%٪"
_INSIDE_NUMBERS = ",:/٫٬"


@dataclass(frozen=True)
class Folded:
    """Folded words, and for each of their characters the offset of the one it came from."""

    words: str
    origins: Sequence[int]


def fold(text: str) -> Folded:
    """NFKC, case folded, letters and digits only; beside a digit also what makes it another number.

    Marks belong to their letters. Superscripts and fractions stay as they are: "5²" is not "52".
    """
    words: list[str] = []
    origins = array("L")
    for at, character in enumerate(text):
        piece = _letters(character) or _sign(text, at)
        words.append(piece)
        origins.extend([at] * len(piece))
    return Folded("".join(words), origins)


@lru_cache(maxsize=4096)
def _letters(character: str) -> str:
    category = unicodedata.category(character)
    if category == "No":
        return character
    if category[0] not in "LNM":
        return ""
    return unicodedata.normalize("NFKC", character).casefold().replace(" ", "")


def _sign(text: str, at: int) -> str:
    """The character where it is part of a number, else nothing.

    Which signs count is decided for safety. "-3" and "of-3" keep their dash, since a scraper may have lost
    the space; the dot of "Oct.28" goes as that of "Oct. 28" does; the comma of "1,5" stays and that of
    "28, 2016" goes.
    """
    kind = _kind(text[at])
    if not kind:
        return ""
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    if kind in _INSIDE_NUMBERS:
        return kind if before.isnumeric() and after.isnumeric() else ""
    beside = _nearest(text, at, -1).isnumeric(), _nearest(text, at, 1).isnumeric()
    if kind == "-":
        return kind if all(beside) or after.isnumeric() else ""
    if kind == ".":
        return kind if all(beside) or (after.isnumeric() and not before.isalpha()) else ""
    return kind if any(beside) else ""


@lru_cache(maxsize=4096)
def _kind(character: str) -> str:
    """A sign that can make another number of one, in its plain form."""
    category = unicodedata.category(character)
    if category == "Pd" or character == "−":
        return "-"
    plain = unicodedata.normalize("NFKC", character)
    if plain in _PERCENT:
        return "%"
    if plain == "." or plain in _INSIDE_NUMBERS:
        return plain
    return plain if (category[0] == "S" or plain == "‰") and category != "Sk" else ""


def _nearest(text: str, at: int, step: int) -> str:
    """The first character on that side that is no space, if any."""
    at += step
    while 0 <= at < len(text) and text[at].isspace():
        at += step
    return text[at] if 0 <= at < len(text) else ""


def difference(ours: str, theirs: str) -> tuple[str, str] | None:
    """Where two texts differ by more than spacing, case and punctuation: the words of each, else None."""
    one, other = fold(ours), fold(theirs)
    if one.words == other.words:
        return None
    ahead = _common(one.words, other.words)
    room = min(len(one.words), len(other.words)) - ahead
    behind = min(room, _common(one.words[::-1], other.words[::-1]))
    return _around(ours, one, ahead, behind), _around(theirs, other, ahead, behind)


def _common(one: str, other: str) -> int:
    """How many characters two strings begin with in common."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _around(text: str, folded: Folded, ahead: int, behind: int) -> str:
    """The whole words of the text around what is neither common ahead nor behind; none between two words."""
    first, last = ahead, len(folded.words) - behind
    start = folded.origins[first] if first < len(folded.words) else len(text)
    if first == last and (start in (0, len(text)) or text[start - 1].isspace()):
        return ""
    return _whole_words(text, start, folded.origins[last - 1] + 1 if first < last else start)


def _whole_words(text: str, start: int, end: int) -> str:
    """The stretch of the text, lengthened to the spaces around it."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end]
