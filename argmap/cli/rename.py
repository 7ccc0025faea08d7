"""Change the id of a claim, an argument, a group, an actor, a source or a view wherever it stands.

In its map, and in every page of the site: links, fences, the addresses of what a reader has chosen. Run it in the
project's folder. Ids in different maps are separate: where several maps have the old one, say which with --in.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.arguments import add_dry_run
from argmap.cli.edits import changed, show, write
from argmap.cli.report import CommandError, Status, unknown

if TYPE_CHECKING:
    from argmap.editing.project import Project
    from argmap.editing.references import Kind
    from argmap.editing.renaming import Renaming

HELP = "change an id in its map and in every page"
KINDS = ("claim", "argument", "group", "actor", "source", "view")
_Found = list[tuple[str, "Kind"]]


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("old", metavar="OLD", help="the id as it is")
    parser.add_argument("new", metavar="NEW", help="the id as it is to be")
    parser.add_argument("--in", dest="map", metavar="MAP", help="the map, by its name or its file")
    parser.add_argument("--kind", choices=KINDS, help="what it is the id of, where several things of a map have it")
    add_dry_run(parser)


def run(options: argparse.Namespace) -> int:
    """Rename in every file, or in none."""
    from argmap.editing.meaning import ChangedMeaningError
    from argmap.editing.project import Project
    from argmap.editing.renaming import RefusedRenamingError

    project = Project.here()
    try:
        pairs = project.renamed(_renaming(project, options))
    except (ChangedMeaningError, RefusedRenamingError) as error:
        raise CommandError(str(error)) from error
    changes = changed(pairs)
    if options.dry_run:
        show(changes)
        return Status.ERRORS if changes else Status.FINE
    write(changes)
    for old, _ in changes:
        print(f"{old.path}: `{options.old}` is now `{options.new}`")
    return Status.FINE


def _renaming(project: Project, options: argparse.Namespace) -> Renaming:
    """What is to be renamed where. Raises `CommandError` where that is not one thing."""
    from argmap.editing.renaming import A, Renaming

    ids = {name: _ids(path) for name, path in _maps(project, options.map).items()}
    found = [
        (name, kind)
        for name, kinds in ids.items()
        for kind, known in kinds.items()
        if options.old in known and options.kind in (None, kind)
    ]
    if not found:
        if "." in options.old:
            said = f"`{options.old}` is no id: an argument that has none is known by its place."
            raise CommandError(f"{said} Give it an `id` in its map.")
        known = {
            each
            for kinds in ids.values()
            for kind, named in kinds.items()
            if options.kind in (None, kind)
            for each in named
        }
        raise unknown(options.kind or "id", sorted(known), options.old, where="There is")
    maps, kinds = (list(dict.fromkeys(column)) for column in zip(*found, strict=True))
    if len(maps) > 1:
        raise CommandError(f"`{options.old}` is an id in {_listed(maps)}: say which map with --in.")
    if len(kinds) > 1:
        several = " and of ".join(A[kind] for kind in kinds)
        raise CommandError(f"`{options.old}` is the id of {several} in `{maps[0]}`: say which with --kind.")
    name, kind = found[0]
    return Renaming(name, kind, options.old, options.new)


def _maps(project: Project, given: str | None) -> Mapping[str, Path]:
    """The maps to look in: all of the project's, or the one that is given by its name or its file."""
    if given is None:
        return project.maps
    path = Path(given).resolve()
    named = {name: file for name, file in project.maps.items() if name == given or file.resolve() == path}
    if not named:
        raise unknown("map", project.maps, given, where="The project has")
    return named


def _ids(path: Path) -> dict[Kind, set[str]]:
    """The ids of a map. Raises `MapError` where it has mistakes: then nobody knows what an id in it means."""
    from argmap.editing.manuscript import read_manuscript
    from argmap.editing.references import defined
    from argmap.notation import parse_map
    from argmap.notation.document import read_document
    from argmap.pages.library import shown

    file = shown(path)
    text = read_manuscript(Path(file)).text
    parse_map(text, file)
    root = read_document(file, text).root
    return defined(root) if root else {}


def _listed(names: list[str]) -> str:
    *most, last = (f"`{name}`" for name in names)
    return f"{', '.join(most)} and {last}"
