"""What commands say on standard error, and the exit statuses that go with it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from enum import IntEnum
from typing import TYPE_CHECKING, TextIO

from argmap.findings import Severity, meant

if TYPE_CHECKING:
    from argmap.findings import Finding, MapError


class Status(IntEnum):
    """Exit statuses; of the first three the worst of several maps is the largest."""

    FINE = 0
    ERRORS = 1  # a map has errors, or could not be drawn
    UNUSABLE = 2  # a file that is no map at all, or a command that asks for what there is not
    INTERRUPTED = 130  # as shells have it: 128 and the number of the signal
    BROKEN_PIPE = 141


class CommandError(Exception):
    """A command that cannot be carried out as it was given; the message says why and what to do."""


def print_findings(findings: Iterable[Finding]) -> None:
    """Every finding on standard error, in one line each."""
    for finding in findings:
        print(one_line(str(finding)), file=sys.stderr)


def finding_data(finding: Finding) -> dict[str, object]:
    """A finding for programs; what is about a whole file has no line."""
    return {
        "file": finding.file,
        "line": finding.line or None,
        "column": finding.column or None,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint or None,
    }


def as_data(told: Mapping[str, object]) -> str:
    """What a command says to programs, as JSON. The README lists the fields under "For other programs"."""
    return json.dumps({"version": 1} | dict(told), ensure_ascii=False, indent=2)


def complain(message: str) -> None:
    """A message that is about no place in a map."""
    print(f"argmap: {one_line(message)}", file=sys.stderr)


def one_line(text: str) -> str:
    """The text without line breaks: claims and the names of files may have some."""
    return " ".join(text.splitlines())


def status_of(findings: Iterable[Finding], *, strict: bool = False) -> Status:
    """The status of a map that was read: errors fail, warnings only when `strict`, notes never."""
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return Status.ERRORS if any(finding.severity in failing for finding in findings) else Status.FINE


def status_without_map(error: MapError) -> Status:
    """The status of a map that could not be read."""
    return Status.UNUSABLE if error.unreadable else Status.ERRORS


def unknown(what: str, known: Iterable[str], given: str, *, where: str = "The map has") -> CommandError:
    """The error of a name that there is not, with the known one that was probably meant."""
    hint = meant(given, known)
    said = f" {hint[0].upper()}{hint[1:]}" if hint else ""
    return CommandError(f"{where} no {what} `{given}`.{said}")


def silence(*streams: TextIO | None) -> None:
    """Send what is still to be written nowhere, so that Python does not try again when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in filter(None, streams):  # None where there is none: `>&-`
        with suppress(OSError, ValueError):  # a stream that is no file, or closed
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
