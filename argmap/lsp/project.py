"""A project's maps and pages as an editor works on them: what is open in it goes before what is on the disk."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from argmap import settings
from argmap.editing.project import Project as Files
from argmap.findings import MapError
from argmap.lines import lines_of
from argmap.lsp.answers import NOTHING_KNOWN, Known
from argmap.lsp.index import NOTHING
from argmap.lsp.look import Look, look_at
from argmap.pages.library import SUFFIXES
from argmap.sources import project_of

if TYPE_CHECKING:
    from argmap.editing.manuscript import Manuscript

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
    """The project that a file belongs to, as an editor works on it: `read` gives the text of each of its files."""

    folder: Path
    settings: settings.Settings
    read: Callable[[Path], Manuscript]
    _looks: dict[Path, tuple[tuple[int, int], Look]] = field(default_factory=dict)

    @classmethod
    def of(cls, file: Path, read: Callable[[Path], Manuscript]) -> Project:
        """The project around a file. Settings that are not to be used are told by others: here they do not count."""
        folder = project_of(file)
        try:
            found = settings.load(folder)
        except MapError:
            found = settings.Settings(folder / settings.DEFAULTS["maps"])
        return cls(folder, found, read)

    @property
    def files(self) -> Files:
        """The maps and pages that there are now."""
        return Files(self.folder, self.settings, self.read)

    def name(self, path: Path) -> str:
        """What a map in a file is called: its path among the maps."""
        maps = self.settings.maps
        return path.relative_to(maps).with_suffix("").as_posix() if path.is_relative_to(maps) else path.stem

    def look(self, path: Path) -> Look | None:
        """The map in a file on the disk, read once as long as it stays the same; None where there is no text."""
        try:
            status = path.stat()
            mark = (status.st_mtime_ns, status.st_size)
            if path not in self._looks or self._looks[path][0] != mark:
                self._looks[path] = (mark, self.look_at(path, path.read_text("utf-8")))
            return self._looks[path][1]
        except (OSError, UnicodeDecodeError):
            return None

    def look_at(self, path: Path, text: str, stale: Callable[[], bool] = bool) -> Look:
        """A look at the text of one of its maps. Raises `Stale` as `look.look_at`."""
        return look_at(path, text, project=self.folder, policy=self.settings.policy, stale=stale)


def is_map(path: Path, text: str, project: Project) -> bool:
    """Whether a file is a map: one in the folder of maps, or one that says so itself."""
    return path.suffix in SUFFIXES and (path.is_relative_to(project.settings.maps) or bool(_MAP.match(text)))


def known_of(look: Look | None) -> Known:
    """What a look tells."""
    return Known(look.index or NOTHING, look.reading) if look else NOTHING_KNOWN
