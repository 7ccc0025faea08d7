"""Another id for a claim, an argument, a group, an actor, a source or a view, in its map."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

from argmap.editing.manuscript import Edit, Manuscript
from argmap.editing.meaning import ChangedMeaningError
from argmap.editing.references import SHARED, Kind, Reference, defined, references
from argmap.editing.scalars import double_quoted
from argmap.findings import MapError
from argmap.notation import document, parse_map
from argmap.notation.document import Listing, Node, Scalar, plain, read_document
from argmap.notation.scalars import resolve

A = {
    Kind.CLAIM: "a claim",
    Kind.ARGUMENT: "an argument",
    Kind.GROUP: "a group",
    Kind.ACTOR: "an actor",
    Kind.SOURCE: "a source",
    Kind.VIEW: "a view",
}
"""What has an id that can be another."""


class Renaming(NamedTuple):
    """A new id for an old one; `map` is the map's name in the project."""

    map: str
    kind: Kind
    old: str
    new: str


class RefusedRenamingError(Exception):
    """A new id that cannot be; the message says why."""


def check_id(ids: Mapping[Kind, Collection[str]], renaming: Renaming) -> None:
    """See to it that the new id is one, and free in a map with these ids. Raises `RefusedRenamingError`."""
    from argmap.notation.formats import ID

    if not re.fullmatch(ID, renaming.new):
        raise RefusedRenamingError(
            f"`{renaming.new}` is no id: ids are lower-case letters a to z, digits and hyphens, a letter first."
        )
    for kind in SHARED if renaming.kind in SHARED else (renaming.kind,):
        if renaming.new in ids[kind]:
            what = f"the id of {A[kind]} in `{renaming.map}`"
            raise RefusedRenamingError(f"`{renaming.new}` is taken: it is {what}. Choose another.")


def renamed(manuscript: Manuscript, renaming: Renaming) -> Manuscript:
    """A map's file with the new id wherever the old one stood. Raises what `map_edits` raises."""
    return manuscript.edited(map_edits(manuscript, renaming))


def map_edits(manuscript: Manuscript, renaming: Renaming) -> list[Edit]:
    """What to write in a map for a renaming.

    Raises `MapError` where the file has no map, `RefusedRenamingError` where the new id cannot be, and
    `ChangedMeaningError` where anything else would change with it.
    """
    file = str(manuscript.path)
    parse_map(manuscript.text, file)
    root = read_document(file, manuscript.text).root
    if root is None or renaming.new == renaming.old:
        return []
    check_id(defined(root), renaming)
    found = [each for each in references(root) if each.kind is renaming.kind and each.id == renaming.old]
    edits = {each.scalar.start: _edit(manuscript.text, each, renaming.new) for each in found}
    new = manuscript.edited(edit for edit, _ in edits.values())
    meant = _with(root, {start: says for start, (_, says) in edits.items()})
    again = read_document(file, new.text).root
    try:
        parse_map(new.text, file)
    except MapError as error:
        raise ChangedMeaningError(file) from error
    if again is None or plain(again) != meant:
        raise ChangedMeaningError(file)
    return [edit for edit, _ in edits.values()]


def _edit(text: str, reference: Reference, new: str) -> tuple[Edit, str]:
    """What to write for a reference to be another, and what its scalar says then."""
    scalar = reference.scalar
    # As a key `null` is a word like others; as a value it would be nothing.
    misread = scalar.plain and not reference.defines and not isinstance(resolve(new), str)
    at = text.rfind(reference.id, scalar.start, scalar.end)
    if misread or at < 0:  # not there: written with escapes
        return Edit(scalar.start, scalar.end, double_quoted(new)), new
    # Spacing around an id is nobody's, and stays.
    return Edit(at, at + len(reference.id), new), scalar.text.replace(reference.id, new)


def _with(node: Node, new: Mapping[int, str]) -> object:
    """A document's values, with new ones where these begin. Recursive, over the document's nesting."""
    match node:
        case Scalar():
            return new.get(node.start, node.value)
        case Listing(items=items):
            return [_with(item, new) for item in items]
        case document.Mapping(entries=entries):
            return {new.get(entry.key.start, name): _with(entry.value, new) for name, entry in entries.items()}
