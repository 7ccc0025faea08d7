"""The files that a reading was made from, and whether they are as they were."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argmap.reading import Reading


class Origin(NamedTuple):
    """A source by its id, and its file: the path as the map has it, where that leads in the project, and a digest."""

    source: str
    file: str
    place: str
    digest: str

    def unchanged(self, folder: Path, project: Path) -> bool:
        """Whether the path still leads there from the map's folder, to the same content."""
        path = Path(os.path.realpath(folder / self.file))
        return path == project.resolve() / self.place and digest(content_of(path)) == self.digest


def origins(reading: Reading, project: Path) -> tuple[Origin, ...] | None:
    """Where a reading's sources come from; None where one could not be read, or has changed since."""
    from argmap.sources import normal

    found = []
    for source in reading.map.sources.values():
        text = reading.anchoring.texts.get(source.id)
        content = content_of(text.path) if text else None
        if text is None or content is None or normal(content.decode("utf-8-sig", "replace")) != text.text:
            return None
        place = os.path.relpath(text.path, project.resolve())
        found.append(Origin(source.id, source.file, place, sha256(content).hexdigest()))
    return tuple(found)


def digest(content: bytes | None) -> str | None:
    """A digest of a file's content, if it could be read."""
    return None if content is None else sha256(content).hexdigest()


def content_of(path: Path) -> bytes | None:
    """A regular file's content, if it can be read."""
    try:
        # Asked before opening: to open a fifo is to wait for its writer.
        if path.is_file():
            return path.read_bytes()
    except (OSError, ValueError):
        pass
    return None
