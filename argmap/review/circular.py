"""Claims that are supported, in the end, by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.findings import Finding, Severity
from argmap.reasoning.knots import knots
from argmap.review.circles import distinct, shortest_circle, told
from argmap.review.self_support import supporting

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.review.subject import Subject


def circular(subject: Subject) -> Iterator[Finding]:
    """The circles of support, one for each knot of claims that all support each other.

    Only `because` makes a circle, that of an argument (a backing) included. A knot may hold many
    circles, too many to list; the message names a shortest one and says how many claims it leaves out.
    """
    claims = subject.map.claims
    edges = supports(subject.map)
    order = {claim: number for number, claim in enumerate(claims)}
    for knot in knots(edges):
        if len(knot) > 1:
            circle = shortest_circle(min(knot, key=order.__getitem__), knot, edges)
            way = told(circle, "because of", knot)
            message = f"The support runs in a circle: {way}."
            yield Finding(*claims[circle[0]].place, "circular", Severity.WARNING, message)


def supports(argument_map: ArgumentMap) -> dict[str, tuple[str, ...]]:
    """For each claim the premises of the arguments for it and of their backings."""
    return {
        claim.id: distinct(premise for argument in supporting(claim.because) for premise in argument.premises)
        for claim in argument_map.claims.values()
    }
