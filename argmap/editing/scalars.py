"""Texts as YAML writes them, in the style that is asked for or the simplest that can hold them."""

from __future__ import annotations

import re

from argmap.notation.document import Entry, Listing, Mapping, Scalar, read_document
from argmap.sources.anchors import yaml_string

WIDTH = 120
"""How many columns a line has, where its text can be wrapped."""

# What a scalar without escapes cannot hold, or not without being misread: an editor's line break, a mark, a control.
_UNWRITABLE = re.compile("[^\t\n -~\xa0-\u2027\u202a-\ufefe\uff00-\U0010ffff]")
_WORDS = re.compile(r"\w[\w.-]*(?: [\w.-]+)*")
_WORD_END = re.compile(r"(?<=\S) (?=\S)")


def double_quoted(text: str) -> str:
    """The text in double quotes on one line; every text can be written so."""
    return yaml_string(text)


def on_one_line(text: str, style: str, *, flow: bool) -> str:
    """The text on one line in a style ("" for plain, `'` or `"`), in double quotes where that one cannot hold it."""
    if style == "'" and not _UNWRITABLE.search(text) and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    if style == "" and is_plain(text, flow=flow):
        return text
    return double_quoted(text)


def is_plain(text: str, *, flow: bool) -> bool:
    """Whether the text stands for itself without quotes, in brackets and braces too when `flow`."""
    if _WORDS.fullmatch(text):
        return True
    if "\n" in text or _UNWRITABLE.search(text):
        return False
    root = read_document("", f"{{ k: {text}, l: [{text}] }}" if flow else f"k: {text}\nl:\n  - {text}\n").root
    match root:
        case Mapping(
            entries={"k": Entry(value=Scalar() as one), "l": Entry(value=Listing(items=(Scalar() as other,)))}
        ):
            return one.plain and other.plain and one.text == other.text == text
        case _:
            return False


def block(style: str, text: str, indent: int, width: int = WIDTH) -> str | None:
    """The text as a block scalar, literal (`|`) or folded (`>`), its lines indented so far; None where it cannot be.

    The first line is the scalar's header; the last has no line break.
    """
    body, clipped = text.removesuffix("\n"), text.endswith("\n")
    lines = body.split("\n")
    if _UNWRITABLE.search(body) or not lines[0] or not lines[-1] or any(line and not line.strip() for line in lines):
        return None
    if lines[0].startswith("\t") or (style == ">" and any(line != line.strip(" \t") for line in lines)):
        return None
    if style == ">":
        # Within a folded text one line break is a space, and one more than there are is as many as there are.
        lines = re.sub("\n+", lambda breaks: breaks[0] + "\n", body).split("\n")
        lines = [part for line in lines for part in (_filled(line, max(width - indent, 1)) if line else [""])]
    header = style + ("2" if lines[0].startswith(" ") else "") + ("" if clipped else "-")
    return "\n".join([header, *(" " * indent + line if line else "" for line in lines)])


def _filled(line: str, width: int) -> list[str]:
    """A line's words on lines of that width; only single spaces between words are broken at."""
    filled: list[str] = []
    for word in _WORD_END.split(line):
        if filled and len(filled[-1]) + 1 + len(word) <= width:
            filled[-1] += f" {word}"
        else:
            filled.append(word)
    return filled
