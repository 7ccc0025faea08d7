"""Draw the overview of a large map and every view that it leads to: `python branches.py map.yml folder`.

What the overview leaves out is shown around the claims at its edge; what these leave out around the claims at theirs,
until every claim has been drawn.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from argmap.drawing import Drawing, Options, draw, standalone
from argmap.drawing.views import neighbours
from argmap.model import View
from argmap.reading import Reading, read

STEPS = 3  # from the claim in the middle of a view


def main(file: Path, folder: Path) -> None:
    """Draw them all into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, drawing in drawings(read(file)):
        if drawing.column is None:
            sys.exit(f"There is no drawing of {name}.")
        (folder / f"{name}.svg").write_text(standalone(drawing.column), "utf-8")


def drawings(reading: Reading) -> Iterator[tuple[str, Drawing]]:
    """The overview, and the views that it takes to see every claim, each with a name."""
    seen: set[str] = set()
    waiting = [("overview", View())]
    for name, view in waiting:
        if name in seen and neighbours(reading.map, name) <= seen:
            continue
        drawing = draw(reading, view, href="#c-{}".format, prefix="", options=Options())
        yield name, drawing
        new = [claim for claim in drawing.selection.claims if claim not in seen]
        seen.update(new)
        waiting += [(claim, View(focus=claim, depth=STEPS)) for claim in new if drawing.selection.hidden[claim]]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
