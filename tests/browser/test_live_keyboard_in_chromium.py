"""A drawing by keyboard: one tab stop, arrows along the relations, and every move told to those who listen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from hosted import hosted, map_file
from house import MAPS
from keys import Model, Stop
from live import Live
from playwright.sync_api import expect

if TYPE_CHECKING:
    from looks import Visit
    from published import Published

TEXT = """\
Buses are full, and the crossing is a naïve façade. Jams grow. The counts are sound.

A town like ours built one.
"""
# What supports itself, what goes round below the thesis, and what goes round and leads nowhere else.
BRIDGE = """\
argmap: 1
title: A bridge
thesis: build
language: en
sources:
  report: { file: ../../report.txt }
claims:
  act:
    text: The council should act now.
    role: answer
    because: [build]
  build:
    text: The town should build a bridge.
    label: A bridge
    because:
      - [full, growth]
      - { premises: [like-ours], id: by-analogy, strength: weak, why: One case., because: [streets], but: [hills] }
      - counted
    but: [dear]
  full: { text: The buses are full., quote: "Buses are full", because: [counted] }
  growth: { text: Traffic grows., because: [trend] }
  trend: { text: The trend is upwards., quote: "Jams grow.", because: [growth, trend] }
  counted: { text: The counts are sound., quote: "The counts are sound.", because: [round] }
  round: { text: The counters counted rounds., because: [turn] }
  turn: { text: A round is a turn., because: [counted] }
  like-ours: { text: A town like ours built one., quote: "A town like ours built one." }
  streets: { text: The streets are alike., quote: "the crossing is a naïve façade" }
  hills: { text: The hills differ. }
  dear: { text: A bridge is dear., because: [dear, cafes] }
  cafes: { text: Café owners above the crossing lose their guests. }
  ring: { text: A ring goes round., because: [rang] }
  rang: { text: It rang., because: [rung] }
  rung: { text: The rung holds., because: [ring] }
  wheel: { text: A wheel turns., because: [spoke] }
  spoke: { text: A spoke holds., because: [wheel] }
"""
POOL = """\
argmap: 1
title: یک استخر
thesis: build
language: fa
claims:
  act: { text: شورا باید همین حالا کاری بکند., role: answer, because: [build] }
  build: { text: شهر باید استخر بسازد., because: [[heat, children], near], but: [dear] }
  heat: { text: تابستان‌ها گرم‌تر می‌شوند., because: [counted] }
  children: { text: بچه‌ها شنا نمی‌دانند. }
  near: { text: نزدیک‌ترین استخر دور است. }
  counted: { text: هر سال اندازه می‌گیرند. }
  dear: { text: استخر گران است., because: [cost], but: [shared] }
  cost: { text: نود میلیون می‌ارزد. }
  shared: { text: نیمی را استان می‌دهد. }
