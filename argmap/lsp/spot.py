"""Where in a map the cursor stands, told from the lines alone: an editor asks while the YAML is half typed.

Indentation and brackets are followed up from the cursor. Nothing is said of a place within a text or a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from argmap.lsp.places import Position, Range, on_line, word_around

Path: TypeAlias = tuple[str | int, ...]

_KEY = re.compile(r"""("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'\[\]{},#&*!|>%@`-][^:#]*?)\s*:(?=\s|$)""")
_PASSED_OVER = re.compile(r"\s*(#|---|\.\.\.|$)")
_OPENING = re.compile(r"\s*[\[{]")


@dataclass(frozen=True, slots=True)
class Spot:
    """A word in a map, or the empty one at the cursor.

    `path` leads to what the word is a value of, or a key in; of a list's items it has 0 for every one.
    """

    path: Path
    word: str
    range: Range
    may_be_key: bool = False
    is_key: bool = False
    siblings: frozenset[str] = frozenset()


class _Level(NamedTuple):
    """A key, or a list's dash (without a name), at its column."""

    column: int
    name: str | None


class _Parent(NamedTuple):
    """The levels of a line that enclose the cursor, and the column of what follows them."""

    line: int
    levels: list[_Level]
    rest: int


def spot_at(lines: Sequence[str], position: Position) -> Spot | None:
    """The word at a position; None where no id, field or word of the notation can stand."""
    line = lines[position.line] if position.line < len(lines) else ""
    start, end = word_around(line, position.column)
    head, where = line[:start], on_line(position.line, start, end)
    is_key = bool(re.match(r"[\"']?\s*:(\s|$)", line[end:]))
    parents = _parents(lines, position.line, head)
    path: Path = ()
    for parent in parents:
        path += _steps(parent.levels)
        if _OPENING.match(lines[parent.line], parent.rest):
            # What stands within brackets is told by them alone, however it is indented.
            inside = [lines[parent.line][parent.rest :], *lines[parent.line + 1 : position.line], head]
            return _in_brackets("\n".join(inside), path, line[start:end], where, is_key=is_key)
    own, rest = _levels(head)
    path += _steps(own)
    if _OPENING.match(head, rest):
        return _in_brackets(head[rest:], path, line[start:end], where, is_key=is_key)
    if head[rest:].strip() not in ("", '"', "'"):
        return None
    may_be_key = not own or own[-1].name is None
    siblings = _siblings(lines, position.line, start, new_item=bool(own)) if may_be_key else frozenset()
    return Spot(path, line[start:end], where, may_be_key, is_key and may_be_key, siblings)


def _steps(levels: Sequence[_Level]) -> Path:
    return tuple(0 if level.name is None else level.name for level in levels)


def _levels(line: str) -> tuple[list[_Level], int]:
    """The dashes and the key that a line begins with, and where what follows them begins."""
    found, at = [], len(line) - len(line.lstrip(" "))
    while line.startswith("-", at) and line[at + 1 : at + 2] in ("", " "):
        found.append(_Level(at, None))
        at += 1
        at += len(line[at:]) - len(line[at:].lstrip(" "))
    if key := _KEY.match(line, at):
        found.append(_Level(at, key[1].strip("\"'")))
        at = key.end()
    return found, at


def _parents(lines: Sequence[str], own_line: int, head: str) -> list[_Parent]:
    """The lines that the cursor's is under, the outermost first."""
    limit, dash = len(head) - len(head.lstrip(" ")), head.lstrip(" ").startswith("-")
    found: list[_Parent] = []
    for number in range(own_line - 1, -1, -1):
        if limit == 0 and not dash and found:
            break
        line = lines[number]
        if _PASSED_OVER.match(line):
            continue
        levels, rest = _levels(line)
        if not levels and _OPENING.match(line) and rest < limit:
            found.append(_Parent(number, [], rest))
            limit = rest
            continue
        # A list may begin in the column of its key.
        below = [level for level in levels if level.column < limit or (dash and level.column == limit and level.name)]
        if below:
            found.append(_Parent(number, below, rest if below == levels else len(line)))
            limit, dash = below[0].column, below[0].name is None
    return found[::-1]


