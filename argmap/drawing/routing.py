"""Lines that run down, across and down again, clear of every card. Lengths are CSS pixels."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain, combinations, islice, pairwise, product
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from argmap.drawing.obstacles import LANE, LAST

if TYPE_CHECKING:
    from argmap.drawing.layout import Box, Point
    from argmap.drawing.obstacles import Obstacles

NEAR = 7.0  # lines closer than this look like one
SIDE = 28.0  # how far out a line to the side of a dot goes before it turns: past its sign
CORNER = 8.0
ROUND = 0.5523  # the control points of a quarter circle
TRIED = 16  # ways for each line that are weighed against those of others
ALIKE = 24.0  # ways that run down closer together than this are alike: two of a kind are enough
PATIENCE = 2000  # ways around that are looked at before a line is given up
SIGNS = 6  # crossings that are better than two signs in one place
CROSSING = 1e6  # what a crossing costs; a corner costs 200, a pixel 1

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


class Ways:
    """Free ways for a line, the plainest first. Each is looked for when it is asked for: most lines take the first."""

    def __init__(self, ways: Iterator[Way]) -> None:
        self._found: list[Way] = []
        self._rest = ways

    def __iter__(self) -> Iterator[Way]:
        yield from self._found
        for way in self._rest:
            self._found.append(way)
            yield way

    def __bool__(self) -> bool:
        return next(iter(self), None) is not None


def down(start: Point, end: Point, lane: float, obstacles: Obstacles) -> Ways:
    """Ways from below a card or dot to the top of another; `lane` is where to turn first.

    In a loop the other may stand above: the way then leads up along an aisle.
    """
    # Whatever has more corners costs more.
    tried = chain(
        _straight_down(start, end, obstacles),
        _turning(start, end, lane, obstacles),
        _passing(start, end, lane, obstacles),
    )
    return Ways(_either(_best(tried, obstacles.leave_within), _roundabout(start, end, obstacles), obstacles))


def _straight_down(start: Point, end: Point, obstacles: Obstacles) -> Iterator[_Tried]:
    if abs(end[0] - start[0]) < 1 and obstacles.leave((start, end)):
        yield _Tried(_plainness((start, end)), min(start[0], end[0]), (start, end))


def _turning(start: Point, end: Point, lane: float, obstacles: Obstacles) -> Iterator[_Tried]:
    """Ways down, across and down. Wherever they turn, they cost the same."""
    (x0, y0), (x1, y1) = start, end
    # Most ways fail at their first piece or their last: those that would are not even tried.
    lowest, highest = obstacles.lowest(start), obstacles.highest(end)
    cost = 800 + abs(x1 - x0) + y1 - y0
    for turn in dict.fromkeys((lane, y1 - LAST, y1 - LAST - LANE, (y0 + y1) / 2, *obstacles.levels)):
        if y0 < turn < y1 and highest <= turn <= lowest:
            yield _Tried(cost, x1 if y1 - turn > turn - y0 else x0, (start, (x0, turn), (x1, turn), end))


def _passing(start: Point, end: Point, lane: float, obstacles: Obstacles) -> Iterator[_Tried]:
    """Ways that lead around something, by an aisle; the shortest first."""
    (x0, y0), (x1, y1) = start, end
    highest = obstacles.highest(end)
    lows = [low for low in (y1 - LAST, y1 - LAST - LANE) if highest <= low < y1]
    if not lows or not y0 < lane <= obstacles.lowest(start):
        return
    leftmost, rightmost = obstacles.reach((x0, lane))
    reaches = [
        (low, max(leftmost, left), min(rightmost, right))
        for low in lows
        for left, right in [obstacles.reach((x1, low))]
    ]
    tried: list[_Tried] = []
    for aisle in obstacles.aisles:
        for low, left, right in reaches:
            if left <= aisle <= right:
                first, middle, last = lane - y0, abs(low - lane), y1 - low
                cost = 1200 + (first + abs(aisle - x0) + middle + abs(x1 - aisle) + last)
                at = x0 if first >= middle and first >= last else aisle if middle >= last else x1
                tried.append(_Tried(cost, at, (start, (x0, lane), (aisle, lane), (aisle, low), (x1, low), end)))
    yield from sorted(tried, key=itemgetter(0))


def _roundabout(start: Point, end: Point, obstacles: Obstacles) -> Iterator[tuple[Point, ...]]:
    """Ways that turn above any card on either side of an aisle, the nearest first: many, so tried last."""
    (x0, y0), (x1, y1) = start, end
    turns = sorted({y0 + LAST, y1 - LAST, *obstacles.levels})
    highs = [(y, obstacles.reach((x0, y))) for y in turns if y0 < y and obstacles.leave((start, (x0, y)))]
    lows = [(y, obstacles.reach((x1, y))) for y in reversed(turns) if y < y1 and obstacles.leave(((x1, y), end))]
    aisles = sorted(obstacles.aisles, key=lambda x: abs(x - x0) + abs(x - x1))
    for aisle, (high, above), (low, below) in product(aisles, highs, lows):
        if above[0] <= aisle <= above[1] and below[0] <= aisle <= below[1]:
            yield (start, (x0, high), (aisle, high), (aisle, low), (x1, low), end)


def sideways(dot: Box, end: Point, obstacles: Obstacles) -> Ways:
    """Ways to a dot from either side: an undercut or a backing is none of the argument's premises."""
    y0 = dot.y + dot.height / 2
    left, right = (dot.x, y0), (dot.right, y0)
    ways = (*_beside(left, -1, end, obstacles), *_beside(right, 1, end, obstacles))
    return Ways(iter(sorted(ways, key=attrgetter("cost"))))


