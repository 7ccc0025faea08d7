"""Where a map names its claims, arguments, groups, actors, sources and views, and where it speaks of them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from argmap.notation.document import Node, Scalar
from argmap.notation.parts import arguments, child, entries, items, premises, quotes


class Kind(StrEnum):
    """What an id can be of. Claims and arguments share their ids, the others have each their own.

    A tag is a word and no id: it names nothing, and stands wherever it is given.
    """

    CLAIM = "claim"
    ARGUMENT = "argument"
    GROUP = "group"
    ACTOR = "actor"
    SOURCE = "source"
    VIEW = "view"
    TAG = "tag"


SHARED = (Kind.CLAIM, Kind.ARGUMENT)
"""The kinds that have no id in common."""

SECTIONS = {
    "claims": Kind.CLAIM,
    "groups": Kind.GROUP,
    "actors": Kind.ACTOR,
    "sources": Kind.SOURCE,
    "views": Kind.VIEW,
}
"""The fields of a map that name things, and what they name."""


class Reference(NamedTuple):
    """A scalar that is an id; `defines` where the thing itself is."""

    kind: Kind
    scalar: Scalar
    defines: bool = False

    @property
    def id(self) -> str:
        """The id: the schema takes no notice of spacing around one."""
        return self.scalar.text.strip()


def references(root: Node) -> Iterator[Reference]:
    """Every id in a map and every tag, each place once."""
    for section, kind in SECTIONS.items():
        for key, _ in entries(child(root, section)).values():
            yield Reference(kind, key, defines=True)
    yield from _of(Kind.CLAIM, child(root, "thesis"))
    for _, claim in entries(child(root, "claims")).values():
        yield from _of(Kind.GROUP, child(claim, "group"))
        yield from _of(Kind.ACTOR, child(claim, "said_by"), *items(child(claim, "actors")))
        yield from _of(Kind.TAG, *items(child(claim, "tags")))
    for argument in arguments(root):
        yield from _of(Kind.CLAIM, *premises(argument))
        name = child(argument, "id")
        if isinstance(name, Scalar):
            yield Reference(Kind.ARGUMENT, name, defines=True)
    for quote in quotes(root):
        yield from _of(Kind.SOURCE, child(quote, "source"))
    for _, view in entries(child(root, "views")).values():
        yield from _of(Kind.GROUP, *items(child(view, "groups")))
        yield from _of(Kind.ACTOR, *items(child(view, "actors")))
        yield from _of(Kind.TAG, *items(child(view, "tags")))
        yield from _of(Kind.CLAIM, child(view, "focus"))
    for step in items(child(root, "tour")):
        yield from _of(Kind.CLAIM, child(step, "claim"))


def _of(kind: Kind, *nodes: Node | None) -> Iterator[Reference]:
    for node in nodes:
        if isinstance(node, Scalar):
            yield Reference(kind, node)


def defined(root: Node) -> dict[Kind, set[str]]:
    """The ids that a map has, of each kind."""
    found: dict[Kind, set[str]] = {kind: set() for kind in Kind}
    for reference in references(root):
        if reference.defines:
            found[reference.kind].add(reference.id)
    return found
