"""Lines that run down, across and down again, clear of every card. Lengths are CSS pixels."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations, islice, pairwise, product
from math import inf
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from argmap.drawing.layout import Box, Point

CLEAR = 6.0  # between a line and a card that it passes
NEAR = 7.0  # lines closer than this look like one
AISLE = 8.0  # from a card to a line that runs down beside it, within the ground of its group
LANE = 9.0  # between lines that run side by side
LAST = 10.0  # above a card, the last place for a line to turn
SIDE = 28.0  # how far out a line to the side of a dot goes before it turns: past its sign
CORNER = 8.0
ROUND = 0.5523  # the control points of a quarter circle
TRIED = 16  # ways for each line that are weighed against those of others
ALIKE = 24.0  # ways that run down closer together than this are alike: two of a kind are enough
PATIENCE = 2000  # ways around that are looked at before a line is given up
SIGNS = 6  # crossings that are better than two signs in one place
CROSSING = 1e6  # what a crossing costs; a corner costs 200, a pixel 1

Edges = tuple[float, float, float, float]  # of a card: left, top, right, bottom
Line = TypeVar("Line", bound=Hashable)


class Way:
    """Corners from a line's upper end to its lower one, with what is asked of them over and over.

    A piece is left, top, right, bottom, and whether it is level.
    """

    __slots__ = ("bounds", "cost", "pieces", "points")

    def __init__(self, points: tuple[Point, ...], cost: float) -> None:
        self.points, self.cost = points, cost
        self.pieces = tuple(
            (x0 if x0 < x1 else x1, y0 if y0 < y1 else y1, x1 if x0 < x1 else x0, y1 if y0 < y1 else y0, x0 != x1)
            for (x0, y0), (x1, y1) in pairwise(points)
        )
        xs, ys = zip(*points, strict=True)
        self.bounds = (min(xs), min(ys), max(xs), max(ys))


class _Tried(NamedTuple):
    """A way that may be free. `cost` is what it costs by itself; where it has its longest piece down is `at`."""

    cost: float
    at: float
    points: tuple[Point, ...]


def down(start: Point, end: Point, lane: float, obstacles: list[Box]) -> list[Way]:
    """Free ways from below a card or dot to the top of another, the plainest first; `lane` is where to turn first.

    In a loop the other may stand above: the way then leads up along an aisle.
    """
    (x0, y0), (x1, y1) = start, end
    clear = _Clear(obstacles)
    # Most ways fail at their first piece or their last: those that would are not even tried.
    lowest, highest = clear.lowest(start), clear.highest(end)
    tried: list[_Tried] = []
    if abs(x1 - x0) < 1 and clear.along((start, end)):
        tried.append(_Tried(_plainness((start, end)), min(x0, x1), (start, end)))
    for turn in dict.fromkeys((lane, y1 - LAST, y1 - LAST - LANE, (y0 + y1) / 2, *_levels(obstacles))):
        if y0 < turn < y1 and highest <= turn <= lowest:
            first, last = turn - y0, y1 - turn
            cost = 800 + (first + abs(x1 - x0) + last)
            tried.append(_Tried(cost, x1 if last > first else x0, (start, (x0, turn), (x1, turn), end)))
    lows = [low for low in (y1 - LAST, y1 - LAST - LANE) if highest <= low < y1]
    if lows and y0 < lane <= lowest:
        leftmost, rightmost = clear.reach((x0, lane))
        reaches = [
            (low, max(leftmost, left), min(rightmost, right))
            for low in lows
            for left, right in [clear.reach((x1, low))]
        ]
        for aisle in _aisles(obstacles):
            for low, left, right in reaches:
                if not left <= aisle <= right:
                    continue
                first, middle, last = lane - y0, abs(low - lane), y1 - low
                cost = 1200 + (first + abs(aisle - x0) + middle + abs(x1 - aisle) + last)
                at = x0 if first >= middle and first >= last else aisle if middle >= last else x1
                tried.append(_Tried(cost, at, (start, (x0, lane), (aisle, lane), (aisle, low), (x1, low), end)))
    return _best(tried, clear.within) or _first(_roundabout(start, end, obstacles), obstacles)


def _roundabout(start: Point, end: Point, obstacles: list[Box]) -> Iterator[tuple[Point, ...]]:
    """Ways that turn above any card on either side of an aisle, the nearest first: many, so tried last."""
    (x0, y0), (x1, y1) = start, end
    turns = sorted({y0 + LAST, y1 - LAST, *_levels(obstacles)})
    clear = _Clear(obstacles)
    highs = [y for y in turns if y0 < y and clear.along((start, (x0, y)))]
    lows = [y for y in reversed(turns) if y < y1 and clear.along(((x1, y), end))]
    aisles = sorted(_aisles(obstacles), key=lambda x: abs(x - x0) + abs(x - x1))
    for aisle, high, low in product(aisles, highs, lows):
        yield (start, (x0, high), (aisle, high), (aisle, low), (x1, low), end)


def sideways(dot: Box, end: Point, obstacles: list[Box]) -> list[Way]:
    """Free ways to a dot from either side: an undercut or a backing is none of the argument's premises."""
    y0 = dot.y + dot.height / 2
    left, right = (dot.x, y0), (dot.right, y0)
    return [*_beside(left, -1, end, obstacles), *_beside(right, 1, end, obstacles)]


