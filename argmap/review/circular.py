"""Claims that are supported, in the end, by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from argmap.findings import Finding, Severity
from argmap.reasoning.knots import knots

if TYPE_CHECKING:
    from argmap.model import Argument
    from argmap.review.subject import Subject

NAMED = 10
"""A message names so many claims of a circle and counts the rest."""


def circular(subject: Subject) -> Iterator[Finding]:
    """The circles of support, one for each knot of claims that all support each other.

    Only `because` makes a circle, that of an argument (a backing) included. A knot may hold many
    circles, too many to list; the message names a shortest one and says how many claims it leaves out.
    """
    claims = subject.map.claims
    supports = {claim.id: tuple(dict.fromkeys(supporting_premises(claim.because))) for claim in claims.values()}
    order = {claim: number for number, claim in enumerate(claims)}
    for knot in knots(supports):
        if len(knot) > 1:
            circle = shortest_circle(min(knot, key=order.__getitem__), supports)
            yield Finding(
                *claims[circle[0]].place, "circular", Severity.WARNING, _message(circle, len(knot) - len(circle))
            )


def supporting_premises(arguments: Iterable[Argument]) -> Iterator[str]:
    """The premises of these arguments and of their backings."""
    for argument in arguments:
        yield from argument.premises
        yield from supporting_premises(argument.because)


def shortest_circle(start: str, edges: Mapping[str, Iterable[str]]) -> list[str]:
    """A shortest way from a claim on a circle back to itself, without the return."""
    came_from: dict[str, str] = {}
    for here in (queue := [start]):
        for there in edges[here]:
            # A claim among its own premises is another rule's business.
            if there == start != here:
                return _way_back(here, came_from)
            if there not in came_from and there != start:
                came_from[there] = here
                queue.append(there)
    raise ValueError(f"{start} is on no circle")


def _way_back(end: str, came_from: Mapping[str, str]) -> list[str]:
    way = [end]
    while way[-1] in came_from:
        way.append(came_from[way[-1]])
    return way[::-1]


def _message(circle: list[str], left_out: int) -> str:
    first, *others = [f"`{claim}`" for claim in circle]
    shown = others if len(circle) <= NAMED else [*others[: NAMED - 1], f"{len(circle) - NAMED} more"]
    way = " because of ".join([first, *shown, first])
    knot = f"; {left_out} more {'claims are' if left_out > 1 else 'claim is'} in the same knot" if left_out else ""
    return f"The support runs in a circle: {way}{knot}."
