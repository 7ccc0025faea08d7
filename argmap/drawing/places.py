"""A laid out view as data, for programs that draw it in their own way. Lengths are CSS pixels, y downwards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from argmap.branches import file_name

if TYPE_CHECKING:
    from argmap.branches import Below
    from argmap.drawing.layout import Box, Layout, Route
    from argmap.drawing.scene import Scene


def places(scene: Scene, layout: Layout, title: str, below: Mapping[str, Below]) -> dict[str, Any]:
    """Where cards, dots, groups and lines go, to be written as JSON.

    A line runs from what it bears on down to its source: `points` are those of a chain of cubic Bezier curves. Where a
    drawing of a large map ends at a claim, `below` says how many claims there are, and in which branch.
    """
    return {
        "title": title,
        "width": _number(layout.width),
        "height": _number(layout.height),
        "groups": [{"group": group, **_box(box)} for group, box in layout.groups.items()],
        "cards": [{"claims": list(card.claims), **_box(layout.cards[card.name])} for card in scene.cards],
        "dots": [
            {"argument": argument, "x": _number(x), "y": _number(y)} for argument, (x, y) in layout.junctions.items()
        ],
        "lines": [_line(route) for route in layout.routes],
        "below": {claim: {"claims": mark.claims, "branch": file_name(mark.branch)} for claim, mark in below.items()},
    }


def _line(route: Route) -> dict[str, Any]:
    link = route.link
    return {
        "arguments": list(link.arguments),
        "attacks": link.attacks,
        "to": {"argument" if link.to_junction else "claim": link.target},
        "from": {"argument" if link.from_junction else "claim": link.source},
        "points": [[_number(x), _number(y)] for x, y in route.points],
    }


def _box(box: Box) -> dict[str, float]:
    return {name: _number(getattr(box, name)) for name in ("x", "y", "width", "height")}


def _number(length: float) -> float:
    return round(length, 1) + 0.0  # no negative nought
