"""Which maps a command is about: those that are named, or all of the project's."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.report import CommandError, unknown

if TYPE_CHECKING:
    from argmap.findings import Finding
    from argmap.model import View
    from argmap.pages.library import Library
    from argmap.reading import Reading


def library_here() -> Library:
    """The maps of the project that the current folder is in. Raises `MapError` where its settings are unusable."""
    from argmap import settings
    from argmap.pages.library import Library
    from argmap.sources import project_of

    project = project_of(Path("map.yml"))
    return Library(settings.load(project), project)


def maps_of(named: Sequence[Path]) -> tuple[list[Path], tuple[Finding, ...]]:
    """The maps' files, each once, and what is wrong with the folder that they were looked for in.

    Raises `CommandError` where the project has none, and `MapError` where its settings are unusable.
    """
    from argmap.pages.library import shown

    if named:
        return list(dict.fromkeys(named)), ()
    library = library_here()
    maps = [Path(shown(path)) for path in library.paths.values()]
    if not maps:
        where = shown(library.settings.maps)
        raise CommandError(
            f"There are no maps in {where}. Name a map, or set `maps` in [tool.argmap] of pyproject.toml."
        )
    return maps, library.findings


def view_of(reading: Reading, name: str | None) -> View:
    """The view of a map by its id, the whole map without one. Raises `CommandError`."""
    from argmap.model import View

    if name is None:
        return View()
    if name not in reading.map.views:
        raise unknown("view", reading.map.views, name)
    return reading.map.views[name]
