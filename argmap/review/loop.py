"""Claims whose objections lead back to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from argmap.findings import Severity
from argmap.model import premises_below
from argmap.reasoning.knots import knots
from argmap.review.circles import distinct, shortest_circle, told
from argmap.review.circular import supports
from argmap.review.rule import Said, Subject, rule


@rule(
    "loop",
    Severity.WARNING,
    summary="Claims that object to or bear on each other in a circle.",
    why="What nothing from outside breaks stays undecided, and so does all that depends on it.",
)
def loop(subject: Subject) -> Iterator[Said]:
    """The knots of claims that all bear on each other, for or against; knots of support alone are `circular`'s.

    The message names a shortest circle that begins with something else than support.
    """
    claims = subject.map.claims
    support = supports(subject.map)
    edges = {claim.id: distinct(premises_below(claim.own)) for claim in claims.values()}
    told_already = {frozenset(knot) for knot in knots(support) if len(knot) > 1}
    order = {claim: number for number, claim in enumerate(claims)}
    for knot in knots(edges):
        if len(knot) > 1 and (within := frozenset(knot)) not in told_already:
            opposition = {claim: tuple(_without(edges[claim], {*support[claim], claim})) for claim in knot}
            # Were there support alone within the knot, it would be a knot of support.
            opposed = (claim for claim in knot if not within.isdisjoint(opposition[claim]))
            circle = shortest_circle(min(opposed, key=order.__getitem__), knot, edges, first=opposition)
            message = (
                f"Claims object to or bear on each other in a circle: {told(circle, 'depends on', knot)}. "
                "What nothing breaks stays undecided."
            )
            yield Said(claims[circle[0]].place, message)


def _without(premises: Iterable[str], others: Collection[str]) -> Iterator[str]:
    return (premise for premise in premises if premise not in others)
