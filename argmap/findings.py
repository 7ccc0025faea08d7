"""Findings: what is wrong with a map, where, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class Severity(StrEnum):
    """How grave a finding is: an error breaks the map, a warning a strict build, a note nothing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to say about a map.

    `line` and `column` count from 1, the column in code points; both are 0 when the finding is about
    the file as a whole. The first three fields are a `model.Place`, so that `Finding(*claim.place, ...)`
    reads well.
    """

    file: str
    line: int
    column: int
    rule: str
    severity: Severity
    message: str
    hint: str = ""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        hint = f" ({self.hint})" if self.hint else ""
        return f"{where}: {self.severity}[{self.rule}]: {self.message}{hint}"


class MapError(Exception):
    """A map that cannot be had, with every reason found for it.

    `unreadable` tells a file that cannot be read as a map at all (missing, a directory, not UTF-8, over the size
    limit, empty, YAML that breaks off) from a map with mistakes.
    """

    def __init__(self, findings: Iterable[Finding], *, unreadable: bool = False) -> None:
        self.findings = in_order(findings)
        self.unreadable = unreadable
        super().__init__("\n".join(map(str, self.findings)))

    @classmethod
    def unreadable_file(cls, file: str, message: str, hint: str = "") -> Self:
        """The error of a file that is no map at all."""
        return cls([Finding(file, 0, 0, "unreadable", Severity.ERROR, message, hint)], unreadable=True)


def meant(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint at the known name that is most like an unknown one, or something else to say where none is."""
    from difflib import get_close_matches  # it takes longer to load than all the rest here

    close = get_close_matches(name, list(known), 1)
    return f"did you mean `{close[0]}`?" if close else otherwise


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings by place, each said once."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda f: (f.file, f.line, f.column)))
