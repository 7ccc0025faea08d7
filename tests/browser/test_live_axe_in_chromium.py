"""What only scripts make of a page, as axe judges it: in both schemes, on a phone and at a desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import axe
import house
import pytest
from live import Live
from playwright.sync_api import expect

from argmap.reading import read

if TYPE_CHECKING:
    from looks import Visit
    from playwright.sync_api import Page
    from published import Published

ARTICLE = read(house.ARTICLE)
THESIS, WORDS = ARTICLE.map.thesis, ARTICLE.words


def sheet(live: Live) -> None:
    live.open(THESIS)


def shared(live: Live) -> None:
    live.open(THESIS)
    live.panel.locator(".am-share summary").click()
    expect(live.says(WORDS("copy.link"), live.panel)).to_be_visible()


def finding(live: Live) -> None:
    live.tool("find").click()
    live.field.fill("a")
    expect(live.found.nth(1)).to_be_visible()


def filtering(live: Live) -> None:
    live.tool("filter").click()
    expect(live.drawer.get_by_role("button").first).to_be_visible()


def part(live: Live) -> None:
    """What can be chosen, what is, and what would leave nothing."""
    filtering(live)
    chosen = live.drawer.get_by_role("button").last
    chosen.click()
    expect(chosen).to_have_attribute("aria-pressed", "true")


def doubting(live: Live) -> None:
    """A claim is not accepted, and its sheet says what follows."""
    live.tool("doubt").click()
    live.open(ARTICLE.pivotal[0])
    live.says(WORDS("map.reject"), live.panel).click()
    expect(live.frame.locator(".am-now").first).to_be_visible()


def doubted(live: Live) -> None:
    """The same when its sheet is closed."""
    doubting(live)
    live.press("Escape")
    expect(live.panel).to_be_hidden()


def walking(live: Live) -> None:
    live.tool("tour").click()
    expect(live.walk).to_be_visible()


def near(live: Live) -> None:
    """The drawing is larger than its frame, and a small map says where one is."""
    for _ in range(3):
        live.tool("nearer").click()
    expect(live.small).to_be_visible()


def judge(page: Page) -> None:
    """Axe finds nothing; what it cannot decide is printed, for whoever looks."""
    axe.bring(page)
    violations, undecided = axe.judge(page)
    print("What axe cannot decide:", *undecided, sep="\n")
    assert not violations, "\n".join(map(str, violations))


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(params=[360, 1440])
def reader(request: pytest.FixtureRequest, visit: Callable[..., Visit], scheme: str) -> Visit:
    return visit(viewport={"width": request.param, "height": 900}, color_scheme=scheme)


@pytest.mark.parametrize("state", [sheet, shared, finding, filtering, part, doubting, doubted, walking, near])
def test_axe_finds_nothing_in_what_a_drawing_opens(
    reader: Visit, site: Published, state: Callable[[Live], None]
) -> None:
    live = Live(reader)
    live.to(site.address)
    state(live)
    live.still()
    judge(live.page)


@pytest.mark.parametrize("folded", [False, True], ids=["open", "folded"])
def test_axe_finds_nothing_in_an_article_and_the_map_beside_it(reader: Visit, site: Published, folded: bool) -> None:
    (path,) = [each for each in site.with_class("am-beside") if "harbour" not in each]
    reader.to(site.address + path)
    beside = reader.page.locator(".am-beside")
    # What has the focus is lit, and so is its card.
    reader.page.locator(".am-article [data-claims] a").first.focus()
    if folded:
        beside.locator(".am-fold").click()
        expect(beside.locator(".am-frame")).to_be_hidden()
    reader.settle()
    judge(reader.page)
