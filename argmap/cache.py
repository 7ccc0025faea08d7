"""What was made from something, kept under a key of all it was made from, so that nothing is made twice.

An entry is a file named by its key, written whole or not at all. The cache is a convenience: one that
cannot be read or written is passed over. What has not been used for longest goes first where it grows too large.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

FRESH = 3_600.0  # seconds: how old the mark of an entry's last use may be, and how long half a file is left alone
ROOM = 0.9  # of the limit: what is left when a cache has outgrown it, so that it does not do so again at once
FORGED = (
    *(ArithmeticError, AttributeError, EOFError, LookupError, MemoryError, RecursionError, TypeError, ValueError),
)
"""What it may end in to read an entry that `store` never wrote; a key has the code in it, so none is out of date."""
_ENTRY = re.compile(r"[0-9a-f]{64}\.[a-z]+")
_HALF = ".half-"  # begins the names of entries that are being written


class Entry(NamedTuple):
    """Something that is kept: what kind it is of, its bytes, and when it was last used, in seconds of the epoch."""

    path: Path
    kind: str
    size: int
    used: float


@cache
def code_digest(room: str) -> str:
    """The code of a room (`argmap.drawing`) and of what all rooms share, as a part of a key."""
    from hashlib import sha256

    here = Path(__file__).parent
    folders = {"argmap": here, room: here.joinpath(*room.split(".")[1:])}
    found = ((name, part) for name, folder in folders.items() for part in folder.iterdir() if part.is_file())
    parts = sorted((name, part.name, part.read_bytes()) for name, part in found)
    return sha256(b"".join(f"{name}/{file}".encode() + content for name, file, content in parts)).hexdigest()


def key(room: str, *parts: object) -> str:
    """The key of what a room's code makes of some parts, by their `repr`: a changed line makes everything anew."""
    from hashlib import sha256

    return sha256(repr((code_digest(room), parts)).encode()).hexdigest()


def load(folder: Path | None, name: str) -> str | None:
    """An entry's text, or None where there is none, or a damaged one."""
    content = load_bytes(folder, name)
    # What its digest vouches for was written by `store`.
    return None if content is None else content.decode()


def store(folder: Path | None, name: str, text: str) -> None:
    """Keep a text. Where that fails (a full disk, a folder one may not write to) it is made again next time."""
    store_bytes(folder, name, text.encode())


def load_bytes(folder: Path | None, name: str) -> bytes | None:
    """An entry's content, or None where there is none, or a damaged one."""
    if folder is None:
        return None
    import zlib
    from hashlib import sha256

    path = folder / name
    try:
        digest, _, packed = path.read_bytes().partition(b"\n")
        if sha256(packed).hexdigest().encode() != digest:
            return None
        content = zlib.decompress(packed)
    except (OSError, zlib.error):
        return None
    # That it was used is worth a mark now and then, not at every use; and who may only read can leave none.
    with suppress(OSError):
        if time.time() - path.stat().st_mtime > FRESH:
            os.utime(path)
    return content


def store_bytes(folder: Path | None, name: str, content: bytes) -> None:
    """Keep some content, as `store` does a text."""
    if folder is None:
        return
    import tempfile
    import zlib
    from hashlib import sha256

    packed = zlib.compress(content, 1)  # much of what is kept is alike; more time would make it little smaller
    temporary = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=_HALF)
        with os.fdopen(handle, "wb") as file:
            file.write(sha256(packed).hexdigest().encode() + b"\n" + packed)
        Path(temporary).replace(folder / name)
    except OSError:
        if temporary:
            _remove(Path(temporary))


def entries(folder: Path) -> list[Entry]:
    """All that is kept in a folder, in no order. Raises OSError where it cannot be read."""
    return [
        Entry(Path(file.path), file.name.rpartition(".")[2], status.st_size, status.st_mtime)
        for file, status in _files(folder)
        if _ENTRY.fullmatch(file.name)
    ]


def trim(folder: Path | None, limit: int) -> None:
    """Let go of what was not used for longest where there are more bytes than the limit, and of half-written files.

    Looks through the whole folder: to be done once, when all has been stored. Where that fails, it is done next time.
    """
    if folder is None:
        return
    with suppress(OSError):
        _sweep(folder)
        kept = entries(folder)
        size = sum(entry.size for entry in kept)
        if size <= limit:
            return
        for entry in sorted(kept, key=lambda entry: entry.used):
            if size <= limit * ROOM:
                break
            _remove(entry.path)
            size -= entry.size


def clear(folder: Path) -> None:
    """Let go of all that is kept in a folder, where there is one, and of nothing else in it.

    Raises OSError where the folder cannot be read, or an entry cannot be removed.
    """
    if not folder.exists():
        return
    for entry in entries(folder):
        entry.path.unlink(missing_ok=True)
    _sweep(folder, older_than=0.0)
    with suppress(OSError):
        folder.rmdir()  # where nothing else is in it


def _sweep(folder: Path, *, older_than: float = FRESH) -> None:
    """Remove what was being written by who was ended before it was whole."""
    for file, status in _files(folder):
        if file.name.startswith(_HALF) and time.time() - status.st_mtime >= older_than:
            _remove(Path(file.path))


def _files(folder: Path) -> Iterator[tuple[os.DirEntry[str], os.stat_result]]:
    with os.scandir(folder) as found:
        for file in found:
            # Another build may remove what this one has just found.
            with suppress(FileNotFoundError):
                if file.is_file(follow_symlinks=False):
                    yield file, file.stat()


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
