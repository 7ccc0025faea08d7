"""Claims that are supported, in the end, by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.findings import Severity
from argmap.reasoning.knots import knots
from argmap.review.circles import distinct, shortest_circle, told
from argmap.review.rule import Said, Subject, rule
from argmap.review.self_support import supporting

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


@rule(
    "circular",
    Severity.WARNING,
    summary="Claims that support each other in a circle.",
    why="Support that comes back to where it began carries nothing. "
    "Nobody who doubts one of the claims is given a reason from outside.",
)
def circular(subject: Subject) -> Iterator[Said]:
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
            yield Said(claims[circle[0]].place, message)


def supports(argument_map: ArgumentMap) -> dict[str, tuple[str, ...]]:
    """For each claim the premises of the arguments for it and of their backings."""
    return {
        claim.id: distinct(premise for argument in supporting(claim.because) for premise in argument.premises)
        for claim in argument_map.claims.values()
    }
