"""The line of a map that a finding is about, with a caret below its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.cli.terminal import cells, untabbed

if TYPE_CHECKING:
    from argmap.findings import Finding

_CUT = "…"


def excerpt(finding: Finding, lines: Sequence[str], width: int) -> tuple[str, str] | None:
    """The finding's line, with its number, and one with the caret; None where there is no line to show."""
    if not 0 < finding.line <= len(lines):
        return None
    line = lines[finding.line - 1]
    margin = f"{finding.line:>5} | "
    shown, before = cut(line, finding.column, width - len(margin))
    return f"{margin}{shown}".rstrip(), f"{' ' * (len(margin) - 2)}| {' ' * before}^"


def cut(line: str, column: int, width: int) -> tuple[str, int]:
    """A line cut to a width around a column, and how many cells stand before it.

    `column` counts code points from 1, as a finding's does; it may lie just behind the line.
    """
    shown = untabbed(line)
    at = min(max(column - 1, 0), len(shown))
    sizes = [cells(char) for char in shown]
    start, end = 0, len(shown)
    if sum(sizes) > width:
        # Before the place a third of what there is room for, or all there is; behind it the rest.
        start = _back(sizes, at, (width - 2) // 3)
        end = _forward(sizes, start, width - 2)
        start = _back(sizes, end, width - 2) if end == len(shown) else start
    head, tail = _CUT * (start > 0), _CUT * (end < len(shown))
    text = "".join(shown[start:end])
    return f"{head}{text}{tail}", len(head) + sum(sizes[start:at])


def _back(sizes: list[int], end: int, room: int) -> int:
    """The first of the characters before an end that fit into a room; no mark is parted from its letter."""
    start = end
    while start and room >= sizes[start - 1]:
        start -= 1
        room -= sizes[start]
    while 0 < start < end and sizes[start] == 0:
        start += 1
    return start


def _forward(sizes: list[int], start: int, room: int) -> int:
    """The end of the characters from a start on that fit into a room."""
    end = start
    while end < len(sizes) and room >= sizes[end]:
        room -= sizes[end]
        end += 1
    return end
