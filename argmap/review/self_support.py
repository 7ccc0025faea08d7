"""Claims among their own premises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from argmap.findings import Severity
from argmap.review.rule import Said, Subject, rule

if TYPE_CHECKING:
    from argmap.model import Argument


@rule(
    "self-support",
    Severity.WARNING,
    summary="A claim among its own premises.",
    why="A claim is no reason for itself. Mostly an id was mistaken for another one.",
)
def self_support(subject: Subject) -> Iterator[Said]:
    """The arguments for a claim, backings included, that have the claim itself as a premise."""
    for claim in subject.map.claims.values():
        for argument in supporting(claim.because):
            if claim.id in argument.premises:
                yield Said(argument.place, f"`{claim.id}` is among its own premises.")


def supporting(arguments: Iterable[Argument]) -> Iterator[Argument]:
    """These arguments and their backings."""
    for argument in arguments:
        yield argument
        yield from supporting(argument.because)
