"""A map's file, read: all that is wrong with it in one go, or the map."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from argmap.findings import Finding, MapError
from argmap.notation.agreement import check_agreement
from argmap.notation.build import build_map
from argmap.notation.document import Node, plain, read_document
from argmap.notation.messages import schema_findings
from argmap.notation.references import check_references
from argmap.notation.schema import MapForm
from argmap.notation.suggestions import Suggestions

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

LARGEST = 5_000_000
"""How many bytes a map's file may have."""


def read_map(path: Path) -> ArgumentMap:
    """Read the map in a file.

    Raises `MapError` with every finding; it is `unreadable` where the file cannot be had as text at all.
    """
    return parse_map(_text(path), str(path))


def parse_map(text: str, file: str) -> ArgumentMap:
    """Read a map from its text; `file` is the name that its places carry. Raises `MapError`."""
    document = read_document(file, text.replace("\r\n", "\n").replace("\r", "\n"))
    if document.root is None:
        raise MapError(document.findings)
    form, findings = _checked(document.root, document.findings)
    if form is None or findings:
        raise MapError(findings)
    return build_map(file, form, document.root)


def _checked(root: Node, findings: Iterable[Finding]) -> tuple[MapForm | None, list[Finding]]:
    """The map's form, where it has one, and the findings of every check, added to those there are."""
    suggestions = Suggestions()
    found = list(findings)
    form = None
    try:
        form = MapForm.model_validate(plain(root))
    except ValidationError as error:
        found = _with(found, schema_findings(error, root, suggestions))
    found = _with(found, check_agreement(root))
    return form, _with(found, check_references(root, suggestions))


def _with(found: list[Finding], more: Iterable[Finding]) -> list[Finding]:
    """Add a check's findings, but not where an earlier check spoke: what it said is why this one stumbled."""
    taken = {(finding.line, finding.column) for finding in found}
    return found + [finding for finding in more if (finding.line, finding.column) not in taken]


def _text(path: Path) -> str:
    """The text of a file, without its byte order mark."""
    data = _bytes(path)
    if len(data) > LARGEST:
        limit = f"{LARGEST // 1_000_000} MB"
        raise MapError.unreadable_file(str(path), f"The file is larger than {limit}.", "split the map into several")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise MapError.unreadable_file(
            str(path), f"The file is not UTF-8: line {line} has a byte that is none.", "save it as UTF-8"
        ) from error
    if "\0" in text:
        raise MapError.unreadable_file(str(path), "The file holds NUL bytes: it is not a text.", "save it as UTF-8")
    return text


def _bytes(path: Path) -> bytes:
    """The file's bytes, at most one more than a map may have."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISREG(mode):
            with path.open("rb") as file:
                return file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise MapError.unreadable_file(str(path), "There is no such file.", "check its name and folder") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise MapError.unreadable_file(str(path), f"The file cannot be read: {reason}.") from error
    what = "a directory" if stat.S_ISDIR(mode) else "not a regular file"
    raise MapError.unreadable_file(str(path), f"This is {what}, and a map is a file.")
