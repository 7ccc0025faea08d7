"""Putting the source's own words in place of those that an editor typed, where it is plain which ones are meant."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from argmap.editing.diagnosis import State, diagnose
from argmap.editing.repair import quote_edits
from argmap.lsp.places import Edit, Position, Range, position_of, range_of
from argmap.sources import uses

if TYPE_CHECKING:
    from argmap.lsp.look import Look
    from argmap.model import Quote

KEEP, PLAIN = "Insert the verbatim quote, and read it as typed", "Insert the verbatim quote"
MOVED = "Say where the quote stands now"


class Repair(NamedTuple):
    """A way to mend a quote: what to call it, the place of the finding that it settles, and its edits."""

    title: str
    place: Position
    edits: tuple[Edit, ...]


def repairs(look: Look, wanted: Range) -> Iterator[Repair]:
    """What can be done about the quotes in these lines: the best way first.

    Only what `argmap quotes --fix` would write, too. What was typed can be kept as `reads`, unless nothing but the
    breaks between lines differ.
    """
    if look.reading is None or look.root is None:
        return
    text = "\n".join(look.lines)
    for each in diagnose(look.reading.map, look.reading.anchoring, among=_near(look, wanted)):
        if not (each.safe and each.proposed):
            continue
        for title, quote in _ways(each.quote, each.proposed, each.state):
            edits = quote_edits(text, look.root, {each.quote: quote})
            placed = tuple(Edit(range_of(text, start, end), words) for start, end, words in edits)
            if placed and placed[-1].range.end.line >= wanted.start.line:
                yield Repair(title, position_of(each.quote.place), placed)


def _near(look: Look, wanted: Range) -> Collection[Quote]:
    """The quotes without a place that begin in these lines, and the last before them, which may reach into them."""
    assert look.reading is not None
    spans = look.reading.anchoring.spans
    lost = [use.quote for use in uses(look.reading.map) if use.quote not in spans]
    in_order = sorted(lost, key=lambda quote: quote.place)
    before = [quote for quote in in_order if position_of(quote.place).line < wanted.start.line]
    here = [quote for quote in in_order if wanted.start.line <= position_of(quote.place).line <= wanted.end.line]
    return {*before[-1:], *here}


def _ways(quote: Quote, proposed: Quote, state: State) -> Iterator[tuple[str, Quote]]:
    if state is State.MOVED:
        yield MOVED, proposed
        return
    if not quote.reads and quote.exact.split() != proposed.exact.split():
        yield KEEP, replace(proposed, reads=" ".join(quote.exact.split()))
    yield PLAIN, replace(proposed, reads=quote.reads)
