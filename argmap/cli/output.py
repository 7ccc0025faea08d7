"""Files that commands write: whole or not at all."""

from __future__ import annotations

from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file. When that fails, a file that is there already stays as it was.

    A symbolic link is followed, and a file's permissions are kept. Raises OSError.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(content)  # a device or a pipe takes it; a folder says that it is one
        return
    from argmap.editing.saving import write_all

    write_all({path: content})
