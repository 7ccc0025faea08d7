"""Read maps and say everything that is wrong with them.

Without a MAP, all of the project's maps are read. As text, findings go to standard error, each with its line, and a
summary of each map to standard output; the other formats go to standard output whole. The exit status is 1 when a map
has errors, 2 when a file cannot be read as a map at all, the worst of all maps; it is 0 with warnings alone.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.arguments import add_format, add_maps, add_strict
from argmap.cli.maps import maps_of
from argmap.cli.report import Status, as_data, finding_data, one_line, status_of, status_without_map
from argmap.findings import Finding, MapError, Severity

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.reading import Reading

HELP = "say everything that is wrong with maps"


@dataclass(frozen=True, slots=True)
class Checked:
    """A map's file, what was read in it, and what is to be said of it; no `reading` where there is no map."""

    file: str
    reading: Reading | None
    findings: tuple[Finding, ...]
    status: Status


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_maps(parser)
    add_strict(parser)
    add_format(parser, json="for programs", github="annotations of a pull request", sarif="for code scanning")


def run(options: argparse.Namespace) -> int:
    """Check every map; the status is the worst of all."""
    maps, folder = maps_of(options.maps)
    write = {"text": _one_by_one, "json": _json, "github": _github, "sarif": _sarif}[options.format]
    worst = write((_check(path, strict=options.strict) for path in maps), folder)
    return max(worst, status_of(folder, strict=options.strict))


def _check(path: Path, *, strict: bool) -> Checked:
    from argmap import read

    try:
        reading = read(path)
    except MapError as error:
        return Checked(str(path), None, error.findings, status_without_map(error))
    return Checked(str(path), reading, reading.findings, status_of(reading.findings, strict=strict))


def _one_by_one(maps: Iterable[Checked], folder: tuple[Finding, ...]) -> Status:
    """Each map's findings and summary as soon as they are known."""
    worst = Status.FINE
    _print_findings(folder)
    for checked in maps:
        worst = max(worst, checked.status)
        _print_findings(checked.findings)
        said = _summary(checked.reading) if checked.reading else "no map"
        # Flushed, so that in a log the summary stands below the findings it sums up.
        print(one_line(f"{checked.file}: {said}{_tally(checked.findings)}"), flush=True)
    return worst


def _print_findings(findings: Iterable[Finding]) -> None:
    """Every finding on a line of its own, which editors understand, and below it the line that it is about."""
    from argmap.cli.excerpt import excerpt
    from argmap.cli.terminal import coloured, harmless, styled, width_of
    from argmap.lines import lines_in

    colours, width = coloured(sys.stderr), width_of(sys.stderr)
    lines = {file: lines_in(Path(file)) for file in {finding.file for finding in findings if finding.line}}
    for finding in findings:
        first = harmless(one_line(str(finding)))
        grade = f"{finding.severity}[{finding.rule}]"
        print(first.replace(grade, styled(grade, finding.severity), 1) if colours else first, file=sys.stderr)
        if shown := excerpt(finding, lines.get(finding.file, []), width):
            line, caret = shown
            margin = len(caret) - 1
            print(line, file=sys.stderr)
            print(caret[:margin] + styled("^", finding.severity) if colours else caret, file=sys.stderr)


def _json(maps: Iterable[Checked], folder: tuple[Finding, ...]) -> Status:
    all_maps = tuple(maps)
    found = [finding_data(finding) for finding in _all(all_maps, folder)]
    print(as_data({"maps": [_facts(checked) for checked in all_maps], "findings": found}))
    return _worst(all_maps)


def _github(maps: Iterable[Checked], folder: tuple[Finding, ...]) -> Status:
    from argmap.cli.github import annotation

    all_maps = tuple(maps)
    for finding in _all(all_maps, folder):
        print(annotation(finding))
    return _worst(all_maps)


def _sarif(maps: Iterable[Checked], folder: tuple[Finding, ...]) -> Status:
    from argmap.cli.sarif import log

    all_maps = tuple(maps)
    print(json.dumps(log(_all(all_maps, folder)), ensure_ascii=False, indent=2))
    return _worst(all_maps)


def _all(maps: Iterable[Checked], folder: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return (*folder, *(finding for checked in maps for finding in checked.findings))


def _worst(maps: Iterable[Checked]) -> Status:
    return max(checked.status for checked in maps)


def _facts(checked: Checked) -> dict[str, object]:
    """What a map holds, for programs."""
    facts: dict[str, object] = {"file": checked.file, "status": int(checked.status)}
    if reading := checked.reading:
        covered, sentences = _covered(reading)
        facts |= {
            "title": reading.map.title,
            "claims": len(reading.map.claims),
            "arguments": len(reading.map.arguments),
            "quotes": _quotes(reading.map),
            "sentences": sentences,
            "covered": covered,
            "thesis": {"claim": reading.map.thesis, "label": reading.verdicts[reading.map.thesis].label},
        }
    return facts


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
    from argmap.sources import uses

    return sum(use.aside is None for use in uses(argument_map))


def _coverage(reading: Reading) -> Iterator[str]:
    """How many of the sources' sentences the map accounts for, where there are any."""
    covered, sentences = _covered(reading)
    if sentences:
        yield f"{covered} of {_count(sentences, 'sentence')} covered"


def _covered(reading: Reading) -> tuple[int, int]:
    """How many sentences are quoted or set aside, and how many there are."""
    sentences = [sentence for source in reading.anchoring.coverage.values() for sentence in source]
    return sum(sentence.covered for sentence in sentences), len(sentences)


def _tally(findings: Iterable[Finding]) -> str:
    """How many findings there are of each severity, the gravest first."""
    counted = Counter(finding.severity for finding in findings)
    said = ", ".join(_count(counted[severity], severity) for severity in Severity if counted[severity])
    return f"; {said}" if said else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
