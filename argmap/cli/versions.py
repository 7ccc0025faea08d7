"""Which versions of which maps are meant."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from argmap.cli.maps import library_here
from argmap.cli.report import CommandError
from argmap.cli.revisions import WorkTree, in_repository, revision, work_tree

if TYPE_CHECKING:
    from argmap.cli.revisions import Revision
    from argmap.reading import Reading

Read = Callable[[], "Reading | None"]  # None where a version has no such map


class Pair(NamedTuple):
    """Two versions of a map: what the map and the versions are called, and how to read them."""

    name: str
    old_name: str
    new_name: str
    old: Read
    new: Read


def pairs(old: str, new: str | None, maps: Iterable[Path]) -> list[Pair]:
    """What is to be compared with what.

    A version is a file, a revision's file (REV:PATH) or, with `maps` or with all maps of the project, a revision.
    Without a `new` one, the files that lie here are meant. Raises CommandError.
    """
    if maps or not _names_file(old):
        trees = revision(old), revision(new) if new is not None else work_tree()
        return list(_of_trees(*trees, maps))
    if new is None:
        if _is_file(old):
            raise CommandError("A file is compared with a second one, or with a revision: name both.")
        root, path = work_tree().root, _path_at(old)
        return [Pair(path, old, path, _reader(old), partial(_read, root / path))]
    if not _names_file(new):
        path = in_repository(old, work_tree().root) if _is_file(old) else _path_at(old)
        return [Pair(path, old, new, _reader(old), partial(revision(new).read, path))]
    return [Pair(new if _is_file(new) else _path_at(new), old, new, _reader(old), _reader(new))]


def _of_trees(old: Revision | WorkTree, new: Revision | WorkTree, maps: Iterable[Path]) -> Iterator[Pair]:
    """A pair for each of these maps, or of the project's, that a tree has."""
    paths = [in_repository(str(path), old.root) for path in maps] or _of_the_project(old, new)
    for path in paths:
        readers = [partial(tree.read, path) if tree.has(path) else _nothing for tree in (old, new)]
        if readers == [_nothing, _nothing]:
            raise CommandError(f"Neither {old.called} nor {new.called} has {path}.")
        yield Pair(path, old.called, new.called, *readers)


def _of_the_project(old: Revision | WorkTree, new: Revision | WorkTree) -> list[str]:
    """The maps that either tree has in the project's folder of maps."""
    folder = in_repository(str(library_here().settings.maps), old.root)
    return sorted({*old.maps(folder), *new.maps(folder)})


def _names_file(version: str) -> bool:
    return ":" in version or _is_file(version)


def _is_file(version: str) -> bool:
    """Whether a version is a path here, or was meant to be one."""
    return Path(version).exists() or (":" not in version and version.endswith((".yml", ".yaml")))


def _path_at(version: str) -> str:
    """The path of REV:PATH: as git has it from the root or, where it begins with a dot, from here."""
    path = version.partition(":")[2]
    return in_repository(path, work_tree().root) if path.startswith(("./", "../")) else posixpath.normpath(path)


def _reader(version: str) -> Read:
    if _is_file(version):
        return partial(_read, Path(version))
    return partial(revision(version.partition(":")[0]).read, _path_at(version))


def _read(path: Path) -> Reading:
    from argmap import read
    from argmap.pages.library import shown

    return read(Path(shown(path)) if path.is_absolute() else path)


def _nothing() -> None:
    """What a version without the map has."""
