"""The ids of a map: what each names, and every place that mentions it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from argmap.editing.references import SECTIONS, references
from argmap.lsp.places import Position, Range, on_line, position_of
from argmap.lsp.spot import keys_at
from argmap.notation.parts import child, entries, word

if TYPE_CHECKING:
    from argmap.notation.document import Node, Scalar

NAMES = {"claim": ("label", "text"), "source": ("title",), "actor": ("name",), "group": ("title",), "view": ("title",)}
"""The fields that say in words what an id names, the first that there is."""


class Mention(NamedTuple):
    """An id where it stands; `defines` where it names something instead of speaking of it."""

    kind: str
    id: str
    range: Range
    defines: bool = False


@dataclass(frozen=True)
class Index:
    """Every mention of an id in one map, and what things are called in words."""

    mentions: tuple[Mention, ...]
    titles: Mapping[tuple[str, str], str]

    @cached_property
    def definitions(self) -> Mapping[tuple[str, str], Mention]:
        """Where each id is given."""
        return {(each.kind, each.id): each for each in self.mentions if each.defines}

    def of(self, kind: str, name: str) -> tuple[Mention, ...]:
        """Every mention of an id, its definition among them."""
        return tuple(each for each in self.mentions if (each.kind, each.id) == (kind, name))


NOTHING = Index((), {})


def index(root: Node, lines: Sequence[str]) -> Index:
    """The ids of a map that could be read as YAML, whatever else is wrong with it."""
    placed = ((each, _range(each.scalar, lines)) for each in references(root) if each.id)
    mentions = tuple(Mention(each.kind, each.id, where, each.defines) for each, where in placed if where)
    titles = {
        (str(kind), name): title
        for section, kind in SECTIONS.items()
        for name, (_, value) in entries(child(root, section)).items()
        if (title := next(filter(None, (word(child(value, field)) for field in NAMES[kind])), ""))
    }
    return Index(mentions, titles)


def roughly(lines: Sequence[str]) -> Index:
    """The things that sections name, from the lines alone: for a text that is no YAML while it is being typed."""
    mentions = []
    for section, kind in SECTIONS.items():
        for name, position in keys_at(lines, section):
            mentions.append(
                Mention(kind, name, on_line(position.line, position.column, position.column + len(name)), True)
            )
    return Index(tuple(mentions), {})


def _range(node: Scalar, lines: Sequence[str]) -> Range | None:
    """Where the word stands, without its quotation marks; None where it is not written as it reads."""
    name, (line, column) = node.text.strip(), position_of(node.place)
    column += not node.plain
    if line < len(lines) and lines[line].startswith(name, column):
        return Range(Position(line, column), Position(line, column + len(name)))
    return None
