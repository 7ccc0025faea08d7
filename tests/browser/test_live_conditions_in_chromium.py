"""Drawings that answer, as readers have their pages set: on paper, without motion, in their own colours, enlarged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from harbour import TOURED
from hosted import MKDOCS, hosted
from live import Live
from playwright.sync_api import expect
from png_reader import Png
from small_site import HOME

if TYPE_CHECKING:
    from looks import Visit
    from playwright.sync_api import Locator
    from published import Published

TOOLS = ".am-tools, .am-drawer, .am-panel, .am-small-map, .am-hint"
# 1280 by 1024 pixels at 400 %.
ENLARGED = [
    {"viewport": {"width": 320, "height": 256}},
    {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4},
]
# Every claim that is not hidden has a place on the page, none of it beyond the drawing's or the paper's edges.
LAID_OUT = """(figure) => {
  const svg = [...figure.querySelectorAll(".am-frame > svg")].find((svg) => svg.getBoundingClientRect().width);
  const [frame, box] = [svg.parentNode.getBoundingClientRect(), svg.getBoundingClientRect()];
  const cards = [...svg.querySelectorAll(".am-card:not(.am-hidden)")].map((card) => card.getBoundingClientRect());
  const isIn = (card) => card.width && card.left >= frame.left - 1 && card.right <= frame.right + 1
    && card.top >= frame.top - 1 && card.bottom <= frame.bottom + 1 && card.right <= innerWidth + 1;
  return { cards: cards.length, cut: cards.filter((card) => !isIn(card)).length, width: box.width, frame: frame.width };
}"""
# What an element is painted with, and what is around it.
LOOK = """(element) => {
  const look = getComputedStyle(element);
  const names = ["color", "backgroundColor", "borderTopColor", "outlineStyle", "outlineColor", "fill", "stroke"];
  return Object.fromEntries(names.map((name) => [name, look[name]]));
}"""
MOVING = """() => [...document.querySelectorAll("figure.argmap, figure.argmap *")].filter((element) => {
  const look = getComputedStyle(element);
  const lasts = (durations) => durations.split(",").some((duration) => parseFloat(duration) > 0.01);
  // What comes or goes at once, after a while, does not move.
  const isGradual = lasts(look.animationDuration) && look.animationTimingFunction !== "steps(1)";
  return look.scrollBehavior === "smooth" || lasts(look.transitionDuration) || isGradual;
}).map((element) => element.getAttribute("class"))"""
# The upper edge of a claim lies in the window, and nothing over it.
SEEN = """(row) => {
  const box = row.getBoundingClientRect();
  return row.contains(document.elementFromPoint(box.left + box.width / 2, box.top + 20));
}"""
# How the page and the frame are asked to scroll.
LISTEN = """() => {
  window.asked = [];
  for (const owner of [Window.prototype, window, Element.prototype]) {
    for (const name of ["scrollBy", "scrollTo", "scroll"]) {
      const own = owner[name];
      if (own) owner[name] = function (...all) { asked.push(all[0]?.behavior ?? "auto"); return own.apply(this, all); };
    }
  }
}"""


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """The same with a theme that takes no motion away itself."""
    folder = tmp_path_factory.mktemp("plain")
    with hosted(folder, {"pier": TOURED}, {"index.md": HOME}, theme=MKDOCS) as published:
        yield published


@pytest.fixture
def live(visit: Callable[..., Visit], pier: Published) -> Live:
    live = Live(visit())
    live.to(pier.address)
    return live


def printed(live: Live) -> dict[str, Any]:
    live.page.emulate_media(media="print")
    live.reader.settle()
    return live.figure.evaluate(LAID_OUT)


# Paper.


def test_a_state_is_printed_without_what_is_only_for_the_screen(live: Live, pier: Published) -> None:
    live.to(f"{pier.address}?claim=build-it&reject=towns-alike")
    live.tool("filter").click()
    found = printed(live)
    assert found["cards"]
    assert found["cut"] == 0
    expect(live.figure.locator(TOOLS).filter(visible=True)).to_have_count(0)
    assert live.figure.locator(".am-outline li").first.is_visible()
    # What is doubted is part of what is printed.
    assert live.figure.locator(".am-now:visible").count()
    assert live.dock.evaluate("(dock) => getComputedStyle(dock).position") == "static"
    assert live.page.pdf(format="A4").startswith(b"%PDF")


def test_a_tour_is_printed_without_its_box(live: Live) -> None:
    live.tool("tour").click()
    expect(live.walk).to_be_visible()
    printed(live)
    expect(live.figure.locator(TOOLS).filter(visible=True)).to_have_count(0)
    opacities = "(cards) => cards.map((card) => getComputedStyle(card).opacity)"
    assert set(live.frame.locator(".am-card").evaluate_all(opacities)) == {"1"}


@pytest.mark.parametrize("width", [390, 1440])
def test_a_drawing_that_was_looked_at_from_near_is_printed_whole(
    visit: Callable[..., Visit], pier: Published, width: int
) -> None:
    live = Live(visit(viewport={"width": width, "height": 900}))
    live.to(pier.address)
    whole = printed(live)
    live.page.emulate_media(media="screen")
    for _ in range(5):
        live.link("build-it").focus()
        live.press("+")
    expect(live.figure.locator(".am-zoomed")).to_have_count(1)
    near = printed(live)
    assert near["cut"] == 0
    assert near["cards"] == whole["cards"]
    assert near["width"] <= near["frame"] + 1
    expect(live.figure.locator(TOOLS).filter(visible=True)).to_have_count(0)


def test_a_part_that_is_shown_is_printed_as_that_part(live: Live, pier: Published) -> None:
    live.to(f"{pier.address}?view=cost")
    shown = live.frame.locator(".am-card:not(.am-hidden)").count()
    found = printed(live)
    assert (found["cards"], found["cut"]) == (shown, 0)
    assert live.report.is_visible()


# Motion.


@pytest.mark.parametrize(("motion", "behaviour"), [("reduce", {"auto"}), ("no-preference", {"auto", "smooth"})])
def test_scrolling_glides_only_for_those_who_did_not_ask_for_less_motion(
    visit: Callable[..., Visit], site: Published, motion: str, behaviour: set[str]
) -> None:
    live = Live(visit(reduced_motion=motion))
    live.to(site.address)
    live.page.evaluate(LISTEN)
    live.tool("tour").click()
    for number in (2, 3, 4):
        live.press("ArrowRight")
        live.asks(step=str(number))
        if motion == "reduce":
            # It has arrived as soon as the address says so.
            box = live.frame.locator(".am-chosen").bounding_box()
            assert box
            assert 0 <= box["y"] < 900
    assert set(live.page.evaluate("asked")) == behaviour


@pytest.mark.parametrize("theme", ["pier", "plain"])
def test_nothing_moves_in_any_state_for_those_who_asked_for_that(
    visit: Callable[..., Visit], request: pytest.FixtureRequest, theme: str
) -> None:
    live = Live(visit(reduced_motion="reduce"))
    live.to(f"{request.getfixturevalue(theme).address}?claim=build-it&reject=towns-alike")
    live.tool("find").click()
    live.page.mouse.move(*_middle(live))
    live.page.mouse.wheel(0, 10)
    expect(live.figure.locator(".am-told")).to_have_count(1)
    assert live.page.evaluate(MOVING) == []
    live.page.emulate_media(reduced_motion="no-preference")
    assert live.page.evaluate(MOVING) != []


def _middle(live: Live) -> tuple[float, float]:
    box = live.row("build-it").bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


# Colours of the reader's own.


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_forced_colours_what_differs_can_be_told_apart(
    visit: Callable[..., Visit], pier: Published, scheme: str
) -> None:
    live = Live(visit(forced_colors="active", color_scheme=scheme))
    live.to(f"{pier.address}?reject=ferries-wait")
    shown = live.frame
    pill, word = look(shown.locator(".am-now rect")), look(shown.locator(".am-now text"))
    card, text = look(shown.locator(".am-card .am-box")), look(shown.locator(".am-card a text"))
    assert pill["fill"] != word["fill"]
    assert pill["fill"] != card["fill"]
    assert card["fill"] not in (card["stroke"], text["fill"])
    mark = look(shown.locator(".am-pivot"))
    assert mark["fill"] != mark["stroke"]
    assert mark["stroke"] != card["fill"]
    on, off = look(live.tool("doubt")), look(live.tool("find"))
    assert (on["outlineStyle"], on["outlineColor"]) != (off["outlineStyle"], off["outlineColor"])
    assert on["outlineStyle"] == "solid"
    live.open("ferries-wait")
    pressed, other = look(live.panel.locator(".am-reject")), look(live.panel.locator(".am-doings button"))
    assert pressed["outlineStyle"] == "solid" != other["outlineStyle"]
    assert pressed["color"] != pressed["backgroundColor"]
    # Its word is seen: a plate of the ground's colour behind it would be all there is.
    assert len(colours(live.panel.locator(".am-reject span").first.screenshot())) > 1
    # Who is at a button sees it.
    live.tool("find").focus()
    live.press("Tab")
    live.press("Shift+Tab")
    assert look(live.tool("find"))["outlineStyle"] == "solid"
    # What is chosen from a list, and what failed.
    live.tool("find").click()
    live.page.keyboard.type("pier")
    options = live.found
    expect(options.nth(1)).to_be_visible()
    assert look(options) != look(options.nth(1))


def look(of: Locator) -> dict[str, str]:
    """What the first of these looks like."""
    return of.first.evaluate(LOOK)


def colours(picture: bytes) -> set[tuple[int, ...]]:
    """What the inner part of a picture is painted with."""
    png = Png(picture)
    return {png.pixel(x, y) for y in range(4, png.height - 4) for x in range(4, png.width - 4)}


# Enlarged.


@pytest.mark.parametrize("options", ENLARGED, ids=["small", "dense"])
def test_enlarged_four_times_a_page_scrolls_one_way_and_all_can_be_used(
    visit: Callable[..., Visit], pier: Published, options: dict[str, Any]
) -> None:
    live = Live(visit(**options))
    live.to(pier.address)
    height = options["viewport"]["height"]

    def fits() -> None:
        assert live.page.evaluate("document.documentElement.scrollWidth") <= options["viewport"]["width"]

    fits()
    live.link("build-it").focus()
    dock = live.dock.bounding_box()
    assert dock
    assert dock["height"] <= height * 0.5
    live.open("build-it")
    fits()
    box = live.panel.bounding_box()
    assert box
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= height + 1
    for button in (live.panel.locator(".am-reject").first, live.panel.locator(".am-doings button").first):
        button.scroll_into_view_if_needed()
        expect(button).to_be_in_viewport(ratio=0.9)
    live.panel.locator(".am-reject").first.click()
    live.asks(claim="build-it", reject="build-it")
    live.panel.locator(".am-close").click()
    fits()
    # An answer still leaves room to see the drawing.
    answered = live.dock.bounding_box()
    assert answered
    assert answered["height"] <= height * 0.5
    live.tool("find").click()
    live.page.keyboard.type("pier")
    expect(live.found.first).to_be_in_viewport()
    fits()
    live.press("Escape")
    live.tool("tour").click()
    expect(live.walk).to_be_in_viewport()
    walk = live.walk.bounding_box()
    assert walk
    assert walk["y"] >= 0
    assert walk["y"] + walk["height"] <= height + 1
    live.walk.locator(".am-next").click()
    live.asks(step="2", reject="build-it")
    live.page.wait_for_function(SEEN, arg=live.row("too-dear").element_handle())
    fits()
