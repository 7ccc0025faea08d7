"""The files of a project in which a map's ids stand: its maps and the pages of its site."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from argmap import settings
from argmap.editing.manuscript import Edit, Manuscript, read_manuscript
from argmap.editing.pages import page_edits
from argmap.editing.renaming import Renaming, map_edits
from argmap.lines import lines_in
from argmap.notation.document import Scalar, read_document
from argmap.notation.parts import child
from argmap.pages.library import Library, shown
from argmap.sources import project_of

PAGE = ".md"
CONFIG = "mkdocs.yml"


def _read(path: Path) -> Manuscript:
    return read_manuscript(Path(shown(path)), blank=True)


@dataclass(frozen=True)
class Project:
    """A project's folder and its settings, as they are now; `read` gives the text of a file."""

    folder: Path
    settings: settings.Settings
    read: Callable[[Path], Manuscript] = _read

    @classmethod
    def here(cls) -> Project:
        """The project of the current folder. Raises `MapError` where its settings are unusable."""
        folder = project_of(Path.cwd() / CONFIG)
        return cls(folder, settings.load(folder))

    @cached_property
    def maps(self) -> Mapping[str, Path]:
        """The files of the project's maps, by the maps' names."""
        return Library(self.settings, self.folder).paths

    @cached_property
    def pages(self) -> Mapping[str, Path]:
        """The files of the site's pages, by their paths in its folder. What is hidden is none."""
        root = docs_of(self.folder)
        return {path.relative_to(root).as_posix(): path for path in _pages_in(root)}

    def renamed(self, renaming: Renaming) -> list[tuple[Manuscript, Manuscript]]:
        """Every file that speaks of an id, before and after. Raises what `edits` raises."""
        return [(manuscript, manuscript.edited(edits)) for manuscript, edits in self.edits(renaming)]

    def edits(self, renaming: Renaming) -> list[tuple[Manuscript, list[Edit]]]:
        """What to write in every file for a renaming, the map's first. Raises what `renaming.map_edits` raises."""
        own = self.read(self.maps[renaming.map])
        return [(own, map_edits(own, renaming)), *self.page_edits(renaming)]

    def page_edits(self, renaming: Renaming) -> Iterator[tuple[Manuscript, list[Edit]]]:
        """What to write in every page, and in the file of the site's settings."""
        texts = {page: self.read(path) for page, path in self.pages.items()}
        if (self.folder / CONFIG).is_file():
            texts[""] = self.read(self.folder / CONFIG)

        def read(page: str) -> str | None:
            return texts[page].text if page in texts else None

        return ((old, page_edits(old.text, page, renaming, read)) for page, old in texts.items())


def docs_of(folder: Path) -> Path:
    """The folder with the site's pages. MkDocs' own reader is not asked: it may run what the file names."""
    root = read_document(CONFIG, "\n".join(lines_in(folder / CONFIG))).root
    said = child(root, "docs_dir")
    return folder / (said.text if isinstance(said, Scalar) and said.text else "docs")


def _pages_in(root: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found = (Path(folder, name) for name in sorted(files) if name.endswith(PAGE))
        yield from (path for path in found if path.is_file())  # to open a pipe is to wait for its writer
