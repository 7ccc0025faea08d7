"""`mkdocs serve` in a browser: a map is broken and mended while its page is open, and the reader stays in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from harbour import BROKEN, PIER
from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as TooLong
from served import TRIES, Served
from small_site import Site

TALL = "\n\n".join(f"A paragraph to scroll past, number {number}." for number in range(40))
PLACES = [(1440, 900), (360, 740)]


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.chdir(tmp_path)
    site = Site(tmp_path)
    site.config |= {"theme": {"name": "material", "font": False}}
    site.write("docs/index.md", f"# Home\n\n{TALL}\n\n```argmap\npier\n```\n\n{TALL}\n")
    site.load()
    server = Served(site)
    yield server
    server.stop()


def saved(served: Served, page: Page, text: str, seen: str) -> None:
    """Save the map until the page, which reloads itself, has what is to be seen: the first save may be overlooked."""
    for _ in range(TRIES):
        served.site.write("docs/maps/pier.yml", text)
        try:
            page.wait_for_selector(seen, timeout=10_000)
        except TooLong:
            continue
        page.wait_for_load_state("load")
        return
    pytest.fail(f"The page never had {seen}")


@pytest.mark.parametrize("place", PLACES, ids=lambda place: str(place[0]))
def test_broken_and_mended_the_page_stays_where_it_is(browser: Browser, served: Served, place: tuple[int, int]) -> None:
    page = browser.new_page(viewport={"width": place[0], "height": place[1]})
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(served.address)
    drawing = page.locator("figure.argmap:not(.am-broken) svg:visible").first
    # A little above the drawing, as one looks at it.
    page.evaluate("scrollTo(0, document.querySelector('figure.argmap').getBoundingClientRect().top + scrollY - 120)")
    at: Callable[[], float] = lambda: page.evaluate("scrollY")  # noqa: E731
    before = at()
    assert before > place[1]

    saved(served, page, BROKEN, ".am-broken")
    page.wait_for_function("at => Math.abs(scrollY - at) < 2", arg=before)
    said = page.locator(".am-broken")
    assert "There is no claim `town-alike`." in said.inner_text()
    assert said.locator(".am-line").inner_text() == "33"
    assert said.locator("mark").inner_text() == "town-alike"
    # The mistakes are where the drawing was, and the drawing as it was comes right after them.
    assert 0 <= said.bounding_box()["y"] < place[1]
    assert drawing.is_visible()
    assert said.bounding_box()["y"] < drawing.bounding_box()["y"] < place[1]
    assert page.evaluate("document.documentElement.scrollWidth") <= place[0]

    saved(served, page, PIER.replace("A pier is too dear.", "A pier costs too much."), "body:not(:has(.am-broken))")
    page.wait_for_function("at => Math.abs(scrollY - at) < 2", arg=before)
    assert "too" in drawing.text_content()
    assert "costs" in drawing.text_content()
    assert complaints == []
    page.close()
