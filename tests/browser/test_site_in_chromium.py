"""The project's own pages in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAGES = ["", "maps/russia-iran/claims/", "maps/russia-iran/sources/article/", "reading/", "writing/"]
WIDTHS = [360, 768, 1440]

# The corners of every line of a drawing against those of the card it is in, in CSS pixels.
LINES_OUTSIDE_CARDS = """() => {
  const outside = [];
  for (const card of document.querySelectorAll(".am-drawing .am-card")) {
    const box = card.querySelector(".am-box").getBoundingClientRect();
    if (!box.width) continue;
    for (const text of card.querySelectorAll("text")) {
      const line = text.getBoundingClientRect();
      const beside = line.left < box.left - 1 || line.right > box.right + 1;
      if (beside || line.top < box.top - 1 || line.bottom > box.bottom + 1) outside.push(text.textContent);
    }
  }
  return outside;
}"""
# How large text is shown: its size in the drawing times the drawing's scale.
SMALLEST_TEXT = """() => Math.min(...[...document.querySelectorAll(".am-drawing text")]
  .filter((text) => text.getBoundingClientRect().width)
  .map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))"""
SHOWN = """(look) => [...document.querySelectorAll(`figure.argmap .am-${look}`)]
  .map((svg) => svg.getBoundingClientRect().width > 0)"""


@pytest.fixture(params=WIDTHS)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page of one of the widths that must not complain or ask elsewhere."""
    context = browser.new_context(viewport={"width": request.param, "height": 900})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda asked: complaints.append(f"failed: {asked.url}"))
    page.on("request", lambda asked: None if "127.0.0.1" in asked.url else complaints.append(f"asked: {asked.url}"))
    yield page
    context.close()
    assert complaints == []


def visit(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.evaluate("() => document.fonts.ready")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_its_width_and_every_line_its_card(page: Page, site: str, path: str) -> None:
    visit(page, site + path)
    assert page.viewport_size
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    assert page.evaluate(LINES_OUTSIDE_CARDS) == []
    if page.locator(".am-drawing").count():
        assert page.evaluate(SMALLEST_TEXT) >= 12


def test_a_wide_page_shows_the_column_drawing_and_a_narrow_one_the_other(page: Page, site: str) -> None:
    visit(page, site)
    assert page.viewport_size
    wide = page.viewport_size["width"] >= 1440
    assert page.evaluate(SHOWN, "column") == [wide]
    assert page.evaluate(SHOWN, "narrow") == [not wide]


def test_only_the_drawing_that_is_shown_is_in_the_accessibility_tree(page: Page, site: str) -> None:
    visit(page, site)
    tree = page.locator("figure.argmap").aria_snapshot()
    assert tree.count("Thesis: For Russia, the development of relations with Tehran has") == 1


def test_a_card_leads_to_its_claim_the_claim_to_its_passage_and_back(page: Page, site: str) -> None:
    visit(page, site)
    page.locator("figure.argmap .am-drawing:visible .am-as-thesis a").click()
    page.wait_for_url("**/claims/#outside-logic")
    assert page.locator("#outside-logic").is_visible()
    page.locator("section", has=page.locator("#outside-logic")).locator(".am-cite").first.click()
    page.wait_for_url("**/sources/article/#outside-logic")
    passage = page.locator("#outside-logic + mark a")
    assert passage.inner_text().startswith("for Russia, the development of relations with Tehran has an exogenous")
    passage.click()
    page.wait_for_url("**/claims/#outside-logic")


@pytest.mark.parametrize(
    ("media", "card"),
    [
        ({"color_scheme": "light"}, "rgb(255, 255, 255)"),
        ({"color_scheme": "dark"}, "rgb(28, 33, 43)"),
        ({"color_scheme": "dark", "media": "print"}, "rgb(255, 255, 255)"),
    ],
)
def test_the_drawing_follows_the_scheme_and_paper(
    browser: Browser, site: str, media: dict[str, str], card: str
) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme=media["color_scheme"])
    page = context.new_page()
    visit(page, site)
    page.emulate_media(**media)
    assert page.locator(".am-column .am-box").first.evaluate("box => getComputedStyle(box).fill") == card
    context.close()


def test_forced_colours_are_the_readers_own(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, forced_colors="active", color_scheme="dark")
    page = context.new_page()
    visit(page, site)
    canvas = page.evaluate(
        "() => { const d = document.body.appendChild(document.createElement('div'));"
        " d.style.background = 'Canvas'; return getComputedStyle(d).backgroundColor }"
    )
    assert page.locator(".am-column .am-box").first.evaluate("box => getComputedStyle(box).fill") == canvas
    context.close()


def test_without_javascript_everything_is_there(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    assert page.locator(".am-column").is_visible()
    page.locator("figure.argmap summary").click()
    assert page.locator("figure.argmap .am-outline li").first.is_visible()
    context.close()
