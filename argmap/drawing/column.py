"""The column drawing: what Graphviz laid out, as SVG."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from math import hypot
from typing import TYPE_CHECKING

from argmap.drawing import svg
from argmap.drawing.cards import SMALL
from argmap.drawing.dot import DOT_SIZE
from argmap.drawing.svg import number
from argmap.drawing.typesetting import is_rtl, measure
from argmap.model import Argument, Strength

if TYPE_CHECKING:
    from argmap.drawing.cards import SetCard
    from argmap.drawing.layout import Box, Layout, Point, Route
    from argmap.drawing.scene import Scene
    from argmap.words import Words

SIGN_AT = 21.0  # from a line's upper end to the middle of its sign
HEAD_LENGTH, HEAD_WIDTH = 9.0, 8.0


def paint(
    scene: Scene,
    layout: Layout,
    cards: Mapping[str, SetCard],
    arguments: Mapping[str, Argument],
    group_names: Mapping[str, str],
    words: Words,
    *,
    title: str,
    prefix: str,
    href: svg.Href,
    names: Callable[[str], str],
) -> str:
    """The drawing: grounds, then lines, then dots, then the cards in the order of the argument."""
    parts = ['<g aria-hidden="true">']
    parts += [_ground(box) for box in layout.groups.values()]
    parts += [_way(route, words) for route in layout.routes]
    parts += [_group_title(box, group_names[group], layout.routes) for group, box in layout.groups.items()]
    for junction in scene.junctions:
        parts.append(_dot(layout.junctions[junction.argument], arguments[junction.argument], junction.hidden, words))
    parts.append("</g>")
    for item in scene.cards:
        parts.append(svg.card(layout.cards[item.name], cards[item.name], prefix=prefix, href=href, names=names))
    return svg.document(parts, width=layout.width, height=layout.height, title=title, prefix=prefix, look="am-column")


def _ground(box: Box) -> str:
    return (
        f'<rect class="am-group" x="{number(box.x)}" y="{number(box.y)}" width="{number(box.width)}"'
        f' height="{number(box.height)}" rx="6"/>'
    )


def _group_title(box: Box, name: str, routes: tuple[Route, ...]) -> str:
    """The group's name where reading begins, or further on where fewer lines come in through it."""
    width = measure(name, SMALL, "semibold")
    lines = {
        round(x)
        for route in routes
        for x, y in _dense(route.points)
        if box.x < x < box.right and box.y + 4 < y < box.y + 21
    }
    rtl = is_rtl(name)
    first = box.right - 12 - width if rtl else box.x + 12
    others = sorted((x - 8 - width for x in lines), reverse=True) if rtl else sorted(x + 8 for x in lines)
    inside = [x for x in (first, *others) if box.x + 8 < x and x + width < box.right - 8]
    x = min(inside, key=lambda x: sum(x - 6 < line < x + width + 6 for line in lines), default=first)
    return svg.text(name, x + width if rtl else x, box.y + 17, "am-group-title", leftward=rtl)


def _dense(points: tuple[Point, ...]) -> Iterator[Point]:
    """Points along a chain of Bezier curves, close enough for none to leap over a line of text."""
    for start in range(0, len(points) - 3, 3):
        curve = points[start : start + 4]
        steps = max(4, int(hypot(curve[3][0] - curve[0][0], curve[3][1] - curve[0][1]) / 8))
        yield from (_bezier(curve, step / steps) for step in range(steps + 1))


