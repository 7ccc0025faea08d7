"""A layout drawn together: Graphviz keeps every rank as high as its tallest card, argument trees need not.

Cards keep the horizontal place and the order that Graphviz gave them and move up until they meet what is
above them; lines then run down, across and down again. Where a line finds no free way, or there are too many,
there is nothing to tidy, and Graphviz's own layout stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.drawing import routing
from argmap.drawing.cards import PORT, line_room
from argmap.drawing.dot import DOT_SIZE, GROUP_TITLE
from argmap.drawing.layout import Box, Layout, Point, Route
from argmap.drawing.obstacles import CLEAR, LANE, Obstacles
from argmap.drawing.scene import Link, Scene

MOST_LINKS = 80
SIGN_ROOM = 46.0  # below a card, where lines end with their signs
DOT_ROOM = 26.0  # between a dot and its premises
APART = 26.0  # between cards that have nothing to do with one another
GROUP_PAD = 14.0
TURN = 33.0  # below a card, the first place for a line to turn: under its sign


class _Item(NamedTuple):
    """A card or a dot on its way up. `reach` is what it keeps clear of things outside its group."""

    key: str
    box: Box
    group: str
    reach: tuple[float, float]


class Raised(NamedTuple):
    """Cards and dots moved up, by their keys, and the groups around them. Lines are yet to be laid."""

    boxes: Mapping[str, Box]
    groups: Mapping[str, Box]

    def height(self, scene: Scene) -> float:
        """How tall cards and groups make it, whatever the lines do."""
        boxes = (*(self.boxes[card.name] for card in scene.cards), *self.groups.values())
        return max(box.bottom for box in boxes) - min(box.y for box in boxes)


def raised(layout: Layout, scene: Scene) -> Raised:
    """A layout whose cards and dots moved up until they met what is above them."""
    boxes = _raised(layout, scene)
    return Raised(boxes, {group: _around(group, scene, boxes, layout.groups[group]) for group in layout.groups})


def tidy(layout: Layout, scene: Scene, lifted: Raised | None = None) -> Layout | None:
    """The layout drawn together, or None where that does not do; `lifted` is it raised, where that is known."""
    if len(scene.links) > MOST_LINKS:
        return None
    boxes, groups = lifted or raised(layout, scene)
    boxes, upper_ends = _ports(scene, boxes)
    ways = _ways(scene, boxes, upper_ends)
    if ways is None:
        return None
    routes = tuple(Route(link, routing.rounded(way.points)) for link, way in ways.items())
    cards = {name: boxes[name] for name in layout.cards}
    dots = {name: _centre(boxes[_dot(name)]) for name in layout.junctions}
    return _framed(cards, dots, groups, routes)._replace(tangle=routing.tangle(ways))


def _framed(
    cards: Mapping[str, Box], dots: Mapping[str, Point], groups: Mapping[str, Box], routes: tuple[Route, ...]
) -> Layout:
    """The layout with its corner where the first card, ground or line begins."""
    boxes = [*cards.values(), *groups.values()]
    xs, ys = zip((0.0, 0.0), *(point for route in routes for point in route.points), strict=True)
    left, top = min(*xs, *(box.x for box in boxes)), min(*ys, *(box.y for box in boxes))

    def moved(box: Box) -> Box:
        return box._replace(x=box.x - left, y=box.y - top)

    def shifted(point: Point) -> Point:
        return (point[0] - left, point[1] - top)

    return Layout(
        width=max(*xs, *(box.right for box in boxes)) - left,
        height=max(*ys, *(box.bottom for box in boxes)) - top,
        cards={name: moved(box) for name, box in cards.items()},
        junctions={name: shifted(dot) for name, dot in dots.items()},
        groups={name: moved(box) for name, box in groups.items()},
        routes=tuple(route._replace(points=tuple(map(shifted, route.points))) for route in routes),
        tidied=True,
    )


def _dot(argument: str) -> str:
    return "." + argument  # no card is called so


def _centre(box: Box) -> Point:
    return (box.middle, box.y + box.height / 2)


def _items(layout: Layout, scene: Scene) -> Iterator[_Item]:
    def reach(box: Box, group: str) -> tuple[float, float]:
        ground = layout.groups.get(group)
        return (min(box.x, ground.x), max(box.right, ground.right)) if ground else (box.x, box.right)

    for card in scene.cards:
        box = layout.cards[card.name]
        yield _Item(card.name, box, card.group, reach(box, card.group))
    for junction in scene.junctions:
        x, y = layout.junctions[junction.argument]
        box = Box(x - DOT_SIZE / 2, y - DOT_SIZE / 2, DOT_SIZE, DOT_SIZE)
        yield _Item(_dot(junction.argument), box, junction.group, reach(box, junction.group))


def _raised(layout: Layout, scene: Scene) -> Mapping[str, Box]:
    """Every box moved up until it meets what it bears on, or what lies above it."""
    above: dict[str, list[Link]] = {}
    for link in scene.links:
        above.setdefault(_lower(link), []).append(link)
    placed: dict[str, _Item] = {}
    room = _sign_room(layout, scene)
    for item in sorted(_items(layout, scene), key=lambda item: (item.box.y + item.box.height / 2, item.box.x)):
        y = GROUP_PAD + GROUP_TITLE if item.group else 0.0
        for link in above.get(item.key, ()):
            if (target := placed.get(_upper(link))) is not None:
                # Lines turn above a group's ground, not on its title.
                title = GROUP_PAD + GROUP_TITLE if item.group and target.group != item.group else 0.0
                y = max(y, target.box.bottom + (DOT_ROOM if link.to_junction else room[link.target]) + title)
        for other in placed.values():
            y = max(y, _below(item, other))
        placed[item.key] = item._replace(box=item.box._replace(y=y))
    return {key: item.box for key, item in placed.items()}


def _sign_room(layout: Layout, scene: Scene) -> Mapping[str, float]:
    """How far below each card those that bear on it stand: every line to one side turns in a lane of its own."""

    def middle(link: Link) -> float:
        return layout.junctions[link.source][0] if link.from_junction else layout.cards[link.source].middle

    room: dict[str, float] = {}
    for upper, links in _by_upper(scene).items():
        if upper in layout.cards:
            left = sum(middle(link) < layout.cards[upper].middle for link in links)
            room[upper] = SIGN_ROOM + LANE * (max(left, len(links) - left) - 1)
    return room


def _below(item: _Item, other: _Item) -> float:
    """How high an item may stand because of another above it."""
    together = item.group == other.group
    left, right = (item.box.x, item.box.right) if together else item.reach
    other_left, other_right = (other.box.x, other.box.right) if together else other.reach
    if left >= other_right + CLEAR or other_left >= right + CLEAR:
        return 0.0
    room = APART if together else 12.0
    if not together and item.group:
        room += GROUP_PAD + GROUP_TITLE
    if not together and other.group:
        room += GROUP_PAD
    return other.box.bottom + room


def _around(group: str, scene: Scene, boxes: Mapping[str, Box], before: Box) -> Box:
    """A group's ground around its members; as wide as it was, since others kept clear of that."""
    members = [boxes[card.name] for card in scene.cards if card.group == group]
    members += [boxes[_dot(junction.argument)] for junction in scene.junctions if junction.group == group]
    top = min(box.y for box in members) - GROUP_PAD - GROUP_TITLE
    return Box(before.x, top, before.width, max(box.bottom for box in members) + GROUP_PAD - top)


