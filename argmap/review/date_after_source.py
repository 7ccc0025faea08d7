"""Claims dated later than the text that makes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.findings import Severity
from argmap.review.rule import Said, Subject, rule

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Claim


@rule(
    "date-after-source",
    Severity.NOTE,
    summary="A claim's `date` is later than that of every source it is quoted from.",
    why="A text cannot report what had not happened when it was published. It can foresee it; mostly a year was "
    "mistyped.",
)
def date_after_source(subject: Subject) -> Iterator[Said]:
    """The claims later than the texts that they are from, as far as the dates tell."""
    for claim in subject.map.claims.values():
        dates = _dates(subject.map, claim) if claim.date else {}
        if dates and all(date and _later(claim.date, date) for date in dates.values()):
            published = " and ".join(f"`{source}` of {date}" for source, date in dates.items())
            message = f"`{claim.id}` is dated {claim.date}, later than its source {published}."
            yield Said(claim.place, message, "if the text foresees it, say so in a `note`")


def _dates(argument_map: ArgumentMap, claim: Claim) -> dict[str, str]:
    """The dates of the sources that the claim quotes; without a quote, of the only source there is."""
    only = argument_map.sources if len(argument_map.sources) == 1 else ()
    quoted = dict.fromkeys(quote.source for quote in claim.quotes) or only
    return {source: argument_map.sources[source].date for source in quoted}


def _later(one: str, other: str) -> bool:
    """Whether a date (`YYYY[-MM[-DD]]`) is later, whatever the day or month that one of them leaves open."""
    known = min(len(one), len(other))
    return one[:known] > other[:known]
