"""The maps of a project, each read once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.findings import Finding, MapError, Severity, meant
from argmap.reading import Reading, read

if TYPE_CHECKING:
    from argmap.settings import Settings

SUFFIXES = (".yml", ".yaml")


class Library:
    """The maps in a folder, known by their paths in it without the ending: `harbour`, `2016/harbour`.

    A library is as the folder was when it was first looked into; for a new look take a new one, which remembers of
    the one `before` it what maps were when they could be read.
    """

    def __init__(self, settings: Settings, project: Path, *, before: Library | None = None) -> None:
        self.settings = settings
        self.project = project
        self._read: dict[str, Reading | MapError] = {}
        # Each map as it was when it could last be read, by this library or one before it.
        self._good: dict[str, Reading] = dict(before._good) if before and before.settings.maps == settings.maps else {}

    @property
    def names(self) -> tuple[str, ...]:
        """Every map of the folder, in order."""
        return tuple(self.paths)

    @property
    def files(self) -> tuple[Path, ...]:
        """The maps' own files and those of their sources, whether or not these can be read."""
        folders = {name: path.parent for name, path in self.paths.items()}
        sources = (
            folders[name] / source.file
            for name in self.names
            if isinstance(reading := self.get(name), Reading)
            for source in reading.map.sources.values()
        )
        return (*self.paths.values(), *(Path(os.path.normpath(path)) for path in sources))

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the folder: files that share a name."""
        return tuple(
            Finding(
                shown(path),
                0,
                0,
                "same-name",
                Severity.WARNING,
                f"This file is passed over: `{shown(kept)}` has the same name",
                "keep one of the two",
            )
            for path in self._files
            if (kept := self.paths[self._name(path)]) != path
        )

    def get(self, name: str) -> Reading | MapError:
        """A map read, or why it cannot be."""
        if name not in self._read:
            self._read[name] = self._load(name)
        return self._read[name]

    def shown(self, name: str) -> Reading | MapError:
        """The same; but for a map with mistakes that could be read in the library before, as it was then.

        Only an editor who looks at the site while the map is written has a library before.
        """
        found = self.get(name)
        return found if isinstance(found, Reading) else self._good.get(name, found)

    def path(self, name: str) -> Path | None:
        """The file of a map."""
        return self.paths.get(name)

    def unknown(self, name: str) -> Finding:
        """What is to be said of a name that no map has."""
        folder = shown(self.settings.maps)
        hint = meant(name, self.names, f"maps are looked for in {folder}")
        return Finding(folder, 0, 0, "unknown-map", Severity.ERROR, f"There is no map named `{name}`", hint)

    def _load(self, name: str) -> Reading | MapError:
        path = self.path(name)
        if path is None:
            return MapError([self.unknown(name)], unreadable=True)
        try:
            found = read(
                Path(shown(path)), project=self.project, cache=self.settings.cache, policy=self.settings.policy
            )
            # The reader knows a map by its file; a site knows it by its place among the others.
            found = replace(found, name=name)
        except MapError as error:
            return error
        self._good[name] = found
        return found

    @cached_property
    def paths(self) -> Mapping[str, Path]:
        """The maps' files by the maps' names, in their order."""
        paths: dict[str, Path] = {}
        for path in self._files:
            paths.setdefault(self._name(path), path)
        return dict(sorted(paths.items()))

    @cached_property
    def _files(self) -> tuple[Path, ...]:
        found = (path for path in self.settings.maps.rglob("*") if path.suffix in SUFFIXES and path.is_file())
        # Of two files with one name the first is taken: the shorter ending's.
        return tuple(sorted(found, key=lambda path: (path.parent, path.stem, len(path.suffix))))

    def _name(self, path: Path) -> str:
        return path.relative_to(self.settings.maps).with_suffix("").as_posix()


def shown(path: Path) -> str:
    """A path as an editor would write it here. No page or message tells where on a machine a project lies."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # on another drive
        return path.as_posix()
