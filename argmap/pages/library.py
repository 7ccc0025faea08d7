"""The maps of a project, each read once."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.findings import MapError
from argmap.reading import Reading, read

if TYPE_CHECKING:
    from argmap.settings import Settings

SUFFIXES = (".yml", ".yaml")


class Library:
    """The maps in a folder, known by their paths in it without the ending: `harbour`, `2016/harbour`."""

    def __init__(self, settings: Settings, project: Path) -> None:
        self.settings = settings
        self.project = project
        self._read: dict[str, Reading | MapError] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """Every map of the folder, in order."""
        return tuple(sorted(path.relative_to(self.settings.maps).with_suffix("").as_posix() for path in self._files()))

    @property
    def files(self) -> tuple[Path, ...]:
        """The maps' own files and those of their sources."""
        sources = [
            text.path
            for name in self.names
            if isinstance(reading := self.get(name), Reading)
            for text in reading.anchoring.texts.values()
        ]
        return (*self._files(), *sources)

    def get(self, name: str) -> Reading | MapError:
        """A map read, or why it cannot be."""
        if name not in self._read:
            self._read[name] = self._load(name)
        return self._read[name]

    def path(self, name: str) -> Path | None:
        """The file of a map."""
        candidates = (self.settings.maps / f"{name}{suffix}" for suffix in SUFFIXES)
        return next((path for path in candidates if path.is_file()), None)

    def _load(self, name: str) -> Reading | MapError:
        path = self.path(name) if name in self.names else None
        if path is None:
            folder = self._shown(self.settings.maps)
            close = get_close_matches(name, self.names, 1)
            hint = f"did you mean `{close[0]}`?" if close else f"maps are looked for in {folder}"
            return MapError.unreadable_file(f"{folder}/{name}.yml", f"There is no map named `{name}`", hint)
        try:
            return read(Path(self._shown(path)) if self.project == Path.cwd() else path, project=self.project)
        except MapError as error:
            return error

    def _files(self) -> list[Path]:
        folder = self.settings.maps
        return sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES and path.is_file())

    def _shown(self, path: Path) -> str:
        """A path as an editor would write it."""
        return path.relative_to(self.project).as_posix() if path.is_relative_to(self.project) else str(path)
