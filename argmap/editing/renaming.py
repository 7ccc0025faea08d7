"""Another id for a claim, an argument, a group, an actor, a source or a view, in its map."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from argmap.editing.manuscript import Edit, Manuscript
from argmap.editing.meaning import ChangedMeaningError
from argmap.editing.references import Kind, Reference, references
from argmap.editing.scalars import double_quoted
from argmap.findings import MapError
from argmap.notation import parse_map
from argmap.notation.document import Listing, Mapping, Node, Scalar, plain, read_document
from argmap.notation.scalars import resolve


class Renaming(NamedTuple):
    """A new id for an old one; `map` is the map's name in the project."""

    map: str
    kind: Kind
    old: str
    new: str


def renamed(manuscript: Manuscript, renaming: Renaming) -> Manuscript:
    """A map's file with the new id wherever the old one stood.

    Raises `MapError` where the file has no map, and `ChangedMeaningError` where anything else would change with it.
    """
    file = str(manuscript.path)
    parse_map(manuscript.text, file)
    root = read_document(file, manuscript.text).root
    if root is None:
        return manuscript
    found = [each for each in references(root) if each.kind is renaming.kind and each.id == renaming.old]
    new = manuscript.edited(_edit(manuscript.text, each, renaming.new) for each in found)
    meant = _with(root, {each.scalar.start for each in found}, renaming.new)
    again = read_document(file, new.text).root
    try:
        parse_map(new.text, file)
    except MapError as error:
        raise ChangedMeaningError(file) from error
    if again is None or plain(again) != meant:
        raise ChangedMeaningError(file)
    return new


def _edit(text: str, reference: Reference, new: str) -> Edit:
    scalar = reference.scalar
    # As a key `null` is a word like others; as a value it would be nothing.
    if scalar.plain and not reference.defines and not isinstance(resolve(new), str):
        return Edit(scalar.start, scalar.end, double_quoted(new))
    at = text.rfind(reference.id, scalar.start, scalar.end)
    if at < 0:  # written with escapes
        return Edit(scalar.start, scalar.end, double_quoted(new))
    return Edit(at, at + len(reference.id), new)


def _with(node: Node, starts: Collection[int], new: str) -> object:
    """A document's values, with the new id for what begins at these places. Recursive, over the document's nesting."""
    match node:
        case Scalar():
            return new if node.start in starts else node.value
        case Listing(items=items):
            return [_with(item, starts, new) for item in items]
        case Mapping(entries=entries):
            return {
                new if entry.key.start in starts else name: _with(entry.value, starts, new)
                for name, entry in entries.items()
            }
