"""Read maps and say everything that is wrong with them.

Findings go to standard error, a summary of each map to standard output. The exit status is 1 when a map has
errors, 2 when a file cannot be read as a map at all, the worst of all maps; it is 0 with warnings alone.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.report import Status, one_line, print_findings, status_of, status_without_map
from argmap.findings import MapError, Severity

if TYPE_CHECKING:
    from argmap.findings import Finding
    from argmap.model import ArgumentMap
    from argmap.reading import Reading

HELP = "say everything that is wrong with maps"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("maps", nargs="+", type=Path, metavar="MAP", help="a map's YAML file")
    parser.add_argument("--strict", action="store_true", help="let warnings fail, too")


def run(options: argparse.Namespace) -> int:
    """Check every map; the status is the worst of all."""
    return max(_check(path, strict=options.strict) for path in options.maps)


def _check(path: Path, *, strict: bool) -> Status:
    from argmap import read

    try:
        reading = read(path)
    except MapError as error:
        said, findings, status = "no map", error.findings, status_without_map(error)
    else:
        said, findings, status = _summary(reading), reading.findings, status_of(reading.findings, strict=strict)
    print_findings(findings)
    # Flushed, so that in a log the summary stands below the findings it sums up.
    print(one_line(f"{path}: {said}{_tally(findings)}"), flush=True)
    return status


def _summary(reading: Reading) -> str:
    """What the map holds, and what becomes of its thesis."""
    return ", ".join(
        [
            _count(len(reading.map.claims), "claim"),
            _count(len(reading.map.arguments), "argument"),
            _count(_quotes(reading.map), "quote"),
            *_coverage(reading),
            f"thesis {_LABELS[reading.verdicts[reading.map.thesis].label]}",
        ]
    )


_LABELS = {"stands": "stands", "falls": "falls", "undecided": "is undecided"}


def _quotes(argument_map: ArgumentMap) -> int:
    """How often the map quotes; asides carry no claim and do not count."""
    question = argument_map.question
    quoting = (*argument_map.claims.values(), *argument_map.arguments.values(), *((question,) if question else ()))
    return sum(len(each.quotes) for each in quoting)


def _coverage(reading: Reading) -> Iterator[str]:
    """How many of the sources' sentences the map accounts for, where there are any."""
    sentences = [sentence for source in reading.anchoring.coverage.values() for sentence in source]
    if sentences:
        covered = sum(sentence.covered for sentence in sentences)
        yield f"{covered} of {_count(len(sentences), 'sentence')} covered"


def _tally(findings: Iterable[Finding]) -> str:
    """How many findings there are of each severity, the gravest first."""
    counted = Counter(finding.severity for finding in findings)
    said = ", ".join(_count(counted[severity], severity) for severity in Severity if counted[severity])
    return f"; {said}" if said else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