def _way(route: Route, words: Words) -> str:
    link = route.link
    points = _to_dot(route) if link.to_junction else route.points
    source = "" if link.from_junction else f' data-from="{link.source}"'
    parts = [f'<g class="{svg.side_of(link.attacks, link.strength)}"{svg.of(*link.arguments)}{source}>']
    ends = _direction(points)
    if link.bears and not link.attacks:
        points = _pulled_back(points, ends, HEAD_LENGTH - 1)
    parts.append(f'<path class="am-way" d="{_path(points)}"/>')
    if link.bears:
        parts.append(_end(route.points[0] if not link.to_junction else _to_dot(route)[0], ends, link.attacks))
        at = _along(points, SIGN_AT - (HEAD_LENGTH - 1 if not link.attacks else 0))
        parts.append(svg.badge(at, link.attacks))
        if link.strength is not Strength.NORMAL:
            said = words(f"strength.{link.strength.name.lower()}")
            beside = (at[0] - measure(said, SMALL) / 2, at[1] - 11) if link.to_junction else (at[0] + 12, at[1] + 4)
            parts.append(svg.text(said, *beside, "am-strength"))
    return "".join([*parts, "</g>"])


def _dot(at: Point, argument: Argument, hidden: int, words: Words) -> str:
    x, y = at
    shape = (
        f'<g class="{svg.side_of(argument.attacks)}"{svg.of(argument.id)}>'
        f'<circle class="am-dot" cx="{number(x)}" cy="{number(y)}" r="{number(DOT_SIZE / 2 - 1)}"/>'
    )
    more = svg.text(words("drawing.hidden", count=hidden), x + 10, y + 4, "am-small") if hidden else ""
    return f"{shape}{more}</g>"


def _end(tip: Point, direction: Point, attacks: bool) -> str:
    """An arrowhead, or a bar across."""
    (x, y), (dx, dy) = tip, direction
    half = HEAD_WIDTH / 2
    if attacks:
        x, y, half = x + dx * 3, y + dy * 3, 8.0
        return (
            f'<path class="am-bar" d="M{number(x - dy * half)} {number(y + dx * half)}'
            f'L{number(x + dy * half)} {number(y - dx * half)}"/>'
        )
    bx, by = x + dx * HEAD_LENGTH, y + dy * HEAD_LENGTH
    return (
        f'<path class="am-head" d="M{number(x)} {number(y)}L{number(bx - dy * half)} {number(by + dx * half)}'
        f'L{number(bx + dy * half)} {number(by - dx * half)}Z"/>'
    )


def _direction(points: tuple[Point, ...]) -> Point:
    """The unit vector in which a route leaves its upper end."""
    x0, y0 = points[0]
    for x, y in points[1:]:
        if (length := hypot(x - x0, y - y0)) > 0.5:
            return ((x - x0) / length, (y - y0) / length)
    return (0.0, 1.0)


def _pulled_back(points: tuple[Point, ...], direction: Point, by: float) -> tuple[Point, ...]:
    (x, y), *rest = points
    return ((x + direction[0] * by, y + direction[1] * by), *rest)


def _to_dot(route: Route) -> tuple[Point, ...]:
    """A route that ends at a dot, a little before its rim where it bears on it."""
    return _pulled_back(route.points, _direction(route.points), 1.0) if route.link.bears else route.points


def _along(points: tuple[Point, ...], distance: float) -> Point:
    """The point that far along a chain of Bezier curves."""
    before, gone = points[0], 0.0
    for start in range(0, len(points) - 3, 3):
        curve = points[start : start + 4]
        steps = 1 if _is_straight_down(curve) else 24
        for step in range(1, steps + 1):
            here = _bezier(curve, step / steps)
            length = hypot(here[0] - before[0], here[1] - before[1])
            if gone + length >= distance:
                part = (distance - gone) / length
                return (before[0] + (here[0] - before[0]) * part, before[1] + (here[1] - before[1]) * part)
            before, gone = here, gone + length
    return before


def _is_straight_down(curve: tuple[Point, ...]) -> bool:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = curve
    return x0 == x1 == x2 == x3 and y0 <= y1 <= y2 <= y3


def _bezier(points: tuple[Point, ...], t: float) -> Point:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
    return (a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3)


def _path(points: tuple[Point, ...]) -> str:
    (x, y), *rest = points
    return f"M{number(x)} {number(y)}C" + " ".join(f"{number(px)} {number(py)}" for px, py in rest)
