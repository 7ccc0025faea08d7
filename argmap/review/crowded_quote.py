"""Passages that too many claims are drawn from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.findings import Severity
from argmap.review.rule import Said, Subject, rule

if TYPE_CHECKING:
    from argmap.model import Quote

MANY = 3


@rule(
    "crowded-quote",
    Severity.NOTE,
    summary=f"The same words quoted for more than {MANY} claims.",
    why="A reader who follows the quote cannot see which words say which claim. "
    "A shorter quote for each would show it.",
)
def crowded_quote(subject: Subject) -> Iterator[Said]:
    """The passages that more than `MANY` claims quote, each at the first quote too many."""
    passages: dict[object, dict[str, Quote]] = defaultdict(dict)
    for claim in subject.map.claims.values():
        for quote in claim.quotes:
            passages[quote.source, subject.anchoring.spans.get(quote, quote.exact)].setdefault(claim.id, quote)
    for quotes in passages.values():
        if len(quotes) > MANY:
            quote = list(quotes.values())[MANY]
            message = f"These words are quoted for {len(quotes)} claims."
            yield Said(quote.place, message, "quote for each claim the words that say it, and no more")
