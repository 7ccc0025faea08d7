"""The file of a source: inside the project, a regular file, UTF-8, not too large."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.findings import Finding, Severity

if TYPE_CHECKING:
    from argmap.model import Source

LARGEST = 5_000_000
"""The most bytes a source may have."""


class SourceError(Exception):
    """A source that cannot be read, with the one finding that says why."""

    def __init__(self, source: Source, rule: str, message: str, hint: str = "") -> None:
        self.finding = Finding(*source.file_place, rule, Severity.ERROR, message, hint)
        super().__init__(str(self.finding))


def project_of(map_file: Path) -> Path:
    """The folder a map's sources may not leave.

    The nearest one above the map with `mkdocs.yml`, else with `.git`, else the map's own.
    """
    own = map_file.parent.resolve()
    for mark in ("mkdocs.yml", ".git"):
        for folder in (own, *own.parents):
            if _is_there(folder / mark):
                return folder
    return own


def _is_there(path: Path) -> bool:
    """Whether there is something at a path; where one may not look, there is nothing."""
    try:
        return path.exists()
    except OSError:
        return False


def read(source: Source, *, map_file: Path, project: Path) -> tuple[Path, str]:
    """The resolved path of a source and its content, a leading BOM removed. Raises SourceError."""
    try:
        path = (map_file.parent / source.file).resolve()
        inside = path.is_relative_to(project.resolve())
        if not inside:
            raise SourceError(
                source,
                "source-outside",
                f"The source file `{source.file}` is outside the project.",
                "sources must lie in the folder that has mkdocs.yml, symbolic links followed",
            )
        return path, _decoded(source, _bytes(source, path))
    except FileNotFoundError:
        hint = _meant(source.file, map_file.parent, project)
        raise SourceError(source, "source-missing", f"There is no source file `{source.file}`.", hint) from None
    except (OSError, RuntimeError, ValueError) as error:
        # A loop of links is a RuntimeError until Python 3.13; a NUL in a path is a ValueError.
        why = error.strerror if isinstance(error, OSError) and error.strerror else "the path cannot be followed"
        message = f"The source file `{source.file}` cannot be read: {why}."
        raise SourceError(source, "source-unreadable", message) from None


def _bytes(source: Source, path: Path) -> bytes:
    # Asked before opening: to open a fifo is to wait for its writer.
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise SourceError(source, "source-not-a-file", f"The source file `{source.file}` is a folder.")
    if not stat.S_ISREG(status.st_mode):
        raise SourceError(source, "source-not-a-file", f"The source file `{source.file}` is not a regular file.")
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        message = f"The source file `{source.file}` has more than {LARGEST // 1_000_000} MB."
        raise SourceError(source, "source-too-large", message, "give the part of the text that the map is about")
    return content


def _decoded(source: Source, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = (
            f"The source file `{source.file}` is not UTF-8: line {line} has the byte 0x{content[error.start]:02x}."
        )
        raise SourceError(source, "source-encoding", message, "save it as UTF-8") from None


def _meant(file: str, folder: Path, project: Path) -> str:
    """A hint at the path that was probably meant, if there is one."""
    wanted = folder / file
    try:
        if (project / file).is_file():
            path = os.path.relpath(project / file, folder).replace(os.sep, "/")
            return f"paths are relative to the map's own file: did you mean `{path}`?"
        names = sorted(entry.name for entry in wanted.parent.iterdir() if entry.is_file())
    except OSError:
        names = []
    from difflib import get_close_matches  # hardly ever wanted

    close = get_close_matches(wanted.name, names, n=1)
    if close:
        return f"did you mean `{file[: len(file) - len(wanted.name)]}{close[0]}`?"
    return "paths are relative to the map's own file"
