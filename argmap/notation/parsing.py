"""A map's text, read: all that is wrong with it in one go, or the map."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from argmap.collector import resting
from argmap.findings import Finding, MapError, Severity
from argmap.lines import unified
from argmap.notation.agreement import check_agreement
from argmap.notation.build import UnclearError, build_map
from argmap.notation.document import Document, read_document
from argmap.notation.references import check_references
from argmap.notation.suggestions import Suggestions

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.notation.document import Node


@resting()
def parse_map(text: str, file: str) -> ArgumentMap:
    """Read a map from its text; `file` is the name that its places carry. Raises `MapError`."""
    return map_of(read_document(file, unified(text)), file)


@resting()
def map_of(document: Document, file: str) -> ArgumentMap:
    """The map that a document is. Raises `MapError`; it is `unreadable` where the text was no YAML to its end."""
    root = document.root
    if root is None:
        raise MapError(document.findings, unreadable=True)
    found, findings, suggestions = None, list(document.findings), Suggestions()
    try:
        found = build_map(file, root)
    except UnclearError as unclear:
        findings = _with(findings, _of_schema(root, unclear, suggestions))
    findings = _with(findings, check_agreement(root))
    findings = _with(findings, check_references(root, suggestions))
    if found is None or findings:
        raise MapError(findings)
    return found


def _of_schema(root: Node, unclear: UnclearError, suggestions: Suggestions) -> list[Finding]:
    """What the schema says of a map that could not be built."""
    # To load it takes longer than to read a map: one without mistakes needs none of it.
    from argmap.notation.messages import schema_findings

    said = list(schema_findings(root, suggestions))
    return said or [Finding(*unclear.place, "type", Severity.ERROR, "The notation takes something else here.")]


def _with(found: list[Finding], more: Iterable[Finding]) -> list[Finding]:
    """Add a check's findings, but not where an earlier check spoke: what it said is why this one stumbled."""
    taken = {(finding.line, finding.column) for finding in found}
    return found + [finding for finding in more if (finding.line, finding.column) not in taken]
