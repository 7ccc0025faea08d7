"""What is drawn of a map: one sheet, or of a large map one for each of its branches, whose marks lead to each other."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from argmap.branches import OVERVIEW, file_name, lower_end
from argmap.model import View

if TYPE_CHECKING:
    from argmap.reading import Reading


class Sheet(NamedTuple):
    """A view of a map, and the file that it is drawn to."""

    view: View
    output: str
    beside: tuple[str, ...] = ()
    """The names of the branches that have files: in a folder that is named as the overview's file is."""

    def href(self, to: str) -> str:
        """The address of a branch's file; or of a claim, which is its own card, since a file has no page to lead to.

        A card's id in a column begins with "c-".
        """
        if to not in self.beside:
            return f"#c-{lower_end(to)}"
        stem, ending = posixpath.splitext(posixpath.basename(self.output))
        folder = f"{stem}/" if self.view.branch == OVERVIEW else ""
        return quote(f"{folder}{file_name(to)}{ending}")


def sheets_of(reading: Reading, view: View, output: str, *, room: bool) -> list[Sheet]:
    """The view alone; but where there is `room` for it, the whole of a large map with all its branches."""
    if not room or view != View() or reading.branches is None:
        return [Sheet(view, output)]
    parts = tuple(reading.branches.parts)
    whole = Path(output)
    files = {
        name: whole if name == OVERVIEW else whole.with_suffix("") / f"{file_name(name)}{whole.suffix}"
        for name in parts
    }
    return [Sheet(View(branch=name), str(file), parts) for name, file in files.items()]
