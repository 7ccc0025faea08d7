"""The bench: what is open in the editor, and around it the project's other files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from argmap.editing.manuscript import Manuscript
from argmap.editing.project import PAGE
from argmap.lines import lines_in
from argmap.lsp.index import Index, index
from argmap.lsp.look import Look, Stale
from argmap.lsp.project import Opened, Project, is_map, known_of
from argmap.lsp.quoting import Repair, repairs
from argmap.notation.document import read_document

if TYPE_CHECKING:
    from argmap.lsp.answers import Known
    from argmap.lsp.places import Range


class Bench:
    """The open files. What is asked of one is answered from its text as it is in the editor."""

    def __init__(self) -> None:
        self.opened: dict[Path, Opened] = {}
        self._projects: dict[Path, Project] = {}

    def put(self, path: Path, version: int, text: str) -> Opened:
        """Take a file's new text; what was known of the old one is known until the new one has been looked at."""
        before = self.opened.get(path)
        now = Opened(path, version, text, before.look, before.known) if before else Opened(path, version, text)
        self.opened[path] = now
        return now

    def drop(self, path: Path) -> None:
        """Forget a file that is no longer open."""
        self.opened.pop(path, None)

    def project(self, path: Path) -> Project:
        """The project of a file; its settings are read when the first file of a folder is asked about."""
        if path.parent not in self._projects:
            self._projects[path.parent] = Project.of(path, self.manuscript)
        return self._projects[path.parent]

    def look(self, opened: Opened) -> Look:
        """A look at an open map, and keep it. Raises `Stale` as soon as another version has come meanwhile."""

        def stale() -> bool:
            return self.opened.get(opened.path) is not opened

        look = self.project(opened.path).look_at(opened.path, opened.text, stale)
        if stale():
            raise Stale
        opened.keep(look)
        return look

    def is_map(self, path: Path) -> bool:
        """Whether an open file is a map."""
        return path in self.opened and is_map(path, self.opened[path].text, self.project(path))

    def is_page(self, path: Path) -> bool:
        """Whether a file is a page."""
        return path.suffix == PAGE

    def lines(self, path: Path) -> list[str]:
        """A file's lines: those in the editor, else those on the disk; none where there is no text."""
        if path in self.opened:
            return self.opened[path].lines
        return lines_in(path)

    def manuscript(self, path: Path) -> Manuscript:
        """A file's text as editing knows it; what has none is empty."""
        return Manuscript(path, "\n".join(self.lines(path)))

    def known(self, path: Path) -> Known:
        """What is known of a map, open or not."""
        if path in self.opened:
            return self.opened[path].known
        return known_of(self.project(path).look(path))

    def current(self, path: Path) -> Index | None:
        """The ids of a map just as it stands; None where it is no YAML."""
        lines = self.lines(path)
        root = read_document(str(path), "\n".join(lines)).root
        return index(root, lines) if root is not None else None

    def repairs(self, path: Path, wanted: Range) -> list[Repair]:
        """What can be done about quotes in these lines, where the last look was at the text as it is."""
        opened = self.opened.get(path)
        look = opened.look if opened else None
        return list(repairs(look, wanted)) if opened and look and look.text == opened.text else []
