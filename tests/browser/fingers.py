"""Touches, as a screen tells the browser of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from live import Live
    from playwright.sync_api import CDPSession, Locator

Point = tuple[float, float]


class Fingers:
    """Some fingers on a drawing's page."""

    def __init__(self, live: Live) -> None:
        self.live = live
        self.to: CDPSession = live.page.context.new_cdp_session(live.page)

    def move(self, *ways: tuple[Point, Point], steps: int = 8) -> None:
        """Each finger goes its way, all at once."""
        self._send("touchStart", *(start for start, _ in ways))
        for step in range(1, steps + 1):
            share = step / steps
            self._send("touchMove", *((a + (c - a) * share, b + (d - b) * share) for (a, b), (c, d) in ways))
        self._send("touchEnd")
        self.live.still()

    def _send(self, kind: str, *points: Point) -> None:
        touches = [{"x": x, "y": y, "id": place} for place, (x, y) in enumerate(points)]
        self.to.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})


def swipe(live: Live, on: Locator, *, across: int, down: int = 0) -> None:
    """Draw one finger over something, from the middle of its upper edge."""
    box = on.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + 20
    Fingers(live).move(((x, y), (x + across, y + down)), steps=10)
