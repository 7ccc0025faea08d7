"""Print the JSON Schema of the notation: by it, editors that know YAML complete, explain and check a map."""

from __future__ import annotations

import argparse

from argmap.cli.output import write_file
from argmap.cli.report import Status

HELP = "print the JSON Schema of the notation, for editors"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("-o", "--output", metavar="FILE", help="where to write, instead of to standard output")
    parser.add_argument("--path", action="store_true", help="say where the schema is in the installed package")


def run(options: argparse.Namespace) -> int:
    """Print, write, or say where it is."""
    from argmap.notation.json_schema import FILE, json_schema_text

    if options.path:
        print(FILE)
    elif options.output is None or options.output == "-":
        print(json_schema_text(), end="")
    else:
        write_file(options.output, json_schema_text().encode(), "schema")
    return Status.FINE
