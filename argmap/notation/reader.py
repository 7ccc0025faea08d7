"""A map's file, read: all that is wrong with it in one go, or the map."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.findings import MapError

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

LARGEST = 5_000_000
"""How many bytes a map's file may have."""


def read_map(path: Path, *, cache: Path | None = None, text: str | None = None) -> ArgumentMap:
    """Read the map in a file, or find it in the cache's folder, where it was kept when its text was the same.

    With a `text` that is what the file says, whatever it may say by now. Raises `MapError` with every finding; it is
    `unreadable` where the file cannot be had as YAML at all.
    """
    text, file = (read_text(path) if text is None else text).removeprefix("\ufeff"), str(path)
    if cache is None:
        return parse_map(text, file)
    from argmap.notation import kept

    found = kept.load(cache, text, file)
    if found is None:
        found = parse_map(text, file)
        kept.store(cache, text, found)
    return found


def parse_map(text: str, file: str) -> ArgumentMap:
    """Read a map from its text; `file` is the name that its places carry. Raises `MapError`."""
    # To load what checks a map takes longer than to check one, and a map that is kept needs none of it.
    from argmap.notation import parsing

    return parsing.parse_map(text, file)


def read_text(path: Path, *, blank: bool = False) -> str:
    """The text of a map's file as it is, a byte order mark and its line breaks included.

    Raises `MapError`, `unreadable`, where there is none; `blank` lets a file have nothing in it, as a page may.
    """
    data = _bytes(path)
    if len(data) > LARGEST:
        limit = f"{LARGEST // 1_000_000} MB"
        raise MapError.unreadable_file(str(path), f"The file is larger than {limit}.", "split the map into several")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise MapError.unreadable_file(
            str(path), f"The file is not UTF-8: line {line} has a byte that is none.", "save it as UTF-8"
        ) from error
    if not blank and not text.removeprefix("\ufeff").strip():
        raise MapError.unreadable_file(str(path), "The file is empty.", "begin with `argmap: 1`")
    if "\0" in text:
        raise MapError.unreadable_file(str(path), "The file holds NUL bytes: it is not a text.", "save it as UTF-8")
    return text


def _bytes(path: Path) -> bytes:
    """The file's bytes, at most one more than a map may have."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISREG(mode):
            with path.open("rb") as file:
                return file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise MapError.unreadable_file(str(path), "There is no such file.", "check its name and folder") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise MapError.unreadable_file(str(path), f"The file cannot be read: {reason}.") from error
    what = "a directory" if stat.S_ISDIR(mode) else "not a regular file"
    raise MapError.unreadable_file(str(path), f"This is {what}, and a map is a file.")
