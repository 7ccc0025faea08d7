"""Where things depend on each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping


def knots(edges: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    """The strongly connected components (Tarjan's algorithm, on a stack of its own)."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    waiting: dict[str, None] = {}
    for root in edges:
        path = [] if root in number else [(root, iter(edges[root]))]
        while path:
            here, onward = path[-1]
            if here not in number:
                number[here] = low[here] = len(number)
                waiting[here] = None
            there = next(onward, None)
            if there is None:
                path.pop()
                if path:
                    above = path[-1][0]
                    low[above] = min(low[above], low[here])
                if low[here] == number[here]:
                    yield _pop_until(here, waiting)
            elif there not in number:
                path.append((there, iter(edges[there])))
            elif there in waiting:
                low[here] = min(low[here], number[there])


def _pop_until(last: str, waiting: dict[str, None]) -> list[str]:
    knot: list[str] = []
    while not knot or knot[-1] != last:
        knot.append(waiting.popitem()[0])
    return knot