def _lower(link: Link) -> str:
    return _dot(link.source) if link.from_junction else link.source


def _upper(link: Link) -> str:
    return _dot(link.target) if link.to_junction else link.target


def _ports(scene: Scene, boxes: Mapping[str, Box]) -> tuple[dict[str, Box], Mapping[Link, float]]:
    """Where along a card's or a dot's width each line ends; dots move to stand right below their ends.

    Lines that end on one card stand side by side in the order of their sources. A single one ends right above
    its source where it can.
    """
    moved, ends = dict(boxes), dict[Link, float]()
    premises: dict[str, list[float]] = {}
    for link in scene.links:
        if link.to_junction and not link.bears:
            premises.setdefault(_upper(link), []).append(boxes[_lower(link)].middle)
    disputed = scene.disputed
    for upper, links in _by_upper(scene).items():
        if links[0].to_junction:
            continue
        box = boxes[upper]
        links.sort(key=lambda link: boxes[_lower(link)].middle)
        rooms = [line_room(link, disputed) for link in links]
        scale = min(1.0, (box.width - 16) / sum(rooms))
        begin = box.middle - scale * sum(rooms) / 2
        for place, link in enumerate(links):
            # The sign stands in the middle of a plain line's room; what else the line needs is to its right.
            x = begin + scale * (sum(rooms[:place]) + PORT / 2) if len(links) > 1 else box.middle
            if len(links) == 1:
                below = premises.get(_lower(link), [boxes[_lower(link)].middle])
                nearest = min(below, key=lambda middle: abs(middle - x))
                x = nearest if abs(nearest - x) < box.width / 2 - 20 else x
            ends[link] = x
            if link.from_junction:
                dot = boxes[_lower(link)]._replace(x=x - DOT_SIZE / 2)
                if not any(_touch(dot, boxes[card.name]) for card in scene.cards):
                    moved[_lower(link)] = dot
    for link in scene.links:
        if link.to_junction:
            ends[link] = moved[_upper(link)].middle
    return moved, ends


