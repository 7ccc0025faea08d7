"""Say what differs between two versions of a map.

A version is a file, a file of a git revision (REV:PATH), or a revision alone: then --map says which maps are meant, or
all of the project's are. Without a NEW, a revision is compared with the files that lie here. The exit status is 0 when
nothing differs, 1 when something does, 2 when a version cannot be had.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from argmap.cli.arguments import add_format
from argmap.cli.report import CommandError, Status, print_findings
from argmap.findings import MapError

if TYPE_CHECKING:
    from argmap.cli.versions import Pair
    from argmap.reading import Reading
    from argmap.review.diff import Diff

HELP = "say what differs between two versions of a map"


class Compared(NamedTuple):
    """Two versions read; no `diff` where there is only one."""

    pair: Pair
    old: Reading | None
    new: Reading | None
    diff: Diff | None

    @property
    def differs(self) -> bool:
        """Whether there is anything to say."""
        return self.diff is None or bool(self.diff)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("old", metavar="OLD", help="a map's YAML file, REV:PATH, or a git revision")
    parser.add_argument("new", metavar="NEW", nargs="?", help="the same; without it, the files that lie here")
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        type=Path,
        metavar="MAP",
        help="which map of the revisions; may be given several times",
    )
    add_format(parser, markdown="for a pull request", json="for programs", svg="both versions in one drawing")


def run(options: argparse.Namespace) -> int:
    """Compare; every version is read before anything is written."""
    from argmap.cli import differences
    from argmap.cli.versions import pairs

    try:
        compared = [_compare(pair) for pair in pairs(options.old, options.new, options.map)]
    except MapError as error:
        print_findings(error.findings)
        return Status.UNUSABLE
    if options.format == "svg":
        print(_drawn(compared), end="")
    else:
        write = {"text": differences.text, "markdown": differences.markdown, "json": differences.as_json}
        print(write[options.format](compared))
    return Status.ERRORS if any(each.differs for each in compared) else Status.FINE


def _compare(pair: Pair) -> Compared:
    from argmap.review.diff import Version, diff

    old, new = pair.old(), pair.new()
    if old is None or new is None:
        return Compared(pair, old, new, None)
    return Compared(pair, old, new, diff(Version(old.map, old.verdicts), Version(new.map, new.verdicts)))


def _drawn(compared: list[Compared]) -> str:
    """Both versions of the one map in one drawing."""
    from argmap.cli.changes import remarks
    from argmap.cli.maps import library_here
    from argmap.drawing import Options
    from argmap.drawing.changes import draw_changes
    from argmap.review.overlay import overlay

    one = compared[0] if len(compared) == 1 else None
    if one is None or one.new is None or one.diff is None:
        raise CommandError("A drawing shows two versions of one map: name the map, and two versions that have it.")
    laid = overlay(one.diff)
    reading = replace(one.new, map=laid.map, verdicts=laid.verdicts, remarks=remarks(one.diff, laid))
    how = Options(engine=library_here().settings.engine, limit=None)
    svg, drawing = draw_changes(reading, claims=laid.claims, arguments=laid.arguments, options=how)
    print_findings(drawing.findings)
    if svg is None:
        raise CommandError("There is no drawing to be had.")
    return svg
