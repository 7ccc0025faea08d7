"""What a page of the site is, gathered from MkDocs for the page's head."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

from markupsafe import Markup

from argmap.findings import MapError
from argmap.pages.head import Facts, Shown
from argmap.pages.places import card_uri
from argmap.site.pagehost import PageHost

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

    from argmap.pages.generated import Generated
    from argmap.reading import Reading
    from argmap.site.pagehost import Build


HOME = "index.html"


def page_facts(page: Page, build: Build, made: Generated | None) -> Facts:
    """What is known of a page; `made` is what a generated one shows."""
    shelf = build.library.shelf
    host, config = PageHost(build, page), build.config
    reading = made.reading if made else _map_of(page, build)
    title = page.meta.get("title") or (config.site_name if page.is_homepage else page.title)
    return Facts(
        title=Markup(title or "").striptags(),
        site=config.site_name,
        description=_description(page, build),
        address=page.canonical_url or "",
        language=made.about(shelf).language if made else build.language,
        home=page.is_homepage,
        indexed=not (made and (made.source or made.board)),
        picture=_picture(reading, host, build) if reading else None,
        data=made.data(host, shelf) if made else "",
    )


def _map_of(page: Page, build: Build) -> Reading | None:
    """The map that a page is shown by: the first it draws, else the first of the home page, else the site's first.

    It has to be one that there is a picture of.
    """
    for name in (build.drawn.get(page.file.dest_uri), build.drawn.get(HOME)):
        if name and (reading := build.pictured(name)):
            return reading
    return build.first_pictured


def _description(page: Page, build: Build) -> str:
    """As themes have it, where they have it: a page's own, else the site's; else what the page draws."""
    if said := page.meta.get("description") or build.config.site_description:
        return unescape(str(said))
    drawn = build.drawn.get(page.file.dest_uri)
    reading = build.library.get(drawn) if drawn else None
    return "" if reading is None or isinstance(reading, MapError) else _title(reading, build)


def _title(reading: Reading, build: Build) -> str:
    def made(_: object) -> str:
        return reading.words("drawing.title", title=reading.map.title)

    return build.library.shelf.made(reading, "title", None, made)


def _picture(reading: Reading, host: PageHost, build: Build) -> Shown | None:
    uri = card_uri(reading.name)
    address = host.absolute(uri) or host.href(uri)
    return Shown(address, _title(reading, build)) if address else None
