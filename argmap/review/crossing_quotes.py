"""Quotes that overlap without one containing the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from argmap.findings import Severity
from argmap.review.rule import Said, Subject, rule

if TYPE_CHECKING:
    from argmap.model import Place


class _Passage(NamedTuple):
    """Where a claim's quote is in its source, half-open, in code points."""

    start: int
    end: int
    claim: str
    place: Place


@rule(
    "crossing-quotes",
    Severity.WARNING,
    summary="A quote that begins inside another one and ends after it.",
    why="Passages that overlap by halves cannot be marked so that a reader sees where each begins and ends.",
)
def crossing_quotes(subject: Subject) -> Iterator[Said]:
    """The claims' quotes that begin inside another one and end after it, each with one that it crosses."""
    passages: dict[str, list[_Passage]] = defaultdict(list)
    for claim in subject.map.claims.values():
        for quote in claim.quotes:
            span = subject.anchoring.spans.get(quote)
            if span is not None:
                passages[quote.source].append(_Passage(*span, claim.id, quote.place))
    for source in passages.values():
        for first, second in _crossings(source):
            yield Said(
                second.place,
                f"This quote of `{second.claim}` begins inside that of `{first.claim}` on line {first.place.line}, "
                "and ends after it.",
                "let one contain the other, or end the first before the second begins",
            )


def _crossings(passages: Iterable[_Passage]) -> Iterator[tuple[_Passage, _Passage]]:
    """Pairs of which the second begins inside the first and ends after it; one for each such second."""
    open_ends: list[tuple[int, int, _Passage]] = []  # by end: what ends first is what the next one crosses, if any
    for number, passage in enumerate(sorted(passages, key=lambda p: (p.start, -p.end))):
        while open_ends and open_ends[0][0] <= passage.start:
            heappop(open_ends)
        if open_ends and open_ends[0][0] < passage.end:
            yield open_ends[0][2], passage
        heappush(open_ends, (passage.end, number, passage))