def _beside(start: Point, side: int, end: Point, obstacles: list[Box]) -> list[Way]:
    """Free ways that leave to the left (`side` is -1) or to the right (1)."""
    (x0, y0), (x1, y1) = start, end
    out = x0 + side * SIDE

    def tried() -> Iterator[tuple[Point, ...]]:
        if (x1 - x0) * side > SIDE:
            yield (start, (x1, y0), end)
        for aisle in (out, *_aisles(obstacles)):
            for low in (y1 - LAST, y1 - LAST - LANE):
                if (aisle - x0) * side >= SIDE and y0 < low < y1:
                    yield (start, (aisle, y0), (aisle, low), (x1, low), end)

    clear = _Clear(obstacles)
    ways = [_Tried(_plainness(points), _longest_down(points), points) for points in dict.fromkeys(tried())]
    roundabout = ((start, *way) for way in _roundabout((out, y0), end, obstacles))
    return _best(ways, clear.along) or _first(roundabout, obstacles)


def choose(free: Mapping[Line, list[Way]]) -> Mapping[Line, Way]:
    """One way for every line, with few crossings."""
    meet = cache(crossings)  # asked of the same pairs over and over

    def cost(way: Way, others: Iterable[Way]) -> float:
        """Crossings before corners before length."""
        return CROSSING * sum(meet(way, other) for other in others) + way.cost

    chosen: dict[Line, Way] = {}
    for line, ways in free.items():
        chosen[line] = min(ways, key=lambda way: cost(way, chosen.values()))
    for first, second in combinations(free, 2):
        if meet(chosen[first], chosen[second]):
            # Two that cross are laid anew together: moving either alone may only cross elsewhere.
            others = [way for line, way in chosen.items() if line not in (first, second)]
            costs = {way: cost(way, others) for way in (*free[first], *free[second])}
            chosen[first], chosen[second] = min(
                product(free[first], free[second]),
                key=lambda pair: costs[pair[0]] + costs[pair[1]] + CROSSING * meet(*pair),
            )
    return chosen


def tangle(chosen: Mapping[Line, Way]) -> int:
    """How often the chosen ways cross or lie on one another."""
    return sum(crossings(first, second) for first, second in combinations(chosen.values(), 2))


def _aisles(obstacles: list[Box]) -> Iterable[float]:
    sides = [x for box in obstacles for x in (box.x - AISLE, box.right + AISLE)]
    return dict.fromkeys((*sides, *(x for box in obstacles for x in (box.x - AISLE - LANE, box.right + AISLE + LANE))))


def _levels(obstacles: list[Box]) -> Iterable[float]:
    return dict.fromkeys(y for box in obstacles for y in (box.y - LAST, box.bottom + AISLE))


def _best(tried: list[_Tried], is_free: Callable[[tuple[Point, ...]], bool]) -> list[Way]:
    """The plainest free ways, not all on one side of what they pass."""
    kinds: dict[int, int] = {}
    best: list[Way] = []
    for cost, at, points in sorted(tried, key=itemgetter(0)):
        kind = int(at / ALIKE)
        # What is left out for its kind need not be free: that takes longest to find out.
        if kinds.get(kind, 0) < 2 and is_free(points):
            kinds[kind] = kinds.get(kind, 0) + 1
            best.append(Way(points, cost))
            if len(best) == TRIED:
                break
    return best


def _plainness(points: tuple[Point, ...]) -> float:
    """What a way costs by itself: its corners, and its length."""
    length = 0.0
    x0, y0 = points[0]
    for x, y in points:
        length += abs(x - x0) + abs(y - y0)
        x0, y0 = x, y
    return 200 * len(points) + length


def _longest_down(points: tuple[Point, ...]) -> float:
    """Where a way has its longest piece down: the same for ways that are alike."""
    at, longest = min(points[0][0], points[1][0]), 0.0
    x0, y0 = points[0]
    for x, y in points:
        if x == x0 and abs(y - y0) > longest:
            at, longest = x, abs(y - y0)
        x0, y0 = x, y
    return at


def _first(tried: Iterator[tuple[Point, ...]], obstacles: list[Box]) -> list[Way]:
    return list(islice(_free(islice(tried, PATIENCE), obstacles), TRIED))


