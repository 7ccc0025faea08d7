"""An editor looks at a drawing from near, changes its map, and is where they were."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from harbour import PIER
from hosted import MATERIAL
from live import Live
from served import Served
from small_site import HOME, Site
from tram import FILLING

if TYPE_CHECKING:
    from pathlib import Path

    from looks import Visit

LOOK = """(frame) => [
  frame.querySelector("svg").getBoundingClientRect().width, frame.scrollLeft, frame.scrollTop, scrollY]"""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    site = Site(tmp_path)
    site.config["theme"] = MATERIAL
    site.write("docs/index.md", HOME.replace("After.", FILLING))
    site.load()
    server = Served(site)
    yield server
    server.stop()


def test_a_save_shows_and_the_reader_is_as_near_and_as_far_down_as_before(
    served: Served, visit: Callable[..., Visit]
) -> None:
    live = Live(visit(viewport={"width": 1440, "height": 500}))
    live.to(served.address)
    live.enter()
    live.press("+", "+", "+")
    live.frame.evaluate("(frame) => { frame.scrollTo(60, 40); scrollTo(0, 150); }")
    live.still()
    before = live.frame.evaluate(LOOK)
    assert before[1:] == [60, 40, 150]
    text = PIER.replace("A pier is too dear.", "A pier costs too much.")
    served.page_with("A pier costs too much.", change=lambda: served.site.write("docs/maps/pier.yml", text))
    live.link("too-dear").filter(has_text="costs").wait_for()
    live.answers()
    live.still()
    assert live.frame.evaluate(LOOK) == pytest.approx(before, abs=2)
