"""What Chromium tells of drawings to those who do not see them: exactly what Python says of the map."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from house import MAPS
from keys import Model
from live import Live
from playwright.sync_api import expect
from tree import drawings_in_tree

if TYPE_CHECKING:
    from html_reader import Html
    from looks import Visit
    from published import Published

WIDTHS = [360, 1440]
MAP = re.compile(r"maps/(?P<name>.*?)(?:/claims/|/sources/.*|\.json.*)?$")


def model_of(address: str, drawn: set[str] | None = None) -> Model:
    """The map that an address is about."""
    found = MAP.search(address)
    assert found
    return Model.of(MAPS / f"{found['name']}.yml", drawn)


def figures(path: str, page: Html) -> list[Model]:
    """The drawings of a page's fences. An outline has the claims of its drawing: it is the drawing's equal."""
    found = []
    for figure in page.all("figure", "argmap"):
        ids = [each.attributes.get("id", "") for each in page.within(figure)]
        listed = {each.partition("-o-")[2] for each in ids if re.match(r"argmap-\d+-o-", each)}
        found.append(model_of(urljoin(path, figure.attributes["data-map"]), listed))
    return found


def expected(path: str, page: Html) -> list[Counter[str]]:
    """What each drawing of a page should tell, in their order."""
    if page.all(cls="am-claim"):
        whole = model_of(path)
        return [whole.near(claim).short() for claim in whole.drawn]
    if page.all(cls="am-beside"):
        return [model_of(path).short()]
    return [model.names() for model in figures(path, page)]


def test_every_drawing_of_the_site_tells_all_its_claims_and_what_they_bear_on(
    visit: Callable[..., Visit], site: Published
) -> None:
    reader = visit()
    for path in site.with_class("am-drawing"):
        reader.to(site.address + path)
        wanted = expected(path, site.pages[path])
        for width in WIDTHS:
            reader.widen(width)
            told = drawings_in_tree(reader.page)
            assert [each.claims for each in told] == wanted, (path, width)
            assert all(each.name for each in told)
            assert len(told) == reader.page.locator(".am-drawing[role]:visible").count()


@pytest.fixture
def article(site: Published) -> Model:
    """The map of the first page."""
    (model,) = figures("", site.pages[""])
    return model


@pytest.fixture(params=WIDTHS)
def live(request: pytest.FixtureRequest, visit: Callable[..., Visit], site: Published) -> Live:
    live = Live(visit(viewport={"width": request.param, "height": 900}))
    live.to(site.address)
    return live


def told(live: Live) -> Counter[str]:
    """What the page's one drawing tells."""
    live.reader.settle()
    (drawing,) = drawings_in_tree(live.page)
    return drawing.claims


def referred(live: Live) -> set[str]:
    """The claims to which it refers where they bear on one more, in the words of these links."""
    live.reader.settle()
    return {link for drawing in drawings_in_tree(live.page) for link in drawing.references}


def references(model: Model) -> set[str]:
    """How it refers to claims that bear on several."""
    words = model.reading.words
    several = (claim for claim in model.drawn if len(model.reading.map.uses[claim]) > 1)
    mentions = (words.quoted(model.reading.map.claims[claim].mention) for claim in several)
    return {words("drawing.reference", claim=mention) for mention in mentions}


def open_by_keys(live: Live, model: Model, claim: str) -> None:
    live.enter()
    live.press("Home", *model.ways()[claim], "Enter")
    expect(live.title).to_have_text(model.reading.map.claims[claim].text)


def folded(model: Model, claim: str) -> set[str]:
    """The thesis, this claim, and those that have another way to the top, or to the thesis, than through this one."""
    found, edge = set[str](), [*model.tops, model.reading.map.thesis]
    while edge:
        here = edge.pop()
        if here not in found:
            found.add(here)
            edge += [] if here == claim else model.below(here)
    return found


def test_with_part_of_it_shown_each_claim_says_how_much_is_not_and_nothing_hidden_is_told(
    live: Live, article: Model
) -> None:
    words, whole = article.reading.words, article.names()
    for claim in (article.reading.map.thesis, article.drawn[-1]):
        open_by_keys(live, article, claim)
        live.says(words("map.only")).click()
        near = article.near(claim)
        assert len(near.drawn) < len(article.drawn)
        assert told(live) == near.names()
        assert any(words("drawing.hidden.said", count="").rstrip(".") in name for name in near.names())
        live.press("Escape")
        assert told(live) == near.names()
        live.says(words("map.all")).click()
        assert told(live) == whole


def test_a_narrow_drawing_refers_to_nothing_that_is_hidden(live: Live, article: Model) -> None:
    live.reader.widen(360)
    assert referred(live) == references(article) != set()
    apart = next(claim for claim in article.drawn if not references(article.near(claim)))
    open_by_keys(live, article, apart)
    live.says(article.reading.words("map.only")).click()
    assert referred(live) == set()


def test_a_folded_claim_says_how_much_is_folded(live: Live, article: Model) -> None:
    words = article.reading.words
    claim = max(article.drawn, key=lambda each: len(article.drawn) - len(folded(article, each)))
    left = article.some(folded(article, claim))
    count = len(article.drawn) - len(left.drawn)
    assert count > 1
    open_by_keys(live, article, claim)
    live.says(words("map.fold", count=count)).click()
    assert told(live) == left.names(hidden={claim: count})
    live.says(words("map.unfold", count=count)).click()
    assert told(live) == article.names()


def test_with_a_claim_not_accepted_each_says_its_new_label(live: Live, article: Model) -> None:
    words = article.reading.words
    claim = article.reading.pivotal[0]
    changed = article.names([claim])
    assert changed != article.names()
    open_by_keys(live, article, claim)
    live.says(words("map.reject")).click()
    assert told(live) == changed
    live.says(words("map.only")).click()
    live.press("Escape")
    assert told(live) == article.near(claim).names([claim])
    live.says(words("map.all")).click()
    live.says(words("map.accept")).click()
    assert told(live) == article.names()


def test_the_other_drawing_is_told_where_the_window_is_too_narrow_for_the_one(live: Live, article: Model) -> None:
    claim = article.reading.pivotal[0]
    live.page.goto(f"{live.page.url}?reject={claim}&focus={claim}")
    expect(live.report.locator("p").first).to_be_visible()
    for width in (1440, 360, 1440):
        live.reader.widen(width)
        assert told(live) == article.near(claim).names([claim])


def test_the_small_map_is_no_other_drawing(live: Live, article: Model) -> None:
    live.enter()
    live.press("+", "+")
    expect(live.small).to_have_count(1)
    assert told(live) == article.names()
