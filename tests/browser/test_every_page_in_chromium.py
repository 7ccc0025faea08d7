"""Every page of the project's own site, at every width, in both schemes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import axe
import pytest
from looks import MEASURE, Visit, leave_search, misfits, search_for

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from published import Published

WIDTHS = [360, 768, 1440]
JUDGED = [360, 1440]
# What a scheme's pages look like is found out once, by one of the processes that run the tests.
SCHEMES = [pytest.param(scheme, marks=pytest.mark.xdist_group(scheme)) for scheme in ("light", "dark")]
ELSEWHERE = "https://example.org/elsewhere.png"


class Looked(NamedTuple):
    """What was found on all pages in one scheme, each with where it was found first."""

    misfits: list[str]
    violations: dict[str, str]
    undecided: dict[str, str]
    complaints: list[str]


@pytest.fixture(scope="module", params=SCHEMES)
def looked(request: pytest.FixtureRequest, browser: Browser, site: Published) -> Looked:
    """Opens every page once, on a phone, and widens it."""
    reader = Visit(browser.new_context(color_scheme=request.param))
    looked = Looked([], {}, {}, reader.complaints)
    word = a_word_of(site)
    for path in site.pages:
        reader.widen(WIDTHS[0])
        reader.to(site.address + path)
        axe.bring(reader.page)
        for width in WIDTHS:
            reader.widen(width)
            where = f"/{path} at {width} px"
            looked.misfits.extend(f"{where}: {fault}" for fault in misfits(reader.page.evaluate(MEASURE)))
            if width in JUDGED:
                for state in states(reader, word):
                    for kind, found in zip((looked.violations, looked.undecided), axe.judge(reader.page), strict=True):
                        kind.update({str(each): f"{where}, {state}" for each in found if str(each) not in kind})
    reader.page.context.close()
    return looked


def test_a_page_fits_its_width_and_every_line_its_card(looked: Looked) -> None:
    assert not looked.misfits, "\n".join(looked.misfits)


def test_nothing_is_complained_of_and_nothing_asked_elsewhere(looked: Looked) -> None:
    assert not looked.complaints, "\n".join(looked.complaints)


def test_axe_finds_nothing(looked: Looked) -> None:
    print("What axe cannot decide:", *(f"{where}: {what}" for what, where in looked.undecided.items()), sep="\n")
    assert not looked.violations, "\n".join(f"{where}: {what}" for what, where in looked.violations.items())


def test_the_switch_of_schemes_is_there_to_be_judged(visit: Callable[..., Visit], site: Published) -> None:
    reader = visit()
    reader.to(site.address)
    switch = reader.page.locator("[data-md-component=palette] label").filter(visible=True)
    before = reader.page.locator("body").get_attribute("data-md-color-scheme")
    switch.click()
    assert reader.page.locator("body").get_attribute("data-md-color-scheme") != before


def states(reader: Visit, word: str) -> Iterator[str]:
    """The page by itself, and with something found."""
    yield "as it is"
    search_for(reader, word)
    yield "with the search open"
    leave_search(reader)


def a_word_of(site: Published) -> str:
    """Some word that the search finds."""
    index = json.loads((site.folder / "search/search_index.json").read_text("utf-8"))["docs"]
    return max((word for entry in index for word in re.findall("[a-z]+", entry["title"])), key=len)


def test_what_is_too_wide_cut_off_or_too_small_is_found(visit: Callable[..., Visit], site: Published) -> None:
    reader = visit(viewport={"width": 360, "height": 900})
    reader.to(site.address + site.with_class("am-drawing")[0])
    reader.page.add_style_tag(
        content="main h1 { width: 500px } .am-drawing text { font-size: 9px; transform: translateX(400px) }"
    )
    measured = reader.page.evaluate(MEASURE)
    assert measured["smallest"] < 12
    assert measured["outside"]
    assert any(name.startswith("h1") for name in measured["beside"])
    assert len(list(misfits(measured))) > 2


def test_a_request_elsewhere_and_a_missing_file_are_found(visit: Callable[..., Visit], site: Published) -> None:
    reader = visit()
    reader.page.route(ELSEWHERE, lambda route: route.fulfill(status=200, body=""))
    reader.to(site.address)
    reader.page.evaluate("(url) => fetch(url, { mode: 'no-cors' })", ELSEWHERE)
    reader.page.evaluate("() => fetch('nothing-here')")
    told, reader.complaints[:] = list(reader.complaints), []
    assert any(f"asked: {ELSEWHERE}" in each for each in told)
    assert any("404: " in each for each in told)
