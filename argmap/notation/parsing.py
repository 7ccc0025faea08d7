"""A map's text, read: all that is wrong with it in one go, or the map."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pydantic import ValidationError

from argmap.findings import Finding, MapError
from argmap.lines import unified
from argmap.notation.agreement import check_agreement
from argmap.notation.build import build_map
from argmap.notation.document import Document, Node, plain, read_document
from argmap.notation.messages import schema_findings
from argmap.notation.references import check_references
from argmap.notation.schema import MapForm
from argmap.notation.suggestions import Suggestions

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


def parse_map(text: str, file: str) -> ArgumentMap:
    """Read a map from its text; `file` is the name that its places carry. Raises `MapError`."""
    return map_of(read_document(file, unified(text)), file)


def map_of(document: Document, file: str) -> ArgumentMap:
    """The map that a document is. Raises `MapError`; it is `unreadable` where the text was no YAML to its end."""
    if document.root is None:
        raise MapError(document.findings, unreadable=True)
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