def _siblings(lines: Sequence[str], own_line: int, column: int, *, new_item: bool) -> frozenset[str]:
    """The other keys of the block mapping whose keys begin in this column."""
    above = () if new_item else _keys_above(lines, own_line, column)
    return frozenset((*above, *_keys_below(lines, own_line, column)))


def _keys_above(lines: Sequence[str], own_line: int, column: int) -> Iterator[str]:
    for line in (lines[number] for number in range(own_line - 1, -1, -1)):
        if not _PASSED_OVER.match(line):
            yield from _names_in(line, column)
            if not line.startswith(" " * column):
                return  # the item's dash, or what the mapping is under


def _keys_below(lines: Sequence[str], own_line: int, column: int) -> Iterator[str]:
    for line in (lines[number] for number in range(own_line + 1, len(lines))):
        if not _PASSED_OVER.match(line):
            if not line.startswith(" " * column):
                return
            yield from _names_in(line, column)


def _names_in(line: str, column: int) -> Iterator[str]:
    return (level.name for level in _levels(line)[0] if level.column == column and level.name)


@dataclass(slots=True)
class _Bracket:
    """An open bracket, and in a mapping the key whose value is being written and those before it."""

    mapping: bool
    path: Path
    key: str | None
    keys: set[str]

    @property
    def inner(self) -> Path:
        """The path of what stands in it at this point."""
        if not self.mapping:
            return (*self.path, 0)
        return self.path if self.key is None else (*self.path, self.key)


def _in_brackets(text: str, path: Path, word: str, where: Range, *, is_key: bool) -> Spot | None:
    """The spot at the end of a text that begins with a bracket."""
    stack: list[_Bracket] = []
    token = ""  # what has been written of the item at hand
    for piece in _PIECE.findall(text.lstrip()):
        if piece in "[{":
            inner = stack[-1].inner if stack else path
            stack.append(_Bracket(piece == "{", inner, None, set()))
            token = ""
        elif not stack:
            return None
        elif piece in "]}":
            stack.pop()
            token = "-"  # until a comma nothing can follow
        elif piece == ",":
            stack[-1].key, token = None, ""
        elif piece[0] == ":":
            if stack[-1].mapping and token:
                stack[-1].key, token = token.strip("\"'"), ""
                stack[-1].keys.add(str(stack[-1].key))
        elif piece.lstrip()[:1] == "#":
            if "\n" not in piece:
                return None
        elif piece.strip():
            token += piece
    if not stack or token not in ("", '"', "'"):
        return None
    top = stack[-1]
    may_be_key = top.mapping and top.key is None
    return Spot(top.inner, word, where, may_be_key, is_key and may_be_key, frozenset(top.keys))


_PIECE = re.compile(
    r"""[\[\]{},]           # a bracket or a comma
    | "(?:[^"\\]|\\.)*"     # a quoted text, which may hold them
    | '(?:[^']|'')*'
    | :(?=[\s,\[\]{}]|$)    # what ends a key
    | \s\#[^\n]*\n?         # a comment
    | \s+
    | (?:[^\s\[\]{},:"']|:(?![\s,\[\]{}]|$)|(?<=[^\s\[\]{},])["'])+   # a word
    | .                     # a quotation mark that is not closed yet
    """,
    re.VERBOSE,
)


def keys_at(lines: Sequence[str], section: str) -> Iterator[tuple[str, Position]]:
    """The keys right under a key of the first column, with their places, as far as the lines tell."""
    numbers = iter(range(len(lines)))
    for number in numbers:
        if lines[number].startswith(f"{section}:"):
            break
    column = None
    for number in numbers:
        line = lines[number]
        if _PASSED_OVER.match(line):
            continue
        indent = len(line) - len(line.lstrip(" "))
        if indent == 0:
            return
        column = indent if column is None else column
        for name in _names_in(line, column):
            yield name, Position(number, line.index(name, column))
