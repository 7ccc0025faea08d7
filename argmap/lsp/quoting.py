"""Putting the source's own words in place of those that an editor typed, where these differ in form only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import yaml

from argmap.lsp.places import Position, Range, position_of
from argmap.notation.document import LOADER, Mapping, Node, Scalar
from argmap.notation.parts import child, entries, items, quotes
from argmap.sources.anchors import suggestions, yaml_string
from argmap.sources.text import normal

if TYPE_CHECKING:
    from argmap.lsp.look import Look
    from argmap.model import Quote
    from argmap.sources import Span


class Edit(NamedTuple):
    """A stretch of a text, and what is to stand there instead."""

    range: Range
    text: str


class Repair(NamedTuple):
    """A way to mend a quote: what to call it, the line of the finding that it settles, and its edits."""

    title: str
    place: Position
    edits: tuple[Edit, ...]


def repairs(look: Look, wanted: Range) -> Iterator[Repair]:
    """What can be done about the quotes in these lines: the best way first.

    Only where the source has one passage that differs in nothing but spacing, case and punctuation. What was typed
    is kept as `reads`, unless nothing but the breaks between lines differ.
    """
    if look.reading is None or look.root is None:
        return
    nodes = {node.place: node for node in (*quotes(look.root), *_asides(look.root))}
    for quote in _near(_lost(look), wanted):
        found = [look.reading.anchoring.texts[quote.source][span] for span in _two(quote, look)]
        node = nodes[quote.place]
        scalar = child(node, "exact") if isinstance(node, Mapping) else node
        where = _extent(look.lines, scalar) if isinstance(scalar, Scalar) and len(found) == 1 else None
        if where and where.end.line >= wanted.start.line:
            yield from _ways(look, node, quote, where, found[0])


def _lost(look: Look) -> Iterator[Quote]:
    """The quotes that have no place in their source, where there is one."""
    assert look.reading is not None
    argument_map, anchoring = look.reading.map, look.reading.anchoring
    asked = argument_map.question.quotes if argument_map.question else ()
    own = (
        *(quote for claim in argument_map.claims.values() for quote in claim.quotes),
        *(quote for argument in argument_map.arguments.values() for quote in argument.quotes),
    )
    aside = (each.quote for source in argument_map.sources.values() for each in source.asides)
    for quote in (*asked, *own, *aside):
        if quote.source in anchoring.texts and quote not in anchoring.spans:
            yield quote


def _near(found: Iterable[Quote], wanted: Range) -> Iterator[Quote]:
    """The quotes that begin in these lines, and the last before them, which may reach into them."""
    in_order = sorted(found, key=lambda quote: quote.place)
    before = [quote for quote in in_order if position_of(quote.place).line < wanted.start.line]
    yield from before[-1:]
    yield from (q for q in in_order if wanted.start.line <= position_of(q.place).line <= wanted.end.line)


def _two(quote: Quote, look: Look) -> list[Span]:
    """The first two passages that the quote could mean."""
    assert look.reading is not None
    found = suggestions(normal(quote.exact), look.reading.anchoring.texts[quote.source])
    return [span for span, _ in zip(found, range(2), strict=False)]


def _asides(root: Node) -> Iterator[Node]:
    for _, source in entries(child(root, "sources")).values():
        yield from items(child(source, "aside"))


def _ways(look: Look, node: Node, quote: Quote, where: Range, verbatim: str) -> Iterator[Repair]:
    place, words, typed = position_of(node.place), yaml_string(verbatim), yaml_string(" ".join(quote.exact.split()))
    repaired = quote.exact.split() != verbatim.split()
    if isinstance(node, Mapping):
        plain: tuple[Edit, ...] = (Edit(where, words),)
        column = position_of(entries(node)["exact"].key.place).column
        block = not look.lines[where.start.line][:column].strip(" -")
        joint = "\n" + " " * column if block else ", "
        kept: tuple[Edit, ...] = (Edit(where, f"{words}{joint}reads: {typed}"),)
        repaired = repaired and not quote.reads
    else:
        plain, kept = (Edit(where, words),), (Edit(where, f"{{ exact: {words}, reads: {typed} }}"),)
    if repaired:
        yield Repair("Insert the verbatim quote, and read it as typed", place, kept)
    yield Repair("Insert the verbatim quote", place, plain)


def _extent(lines: Sequence[str], scalar: Scalar) -> Range | None:
    """From where to where a scalar is written; None for a text under `|`, which has its own lines."""
    text = "\n".join(lines)
    start = position_of(scalar.place)
    at = sum(len(line) + 1 for line in lines[: start.line]) + start.column
    # Two characters end a line for PyYAML and for no editor: others stand in for them, as they do when maps are read.
    for event in yaml.parse(text.translate({0x2028: "\ufdd0", 0x2029: "\ufdd1", 0x85: " "}), Loader=LOADER):
        if not (isinstance(event, yaml.ScalarEvent) and event.start_mark and event.end_mark):
            continue
        if event.start_mark.index == at:
            return None if event.style in ("|", ">") else Range(start, _position(text, event.end_mark.index))
    return None


def _position(text: str, index: int) -> Position:
    newlines = [found.end() for found in re.finditer("\n", text[:index])]
    return Position(len(newlines), index - (newlines[-1] if newlines else 0))
