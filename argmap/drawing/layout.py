"""Where things go: Graphviz's `json0` read as places in CSS pixels, y downwards."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.drawing.engine import INSTALL, EngineError

if TYPE_CHECKING:
    from argmap.drawing.dot import Graph
    from argmap.drawing.scene import Link

Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle by its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """The x of its middle."""
        return self.x + self.width / 2


class Route(NamedTuple):
    """A link's way, from what it bears on down to its source: cubic Bezier points, 3n + 1 of them."""

    link: Link
    points: tuple[Point, ...]


class Layout(NamedTuple):
    """Everything with its place."""

    width: float
    height: float
    cards: Mapping[str, Box]
    junctions: Mapping[str, Point]
    groups: Mapping[str, Box]
    routes: tuple[Route, ...]
    tidied: bool = False
    tangle: int = 0  # how often lines cross or lie on one another, where that is known


def read(graph: Graph, json0: bytes, *, routed: bool = True) -> Layout:
    """The places that an engine found for a graph. Raises `EngineError` where they are not all there."""
    try:
        found = _read(graph, json.loads(json0), routed)
    except (ValueError, LookupError, TypeError, AttributeError):
        found = None
    everything = (len(graph.cards), len(graph.junctions), len(graph.groups), len(graph.links) if routed else 0)
    if found is None or everything != (len(found.cards), len(found.junctions), len(found.groups), len(found.routes)):
        raise EngineError("what the layout engine answered is no layout of this map", INSTALL)
    return found


def _read(graph: Graph, answer: dict[str, Any], routed: bool) -> Layout:
    _, _, width, height = _numbers(answer["bb"])
    cards: dict[str, Box] = {}
    junctions: dict[str, Point] = {}
    groups: dict[str, Box] = {}
    for thing in answer.get("objects", ()):
        name = thing["name"]
        if name in graph.groups:
            left, low, right, high = _numbers(thing["bb"])
            groups[graph.groups[name]] = Box(left, height - high, right - left, high - low)
            continue
        x, y = _numbers(thing["pos"])
        if name in graph.junctions:
            junctions[graph.junctions[name]] = (x, height - y)
        else:
            w, h = float(thing["width"]) * 72, float(thing["height"]) * 72
            cards[graph.cards[name]] = Box(x - w / 2, height - y - h / 2, w, h)
    routes = tuple(
        Route(graph.links[int(edge["id"])], _points(edge["pos"], height))
        for edge in (answer.get("edges", ()) if routed else ())
        if "id" in edge  # those without keep cards apart, and are no lines
    )
    return Layout(width, height, cards, junctions, groups, _fanned(routes))


def _fanned(routes: tuple[Route, ...]) -> tuple[Route, ...]:
    """Routes that end on the same card moved apart, in the order in which they come."""
    ending: dict[str, list[Route]] = {}
    for route in routes:
        if not route.link.to_junction:
            ending.setdefault(route.link.target, []).append(route)
    shift: dict[Link, float] = {}
    for together in ending.values():
        by_source = sorted(together, key=lambda route: (_bearing(route), route.points[-1][0]))
        for place, route in enumerate(by_source):
            shift[route.link] = (place - (len(together) - 1) / 2) * min(34.0, 150 / len(together))
    return tuple(_shifted(route, shift.get(route.link, 0.0)) for route in routes)


def _bearing(route: Route) -> float:
    """To which side a route leaves its upper end: how far it gets sideways for every step down."""
    (x0, y0), (x1, y1) = route.points[0], route.points[min(3, len(route.points) - 1)]
    return (x1 - x0) / max(1.0, y1 - y0)


def _shifted(route: Route, dx: float) -> Route:
    (x0, y0), (x1, y1), *rest = route.points
    return Route(route.link, ((x0 + dx, y0), (x1 + dx, y1), *rest))


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(float(number) for number in text.split(","))


def _points(pos: str, height: float) -> tuple[Point, ...]:
    points = [part for part in pos.split() if part[0] not in "es"]
    return tuple((x, height - y) for x, y in (_numbers(point) for point in points))
