"""It can be seen where the focus is: on every kind of thing that takes it, in both schemes and in forced colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from live import Live
from png_reader import Png

if TYPE_CHECKING:
    from looks import Visit
    from playwright.sync_api import Locator, Page
    from published import Published

CONDITIONS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
}
# WCAG 2.2, 1.4.11: what shows where the focus is stands out from what is there without it.
LEAST_CONTRAST = 3
AROUND = 7  # px; an outline stands off what it is about
ONE_OF_EACH_LOOK = """(all) => {
  const looks = all.map((each) => (each.closest("[class*=am-as-]") ?? each).getAttribute("class"));
  return looks.map((each, at) => looks.indexOf(each) === at);
}"""
CUT = [120, 30]
# Where the first line of an element begins, and how much of it there is to look at.
CORNER = """(element, [width, height]) => {
  const box = element.getClientRects()[0];
  return [box.left, box.top, Math.min(box.width, width), Math.min(box.height, height)];
}"""
NO_OUTLINE = "* { outline: none !important }"


def luminance(pixel: tuple[int, ...]) -> float:
    """WCAG's relative luminance."""
    linear = [each / 255 / 12.92 if each <= 10 else ((each / 255 + 0.055) / 1.055) ** 2.4 for each in pixel]
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def outlined(page: Page, element: Locator) -> bool:
    """Whether what has the focus has an outline that stands out, as far as it goes around its upper left corner."""
    left, top, width, height = element.evaluate(CORNER, CUT)
    assert 0 < top < 900 - height, element
    clip = {"x": max(0, left - AROUND), "y": top - AROUND, "width": width + AROUND, "height": height + AROUND}
    shown = Png(page.screenshot(clip=clip))
    style = page.add_style_tag(content=NO_OUTLINE)
    bare = Png(page.screenshot(clip=clip))
    style.evaluate("(style) => style.remove()")
    places = product(range(shown.width), range(shown.height))
    pairs = ((shown.pixel(x, y), bare.pixel(x, y)) for x, y in places)
    return sum(one != other and contrast(one, other) >= LEAST_CONTRAST for one, other in pairs) >= width + height


def unseen(reader: Visit, links: Locator) -> Iterator[str]:
    """Those of these, one of each look, of which it cannot be seen that they have the focus."""
    chosen = links.filter(visible=True)
    wanted = chosen.evaluate_all(ONE_OF_EACH_LOOK)
    assert wanted
    for element in (chosen.nth(at) for at, is_first in enumerate(wanted) if is_first):
        # A key was pressed last: so it is the keyboard's focus.
        reader.page.keyboard.press("Shift")
        element.evaluate("(element) => element.focus({ focusVisible: true })")
        element.evaluate("(element) => element.scrollIntoView({ block: 'center' })")
        reader.settle()
        if not outlined(reader.page, element):
            yield element.evaluate("(element) => element.outerHTML.slice(0, 200)")


@pytest.fixture(params=CONDITIONS.values(), ids=list(CONDITIONS))
def reader(request: pytest.FixtureRequest, visit: Callable[..., Visit]) -> Visit:
    return visit(viewport={"width": 1440, "height": 900}, reduced_motion="reduce", **request.param)


def test_the_focus_is_seen_on_cards_tools_and_all_that_they_open(reader: Visit, site: Published) -> None:
    reader.to(site.address)
    live = Live(reader)
    assert [*unseen(reader, live.drawing.locator(".am-card a"))] == []
    assert [*unseen(reader, live.figure.locator(".am-tools button"))] == []
    live.tool("filter").click()
    assert [*unseen(reader, live.drawer.locator("button"))] == []
    live.tool("find").click()
    assert [*unseen(reader, live.field)] == []
    live.field.fill("a")
    live.press("Enter")
    live.panel.wait_for()
    assert [*unseen(reader, live.panel.locator("button, a, summary"))] == []
    live.press("Escape")
    live.tool("doubt").click()
    assert [*unseen(reader, live.figure.locator(".am-report button, .am-tool-doubt"))] == []


def test_the_focus_is_seen_on_cards_of_a_narrow_drawing(reader: Visit, site: Published) -> None:
    reader.page.set_viewport_size({"width": 360, "height": 640})
    reader.to(site.address)
    assert [*unseen(reader, Live(reader).drawing.locator(".am-card a"))] == []


def test_the_focus_is_seen_in_an_article_and_in_the_map_beside_it(reader: Visit, site: Published) -> None:
    (path,) = [each for each in site.with_class("am-beside") if "harbour" not in each]
    reader.to(site.address + path)
    for links in (".am-passage a", ".am-beside .am-card a", ".am-fold", ".am-strip a", ".am-number", ".am-notes a"):
        assert [*unseen(reader, reader.page.locator(links))] == []


def test_the_focus_is_seen_on_the_tour(reader: Visit, site: Published) -> None:
    reader.to(f"{site.address}?step=2")
    live = Live(reader)
    live.walk.wait_for()
    assert [*unseen(reader, live.walk.locator("button"))] == []
