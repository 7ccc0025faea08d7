"""A map's text, looked at: everything that is wrong with it, its ids, and what it says where it can be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.findings import Finding, MapError
from argmap.lines import lines_of
from argmap.lsp.index import Index, index
from argmap.notation.document import read_document
from argmap.notation.parsing import map_of
from argmap.notation.reader import LARGEST
from argmap.reading import Policy, interpret
from argmap.review import AS_THEY_ARE

if TYPE_CHECKING:
    from argmap.notation.document import Node
    from argmap.reading import Reading


@dataclass(frozen=True)
class Look:
    """A text with what was found in it. `root` and `index` are there where it is YAML, `reading` where it is a map."""

    text: str
    lines: list[str]
    findings: tuple[Finding, ...]
    root: Node | None
    index: Index | None
    reading: Reading | None


class Stale(Exception):  # noqa: N818 - no error: nobody wants the answer any more
    """The text has changed while it was looked at."""


def look_at(
    path: Path,
    text: str,
    *,
    project: Path | None = None,
    policy: Policy = AS_THEY_ARE,
    stale: Callable[[], bool] = bool,
) -> Look:
    """Look at the text of a map that is to be in a file; its sources are read from their files.

    Between the steps `stale` is asked whether the answer is still wanted. Raises `Stale` when it is not.
    """

    def go_on() -> None:
        if stale():
            raise Stale

    lines = lines_of(text)
    if len(text) > LARGEST:
        finding = MapError.unreadable_file(str(path), "The map is too large to be read.", "split it into several")
        return Look(text, lines, finding.findings, None, None, None)
    document = read_document(str(path), "\n".join(lines))
    go_on()
    ids = index(document.root, lines) if document.root is not None else None
    go_on()
    try:
        argument_map = map_of(document, str(path))
        go_on()
        reading = interpret(argument_map, path.stem, project=project, policy=policy)
    except MapError as error:
        return Look(text, lines, error.findings, document.root, ids, None)
    return Look(text, lines, reading.findings, document.root, ids, reading)
