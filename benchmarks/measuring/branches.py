"""Draw the overview of a large map and every branch that it leads to: `python branches.py map.yml folder`."""

from __future__ import annotations

import sys
from pathlib import Path

from argmap.branches import lower_end
from argmap.drawing import draw_columns, standalone
from argmap.model import View
from argmap.reading import Reading, read


def main(file: Path, folder: Path) -> None:
    """Draw them all into a folder, where no page leads from one to another."""
    folder.mkdir(parents=True, exist_ok=True)
    views = parts(read(file))
    columns = draw_columns(views, href=lambda to: f"#c-{lower_end(to)}", prefix="c-")
    for (_, view), column in zip(views, columns, strict=True):
        if column.svg is None:
            sys.exit(str(column.findings[0]))
        (folder / f"map{view.branch}.svg").write_text(standalone(column.svg), "utf-8")


def parts(reading: Reading) -> list[tuple[Reading, View]]:
    """What a site has a page for each of, the overview first: every claim has its place in one of them."""
    if reading.branches is None:
        sys.exit(f"{reading.map.file} is drawn as a whole.")
    return [(reading, View(branch=name)) for name in reading.branches.parts]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
