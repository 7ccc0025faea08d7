"""Where files lie in the repository they belong to."""

from __future__ import annotations

import os
from pathlib import Path


def path_in_repository(file: str) -> str:
    """A file's path from the root of its repository, with slashes; from here, where it is in none."""
    path = Path(os.path.normpath(Path.cwd() / file))
    root = next((folder for folder in path.parents if _has_git(folder)), Path.cwd())
    try:
        return Path(os.path.relpath(path, root)).as_posix()
    except ValueError:  # on another drive
        return path.as_posix()


def _has_git(folder: Path) -> bool:
    """Whether a folder is a repository's root: it has a folder `.git` or, as a second work tree, a file."""
    try:
        return (folder / ".git").exists()
    except OSError:
        return False
