"""Findings as GitHub shows them: annotations of lines in a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.cli.repository import path_in_repository
from argmap.findings import Severity

if TYPE_CHECKING:
    from argmap.findings import Finding

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
# What a workflow command cannot hold as it is; `%` first, as it begins what stands for the others.
_DATA = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_PROPERTY = (*_DATA, (":", "%3A"), (",", "%2C"))


def annotation(finding: Finding) -> str:
    """A workflow command that annotates the finding's line, or its file where it is about no line."""
    properties = {"file": path_in_repository(finding.file)}
    if finding.line:
        properties |= {"line": str(finding.line), "col": str(finding.column)}
    properties["title"] = f"argmap: {finding.rule}"
    told = ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in properties.items())
    hint = f" ({finding.hint})" if finding.hint else ""
    return f"::{_COMMANDS[finding.severity]} {told}::{_escaped(finding.message + hint, _DATA)}"


def _escaped(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    for char, escape in escapes:
        text = text.replace(char, escape)
    return text
