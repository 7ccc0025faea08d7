"""What was made from something, kept under a key of all it was made from, so that nothing is made twice.

An entry is a file named by its key, written whole or not at all. The cache is a convenience: one that
cannot be read or written is passed over.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path


@cache
def code_digest(room: str) -> str:
    """The code of a room (`argmap.drawing`) and of what all rooms share, as a part of a key."""
    found = ((folder, part) for folder in (__package__, room) for part in files(folder).iterdir() if part.is_file())
    parts = sorted((folder, part.name, part.read_bytes()) for folder, part in found)
    return sha256(b"".join(f"{folder}/{name}".encode() + content for folder, name, content in parts)).hexdigest()


def key(room: str, *parts: object) -> str:
    """The key of what a room's code makes of some parts, by their `repr`: a changed line makes everything anew."""
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
    try:
        digest, _, content = (folder / name).read_bytes().partition(b"\n")
    except OSError:
        return None
    return content if sha256(content).hexdigest().encode() == digest else None


def store_bytes(folder: Path | None, name: str, content: bytes) -> None:
    """Keep some content, as `store` does a text."""
    if folder is None:
        return
    temporary = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=".")
        with os.fdopen(handle, "wb") as file:
            file.write(sha256(content).hexdigest().encode() + b"\n" + content)
        Path(temporary).replace(folder / name)
    except OSError:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()
