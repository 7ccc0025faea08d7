"""Say of every claim whether it stands in the map, falls or is undecided, and why.

With --reject, what becomes of the map for a reader who does not accept a claim, or the step of an argument. The thesis
comes first, and then what changed.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.cli.arguments import add_format, add_map
from argmap.cli.report import as_data, one_line, print_findings, status_of, unknown

if TYPE_CHECKING:
    from argmap.model import Label
    from argmap.reading import Reading
    from argmap.reasoning import Verdict

HELP = "say which claims stand, which fall, and why"


@dataclass(frozen=True, slots=True)
class Row:
    """The verdict of a claim or of a rejected step as a sentence, and the label it had before."""

    claim: str
    verdict: Verdict
    says: str
    before: Label

    @property
    def changed(self) -> bool:
        """Whether the rejections changed the label."""
        return self.verdict.label is not self.before


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_map(parser)
    parser.add_argument(
        "--reject",
        action="append",
        default=[],
        metavar="ID",
        help="a claim, or an argument, that is not accepted; may be given several times",
    )
    add_format(parser, json="for programs")


def run(options: argparse.Namespace) -> int:
    """Label the map; findings do not keep the labels back, and make the status."""
    from argmap import read
    from argmap.reasoning import label

    reading = read(options.map)
    print_findings(reading.findings)
    for rejected in options.reject:
        if rejected not in reading.verdicts:
            raise unknown("claim or argument", reading.verdicts, rejected)
    verdicts = label(reading.map, frozenset(options.reject))
    rows = _rows(reading, verdicts, reading.map.claims)
    if options.format == "json":
        print(_json(reading, rows))
    else:
        steps = dict.fromkeys(rejected for rejected in options.reject if rejected in reading.map.arguments)
        print(_text(_first_things_first(reading, [*_rows(reading, verdicts, steps), *rows])))
    return status_of(reading.findings)


def _rows(reading: Reading, verdicts: Mapping[str, Verdict], ids: Iterable[str]) -> list[Row]:
    """A row for each of these claims or arguments."""
    from argmap.reasoning import says

    return [
        Row(
            claim,
            verdicts[claim],
            says(reading.map, claim, verdicts[claim], reading.words),
            reading.verdicts[claim].label,
        )
        for claim in ids
    ]


def _first_things_first(reading: Reading, rows: list[Row]) -> list[Row]:
    """The thesis, then what changed, then the rest; each in the order in which it comes."""
    return sorted(rows, key=lambda row: (row.claim != reading.map.thesis, not row.changed))


def _json(reading: Reading, rows: list[Row]) -> str:
    """For programs."""
    claims = {
        row.claim: {
            "label": row.verdict.label,
            "reason": {"code": row.verdict.reason.code, "ids": row.verdict.reason.ids},
            "says": row.says,
        }
        for row in rows
    }
    changed = [row.claim for row in rows if row.changed]
    return as_data({"thesis": reading.map.thesis, "claims": claims, "changed": changed})


def _text(rows: list[Row]) -> str:
    """A line for each claim: its id, its label and its sentence."""
    named = [(row.claim, _said(row), one_line(row.says)) for row in rows]
    ids, labels = (max(len(line[column]) for line in named) for column in (0, 1))
    return "\n".join(f"{claim:<{ids}}  {label:<{labels}}  {sentence}" for claim, label, sentence in named)


def _said(row: Row) -> str:
    return f"{row.verdict.label} (changed from {row.before})" if row.changed else str(row.verdict.label)