def _touch(dot: Box, card: Box) -> bool:
    across = dot.x < card.right + CLEAR and card.x < dot.right + CLEAR
    return across and dot.y < card.bottom + CLEAR and card.y < dot.bottom + CLEAR


def _by_upper(scene: Scene) -> dict[str, list[Link]]:
    ending: dict[str, list[Link]] = {}
    for link in scene.links:
        ending.setdefault(_upper(link), []).append(link)
    return ending


def _lanes(scene: Scene, boxes: Mapping[str, Box], ends: Mapping[Link, float]) -> Mapping[Link, float]:
    """How far down each line may turn: of those that go to one side, the outermost first, so that none crosses."""
    lanes: dict[Link, float] = {}
    for upper, links in _by_upper(scene).items():
        links.sort(key=lambda link: boxes[_lower(link)].middle)
        for place, link in enumerate(links):
            turns = place if boxes[_lower(link)].middle < ends[link] else len(links) - 1 - place
            down = DOT_ROOM / 2 if link.to_junction else TURN + turns * LANE
            lanes[link] = boxes[upper].bottom + down
    return lanes


def _ways(scene: Scene, boxes: Mapping[str, Box], ends: Mapping[Link, float]) -> Mapping[Link, routing.Way] | None:
    """A free way for every line, with few crossings; None where one has no way."""
    dots = boxes.keys() - {card.name for card in scene.cards}
    lanes = _lanes(scene, boxes, ends)
    around: dict[frozenset[str], Obstacles] = {}  # by the dots that are none: most lines keep clear of the same
    free: dict[Link, routing.Ways] = {}
    for link in scene.links:
        below, above = boxes[_lower(link)], boxes[_upper(link)]
        end = (below.middle, below.y)
        own = frozenset(dots & {_upper(link), *map(_dot, link.arguments)})
        obstacles = around.get(own)
        if obstacles is None:
            obstacles = around[own] = Obstacles(box for key, box in boxes.items() if key not in own)
        if link.to_junction and link.bears:
            free[link] = routing.sideways(above, end, obstacles)
        else:
            free[link] = routing.down((ends[link], above.bottom), end, lanes[link], obstacles)
        if not free[link]:
            return None
    return routing.choose(free)
