"""Conclusions that rest on a single premise without a quote."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.findings import Severity
from argmap.review.lone_premises import lone_premises
from argmap.review.rule import Said, Subject, rule


@rule(
    "lone-premise",
    Severity.NOTE,
    summary="A claim that rests on a single premise, and no words of the text say that one.",
    why="All that is for the claim is then the map-maker's. It may be what the text means; it deserves a second look. "
    "A map without `sources` is not asked for quotes.",
)
def lone_premise(subject: Subject) -> Iterator[Said]:
    """The claims whose only argument has one premise, unsupported and unquoted, in a map of some text."""
    if not subject.map.sources:
        return
    for argument in lone_premises(subject.map):
        premise = argument.premises[0]
        if not subject.map.claims[premise].quotes and not argument.quotes:
            yield Said(
                argument.place,
                f"All that is for `{argument.conclusion}` is `{premise}`, which the text is not quoted for.",
                "quote the words that say it, or that make the step",
            )
