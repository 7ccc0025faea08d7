"""Files that are written together: whole, and all of them or none as far as that can be."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write files. What can fail is done for all of them before the first one is replaced.

    Symbolic links are followed and permissions kept; a file that may not be written is not replaced.
    Raises OSError that names the file, and then every file is as it was unless its file system broke between two
    renamings.
    """
    with ExitStack() as temporaries:
        ready = [(path, _beside(path, content, temporaries)) for path, content in contents.items()]
        for path, temporary in ready:
            with _naming(path):
                temporary.replace(os.path.realpath(path))


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Have an error name the file: of the temporary one beside it nobody has heard."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _beside(path: Path, content: bytes, temporaries: ExitStack) -> Path:
    """A temporary file with the content, which only has to be renamed."""
    target = Path(os.path.realpath(path))  # `resolve` raises RuntimeError for a loop of links
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    # Beside the target: a file can only be moved in one piece within its file system.
    temporary = target.with_name(f".argmap-{os.urandom(8).hex()}")
    temporaries.callback(temporary.unlink, missing_ok=True)
    with _naming(path):
        with temporary.open("xb") as file:
            file.write(content)
        if target.exists():
            shutil.copymode(target, temporary)
    return temporary
