"""Findings as SARIF 2.1.0, which code scanning reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote

from argmap import __version__
from argmap.cli.repository import path_in_repository
from argmap.cli.rules import description
from argmap.findings import Severity

if TYPE_CHECKING:
    from argmap.findings import Finding

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"  # the root of the repository, wherever it lies


def log(findings: Iterable[Finding]) -> dict[str, object]:
    """A SARIF log of one run. Only the rules that found something are described."""
    told = tuple(findings)
    rules = {finding.rule: number for number, finding in enumerate({f.rule: f for f in told}.values())}
    driver = {
        "name": "argmap",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository."}}},
        "results": [_result(finding, rules[finding.rule]) for finding in told],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: str) -> dict[str, object]:
    words = description(rule)
    return {"id": rule} | ({"shortDescription": {"text": words}} if words else {})


def _result(finding: Finding, rule: int) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": {"uri": quote(path_in_repository(finding.file)), "uriBaseId": ROOT}}
    if finding.line:
        place["region"] = {"startLine": finding.line, "startColumn": finding.column}
    hint = f" ({finding.hint})" if finding.hint else ""
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message + hint},
        "locations": [{"physicalLocation": place}],
    }


_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
