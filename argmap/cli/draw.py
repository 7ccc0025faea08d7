"""Draw a map, or a view of it, as a file of its own: an SVG, or the picture of one."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from argmap.cli.arguments import add_map, add_view
from argmap.cli.output import write_file
from argmap.cli.report import CommandError, Status, print_findings, status_of, unknown

if TYPE_CHECKING:
    from argmap.model import View
    from argmap.reading import Reading

HELP = "draw a map as an SVG or PNG file"
SCALE = 2.0  # of a PNG: sharp on a dense screen


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_map(parser)
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="FILE",
        help="where to write: an SVG, or a PNG where the name ends so; - is standard output",
    )
    add_view(parser)
    parser.add_argument("--flat", action="store_true", help="draw every claim, however many there are")
    parser.add_argument(
        "--engine",
        metavar="ENGINE",
        help="Graphviz: auto, embedded, system, or the path of a dot; by default what the project's settings say",
    )


def run(options: argparse.Namespace) -> int:
    """Draw; what is wrong with the map does not keep the drawing back, and makes the status."""
    from argmap import read, settings
    from argmap.drawing import Options, draw, is_legible, picture, standalone
    from argmap.sources import project_of

    reading = read(options.map)
    print_findings(reading.findings)
    view = view_of(reading, options.view)
    engine = options.engine or settings.load(project_of(options.map)).engine
    how = Options(engine=engine, limit=None) if options.flat else Options(engine=engine)
    # The file has no page to lead to: a claim leads to its own card, whose id in a column begins with "c-".
    drawing = draw(reading, view, href="#c-{}".format, prefix="", options=how)
    print_findings(drawing.findings)
    if drawing.column is None:
        return Status.ERRORS
    if options.output.lower().endswith(".png"):
        if not is_legible(reading.map.claims[claim].text for claim in drawing.selection.claims):
            raise CommandError("argmap's typefaces lack the letters of this map. Write an SVG: `-o NAME.svg`.")
        write_file(options.output, picture(drawing.column, scale=SCALE), "drawing")
    elif options.output == "-":
        print(standalone(drawing.column), end="")
    else:
        write_file(options.output, standalone(drawing.column).encode(), "drawing")
    return status_of(reading.findings)


def view_of(reading: Reading, name: str | None) -> View:
    """The view of a map by its id, the whole map without one. Raises CommandError."""
    from argmap.model import View

    if name is None:
        return View()
    if name not in reading.map.views:
        raise unknown("view", reading.map.views, name)
    return reading.map.views[name]
