"""The files of a project in which a map's ids stand: its maps and the pages of its site."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from argmap import settings
from argmap.editing.manuscript import Manuscript, read_manuscript
from argmap.editing.pages import page_edits
from argmap.editing.renaming import Renaming, renamed
from argmap.pages.library import Library, shown
from argmap.sources import project_of


@dataclass(frozen=True)
class Project:
    """A project's folder."""

    folder: Path

    @classmethod
    def here(cls) -> Project:
        """The project of the current folder."""
        return cls(project_of(Path.cwd() / "here"))

    @cached_property
    def maps(self) -> dict[str, Path]:
        """The files of the project's maps, by the maps' names. Raises `MapError` where its settings are unusable."""
        library = Library(settings.load(self.folder), self.folder)
        paths = {name: library.path(name) for name in library.names}
        return {name: Path(shown(path)) for name, path in paths.items() if path}

    def renamed(self, renaming: Renaming) -> list[tuple[Manuscript, Manuscript]]:
        """Every file that speaks of an id, before and after. Raises what `renaming.renamed` and reading raise."""
        own = read_manuscript(self.maps[renaming.map])
        pages = {path.relative_to(self._docs).as_posix(): path for path in sorted(self._docs.rglob("*.md"))}
        texts = {page: read_manuscript(Path(shown(path)), blank=True) for page, path in pages.items() if path.is_file()}
        settings_file = self.folder / "mkdocs.yml"
        if settings_file.is_file():
            texts[""] = read_manuscript(Path(shown(settings_file)), blank=True)

        def read(page: str) -> str | None:
            return texts[page].text if page in texts else None

        edited = [(old, old.edited(page_edits(old.text, page, renaming, read))) for page, old in texts.items()]
        return [(own, renamed(own, renaming)), *edited]

    @cached_property
    def _docs(self) -> Path:
        """The folder of the site's pages."""
        try:
            root = yaml.compose((self.folder / "mkdocs.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
        except (OSError, ValueError, yaml.YAMLError):
            root = None
        fields = root.value if isinstance(root, yaml.MappingNode) else []
        said = [value.value for key, value in fields if key.value == "docs_dir" and isinstance(value.value, str)]
        return self.folder / (said[0] if said else "docs")
