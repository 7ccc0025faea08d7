"""A drawing is looked at from near and moved about, and the page around it stays where it is."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from fingers import Fingers, Point
from looks import DESK, PHONE
from playwright.sync_api import expect

if TYPE_CHECKING:
    from live import Live
    from published import Published

# A place of the window as a place of the drawing, and back.
INWARD = """(svg, [x, y]) => { const at = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM().inverse());
  return [at.x, at.y]; }"""
OUTWARD = (
    """(svg, [x, y]) => { const at = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM()); return [at.x, at.y]; }"""
)
# Where no card, no line and no word of the drawing is.
GROUND = """(frame) => {
  const { left, top, width, height } = frame.getBoundingClientRect();
  for (let x = left + width / 2; x < left + width; x += 7)
    for (let y = Math.max(top, 140); y < Math.min(top + height, innerHeight - 80); y += 7)
      if (["svg", "rect"].includes(document.elementFromPoint(x, y)?.localName)
          && !document.elementFromPoint(x, y).closest("a, .am-card, [data-a], .am-small-map")) return [x, y];
}"""
AROUND = """(figure) => [document.documentElement.scrollHeight, document.documentElement.scrollWidth,
  ...[figure, figure.querySelector(".am-stage"), figure.querySelector(".am-dock"), figure.nextElementSibling]
    .flatMap((each) => { const box = each.getBoundingClientRect();
      return [box.left + scrollX, box.top + scrollY, box.width]; })]"""


def width(live: Live) -> float:
    return live.drawing.evaluate("(svg) => svg.getBoundingClientRect().width")


def middle(live: Live, claim: str) -> Point:
    left, top, across, down = live.places()[claim]
    return left + across / 2, top + down / 2


def scrolled(live: Live) -> float:
    return live.page.evaluate("scrollY")


def wheel(live: Live, at: Point, by: float, *, ctrl: bool = False) -> None:
    live.page.mouse.move(*at)
    if ctrl:
        live.page.keyboard.down("Control")
    live.page.mouse.wheel(0, by)
    if ctrl:
        live.page.keyboard.up("Control")
    live.still()


def hold(live: Live) -> Point:
    """Press on the ground."""
    at = live.frame.evaluate(GROUND)
    live.page.mouse.click(*at)
    return at[0], at[1]


def near(one: Point, other: Point, slack: float) -> bool:
    return math.dist(one, other) <= slack


def assert_grows(live: Live, before: float) -> float:
    """The drawing becomes larger than it was."""
    live.still()
    assert width(live) > before * 1.1
    return width(live)


def test_the_wheel_with_ctrl_zooms_and_what_is_under_the_pointer_stays_there(read_tram: Callable[..., Live]) -> None:
    live = read_tram()
    whole = width(live)
    for claim in ("hills", "dear"):
        at = middle(live, claim)
        inside = live.drawing.evaluate(INWARD, at)
        for by in (-300, -120, 100):
            before = width(live)
            wheel(live, at, by, ctrl=True)
            assert (width(live) > before) == (by < 0)
            assert near(live.drawing.evaluate(OUTWARD, inside), at, 2)
        live.tool("whole").click()
        live.still()
    assert width(live) == pytest.approx(whole)


def test_the_wheel_alone_is_the_pages_and_the_reader_is_told_once_what_zooms(read_tram: Callable[..., Live]) -> None:
    live = read_tram()
    whole, top = width(live), scrolled(live)
    hint = live.frame.locator("xpath=..").locator(".am-hint")
    expect(hint).to_be_hidden()
    wheel_alone(live, 120)
    live.page.wait_for_function("(top) => scrollY > top + 50", arg=top)
    expect(hint).to_be_hidden()  # its time is over: to be still, all that moves has come to its end
    expect(hint).to_have_count(0)
    top = scrolled(live)
    wheel_alone(live, 120)
    live.page.wait_for_function("(top) => scrollY > top + 50", arg=top)
    expect(hint).to_have_count(0)
    assert width(live) == whole


def wheel_alone(live: Live, by: float) -> None:
    live.page.mouse.move(*live.frame.evaluate(GROUND))
    live.page.mouse.wheel(0, by)


def test_what_zooms_is_said_where_it_can_be_seen(read_tram: Callable[..., Live]) -> None:
    live = read_tram()
    live.page.mouse.move(*live.frame.evaluate(GROUND))
    live.page.mouse.wheel(0, 40)
    hint = live.figure.locator(".am-hint").filter(visible=True)
    expect(hint).to_have_text(live.page.locator(".am-hint").first.text_content() or "-")
    expect(hint).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("way", ["pressed", "focused"])
def test_the_wheel_alone_zooms_a_drawing_that_was_taken_in_hand(read_tram: Callable[..., Live], way: str) -> None:
    live = read_tram()
    if way == "pressed":
        hold(live)
    else:
        live.link("full").focus()
    top, whole, at = scrolled(live), width(live), middle(live, "full")
    inside = live.drawing.evaluate(INWARD, at)
    wheel(live, at, -200)
    nearest = assert_grows(live, whole)
    assert near(live.drawing.evaluate(OUTWARD, inside), at, 2)
    wheel(live, at, 100)
    assert whole < width(live) < nearest
    for _ in range(3):
        wheel(live, at, 400)
    assert width(live) == pytest.approx(whole)
    assert scrolled(live) == top
    live.press("Escape")
    wheel(live, at, 200)
    assert scrolled(live) > top
    assert width(live) == pytest.approx(whole)


def test_a_ground_that_is_pressed_lights_nothing(read_tram: Callable[..., Live]) -> None:
    live = read_tram()
    all_of_it = live.bright()
    hold(live)
    live.page.mouse.move(5, 5)
    assert live.bright() == all_of_it
    assert live.focused() is None


def test_the_wheel_is_the_pages_again_when_a_sheet_was_closed_by_pointer(read_tram: Callable[..., Live]) -> None:
    live = read_tram()
    live.open("dear")
    live.panel.locator(".am-close").click()
    live.raise_to_top()
    whole, top = width(live), scrolled(live)
    wheel(live, live.frame.evaluate(GROUND), 200)
    assert scrolled(live) > top
    assert width(live) == pytest.approx(whole)


def test_what_is_found_while_the_drawing_is_near_comes_into_its_frame(read_tram: Callable[..., Live]) -> None:
    live = read_tram()
    wheel(live, middle(live, "hills"), -600, ctrl=True)
    live.tool("find").click()
    live.field.fill("ninety")
    live.press("Enter")
    expect(live.title).to_have_text("It would cost ninety million.")
    live.still()
    left, top, across, down = live.places()["cost"]
    frame = live.frame.bounding_box()
    assert frame
    assert frame["x"] <= left
    assert left + across <= frame["x"] + frame["width"]
    assert max(frame["y"], 0) <= top
    assert top + down <= min(frame["y"] + frame["height"], live.page.evaluate("innerHeight"))


def test_a_drawing_that_is_near_is_dragged_and_one_that_is_whole_is_not(read_tram: Callable[..., Live]) -> None:
    live = read_tram()
    before, top = live.places(), scrolled(live)
    drag(live, (-60, -40))
    assert live.places() == before
    live.page.evaluate("getSelection().empty()")
    wheel(live, middle(live, "growth"), -500, ctrl=True)
    before = live.places()
    drag(live, (-60, -40))
    for claim, (left, high, *_) in live.places().items():
        assert near((left, high), (before[claim][0] - 60, before[claim][1] - 40), 1)
    assert scrolled(live) == top
    assert not live.page.evaluate("String(getSelection())")
    expect(live.panel).to_be_hidden()


def drag(live: Live, by: Point) -> None:
    x, y = live.frame.evaluate(GROUND)
    live.page.mouse.move(x, y)
    live.page.mouse.down()
    live.page.mouse.move(x + by[0] / 2, y + by[1] / 2)
    live.page.mouse.move(x + by[0], y + by[1], steps=3)
    live.page.mouse.up()
    live.still()


def test_two_fingers_zoom_about_their_middle_and_the_page_stays(read_tram: Callable[..., Live]) -> None:
    live = read_tram(PHONE)
    fingers, whole, top = Fingers(live), width(live), scrolled(live)
    x, y = middle(live, "growth")
    y = min(max(y, 250), 550)
    inside = live.drawing.evaluate(INWARD, (x, y))
    fingers.move(((x - 20, y - 20), (x - 60, y - 60)), ((x + 20, y + 20), (x + 60, y + 60)))
    assert width(live) == pytest.approx(3 * whole, rel=0.1)
    assert near(live.drawing.evaluate(OUTWARD, inside), (x, y), 4)
    fingers.move(((x - 60, y), (x - 30, y)), ((x + 60, y), (x + 30, y)))
    assert width(live) == pytest.approx(1.5 * whole, rel=0.1)
    assert scrolled(live) == top
    assert live.page.evaluate("visualViewport.scale") == 1
    expect(live.panel).to_be_hidden()


def test_one_finger_scrolls_the_page_and_moves_what_is_near(read_tram: Callable[..., Live]) -> None:
    live = read_tram(PHONE)
    fingers, whole, top = Fingers(live), width(live), scrolled(live)
    fingers.move(((200, 500), (200, 300)))
    assert scrolled(live) > top + 100
    assert width(live) == whole
    wide = (150.0, 400.0), (90.0, 400.0)
    fingers.move(wide, ((250, 400), (310, 400)))
    before = live.frame.evaluate("(frame) => frame.scrollLeft")
    fingers.move(((300, 400), (220, 400)))
    assert live.frame.evaluate("(frame) => frame.scrollLeft") > before + 40
    expect(live.panel).to_be_hidden()


def test_buttons_zoom_in_steps_and_back_to_the_whole(read_tram: Callable[..., Live]) -> None:
    live = read_tram()
    whole = width(live)
    live.tool("nearer").click()
    once = assert_grows(live, whole)
    live.tool("nearer").click()
    assert_grows(live, once)
    live.tool("further").click()
    live.still()
    assert width(live) == pytest.approx(once)
    live.tool("nearer").click()
    live.tool("whole").click()
    live.still()
    assert width(live) == pytest.approx(whole)
    live.tool("further").click()
    live.still()
    assert width(live) == pytest.approx(whole)


def test_keys_zoom_in_steps_and_back_to_the_whole(read_tram: Callable[..., Live]) -> None:
    live = read_tram()
    whole, keys = width(live), live.page.keyboard
    live.link("full").focus()
    keys.press("+")
    once = assert_grows(live, whole)
    keys.press("=")
    assert_grows(live, once)
    keys.press("-")
    live.still()
    assert width(live) == pytest.approx(once)
    keys.press("+")
    keys.press("0")
    live.still()
    assert width(live) == pytest.approx(whole)
    expect(live.link("full")).to_be_focused()


def test_a_drawing_gets_no_larger_than_it_can_be_of_use(read_tram: Callable[..., Live]) -> None:
    live = read_tram()
    whole = width(live)
    for _ in range(4):
        wheel(live, middle(live, "full"), -1000, ctrl=True)
    most = width(live)
    assert whole * 3 < most < whole * 10
    wheel(live, (700, 400), -1000, ctrl=True)
    assert width(live) == most


@pytest.mark.parametrize("options", [DESK, PHONE], ids=["desk", "phone"])
def test_zooming_moves_nothing_around_the_frame(read_tram: Callable[..., Live], options: dict[str, Any]) -> None:
    live = read_tram(options)
    before = live.figure.evaluate(AROUND)
    live.link("full").focus()
    for key in "++-+0":
        live.press(key)
        live.still()
        assert live.figure.evaluate(AROUND) == pytest.approx(before, abs=1), key


def test_the_small_map_is_there_where_not_all_is_shown_and_says_and_moves_where_one_is(
    read_tram: Callable[..., Live],
) -> None:
    live = read_tram()
    expect(live.small).to_have_count(0)
    wheel(live, middle(live, "growth"), -600, ctrl=True)
    expect(live.small).to_have_count(1)
    for share in ((0.2, 0.3), (0.8, 0.6)):
        box = live.small.bounding_box()
        assert box
        live.page.mouse.click(box["x"] + box["width"] * share[0], box["y"] + box["height"] * share[1])
        live.still()
        assert window_of(live) == pytest.approx(part_of(live), abs=0.02)
        seen = part_of(live)
        assert seen[0] <= share[0] <= seen[0] + seen[2]
        assert seen[1] <= share[1] <= seen[1] + seen[3]
    before = part_of(live)
    drag(live, (30, 20))
    assert part_of(live)[0] < before[0]
    assert window_of(live) == pytest.approx(part_of(live), abs=0.02)
    live.tool("whole").click()
    expect(live.small).to_have_count(0)


def part_of(live: Live) -> list[float]:
    """What part of the drawing is in its frame: left, top, width, height, of all that there is."""
    return live.frame.evaluate("""(frame) => {
      const { scrollLeft, scrollTop, clientWidth, clientHeight } = frame;
      const { width, height } = frame.querySelector("svg").getBoundingClientRect();
      return [scrollLeft / width, scrollTop / height, clientWidth / width, clientHeight / height]; }""")


def window_of(live: Live) -> list[float]:
    """What part of the small map its window takes."""
    return live.small.evaluate("""(small) => {
      const [all, part] = [small.viewBox.baseVal, small.querySelector(".am-window")];
      const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => Number(part.getAttribute(name)));
      return [(x - all.x) / all.width, (y - all.y) / all.height, width / all.width, height / all.height]; }""")


def test_in_full_screen_the_drawing_is_there_and_the_panel_opens_over_it(read_tram: Callable[..., Live]) -> None:
    live = read_tram()
    whole, top = width(live), scrolled(live)
    live.tool("full").click()
    live.page.wait_for_function("document.fullscreenElement")
    live.still()
    assert live.page.evaluate("document.fullscreenElement.id") == live.figure.get_attribute("id")
    live.tool("whole").click()
    live.still()
    inner = live.page.evaluate("[innerWidth, innerHeight]")
    for left, high, across, down in live.places().values():
        assert left >= -1
        assert high >= -1
        assert left + across <= inner[0] + 1
        assert high + down <= inner[1] + 1
    live.open("dear")
    expect(live.title).to_be_in_viewport()
    assert live.title.evaluate("""(title) => { const { left, top } = title.getBoundingClientRect();
      return document.elementFromPoint(left + 5, top + 5) === title; }""")
    live.press("Escape")
    live.page.evaluate("document.exitFullscreen()") if live.page.evaluate("document.fullscreenElement") else None
    live.page.wait_for_function("!document.fullscreenElement")
    live.still()
    assert width(live) == pytest.approx(whole)
    assert scrolled(live) == pytest.approx(top, abs=1)


def test_in_full_screen_the_wheel_zooms_and_the_button_leads_back(read_tram: Callable[..., Live]) -> None:
    live = read_tram()
    whole = width(live)
    live.tool("full").click()
    live.page.wait_for_function("document.fullscreenElement")
    live.still()
    before = width(live)
    wheel(live, middle(live, "build"), -200)
    assert_grows(live, before)
    live.tool("full").click()
    live.page.wait_for_function("!document.fullscreenElement")
    live.still()
    assert width(live) == pytest.approx(whole)


def test_a_card_that_is_near_is_chosen_by_a_click(read_tram: Callable[..., Live]) -> None:
    live = read_tram()
    at = middle(live, "growth")
    wheel(live, at, -600, ctrl=True)
    live.page.mouse.click(*at)
    expect(live.title).to_have_text("More people will ride.")
    live.asks(claim="growth")


def test_a_card_is_a_link_for_those_who_want_a_new_tab(read_tram: Callable[..., Live], tram: Published) -> None:
    live = read_tram()
    for zoomed in (False, True):
        if zoomed:
            wheel(live, middle(live, "growth"), -600, ctrl=True)
        with live.page.context.expect_page() as opened:
            live.link("growth").click(modifiers=["Control"])
        assert opened.value.url == tram.at("maps/tram/claims/", "growth")
        expect(live.panel).to_be_hidden()
        live.asks()


def test_the_words_of_a_card_and_of_the_panel_can_be_selected(read_tram: Callable[..., Live]) -> None:
    live = read_tram()
    selected = "String(getSelection()).trim()"
    line = live.row("waits").locator("text", has_text="twenty").bounding_box()
    assert line
    y = line["y"] + line["height"] / 2
    live.page.mouse.move(line["x"] + 1, y)
    live.page.mouse.down()
    live.page.mouse.move(line["x"] + line["width"] - 3, y, steps=4)
    live.page.mouse.up()
    live.still()
    assert "twenty" in live.page.evaluate(selected)
    expect(live.panel).to_be_hidden()
    live.page.mouse.click(*live.frame.evaluate(GROUND))
    live.open("waits")
    words = live.title.bounding_box()
    assert words
    live.page.mouse.dblclick(words["x"] + 10, words["y"] + 12)
    assert live.page.evaluate(selected) == "One"
    expect(live.panel).to_be_visible()


@pytest.mark.parametrize("way", ["pointer", "keyboard"])
def test_a_card_is_chosen_while_other_words_are_selected(read_tram: Callable[..., Live], way: str) -> None:
    live = read_tram()
    live.page.evaluate("getSelection().selectAllChildren(document.querySelector('.md-typeset p'))")
    if way == "pointer":
        live.link("stand").click()
    else:
        live.link("stand").focus()
        live.press("Enter")
    expect(live.title).to_have_text("Nine in ten riders stand.")


def test_the_keys_go_on_from_where_the_focus_is(read_tram: Callable[..., Live]) -> None:
    live = read_tram()
    live.link("hire").focus()
    live.press("ArrowUp")
    expect(live.link("growth")).to_be_focused()