def _beside(start: Point, side: int, end: Point, obstacles: Obstacles) -> Iterator[Way]:
    """Free ways that leave to the left (`side` is -1) or to the right (1)."""
    (x0, y0), (x1, y1) = start, end
    out = x0 + side * SIDE

    def tried() -> Iterator[tuple[Point, ...]]:
        if (x1 - x0) * side > SIDE:
            yield (start, (x1, y0), end)
        for aisle in (out, *obstacles.aisles):
            for low in (y1 - LAST, y1 - LAST - LANE):
                if (aisle - x0) * side >= SIDE and y0 < low < y1:
                    yield (start, (aisle, y0), (aisle, low), (x1, low), end)

    ways = [_Tried(_plainness(points), _longest_down(points), points) for points in dict.fromkeys(tried())]
    roundabout = ((start, *way) for way in _roundabout((out, y0), end, obstacles))
    return _either(_best(sorted(ways, key=itemgetter(0)), obstacles.leave), roundabout, obstacles)


def choose(free: Mapping[Line, Ways]) -> Mapping[Line, Way]:
    """One way for every line, with few crossings."""
    meet = cache(crossings)  # asked of the same pairs over and over

    def crossed(way: Way, others: Iterable[Way]) -> int:
        return sum(meet(way, other) for other in others)

    chosen: dict[Line, Way] = {}
    for line, ways in free.items():
        chosen[line] = _cheapest(ways, lambda way: crossed(way, chosen.values()))
    for first, second in combinations(free, 2):
        if meet(chosen[first], chosen[second]):
            # Two that cross are laid anew together: moving either alone may only cross elsewhere.
            others = [way for line, way in chosen.items() if line not in (first, second)]
            costs = {way: CROSSING * crossed(way, others) + way.cost for way in (*free[first], *free[second])}
            chosen[first], chosen[second] = min(
                product(free[first], free[second]),
                key=lambda pair: costs[pair[0]] + costs[pair[1]] + CROSSING * meet(*pair),
            )
    return chosen


def _cheapest(ways: Ways, crossed: Callable[[Way], int]) -> Way:
    """The way with the fewest crossings, and of these the plainest."""

    def weighed() -> Iterator[tuple[float, Way]]:
        for way in ways:
            count = crossed(way)
            yield CROSSING * count + way.cost, way
            if not count:
                return  # whatever follows is less plain

    _, cheapest = min(weighed(), key=itemgetter(0))
    return cheapest


def tangle(chosen: Mapping[Line, Way]) -> int:
    """How often the chosen ways cross or lie on one another."""
    return sum(crossings(first, second) for first, second in combinations(chosen.values(), 2))


def _best(tried: Iterable[_Tried], is_free: Callable[[tuple[Point, ...]], bool]) -> Iterator[Way]:
    """Those that are free, in their order; not all on one side of what they pass."""
    sides: dict[int, int] = {}
    for cost, at, points in tried:
        side = int(at / ALIKE)
        # What is left out for its side need not be free: that takes longest to find out.
        if sides.get(side, 0) < 2 and is_free(points):
            sides[side] = sides.get(side, 0) + 1
            yield Way(points, cost)


def _either(plain: Iterator[Way], roundabout: Iterator[tuple[Point, ...]], obstacles: Obstacles) -> Iterator[Way]:
    """The first few ways that are plain or, where there are none, that lead round about."""
    first = next(plain, None)
    if first is not None:
        yield first
        yield from islice(plain, TRIED - 1)
    else:
        free = (Way(points, _plainness(points)) for points in islice(roundabout, PATIENCE) if obstacles.leave(points))
        yield from sorted(islice(free, TRIED), key=attrgetter("cost"))


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
