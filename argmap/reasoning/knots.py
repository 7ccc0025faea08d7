"""Where things depend on each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping


def knots(edges: Mapping[str, Collection[str]]) -> Iterator[list[str]]:
    """The strongly connected components (Tarjan's algorithm, on a stack of its own)."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    waiting: dict[str, None] = {}
    path: list[tuple[str, Iterator[str]]] = []

    def enter(here: str) -> None:
        number[here] = low[here] = len(number)
        waiting[here] = None
        path.append((here, iter(edges[here])))

    for root in edges:
        if root not in number:
            enter(root)
        while path:
            here, onward = path[-1]
            for there in onward:
                if there not in number:
                    if edges[there]:
                        enter(there)
                        break
                    number[there] = len(number)  # it leads nowhere, and so not back
                    yield [there]
                if there in waiting:
                    low[here] = min(low[here], number[there])
            else:
                path.pop()
                if path:
                    above = path[-1][0]
                    low[above] = min(low[above], low[here])
                if low[here] == number[here]:
                    yield _pop_until(here, waiting)


def _pop_until(last: str, waiting: dict[str, None]) -> list[str]:
    knot: list[str] = []
    while not knot or knot[-1] != last:
        knot.append(waiting.popitem()[0])
    return knot
