"""What the commands that edit files share: the diff of a dry run, and writing all files or none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.cli.report import CommandError

if TYPE_CHECKING:
    from argmap.editing.manuscript import Manuscript


def changed(pairs: Sequence[tuple[Manuscript, Manuscript]]) -> list[tuple[Manuscript, Manuscript]]:
    """The files, before and after, in which anything changes."""
    return [(old, new) for old, new in pairs if old.written != new.written]


def show(pairs: Sequence[tuple[Manuscript, Manuscript]]) -> None:
    """Print what changes, as a diff."""
    for old, new in pairs:
        print(old.diff(new, str(old.path)), end="")


def write(pairs: Sequence[tuple[Manuscript, Manuscript]]) -> None:
    """Write the files that change, all of them or none."""
    from argmap.editing.saving import write_all

    try:
        write_all({old.path: new.content for old, new in changed(pairs)})
    except OSError as error:
        why = error.strerror or str(error)
        raise CommandError(f"{error.filename} cannot be written: {why}. No file was changed.") from None