"""
FENCE = "# {}\n\nSome words.\n\n```argmap\n{}\n```\n\nSome more.\n"
PAGES = {
    "index.md": "---\nhide: [navigation, toc]\n---\n\n" + FENCE.format("A bridge", "bridge"),
    "pool.md": FENCE.format("استخر", "pool"),
    "small.md": FENCE.format("A part", "map: bridge\nfocus: dear"),
}
ARROWS = ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight")
# The search of Material, which it opens by a key.
SEARCH = "input.md-search__input"
STOPS = "svg => [...svg.querySelectorAll('a, [tabindex]')].filter((each) => each.tabIndex >= 0).length"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    folder, maps = tmp_path_factory.mktemp("bridge"), {"bridge": BRIDGE, "pool": POOL}
    # What goes round is warned of.
    with hosted(folder, maps, PAGES, {"report": TEXT}, strict=False) as published:
        yield published


@pytest.fixture(scope="module")
def bridge(small: Published) -> Model:
    return Model.of(map_file(small, "bridge"))


@pytest.fixture
def read(visit: Callable[..., Visit], small: Published) -> Callable[..., Live]:
    """Opens a page of the small site; the focus is on what its drawing has for it."""

    def begin(path: str = "", **options: Any) -> Live:
        live = Live(visit(**options))
        live.to(small.address + path)
        live.enter()
        return live

    return begin


def walk(live: Live, model: Model, stop: Stop, *keys: str) -> Stop:
    """Press keys one by one: each leads where the model says, and tells of it; one that leads nowhere tells nothing."""
    for key in keys:
        to, told = model.go(stop, key), live.status.text_content()
        live.press(key)
        assert live.status.text_content() == (model.said(to) if to else told), (stop, key)
        stop = to or stop
        assert live.focused() == stop.at, key
    return stop


def everywhere(live: Live, model: Model) -> None:
    """From the thesis to every claim that is drawn."""
    ways = model.ways()
    assert set(ways) == {*model.drawn}
    for claim, keys in ways.items():
        assert walk(live, model, Stop(""), "Home", *keys).at == claim


def options(live: Live) -> list[str]:
    """The claims that the search has found."""
    return live.found.evaluate_all("all => all.map((each) => each.id.replace(/^.*-found-/, ''))")


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("path", ["", "small/"])
def test_a_drawing_has_one_tab_stop_wherever_the_keys_are(read: Callable[..., Live], path: str, width: int) -> None:
    live = read(path, viewport={"width": width, "height": 900})
    for key in ("Home", "ArrowDown", "ArrowRight", "End"):
        live.press(key)
        assert live.drawing.evaluate(STOPS) == 1
        assert live.drawing.evaluate("svg => document.activeElement === svg.querySelector('a[tabindex=\"0\"]')")


def test_the_tab_key_comes_to_the_thesis_and_leaves_with_one_step(read: Callable[..., Live]) -> None:
    live = read()
    assert live.focused() == "build"
    live.press("Tab")
    assert live.page.evaluate("() => document.activeElement.closest('.am-tools') !== null")
    live.press("Shift+Tab")
    assert live.focused() == "build"
    live.press("Shift+Tab")
    assert live.focused() is None


@pytest.mark.parametrize("width", [360, 1440])
def test_arrows_lead_to_every_claim_also_in_loops_and_say_where_one_is(
    read: Callable[..., Live], bridge: Model, width: int
) -> None:
    everywhere(read(viewport={"width": width, "height": 900}), bridge)


@pytest.mark.parametrize("width", [360, 1440])
def test_arrows_lead_to_every_claim_of_a_map_from_right_to_left(
    read: Callable[..., Live], small: Published, width: int
) -> None:
    live = read("pool/", viewport={"width": width, "height": 900})
    everywhere(live, Model.of(map_file(small, "pool")))
    assert live.page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [360, 1440])
def test_arrows_lead_to_every_claim_of_the_article(visit: Callable[..., Visit], site: Published, width: int) -> None:
    live = Live(visit(viewport={"width": width, "height": 900}))
    live.to(site.address)
    name = re.search(r"maps/(.*)\.json", live.figure.get_attribute("data-map") or "")
    assert name
    live.enter()
    everywhere(live, Model.of(MAPS / f"{name[1]}.yml"))


def test_up_leads_back_whence_one_came_down_and_else_to_what_a_claim_bears_on_first(
    read: Callable[..., Live], bridge: Model
) -> None:
    live = read()
    stop = walk(live, bridge, Stop("build"), "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp")
    assert stop.at == "act"
    stop = walk(live, bridge, stop, "Home", "ArrowDown", "ArrowDown", "ArrowUp")
    assert stop.at == "full"


def test_a_claim_says_what_it_does_and_its_place_among_others(read: Callable[..., Live]) -> None:
    live = read()
    said = []
    for key in ("ArrowDown", *["ArrowRight"] * 6):
        live.press(key)
        said.append(live.status.text_content())
    assert said == [
        "supports “A bridge”, 1 of 7",
        "supports “A bridge”, 2 of 7",
        "weakly supports “A bridge”, 3 of 7",
        "backs the step from “A town like ours built one”, 4 of 7",
        "denies the step from “A town like ours built one”, 5 of 7",
        "supports “A bridge”, 6 of 7",
        "speaks against “A bridge”, 7 of 7",
    ]
    live.press("Home", "ArrowUp")
    expect(live.status).to_have_text("Possible answer, 1 of 3")


def test_keys_that_lead_nowhere_do_not_scroll_the_page_instead(read: Callable[..., Live], bridge: Model) -> None:
    live = read(viewport={"width": 1440, "height": 400}, reduced_motion="reduce")
    leaf = next(claim for claim in bridge.drawn if not bridge.below(claim) and bridge.beside(Stop(claim))[-1] == claim)
    stop = walk(live, bridge, Stop("build"), "Home", *bridge.ways()[leaf])
    live.reader.settle()
    before = live.page.evaluate("scrollY")
    walk(live, bridge, stop, "ArrowDown", "ArrowRight", "ArrowDown")
    live.reader.settle()
    assert live.page.evaluate("scrollY") == before


def test_each_claim_the_keys_come_to_is_seen_whole_above_what_lies_over_the_drawing(
    read: Callable[..., Live], bridge: Model
) -> None:
    live = read(viewport={"width": 360, "height": 640}, reduced_motion="reduce")
    for claim, keys in bridge.ways().items():
        live.press("Home", *keys)
        live.page.wait_for_function(
            """([row, dock]) => {
              const at = row.querySelector(".am-area").getBoundingClientRect();
              return at.top >= 0 && at.bottom <= dock.getBoundingClientRect().top;
            }""",
            arg=[live.row(claim).element_handle(), live.dock.element_handle()],
        )


def test_keys_lead_to_nothing_that_is_not_shown(read: Callable[..., Live], bridge: Model) -> None:
    live = read()
    live.press("Enter")
    live.says("Only this and its neighbours").click()
    live.press("Escape")
    near = bridge.near("build")
    assert live.focused() == "build"
    for claim, keys in near.ways().items():
        assert walk(live, near, Stop(""), "Home", *keys).at == claim
        assert live.row(claim).is_visible()
    walk(live, near, Stop("act"), "Home", "End")


def test_enter_opens_a_claim_and_escape_leaves_it_and_then_the_drawing(read: Callable[..., Live]) -> None:
    live = read()
    live.press("ArrowDown", "Enter")
    expect(live.title).to_be_focused()
    expect(live.title).to_have_text("The buses are full.")
    live.press("Escape")
    expect(live.panel).to_be_hidden()
    assert live.focused() == "full"
    live.press("Escape")
    assert live.focused() is None
    assert live.page.evaluate("document.activeElement === document.body")


def test_a_slash_in_a_drawing_opens_its_search_and_elsewhere_that_of_the_page(read: Callable[..., Live]) -> None:
    live = read()
    live.press("/")
    expect(live.field).to_be_focused()
    expect(live.page.locator(SEARCH)).not_to_be_focused()
    live.press("Escape", "Escape")
    live.page.evaluate("document.activeElement.blur()")
    live.press("/")
    expect(live.page.locator(SEARCH)).to_be_focused()
    expect(live.field).to_have_count(0)


@pytest.mark.parametrize("path", ["", "small/"], ids=["with tools", "without tools"])
def test_escape_in_the_search_closes_it_and_leaves_the_focus_at_the_drawing(
    read: Callable[..., Live], path: str
) -> None:
    live = read(path)
    assert live.tool("find").count() == (not path)
    live.press("/", "Escape")
    expect(live.drawer).to_be_hidden()
    if path:
        assert live.focused() == "build"
    else:
        expect(live.tool("find")).to_be_focused()


def test_the_search_finds_claims_by_the_words_of_text_and_quotes_without_accents(
    read: Callable[..., Live], bridge: Model
) -> None:
    live = read()
    live.press("/")
    for words, wanted in {
        "bridge": ["build", "dear"],
        "BRIDGE dear": ["dear"],
        "cafe": ["cafes"],
        "CAFÉ owners": ["cafes"],
        "facade": ["streets"],
        "naïve alike": ["streets"],
        "  ": bridge.drawn,
        "nothing has it": [],
        ".*": [],
    }.items():
        live.field.fill(words)
        assert options(live) == [*wanted], words
        expect(live.status).to_have_text(f"Claims found: {len(wanted)}")


def test_in_the_search_arrows_choose_and_enter_goes_there(read: Callable[..., Live]) -> None:
    live = read()
    live.press("/")
    live.page.keyboard.type("round")
    _, second, *_ = options(live)
    expect(live.found.first).to_have_attribute("aria-selected", "true")
    live.press("ArrowDown")
    expect(live.field).to_have_attribute("aria-activedescendant", f"argmap-1-found-{second}")
    expect(live.found.nth(1)).to_have_attribute("aria-selected", "true")
    live.press("ArrowUp", "ArrowUp")
    expect(live.found.last).to_have_attribute("aria-selected", "true")
    live.press("ArrowDown", "ArrowDown", "Enter")
    expect(live.drawer).to_be_hidden()
    expect(live.title).to_be_focused()
    assert f"claim={second}" in live.page.url
    live.press("Escape")
    assert live.focused() == second


def test_enter_in_the_search_goes_nowhere_when_nothing_is_found(read: Callable[..., Live]) -> None:
    live = read()
    live.press("/")
    live.page.keyboard.type("nothing has it")
    live.press("ArrowDown", "ArrowUp", "Enter")
    expect(live.field).to_be_focused()
    assert "claim=" not in live.page.url
