"""The ids of a map: what each names, and every place that mentions it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from argmap.lsp.grammar import SECTIONS
from argmap.lsp.places import Position, Range, on_line, position_of
from argmap.lsp.spot import keys_at
from argmap.notation.parts import arguments, child, entries, items, premises, quotes, word

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
    found = (*_definitions(root), *_uses(root))
    placed = ((kind, node, defines, _range(node, lines)) for kind, node, defines in found)
    mentions = tuple(
        Mention(kind, node.text.strip(), range_, defines) for kind, node, defines, range_ in placed if range_
    )
    titles = {
        (kind, name): title
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


def _definitions(root: Node) -> Iterator[tuple[str, Scalar, bool]]:
    for section, kind in SECTIONS.items():
        for key, _ in entries(child(root, section)).values():
            yield kind, key, True
    yield from (("argument", node, True) for argument in arguments(root) for node in _scalars(child(argument, "id")))


def _uses(root: Node) -> Iterator[tuple[str, Scalar, bool]]:
    """Every node that is the id of something else, with the kind that it is of."""
    found: list[tuple[str, Node | None]] = [("claim", child(root, "thesis"))]
    for _, claim in entries(child(root, "claims")).values():
        found += [("group", child(claim, "group")), ("actor", child(claim, "said_by"))]
        found += [("actor", actor) for actor in items(child(claim, "actors"))]
        found += [("tag", tag) for tag in items(child(claim, "tags"))]
    found += [("claim", premise) for argument in arguments(root) for premise in premises(argument)]
    found += [("source", child(quote, "source")) for quote in quotes(root)]
    for _, view in entries(child(root, "views")).values():
        found += [(kind, each) for kind in ("group", "actor", "tag") for each in items(child(view, f"{kind}s"))]
        found.append(("claim", child(view, "focus")))
    found += [("claim", child(step, "claim")) for step in items(child(root, "tour"))]
    return ((kind, scalar, False) for kind, node in found for scalar in _scalars(node))


def _scalars(node: Node | None) -> Iterator[Scalar]:
    """The node where it is a word."""
    if word(node):
        yield node  # type: ignore[misc]


def _range(node: Scalar, lines: Sequence[str]) -> Range | None:
    """Where the word stands, without its quotation marks; None where it is not written as it reads."""
    name, (line, column) = node.text.strip(), position_of(node.place)
    column += not node.plain
    if line < len(lines) and lines[line].startswith(name, column):
        return Range(Position(line, column), Position(line, column + len(name)))
    return None
