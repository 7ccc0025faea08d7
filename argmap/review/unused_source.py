"""Sources that the map says nothing about."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.findings import Severity
from argmap.review.rule import Said, Subject, rule


@rule(
    "unused-source",
    Severity.WARNING,
    summary="One of several sources, and the map neither quotes nor sets aside anything of it.",
    why="The map names a text that it does not map. With several sources, mostly a quote's `source` was forgotten.",
)
def unused_source(subject: Subject) -> Iterator[Said]:
    """The sources without a quote or an aside. A map's only one is what the map will be of, quoted yet or not."""
    argument_map = subject.map
    if len(argument_map.sources) < 2:
        return
    used = {quote.source for claim in argument_map.claims.values() for quote in claim.quotes}
    used |= {quote.source for argument in argument_map.arguments.values() for quote in argument.quotes}
    used |= {quote.source for quote in (argument_map.question.quotes if argument_map.question else ())}
    for source in argument_map.sources.values():
        if source.id not in used and not source.asides:
            yield Said(source.place, f"Nothing is quoted from the source `{source.id}`.", "quote it, or leave it out")
