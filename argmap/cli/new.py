"""Start a site with a map of its own: a page, a map, the text that it is of, and the settings of MkDocs.

No file that is there already is overwritten; where one is in the way, nothing is written.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from argmap.cli.report import CommandError, Status

HELP = "start a site with a first map"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder of the site; it is made if need be")


def run(options: argparse.Namespace) -> int:
    """Write the files of a new site, all of them or none."""
    from argmap.editing.starting import start, taken

    folder: Path = options.folder
    try:
        in_the_way = taken(folder)
        if in_the_way:
            named = ", ".join(map(str, in_the_way))
            raise CommandError(f"Nothing is written: {named} would be overwritten. Give a folder of its own.")
        written = start(folder)
    except OSError as error:
        why = error.strerror or str(error)
        raise CommandError(f"{error.filename or folder} cannot be written: {why}.") from None
    for path in written:
        print(path)
    print(f"See it with `cd {folder} && mkdocs serve`.")
    return Status.FINE
