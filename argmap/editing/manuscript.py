"""A file as its editor wrote it, and edits of it that leave every other byte as it was."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from argmap.editing.comparing import diff
from argmap.lines import unified
from argmap.notation.reader import read_text

_BREAK = re.compile("\r\n?|\n")
_LINE = re.compile("[^\n]*\n|[^\n]+")
_MARK = "\ufeff"


class Edit(NamedTuple):
    """New text for a stretch of a text, half-open, in code points of `Manuscript.text`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True)
class Manuscript:
    """A file's text: `written` is what the file holds, its byte order mark and line breaks included."""

    path: Path
    written: str

    @cached_property
    def text(self) -> str:
        """The text as the notation reads it: without byte order mark, `\\n` for every line break."""
        return unified(self.written.removeprefix(_MARK))

    def edited(self, edits: Iterable[Edit]) -> Manuscript:
        """The file after all the edits at once. Raises ValueError where two of them overlap."""
        parts, at = [], 0
        for edit in sorted(edits, key=lambda edit: edit[:2]):
            if edit.start < at:
                raise ValueError(f"Two edits meet at {edit.start}.")
            parts += [self._between(at, edit.start), edit.new.replace("\n", self._newline)]
            at = edit.end
        parts.append(self._between(at, len(self.text)))
        mark = _MARK if self.written.startswith(_MARK) else ""
        return Manuscript(self.path, mark + "".join(parts))

    def rewritten(self, text: str) -> Manuscript:
        """The file with another text, its byte order mark and its kind of line breaks kept."""
        return self if text == self.text else self.edited([Edit(0, len(self.text), text)])

    def diff(self, new: Manuscript, name: str) -> str:
        """What changes from this file to the new one, as a unified diff; empty where nothing does."""
        old_lines, new_lines = (_LINE.findall(each.text) for each in (self, new))
        lines = diff(old_lines, new_lines, name)
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)

    @property
    def content(self) -> bytes:
        """The file's bytes."""
        return self.written.encode("utf-8")

    @cached_property
    def _newline(self) -> str:
        first = _BREAK.search(self.written)
        return first[0] if first else "\n"

    @cached_property
    def _wide(self) -> list[int]:
        """Where `text` has one character for the two of a line break, by its own offsets."""
        unmarked = self.written.removeprefix(_MARK)
        return [found.start() - nth for nth, found in enumerate(re.finditer("\r\n", unmarked))]

    def _between(self, start: int, end: int) -> str:
        """The stretch of the text as it is written."""
        marked = self.written.startswith(_MARK)
        first, last = (at + bisect_left(self._wide, at) + marked for at in (start, end))
        return self.written[first:last]


def read_manuscript(path: Path, *, blank: bool = False) -> Manuscript:
    """The file of a map; with `blank`, a file that may be empty. Raises `MapError`, `unreadable`, as `read_text`."""
    return Manuscript(path, read_text(path, blank=blank))
