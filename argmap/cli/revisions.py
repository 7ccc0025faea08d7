"""Versions of a map out of git: a revision's files, read as if they lay here."""

from __future__ import annotations

import os
import posixpath
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from argmap.cli.report import CommandError
from argmap.findings import MapError
from argmap.pages.library import SUFFIXES, shown

if TYPE_CHECKING:
    from argmap.reading import Reading

TIME_LIMIT = 30.0  # seconds for each call of git
LARGEST = 5_000_000  # bytes, as of every file that argmap reads
_FILES = ("100644", "100755")  # neither a link nor another repository


class WorkTree(NamedTuple):
    """The files as they lie here, by their paths from the root of their repository."""

    root: Path
    called: str = "here"

    def has(self, path: str) -> bool:
        """Whether there is such a file."""
        return (self.root / path).is_file()

    def maps(self, folder: str) -> list[str]:
        """The paths of the maps in a folder."""
        found = (self.root / folder).rglob("*")
        return [file.relative_to(self.root).as_posix() for file in found if file.suffix in SUFFIXES and file.is_file()]

    def read(self, path: str) -> Reading:
        """The map at a path. Raises MapError."""
        from argmap import read

        return read(Path(shown(self.root / path)))


class Revision(NamedTuple):
    """A commit by its whole name, how the editor called it, and the root of its work tree."""

    commit: str
    called: str
    root: Path

    def has(self, path: str) -> bool:
        """Whether there was such a file."""
        return any(listed == path for listed, _ in _listed(self, path))

    def maps(self, folder: str) -> list[str]:
        """The paths of the maps in a folder."""
        below = _listed(self, "" if folder == "." else folder, recursive=True)
        return [path for path, _ in below if path.endswith(SUFFIXES)]

    def read(self, path: str) -> Reading:
        """The map at a path, with its sources as they were. Raises MapError and CommandError."""
        from argmap import read

        name = f"{self.called}:{path}"
        with _restored(self, path) as (file, project), _called(file, name):
            reading = read(file, project=project)
            findings = tuple(replace(finding, file=name) for finding in reading.findings)
            return replace(reading, map=replace(reading.map, file=name), findings=findings)


def work_tree() -> WorkTree:
    """The work tree that one is in. Raises CommandError where there is none."""
    words = ["rev-parse", "--show-toplevel"]
    root = _git(words, Path.cwd(), "This folder is in no git repository, and only git has revisions.")
    return WorkTree(Path(os.fsdecode(root.removesuffix(b"\n"))))


def revision(called: str) -> Revision:
    """The commit that an editor means. Raises CommandError."""
    if called.startswith("-"):
        raise CommandError(f"`{called}` is no revision: a revision does not begin with `-`.")
    root = work_tree().root
    words = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{called}^{{commit}}"]
    commit = _git(words, root, f"git knows no revision `{called}`.").decode().strip()
    return Revision(commit, called, root)


def in_repository(path: str, root: Path) -> str:
    """A path from here as one from the repository's root, with slashes. Raises CommandError."""
    try:
        found = Path(os.path.relpath(Path.cwd().resolve() / path, root.resolve())).as_posix()
    except ValueError:  # on another drive
        found = ".."
    if found.split("/")[0] == "..":
        raise CommandError(f"{path} is outside the repository.")
    return found


@contextmanager
def _restored(found: Revision, path: str) -> Iterator[tuple[Path, Path]]:
    """The map's file and its project's folder, in a folder of their own for as long as they are wanted."""
    from argmap.notation import read_map

    with TemporaryDirectory(prefix="argmap-") as folder:
        root = Path(folder)
        file = root / path
        content = _content(found, path)
        if content is None:
            raise MapError.unreadable_file(f"{found.called}:{path}", "There is no such file in that revision.")
        _write(file, content)
        with _called(file, f"{found.called}:{path}"):
            sources = read_map(file).sources.values()
        for source in sources:
            place = posixpath.normpath(posixpath.join(posixpath.dirname(path), source.file))
            inside = not place.startswith(("../", "/")) and place != ".."
            if inside and (text := _content(found, place)) is not None:
                _write(root / place, text)
        yield file, root / _project(found, path)


@contextmanager
def _called(file: Path, name: str) -> Iterator[None]:
    """Findings about a file say a name that means something to the editor."""
    try:
        yield
    except MapError as error:
        found = (replace(finding, file=name) if finding.file == str(file) else finding for finding in error.findings)
        raise MapError(found, unreadable=error.unreadable) from None


def _project(found: Revision, path: str) -> str:
    """The folder that the sources of a map lie in, as it was: the nearest above it with `mkdocs.yml`."""
    folder = posixpath.dirname(path)
    while folder and not _listed(found, f"{folder}/mkdocs.yml"):
        folder = posixpath.dirname(folder)
    return folder or "."


def _content(found: Revision, path: str) -> bytes | None:
    """The bytes of a file at a revision; None where there is no such file. Raises MapError where it is too large."""
    for listed, (size, blob) in _listed(found, path):
        if listed == path:
            if size > LARGEST:
                raise MapError.unreadable_file(f"{found.called}:{path}", "The file is larger than 5 MB.")
            return _git(["cat-file", "blob", blob], found.root, f"git cannot read {found.called}:{path}.")
    return None


def _listed(found: Revision, path: str, *, recursive: bool = False) -> list[tuple[str, tuple[int, str]]]:
    """The regular files at or below a path of a revision: their paths, sizes and blobs."""
    words = ["ls-tree", "-z", "-l", "--full-tree", *(["-r"] if recursive else []), found.commit]
    listing = _git([*words, "--", *([path] if path else [])], found.root, f"git cannot list {found.called}.")
    files = []
    for entry in filter(None, listing.split(b"\0")):
        about, _, name = entry.partition(b"\t")
        mode, kind, blob, size = about.decode().split()
        if kind == "blob" and mode in _FILES:
            files.append((os.fsdecode(name), (int(size), blob)))
    return files


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _git(words: list[str], folder: Path, failure: str) -> bytes:
    """What git answers. No shell, no prompt, nothing fetched; `failure` is what to say where it refuses."""
    # What a hook or a caller says of another repository would lead astray.
    kept = {
        name: value for name, value in os.environ.items() if name not in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")
    }
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
    command = ["git", "--no-pager", "--literal-pathspecs", *words]
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=kept | quiet,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TIME_LIMIT,
            check=False,
        )
    except FileNotFoundError:
        raise CommandError("There is no git on PATH, and only git has other revisions.") from None
    except subprocess.TimeoutExpired:
        raise CommandError(f"git did not answer within {TIME_LIMIT:g} seconds.") from None
    if done.returncode:
        raise CommandError(failure)
    return done.stdout
