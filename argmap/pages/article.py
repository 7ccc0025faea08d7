"""A source in reading mode: its paragraphs cut where passages begin and end, faults repaired as `reads:` has it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.model import Quote
    from argmap.reading import Reading, Span


_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Passage:
    """An anchored quote. `owner` is a claim's or an argument's id, or empty for the question and asides."""

    quote: Quote
    span: Span
    owner: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that the same passages cover throughout; those that begin or end with it apart."""

    text: str
    inside: tuple[Passage, ...]
    begins: tuple[Passage, ...]
    ends: tuple[Passage, ...]

    @property
    def aside(self) -> str:
        """Why the stretch is set aside, if it is."""
        return next((passage.aside for passage in self.inside if passage.aside), "")


def paragraphs(reading: Reading, source: str) -> tuple[tuple[Piece, ...], ...]:
    """The source's paragraphs in pieces, repaired."""
    found = passages(reading, source)
    text = reading.anchoring.texts[source]
    repairs = _repairs(found)
    return tuple(tuple(_pieces(text.text, paragraph, found, repairs)) for paragraph in text.paragraphs)


def readable(text: str) -> str:
    """A text without characters that would turn its direction or cannot be shown; the map's own are refused."""
    return _UNSHOWN.sub("\N{REPLACEMENT CHARACTER}", text)


def passages(reading: Reading, source: str) -> tuple[Passage, ...]:
    """What is anchored in a source, in its order, the longer before the shorter."""
    argument_map, spans = reading.map, reading.anchoring.spans
    owned = [(quote, claim.id, "") for claim in argument_map.claims.values() for quote in claim.quotes]
    owned += [(quote, a.id, "") for a in argument_map.arguments.values() for quote in a.quotes]
    if argument_map.question:
        owned += [(quote, "", "") for quote in argument_map.question.quotes]
    owned += [(aside.quote, "", aside.why) for aside in argument_map.sources[source].asides]
    found = [
        Passage(quote, spans[quote], owner, aside)
        for quote, owner, aside in owned
        if quote.source == source and quote in spans
    ]
    return tuple(sorted(found, key=lambda passage: (passage.span.start, -passage.span.end)))


def _repairs(found: tuple[Passage, ...]) -> Mapping[int, tuple[int, str]]:
    """Where the text is repaired: the offset, how many characters go, and what comes in their place."""
    repairs: dict[int, tuple[int, str]] = {}
    for passage in found:
        if not passage.quote.reads:
            continue
        exact = passage.quote.exact
        matcher = SequenceMatcher(None, exact, passage.quote.reads, autojunk=False)
        for kind, start, end, new_start, new_end in matcher.get_opcodes():
            if kind != "equal":
                repair = (end - start, passage.quote.reads[new_start:new_end])
                repairs.setdefault(passage.span.start + start, repair)
    return repairs


def _pieces(
    text: str, paragraph: Span, found: tuple[Passage, ...], repairs: Mapping[int, tuple[int, str]]
) -> Iterator[Piece]:
    start, end = paragraph
    here = [passage for passage in found if passage.span.start < end and start < passage.span.end]
    edges = {start, end}
    for passage in here:
        edges |= {max(start, passage.span.start), min(end, passage.span.end)}
    cuts = sorted(edges)
    for left, right in itertools.pairwise(cuts):
        yield Piece(
            readable(_repaired(text, left, right, repairs)),
            tuple(p for p in here if p.span.start <= left and right <= p.span.end),
            tuple(p for p in here if max(start, p.span.start) == left),
            tuple(p for p in here if min(end, p.span.end) == right),
        )


def _repaired(text: str, left: int, right: int, repairs: Mapping[int, tuple[int, str]]) -> str:
    parts, at = [], left
    while at < right:
        gone, new = repairs.get(at, (0, ""))
        parts.append(new)
        if not gone:
            parts.append(text[at])
        at += max(gone, 1)
    return "".join(parts)
