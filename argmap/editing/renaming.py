"""Another id for a claim, an argument, a group, an actor, a source or a view, in its map."""

from __future__ import annotations

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
    return new


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


def _with(node: Node, new: dict[int, str]) -> object:
    """A document's values, with new ones where these begin. Recursive, over the document's nesting."""
    match node:
        case Scalar():
            return new.get(node.start, node.value)
        case Listing(items=items):
            return [_with(item, new) for item in items]
        case Mapping(entries=entries):
            return {new.get(entry.key.start, name): _with(entry.value, new) for name, entry in entries.items()}
