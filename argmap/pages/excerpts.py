"""The line of a file that a finding is about, for those who read the finding on a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from argmap.lines import lines_in
from argmap.pages.article import UNSHOWN

if TYPE_CHECKING:
    from argmap.findings import Finding

BEFORE, WIDEST = 60, 160  # characters of a line that are shown before the mark, and in all
TOKEN = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[\w-]+")
"""What a finding points at, from where it points on: a quoted text or a word. Where there is neither: the rest."""


class Excerpt(NamedTuple):
    """A line by its number, cut around what a finding points at."""

    number: int
    before: str
    marked: str
    after: str


def with_excerpts(findings: Iterable[Finding]) -> Iterator[tuple[Finding, Excerpt | None]]:
    """Each finding with its line, where it is about one, and that can be read. Paths are from the working directory."""
    lines = cache(lines_in)
    for finding in findings:
        yield finding, excerpt(finding, lines(Path(finding.file))) if finding.line else None


def excerpt(finding: Finding, lines: Sequence[str]) -> Excerpt | None:
    """The finding's line, without its indentation; None where the text has no such line any more."""
    if not 0 < finding.line <= len(lines):
        return None
    line = UNSHOWN.sub("\ufffd", lines[finding.line - 1])
    at = min(finding.column - 1, len(line))
    token = TOKEN.match(line, at)
    end = token.end() if token else len(line)
    start = max(0, at - BEFORE)
    before = line[start:at].lstrip() if start == 0 else f"…{line[start:at]}"
    stop = start + WIDEST
    after = line[end:].rstrip() if len(line) <= stop else f"{line[end:stop]}…"
    return Excerpt(finding.line, before, line[at : min(end, stop)], after)
