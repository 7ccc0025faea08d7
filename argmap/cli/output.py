"""Files that commands write: whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file. When that fails, a file that is there already stays as it was.

    A symbolic link is followed, and a file's permissions are kept. Raises OSError.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(content)  # a device or a pipe takes it; a folder says that it is one
        return
    target = Path(os.path.realpath(path))  # `resolve` raises RuntimeError for a loop of links
    # Beside the target: a file can only be moved in one piece within its file system.
    temporary = target.with_name(f".argmap-{os.urandom(8).hex()}")
    try:
        with temporary.open("xb") as file:
            file.write(content)
        if target.exists():
            _keep_mode(target, temporary)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _keep_mode(old: Path, new: Path) -> None:
    from shutil import copymode

    copymode(old, new)
