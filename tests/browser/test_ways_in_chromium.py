"""Ways through the site, as a reader takes them: between box and sentence, and from the search to a claim."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from looks import Visit, search_for
from playwright.sync_api import expect
from walks import Place, a_walk, boxes, entries, leads, sections
from way import Way

if TYPE_CHECKING:
    from published import Published

# A new page knows nothing of this; Material's instant navigation keeps it.
COUNT_ARRIVALS = "() => { window.arrivals = 0; document$.subscribe(() => { window.arrivals += 1 }) }"


@pytest.mark.parametrize(("width", "keyboard"), [(360, False), (1440, True)], ids=["phone-pointer", "desk-keyboard"])
def test_without_scripts_a_box_leads_to_its_claim_the_claim_to_its_passage_and_back(
    visit: Callable[..., Visit], site: Published, width: int, keyboard: bool
) -> None:
    start, claim, passage = a_walk(site)
    reader = visit(viewport={"width": width, "height": 900}, java_script_enabled=False)
    page, way = reader.page, Way(reader, site, keyboard=keyboard)
    reader.to(site.address + start)
    way.follow(page.locator(".am-drawing:visible .am-card a"), claim)
    way.round_by(passage, claim)
    way.all_back(passage, claim, Place(start, ""))
    assert page.locator(".am-drawing:visible .am-card").count()


@pytest.mark.parametrize(("width", "keyboard"), [(360, True), (1440, False)], ids=["phone-keyboard", "desk-pointer"])
def test_a_box_opens_its_claim_which_leads_to_its_passage_and_to_all_claims_and_back(
    visit: Callable[..., Visit], site: Published, width: int, keyboard: bool
) -> None:
    start, claim, passage = a_walk(site)
    reader = visit(viewport={"width": width, "height": 900})
    page, way = reader.page, Way(reader, site, keyboard=keyboard)
    reader.to(site.address + start)
    panel = page.locator(".am-panel:popover-open")
    box = way.choose(page.locator(".am-drawing:visible .am-card a"), claim)
    expect(panel.locator("h2")).to_be_focused()
    for links, place in ((".am-quote a", passage), (".am-doings a", claim)):
        way.follow(panel.locator(links), place)
        way.back(Place(start, ""))
        expect(panel).to_be_visible()
        expect(box).to_be_in_viewport()
    way.follow(panel.locator(".am-doings a"), claim)
    way.round_by(passage, claim)
    way.all_back(passage, claim, Place(start, ""))
    expect(panel).to_be_visible()
    expect(box).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(box).to_be_visible()


def test_instant_navigation_keeps_the_page_from_the_outline_to_the_sentence_and_back(
    visit: Callable[..., Visit], site: Published
) -> None:
    start, claim, passage = a_walk(site)
    reader = visit()
    page, way = reader.page, Way(reader, site)
    reader.to(site.address + start)
    page.evaluate(COUNT_ARRIVALS)
    page.locator(".am-outline summary").first.click()
    way.follow(page.locator("details.am-outline[open] a"), claim)
    way.round_by(passage, claim)
    way.all_back(passage, claim, Place(start, ""))
    assert page.evaluate("window.arrivals") == 7


def test_the_tab_key_reaches_a_box_and_shows_where_it_is(visit: Callable[..., Visit], site: Published) -> None:
    start, *_ = a_walk(site)
    reader = visit()
    reader.to(site.address + start)
    links = reader.page.locator("a, button, summary, input, label, [tabindex]").count()
    for _ in range(links):
        reader.page.keyboard.press("Tab")
        if reader.page.evaluate("() => Boolean(document.activeElement.closest('.am-drawing'))"):
            break
    focused = reader.page.locator(".am-drawing:visible :focus")
    assert focused.count() == 1
    assert focused.evaluate("(link) => getComputedStyle(link).outlineStyle") != "none"


def test_every_box_leads_to_a_claim_and_every_passage_back_to_the_claim_that_cites_it(site: Published) -> None:
    found = sections(site)
    claims = {place for section in found for place in section.places}
    assert [box for box in boxes(site) if box[1] not in claims | entries(site)] == []
    back = {path: set(leads(site, path, "am-article")) for path in site.with_class("am-article")}
    cited = [(passage, {*section.places}) for section in found for passage in section.passages]
    assert cited
    assert [passage for passage, places in cited if not back[passage.path] & places] == []


def test_the_search_finds_a_claim_by_its_words_and_lands_on_its_section(
    visit: Callable[..., Visit], site: Published
) -> None:
    _, place, _ = a_walk(site)
    heading = next(each for each in site.pages[place.path].all(id=place.anchor))
    reader = visit()
    reader.to(site.address)
    search_for(reader, " ".join(re.findall(r"\w{4,}", heading.text)[:6]))
    Way(reader, site).follow(reader.page.locator(".md-search-result__link"), place)


def test_the_search_does_not_know_the_lines_of_drawings(site: Published) -> None:
    entries = json.loads((site.folder / "search/search_index.json").read_text("utf-8"))["docs"]
    known = " ".join(f"{entry['title']} {entry['text']}" for entry in entries)
    glued = set(glued_lines(site))
    assert glued
    assert [lines for lines in glued if lines in known] == []
    assert "textLength" not in known


def glued_lines(site: Published) -> Iterator[str]:
    """What a search would take in, if it read a card's lines one after the other."""
    for path in site.with_class("am-card"):
        page = site.pages[path]
        for card in page.all(cls="am-card"):
            for line, following in pairwise(line.text for line in page.within(card, "text")):
                if line[-1:].isalpha() and following[:1].isalpha():
                    yield line + following
