"""Claims among their own premises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from argmap.findings import Finding, Severity

if TYPE_CHECKING:
    from argmap.model import Argument
    from argmap.review.subject import Subject


def self_support(subject: Subject) -> Iterator[Finding]:
    """The arguments for a claim, backings included, that have the claim itself as a premise."""
    for claim in subject.map.claims.values():
        for argument in supporting(claim.because):
            if claim.id in argument.premises:
                yield Finding(
                    *argument.place, "self-support", Severity.WARNING, f"`{claim.id}` is among its own premises."
                )


def supporting(arguments: Iterable[Argument]) -> Iterator[Argument]:
    """These arguments and their backings."""
    for argument in arguments:
        yield argument
        yield from supporting(argument.because)
