"""Write maps in their canonical form.

Fields stand in the order of the notation's reference, long texts are wrapped, lists of ids stand in brackets.
Comments stay with what they precede, and every map means what it meant. The words of a quote are never wrapped.
Where one of the maps has errors, none is written.
"""

from __future__ import annotations

import argparse

from argmap.cli.arguments import add_dry_run, add_maps
from argmap.cli.edits import changed, show, write
from argmap.cli.maps import maps_of
from argmap.cli.report import CommandError, Status, print_findings, status_without_map
from argmap.findings import MapError

HELP = "put the fields of maps in order and wrap their texts"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_maps(parser)
    add_dry_run(parser)


def run(options: argparse.Namespace) -> int:
    """Format every map, or none."""
    from argmap.editing.formatting import formatted
    from argmap.editing.manuscript import read_manuscript
    from argmap.editing.meaning import ChangedMeaningError

    maps, folder = maps_of(options.maps)
    print_findings(folder)
    pairs, status = [], Status.FINE
    for path in maps:
        try:
            manuscript = read_manuscript(path)
            pairs.append((manuscript, formatted(manuscript)))
        except MapError as error:
            print_findings(error.findings)
            status = max(status, status_without_map(error))
        except ChangedMeaningError as error:
            raise CommandError(str(error)) from error
    changes = changed(pairs)
    if options.dry_run:
        show(changes)
        return max(status, Status.ERRORS if changes else Status.FINE)
    if status is Status.FINE:
        write(changes)
        for old, _ in changes:
            print(f"{old.path}: formatted")
    return status
