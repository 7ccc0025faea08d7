"""A large map's marks and the index of all maps, before a reader: with scripts and without, in both schemes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import axe
import pytest
from harbour import PIER
from hosted import MATERIAL, hosted
from looks import DESK, MEASURE, PHONE, misfits
from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from looks import Visit
    from published import Published

SCHEMES = [
    {"media": "(prefers-color-scheme: light)", "scheme": "default"},
    {"media": "(prefers-color-scheme: dark)", "scheme": "slate"},
]
INSTANT = {**MATERIAL, "features": ["navigation.instant"], "palette": SCHEMES}
DARK: dict[str, Any] = {"color_scheme": "dark"}
CLAIMS = {
    f"c{n}": {"text": f"The claim {n} has some words in it.", "because": [f"c{m}" for m in below if m < 150]}
    for n, below in ((n, (2 * n + 1, 2 * n + 2)) for n in range(150))
}
LARGE = json.dumps({"argmap": 1, "title": "Large", "thesis": "c0", "claims": CLAIMS})
OTHERS = {
    f"m{n}": json.dumps(
        {
            "argmap": 1,
            "title": f"The ferry question {n}",
            "thesis": "a",
            "actors": {"x": {"name": "The mayor" if n % 2 else "Ferry companies"}},
            "claims": {"a": {"text": f"A pier helps {n}.", "tags": ["money"], "actors": ["x"], "assumed": n % 3 > 0}},
        }
    )
    for n in range(6)
}


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """A site with a large map and some small ones, all of them in an index."""
    plugins = ["search", {"argmap": {"index": True}}]
    pages = {"index.md": "# Home\n\n[All maps](maps/index.md)\n\n```argmap\nlarge\n```\n"}
    maps = {"large": LARGE, "pier": PIER, **OTHERS}
    with hosted(tmp_path_factory.mktemp("large"), maps, pages, theme=INSTANT, plugins=plugins) as published:
        yield published


@pytest.fixture
def overview(visit: Callable[..., Visit], large: Published) -> Page:
    """The page with the overview, its drawings answering."""
    here = visit(**DESK)
    here.to(large.at("maps/large/claims/"))
    expect(here.page.locator(".am-tools")).to_be_visible()
    return here.page


def mark(page: Page) -> Any:
    return page.locator("svg a.am-below:visible").first


@pytest.mark.parametrize("scripts", [True, False])
def test_a_mark_leads_to_the_branch_and_its_drawing(
    visit: Callable[..., Visit], large: Published, scripts: bool
) -> None:
    here = visit(**DESK, java_script_enabled=scripts)
    here.to(large.at("maps/large/claims/"))
    mark(here.page).click()
    here.page.wait_for_url("**/maps/large/branches/*/")
    expect(here.page.locator("figure.argmap svg:visible").first).to_be_visible()
    expect(here.page.get_by_role("link", name="All claims").first).to_be_visible()


def test_what_a_mark_leads_to_is_fetched_before_it_is_pressed(overview: Page) -> None:
    with overview.expect_request("**/maps/large/branches/**") as asked:
        mark(overview).hover()
    assert asked.value.url.endswith("/")
    assert overview.url.endswith("/claims/")


def test_from_a_claim_the_keyboard_comes_to_its_mark(overview: Page) -> None:
    link = mark(overview)
    row = link.locator("xpath=ancestor::*[@role][1]").locator("a").first
    row.focus()
    overview.keyboard.press("Tab")
    expect(link).to_be_focused()
    overview.keyboard.press("Enter")
    overview.wait_for_url("**/maps/large/branches/*/")


def test_a_claim_s_sheet_leads_to_the_branch_that_has_it(overview: Page) -> None:
    mark(overview).locator("xpath=ancestor::*[@role][1]").locator("a").first.click()
    leads = overview.locator(".am-panel").get_by_role("link", name="In the list of all claims")
    leads.click()
    overview.wait_for_url("**/maps/large/branches/**#c*")


@pytest.fixture
def index(visit: Callable[..., Visit], large: Published) -> Page:
    """The index, with its search."""
    here = visit(**DESK)
    here.to(large.at("maps/"))
    expect(here.page.locator(".am-finder")).to_be_visible()
    return here.page


def titles(page: Page) -> Any:
    return page.locator(".am-maps h2")


def test_words_find_maps_and_say_how_many(index: Page) -> None:
    expect(titles(index)).to_have_count(8)
    index.get_by_label("Find a map").fill("FERRY question")
    expect(titles(index)).to_have_count(6)
    expect(index.get_by_role("status").filter(has_text="maps")).to_have_text("6 of 8 maps")


def test_filters_count_what_they_leave_and_hold_together(index: Page) -> None:
    actor, label = index.get_by_label("Actor"), index.get_by_label("Label")
    expect(actor.locator("option")).to_have_text(["Any", "Ferry companies (4)", "The mayor (4)"])
    actor.select_option("The mayor")
    index.get_by_label("Find a map").fill("ferry question")
    expect(titles(index)).to_have_count(3)
    expect(label.locator("option")).to_have_text(["Any", "falls (1)", "stands (2)"])
    label.select_option("falls")
    expect(titles(index)).to_have_text(["The ferry question 3"])
    index.get_by_role("button", name="Show all maps").click()
    expect(titles(index)).to_have_count(8)
    expect(index.get_by_label("Find a map")).to_be_focused()


def test_what_is_asked_for_is_in_the_address(index: Page) -> None:
    index.get_by_label("Actor").select_option("The mayor")
    index.get_by_label("Find a map").fill("pier")
    index.reload()
    expect(index.get_by_label("Find a map")).to_have_value("pier")
    expect(index.get_by_label("Actor")).to_have_value("The mayor")


def test_it_answers_also_to_who_comes_from_another_page(visit: Callable[..., Visit], large: Published) -> None:
    here = visit(**DESK)
    here.to(large.address)
    for _ in range(2):
        here.page.get_by_role("link", name="All maps").first.click()
        here.page.get_by_label("Find a map").fill("second")
        expect(titles(here.page)).to_have_text(["A second pier"])
        titles(here.page).first.get_by_role("link").click()
        here.page.wait_for_url("**/maps/pier/claims/")
        here.page.go_back()
        expect(here.page.locator(".am-finder")).to_have_count(1)
        here.to(large.address)


def test_without_scripts_it_is_a_list(visit: Callable[..., Visit], large: Published) -> None:
    here = visit(**DESK, java_script_enabled=False)
    here.to(large.at("maps/"))
    expect(titles(here.page)).to_have_count(8)
    expect(here.page.locator(".am-finder")).to_have_count(0)


@pytest.mark.parametrize("options", [DESK, PHONE, {**PHONE, **DARK}], ids=["desk", "phone", "dark phone"])
@pytest.mark.parametrize("begins", ["maps/", "maps/large/claims/", "maps/large/branches/"])
def test_nothing_is_beyond_the_edge_and_axe_finds_nothing(
    visit: Callable[..., Visit], large: Published, begins: str, options: dict[str, Any]
) -> None:
    here = visit(**options)
    here.to(large.at(min(path for path in large.pages if path.startswith(begins))))
    assert list(misfits(here.page.evaluate(MEASURE))) == []
    axe.bring(here.page)
    violations, _ = axe.judge(here.page)
    ours = [found for found in violations if "am-" in found.target or "argmap" in found.target]
    assert [str(found) for found in ours] == []
