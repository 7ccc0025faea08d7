"""Files that commands write: whole or not at all."""

from __future__ import annotations

from pathlib import Path

from argmap.cli.report import CommandError


def write_file(file: str, content: bytes, what: str) -> None:
    """Write what an editor asked for into a file. Raises `CommandError` where that cannot be."""
    try:
        write_whole(Path(file), content)
    except OSError as error:
        why = "its folder does not exist" if isinstance(error, FileNotFoundError) else error.strerror or str(error)
        raise CommandError(f"The {what} cannot be written to {file}: {why}.") from None


def write_whole(path: Path, content: bytes) -> None:
    """Write a file. When that fails, a file that is there already stays as it was.

    A symbolic link is followed, and a file's permissions are kept. Raises OSError.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(content)  # a device or a pipe takes it; a folder says that it is one
        return
    from argmap.editing.saving import write_all

    write_all({path: content})
