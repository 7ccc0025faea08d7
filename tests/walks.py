"""From a box to the sentence that says it and back: where the links of the built site lead, before anybody clicks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urldefrag, urljoin

if TYPE_CHECKING:
    from html_reader import Element, Html
    from published import Published


class Place(NamedTuple):
    """Somewhere on a page of the site."""

    path: str
    anchor: str


class Section(NamedTuple):
    """A claim's section: every place in it, and every passage that it cites."""

    places: list[Place]
    passages: list[Place]


def target(site: Published, path: str, address: str) -> Place:
    """Where an address on a page leads."""
    whole, anchor = urldefrag(urljoin(site.address + path, address))
    return Place(unquote(whole.removeprefix(site.address)), unquote(anchor))


def leads(site: Published, path: str, container: str) -> Iterator[Place]:
    """Where the links lead that stand on a page in an element of this class."""
    for link in inside(site.pages[path], container):
        address = link.attributes.get("href", link.attributes.get("xlink:href"))
        if link.tag == "a" and address is not None:
            yield target(site, path, address)


def boxes(site: Published) -> list[tuple[str, Place]]:
    """Every link of a card, by its page."""
    return [(path, place) for path in site.with_class("am-drawing") for place in leads(site, path, "am-card")]


def entries(site: Published) -> set[Place]:
    """Every claim of an outline: where the boxes of a map lead that has no pages."""
    return {
        Place(path, each.attributes["id"])
        for path, page in site.pages.items()
        for each in inside(page, "am-outline")
        if "id" in each.attributes
    }


def sections(site: Published) -> list[Section]:
    """Every claim's section."""
    return [
        section(site, path, claim)
        for path in site.with_class("am-claim")
        for claim in site.pages[path].all(cls="am-claim")
    ]


def section(site: Published, path: str, claim: Element) -> Section:
    """What a claim's section has."""
    page = site.pages[path]
    parts = [claim, *page.within(claim)]
    return Section(
        [Place(path, part.attributes["id"]) for part in parts if "id" in part.attributes],
        [target(site, path, cite.attributes["href"]) for cite in page.within(claim, "a", "am-cite")],
    )


def inside(page: Html, container: str) -> list[Element]:
    """The elements that stand in an element of this class."""
    return [each for each in page.elements if any(container in above.classes for above in each.ancestors)]


def a_walk(site: Published) -> tuple[str, Place, Place]:
    """A page with a box, the place of its claim, and a passage that the claim cites and that leads back to it."""
    back = {path: set(leads(site, path, "am-article")) for path in site.with_class("am-article")}
    cited = {
        place: passage
        for section in sections(site)
        for place in section.places
        for passage in section.passages
        if place in back[passage.path]
    }
    return next((path, claim, cited[claim]) for path, claim in boxes(site) if claim in cited)
