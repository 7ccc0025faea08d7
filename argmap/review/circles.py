"""Circles: claims whose relations lead back to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

Edges = Mapping[str, Collection[str]]
"""For each claim the claims that it depends on."""

NAMED = 10
"""A message names so many claims of a circle and counts the rest."""


def shortest_circle(start: str, knot: Collection[str], edges: Edges, first: Edges | None = None) -> list[str]:
    """A shortest way within a knot from a claim on a circle back to itself, without the return.

    Its first step is one of `first`, where that is given.
    """
    within = set(knot)
    came_from: dict[str, str] = {}
    for here in (queue := [start]):
        for there in (first if first is not None and here == start else edges)[here]:
            # A claim among its own premises is another rule's business.
            if there == start != here:
                return _way_back(here, came_from)
            if there in within and there not in came_from and there != start:
                came_from[there] = here
                queue.append(there)
    raise ValueError(f"{start} is on no circle")


def told(circle: list[str], relation: str, knot: Collection[str]) -> str:
    """A circle in words, and how many claims of its knot are not on it."""
    first, *others = [f"`{claim}`" for claim in circle]
    shown = others if len(circle) <= NAMED else [*others[: NAMED - 1], f"{len(circle) - NAMED} more"]
    way = f" {relation} ".join([first, *shown, first])
    left_out = len(knot) - len(circle)
    rest = f"; {left_out} more {'claims are' if left_out > 1 else 'claim is'} in the same knot" if left_out else ""
    return way + rest


def distinct(premises: Iterable[str]) -> tuple[str, ...]:
    """The premises, each once, in order."""
    return tuple(dict.fromkeys(premises))


def _way_back(end: str, came_from: Mapping[str, str]) -> list[str]:
    way = [end]
    while way[-1] in came_from:
        way.append(came_from[way[-1]])
    return way[::-1]
