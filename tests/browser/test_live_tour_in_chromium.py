"""The tour: a walk over the drawing, step by step, in the map's own sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import house
import pytest
from fingers import swipe
from hosted import hosted, map_file
from live import Live
from looks import PHONE
from playwright.sync_api import expect
from small_site import HOME

from argmap.reading import Reading, read

if TYPE_CHECKING:
    from looks import Visit
    from published import Published

ARTICLE = read(house.ARTICLE)
WORDS, TOUR = ARTICLE.words, ARTICLE.map.tour

PERSIAN = """\
argmap: 1
title: یک نقشه
language: fa
thesis: build
claims:
  build: { text: شهر باید اسکله‌ای بسازد., because: [waiting, cheap], but: [dear] }
  waiting: { text: کشتی‌ها منتظر می‌مانند. }
  cheap: { text: اسکله ارزان است. }
  dear: { text: اسکله گران است. }
tour:
  - { claim: build, say: از اینجا آغاز کنیم. }
  - { claim: waiting, say: سپس این. }
  - { claim: dear, say: و در پایان این. }
"""
# The claim's card lies in the window and nothing lies over its middle. It is looked for anew each time: of who first
# goes back on a page Material fetches all of it again.
IN_SIGHT = """(id) => {
  const row = document.getElementById(id);
  if (!row?.closest("figure").querySelector(".am-walk:popover-open")) return false;
  const box = row.getBoundingClientRect();
  const walk = row.closest("figure").querySelector(".am-walk").getBoundingClientRect();
  const over = walk.left < box.right && walk.right > box.left;
  const floor = over && walk.top > innerHeight / 4 ? walk.top : innerHeight;
  const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 30)];
  return box.top >= 0 && Math.min(box.bottom, box.top + 60) <= floor + 1
    && row.contains(document.elementFromPoint(x, y));
}"""


@pytest.fixture
def live(visit: Callable[..., Visit], site: Published) -> Live:
    live = Live(visit())
    live.to(site.address)
    return live


@pytest.fixture(scope="module")
def persian(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    with hosted(tmp_path_factory.mktemp("persian"), {"pier": PERSIAN}, {"index.md": HOME}) as published:
        yield published


def at(live: Live, number: int, reading: Reading = ARTICLE) -> None:
    """The walk is at this step: it says its sentence, and its claim alone is chosen, lit and in sight."""
    tour = reading.map.tour
    claim, say = tour[number - 1].claim, tour[number - 1].say
    live.asks(step=str(number))
    expect(live.walk.locator(".am-step")).to_have_text(say)
    expect(live.walk.locator(".am-place")).to_have_text(reading.words("map.step", number=number, count=len(tour)))
    chosen = live.frame.locator(".am-chosen")
    expect(chosen).to_have_count(1)
    assert (chosen.get_attribute("id") or "").endswith(f"-{claim}")
    expect(live.figure.locator(".am-frame:visible > .am-lighting")).to_have_count(1)
    live.page.wait_for_function(IN_SIGHT, arg=live.row(claim).get_attribute("id"))
    expect(live.walk.locator(".am-previous")).to_be_enabled(enabled=number > 1)
    expect(live.walk.locator(".am-next")).to_be_enabled(enabled=number < len(tour))


def begin(live: Live) -> None:
    live.tool("tour").click()
    expect(live.walk).to_be_visible()


@pytest.mark.parametrize("options", [{}, PHONE], ids=["desk", "phone"])
def test_every_step_is_reached_by_the_buttons_there_and_back(
    visit: Callable[..., Visit], site: Published, options: dict[str, Any]
) -> None:
    live = Live(visit(**options))
    live.to(site.address)
    begin(live)
    for number in range(1, len(TOUR) + 1):
        at(live, number)
        if number < len(TOUR):
            live.walk.locator(".am-next").click()
    live.walk.locator(".am-previous").click()
    at(live, len(TOUR) - 1)


@pytest.mark.parametrize(("onward", "back"), [("ArrowRight", "ArrowLeft"), ("PageDown", "PageUp")])
def test_the_keys_lead_on_and_back_and_stop_at_both_ends(live: Live, onward: str, back: str) -> None:
    begin(live)
    press = live.page.keyboard.press
    press(back)
    at(live, 1)
    for number in range(2, len(TOUR) + 1):
        press(onward)
        live.asks(step=str(number))
    press(onward)
    at(live, len(TOUR))
    press(back)
    at(live, len(TOUR) - 1)


def test_a_finger_leads_on_and_back(visit: Callable[..., Visit], site: Published) -> None:
    live = Live(visit(**PHONE))
    live.to(site.address)
    begin(live)
    swipe(live, live.walk, across=120)
    at(live, 1)
    swipe(live, live.walk, across=-120)
    at(live, 2)
    swipe(live, live.walk, across=-120)
    at(live, 3)
    swipe(live, live.walk, across=120)
    at(live, 2)
    swipe(live, live.walk, across=-20)
    swipe(live, live.walk, across=-60, down=90)
    at(live, 2)


def test_whoever_presses_next_again_and_again_keeps_it_until_it_is_disabled(live: Live) -> None:
    begin(live)
    onward = live.walk.locator(".am-next")
    onward.focus()
    for number in range(2, len(TOUR) + 1):
        expect(onward).to_be_focused()
        live.press("Enter")
        live.asks(step=str(number))
    expect(live.walk.locator(".am-step")).to_be_focused()


def test_escape_ends_it_and_the_focus_is_at_the_claim_it_had_come_to(live: Live) -> None:
    begin(live)
    expect(live.walk.locator(".am-step")).to_be_focused()
    live.press("ArrowRight")
    at(live, 2)
    live.press("Escape")
    live.asks()
    expect(live.walk).to_have_count(0)
    expect(live.link(TOUR[1].claim)).to_be_focused()


def test_it_walks_over_the_whole_map_whatever_was_shown_of_it(live: Live, site: Published) -> None:
    live.to(f"{site.address}?label=stands&fold={TOUR[1].claim}")
    everything = set(ARTICLE.map.claims)
    assert live.shown() < everything
    begin(live)
    at(live, 1)
    assert live.shown() == everything


def test_the_close_button_ends_it_as_well(live: Live) -> None:
    begin(live)
    live.walk.locator(".am-close").click()
    live.asks()
    expect(live.walk).to_have_count(0)


def test_a_step_is_an_address_that_can_be_loaded_and_left_by_back(live: Live, site: Published) -> None:
    live.to(f"{site.address}?step=3")
    at(live, 3)
    live.walk.locator(".am-next").click()
    at(live, 4)
    live.page.reload()
    live.answers()
    at(live, 4)
    live.page.go_back()
    at(live, 3)
    live.page.go_forward()
    at(live, 4)


def test_an_address_that_asks_for_a_claim_as_well_has_one_box_open(live: Live, site: Published) -> None:
    thesis = ARTICLE.map.thesis
    live.to(f"{site.address}?claim={thesis}&step=3")
    expect(live.panel).to_be_visible()
    expect(live.walk).to_have_count(0)


def test_more_about_this_claim_leaves_the_walk_for_its_sheet(live: Live) -> None:
    begin(live)
    live.press("ArrowRight")
    at(live, 2)
    live.walk.get_by_role("button", name=WORDS("map.open")).click()
    claim = TOUR[1].claim
    live.asks(claim=claim)
    expect(live.walk).to_have_count(0)
    expect(live.title).to_have_text(ARTICLE.map.claims[claim].text)
    live.page.go_back()
    at(live, 2)
    expect(live.panel).to_have_count(0)


def test_without_scripts_it_is_a_numbered_list(visit: Callable[..., Visit], site: Published) -> None:
    reader = visit(java_script_enabled=False)
    reader.to(site.address)
    details = reader.page.locator("details.am-tour")
    details.locator("summary").click()
    items = details.locator("ol > li")
    expect(items).to_have_count(len(TOUR))
    for item, step in zip(items.all(), TOUR, strict=True):
        expect(item).to_be_visible()
        expect(item).to_contain_text(step.say)
        expect(item.locator("a")).to_contain_text(ARTICLE.map.claims[step.claim].mention)
    assert items.first.evaluate("(item) => getComputedStyle(item).listStyleType") == "decimal"


def test_a_drawing_of_a_part_offers_the_tour_only_if_all_its_claims_are_there(
    visit: Callable[..., Visit], site: Published
) -> None:
    wanted = {step.claim for step in TOUR}
    live = Live(visit())
    live.to(f"{site.address}parts/")
    partial = 0
    for figure in live.page.locator("figure.argmap[data-map]").all():
        prefix = (figure.get_attribute("id") or "").removesuffix("figure") + "c-"
        rows = figure.locator(f'g[id^="{prefix}"]').evaluate_all("(rows) => rows.map((row) => row.id)")
        has_all = wanted <= {row.removeprefix(prefix) for row in rows}
        assert figure.locator(".am-tool-tour").count() == has_all
        partial += not has_all
    assert partial


def test_where_the_map_runs_from_right_to_left_so_does_the_walk(
    visit: Callable[..., Visit], persian: Published
) -> None:
    reading = read(map_file(persian, "pier"))
    live = Live(visit())
    live.to(persian.address)
    begin(live)
    at(live, 1, reading)
    expect(live.walk).to_have_attribute("dir", "rtl")
    previous, onward = (live.walk.locator(f".am-{name}").bounding_box() for name in ("previous", "next"))
    assert previous
    assert onward
    assert onward["x"] < previous["x"]
    live.press("ArrowLeft")
    at(live, 2, reading)
    live.press("PageDown")
    at(live, 3, reading)
    live.press("ArrowRight")
    at(live, 2, reading)
    touched = Live(visit(**PHONE))
    touched.to(persian.address)
    begin(touched)
    swipe(touched, touched.walk, across=120)
    at(touched, 2, reading)
    swipe(touched, touched.walk, across=-120)
    at(touched, 1, reading)
