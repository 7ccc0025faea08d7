"""Maps in which everything speaks for the same."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.findings import Severity
from argmap.review.rule import Said, Subject, rule

FEW = 5
"""A map of fewer arguments is still being begun."""


@rule(
    "one-sided",
    Severity.NOTE,
    summary=f"A map of {FEW} arguments or more in which all speak for something, or all against.",
    why="Hardly a text argues without a word on what could be said against it. Where this one does, the map is right; "
    "often the text's own “although” was passed over.",
)
def one_sided(subject: Subject) -> Iterator[Said]:
    """The map, at its thesis, where its arguments are all of one kind."""
    kinds = {argument.attacks for argument in subject.map.arguments.values()}
    if len(subject.map.arguments) < FEW or len(kinds) > 1:
        return
    message = "Nothing in this map is for anything." if True in kinds else "Nothing in this map is against anything."
    hint = "look in the text for what it concedes and what it answers"
    yield Said(subject.map.claims[subject.map.thesis].place, message, hint)
