"""A project's maps and pages as an editor works on them: what is open in it goes before what is on the disk."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from argmap import settings
from argmap.findings import MapError
from argmap.lines import lines_of
from argmap.lsp.answers import NOTHING_KNOWN, Known
from argmap.lsp.index import NOTHING
from argmap.lsp.look import Look, look_at
from argmap.pages.library import SUFFIXES
from argmap.review import AS_THEY_ARE
from argmap.sources import project_of

if TYPE_CHECKING:
    from argmap.reading import Policy

PAGE = ".md"
_MAP = re.compile(r"(\ufeff?|.*\n)[\"']?argmap[\"']?:\s", re.DOTALL)


@dataclass
class Opened:
    """A file that is open in the editor: the text as it is there, and the last looks at it that came to something.

    `look` is the last one that was finished, which may be of a text that has changed since.
    """

    path: Path
    version: int
    text: str
    look: Look | None = None
    known: Known = NOTHING_KNOWN

    @cached_property
    def lines(self) -> list[str]:
        """The text's lines."""
        return lines_of(self.text)

    def keep(self, look: Look) -> None:
        """Take a look; what it could not tell stays as it was last known."""
        self.look = look
        self.known = Known(look.index or self.known.ids, look.reading or self.known.reading)


@dataclass
class Project:
    """The project that a file belongs to: the folder, its maps by name, its pages."""

    folder: Path
    maps: Path
    policy: Policy
    pages: Path
    _read: dict[Path, tuple[tuple[int, int], Look]] = field(default_factory=dict)

    @classmethod
    def of(cls, file: Path) -> Project:
        """The project around a file. Settings that are not to be used are told by others: here they do not count."""
        folder = project_of(file)
        try:
            found = settings.load(folder)
        except MapError:
            return cls(folder, folder / settings.DEFAULTS["maps"], AS_THEY_ARE, _docs(folder))
        return cls(folder, found.maps, found.policy, _docs(folder))

    def map_files(self) -> dict[str, Path]:
        """Every map's file by the map's name."""
        found = sorted(path for path in self.maps.rglob("*") if path.suffix in SUFFIXES and path.is_file())
        return {self.name(path): path for path in reversed(found)}

    def name(self, path: Path) -> str:
        """What a map in a file is called: its path among the maps."""
        inside = path.is_relative_to(self.maps)
        return path.relative_to(self.maps).with_suffix("").as_posix() if inside else path.stem

    def page_files(self) -> Iterator[Path]:
        """Every page, in order; what is hidden is none."""
        for folder, folders, files in os.walk(self.pages):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            yield from (Path(folder, name) for name in sorted(files) if _is_page(folder, name))

    def look(self, path: Path) -> Look | None:
        """The map in a file on the disk, read once as long as it stays the same; None where there is no text."""
        try:
            status = path.stat()
            mark = (status.st_mtime_ns, status.st_size)
            if path not in self._read or self._read[path][0] != mark:
                text = path.read_text("utf-8-sig")
                self._read[path] = (mark, look_at(path, text, project=self.folder, policy=self.policy))
            return self._read[path][1]
        except (OSError, UnicodeDecodeError):
            return None


def is_map(path: Path, text: str, project: Project) -> bool:
    """Whether a file is a map: one in the folder of maps, or one that says so itself."""
    return path.suffix in SUFFIXES and (path.is_relative_to(project.maps) or bool(_MAP.match(text)))


def _is_page(folder: str, name: str) -> bool:
    return name.endswith(PAGE) and Path(folder, name).is_file()  # to open a pipe is to wait for its writer


def known_of(look: Look | None) -> Known:
    """What a look tells."""
    return Known(look.index or NOTHING, look.reading) if look else NOTHING_KNOWN


def _docs(folder: Path) -> Path:
    """The folder with the site's pages. MkDocs' own reader is not asked: it may run what the file names."""
    try:
        named = re.search(
            r"^docs_dir:\s*[\"']?([^\"'#\n]+?)[\"']?\s*(#.*)?$", (folder / "mkdocs.yml").read_text("utf-8"), re.M
        )
    except (OSError, UnicodeDecodeError):
        named = None
    return folder / (named[1] if named else "docs")