def _free(tried: Iterable[tuple[Point, ...]], obstacles: list[Box]) -> Iterator[Way]:
    """The ways that keep clear of every card, but for their two ends."""
    clear = _Clear(obstacles)
    return (Way(points, _plainness(points)) for points in tried if clear.along(points))


class _Clear:
    """Which straight lines keep clear of every card. Most ways fail at a piece that failed for others before."""

    def __init__(self, obstacles: list[Box]) -> None:
        self._edges: list[Edges] = [(box.x, box.y, box.right, box.bottom) for box in obstacles]
        self._known: dict[tuple[Point, Point, bool, bool], bool] = {}

    def along(self, points: tuple[Point, ...]) -> bool:
        """Whether each piece of a way is clear; those at its ends, which most ways share, are asked first."""
        last = len(points) - 2
        places = (0, last, *range(1, last)) if last else (0,)
        return all(self.piece(points[at], points[at + 1], at == 0, at == last) for at in places)

    def within(self, points: tuple[Point, ...]) -> bool:
        """Whether each piece of a way is clear but for its first and its last, which are known to be."""
        return all(self.piece(points[at], points[at + 1], False, False) for at in range(1, len(points) - 2))

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

    def piece(self, start: Point, end: Point, first: bool, last: bool) -> bool:
        """Whether one piece is; the first and the last of a way begin and end on a card."""
        key = (start, end, first, last)
        if key not in self._known:
            self._known[key] = self._is_clear(*key)
        return self._known[key]

    def _is_clear(self, start: Point, end: Point, first: bool, last: bool) -> bool:
        (x0, y0), (x1, y1) = start, end
        left, right = (x0 - CLEAR, x1 + CLEAR) if x0 < x1 else (x1 - CLEAR, x0 + CLEAR)
        top, bottom = (y0, y1) if y0 < y1 else (y1, y0)
        high, low = top + (1 if first else -CLEAR), bottom - (1 if last else -CLEAR)
        return not any(
            left < right2 and left2 < right and high < bottom2 and top2 < low
            for left2, top2, right2, bottom2 in self._edges
        )


def crossings(way: Way, other: Way) -> int:
    """How often two ways cross, or, twice as bad, lie on one another; where they share an end, they may do that."""
    if way.bounds[2] + NEAR < other.bounds[0] or other.bounds[2] + NEAR < way.bounds[0]:
        return 0
    if way.bounds[3] + NEAR < other.bounds[1] or other.bounds[3] + NEAR < way.bounds[1]:
        return 0
    same_start = way.points[0] == other.points[0]
    # Beside a dot each has a sign of its own, and two would lie on one another.
    count = SIGNS if same_start and way.pieces[0][4] and other.pieces[0][4] else 0
    together = same_start or way.points[-1] == other.points[-1]
    for left, top, right, bottom, level in way.pieces:
        for left2, top2, right2, bottom2, level2 in other.pieces:
            if not together:
                aside = left >= right2 + NEAR or left2 >= right + NEAR
                if not (aside or top >= bottom2 + NEAR or top2 >= bottom + NEAR):
                    count += 2 if level == level2 else 1
            elif not level and not level2:
                # Linked premises share a trunk; what only ends on the same card keeps a lane of its own.
                beside = abs(left - left2) < LANE - 1 and not (same_start and left == left2)
                count += beside and min(bottom, bottom2) - max(top, top2) > LAST
            elif level and not level2:
                count += left + 4 < left2 < right - 4 and top2 + 4 < top < bottom2 - 4
            elif level2 and not level:
                count += left2 + 4 < left < right2 - 4 and top + 4 < top2 < bottom - 4
    return count


def rounded(way: tuple[Point, ...]) -> tuple[Point, ...]:
    """Straight pieces with round corners, as a chain of cubic Bezier curves."""
    points: list[Point] = [way[0]]
    for before, corner, after in zip(way, way[1:], way[2:], strict=False):
        radius = min(CORNER, _distance(before, corner) / 2, _distance(corner, after) / 2)
        enter, leave = _toward(corner, before, radius), _toward(corner, after, radius)
        points += [*_straight(points[-1], enter), enter]
        points += [_toward(enter, corner, radius * ROUND), _toward(leave, corner, radius * ROUND), leave]
    return (*points, *_straight(points[-1], way[-1]), way[-1])


def _straight(start: Point, end: Point) -> tuple[Point, Point]:
    (x0, y0), (x1, y1) = start, end
    return ((x0 + (x1 - x0) / 3, y0 + (y1 - y0) / 3), (x1 - (x1 - x0) / 3, y1 - (y1 - y0) / 3))


def _distance(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _toward(start: Point, end: Point, by: float) -> Point:
    length = _distance(start, end)
    if not length:
        return start
    return (start[0] + (end[0] - start[0]) * by / length, start[1] + (end[1] - start[1]) * by / length)
