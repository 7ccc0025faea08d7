"""What lines keep clear of, and where they may run beside it. Lengths are CSS pixels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.drawing.layout import Box, Point

CLEAR = 6.0  # between a line and a card that it passes
AISLE = 8.0  # from a card to a line that runs down beside it, within the ground of its group
LANE = 9.0  # between lines that run side by side
LAST = 10.0  # above a card, the last place for a line to turn

Edges = tuple[float, float, float, float]  # of a card: left, top, right, bottom


class Obstacles:
    """Cards and dots that lines keep clear of. Most ways fail at a piece that failed for others before."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._edges: list[Edges] = [(box.x, box.y, box.right, box.bottom) for box in boxes]
        self._known: dict[tuple[Point, Point, bool, bool], bool] = {}

    @cached_property
    def aisles(self) -> tuple[float, ...]:
        """Where a line may run down beside a box, in the first lane and in the second."""
        first = [x for left, _, right, _ in self._edges for x in (left - AISLE, right + AISLE)]
        second = [x for left, _, right, _ in self._edges for x in (left - AISLE - LANE, right + AISLE + LANE)]
        return tuple(dict.fromkeys((*first, *second)))

    @cached_property
    def levels(self) -> tuple[float, ...]:
        """Where a line may turn above a box or below it."""
        return tuple(dict.fromkeys(y for _, top, _, bottom in self._edges for y in (top - LAST, bottom + AISLE)))

    def leave(self, points: tuple[Point, ...]) -> bool:
        """Whether they leave a way free, piece by piece; those at its ends, which most ways share, are asked first."""
        last = len(points) - 2
        places = (0, last, *range(1, last)) if last else (0,)
        return all(self._leave_piece(points[at], points[at + 1], at == 0, at == last) for at in places)

    def leave_within(self, points: tuple[Point, ...]) -> bool:
        """Whether they leave a way free but for its first piece and its last, which are known to be."""
        return all(self._leave_piece(points[at], points[at + 1], False, False) for at in range(1, len(points) - 2))

    def lowest(self, start: Point) -> float:
        """How far down a way may lead from a card before it turns."""
        x, y = start
        column = self._edges_at(x)
        return min((top for _, top, _, bottom in column if bottom > y + 1), default=inf) - CLEAR

    def highest(self, end: Point) -> float:
        """How high up a way has to turn at last to lead down to a card."""
        x, y = end
        column = self._edges_at(x)
        return max((bottom for _, top, _, bottom in column if top < y - 1), default=-inf) + CLEAR

    def reach(self, point: Point) -> tuple[float, float]:
        """How far to the left and to the right a way may lead from a point."""
        x, y = point
        left, right = -inf, inf
        for edges in self._edges:
            if edges[1] < y + CLEAR and y - CLEAR < edges[3]:
                if edges[0] >= x + CLEAR:
                    right = min(right, edges[0] - CLEAR)
                elif edges[2] <= x - CLEAR:
                    left = max(left, edges[2] + CLEAR)
                else:
                    return inf, -inf
        return left, right

    def _edges_at(self, x: float) -> Iterator[Edges]:
        return (edges for edges in self._edges if x - CLEAR < edges[2] and edges[0] < x + CLEAR)

    def _leave_piece(self, start: Point, end: Point, first: bool, last: bool) -> bool:
        """Whether they leave one piece free; the first and the last of a way begin and end on a card."""
        key = (start, end, first, last)
        if key not in self._known:
            self._known[key] = self._is_clear(*key)
        return self._known[key]

    def _is_clear(self, start: Point, end: Point, first: bool, last: bool) -> bool:
        (x0, y0), (x1, y1) = start, end
        left, right = (x0 - CLEAR, x1 + CLEAR) if x0 < x1 else (x1 - CLEAR, x0 + CLEAR)
        top, bottom = (y0, y1) if y0 < y1 else (y1, y0)
        high, low = top + (1 if first else -CLEAR), bottom - (1 if last else -CLEAR)
        for left2, top2, right2, bottom2 in self._edges:  # asked so often that a generator takes twice as long
            if left < right2 and left2 < right and high < bottom2 and top2 < low:
                return False
        return True
