"""What a page of the site is, gathered from MkDocs for the page's head."""

from __future__ import annotations

from html import escape, unescape
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from argmap.pages.citation import attribution
from argmap.pages.head import Facts, Shown
from argmap.pages.linked_data import claims_data, script
from argmap.pages.places import card_uri
from argmap.reading import Reading
from argmap.site.pagehost import PageHost

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

    from argmap.site.pagehost import Build


HOME = "index.html"


class Made(NamedTuple):
    """What a generated page shows: a map's claims, one of its sources, or its board."""

    reading: Reading
    source: str = ""
    board: bool = False

    @property
    def title(self) -> str:
        """The page's title. Themes take it for HTML."""
        if self.board:
            return escape(self.reading.words("board.title", title=self.reading.map.title))
        if not self.source:
            return escape(self.reading.words("page.claims.title", title=self.reading.map.title))
        return escape(self.reading.map.sources[self.source].title or self.source)

    @property
    def description(self) -> str:
        """What the page is about. Themes take it for the text of an attribute."""
        words, title = self.reading.words, self.reading.map.title
        if self.board:
            return escape(words("board.lead", title=title))
        if not self.source:
            return escape(words("page.claims.lead", title=title))
        source = self.reading.map.sources[self.source]
        said = attribution(source, words) or self.source
        return escape(words("source.description", source=said, map=words.quoted(title)))


def page_facts(page: Page, build: Build, made: Made | None) -> Facts:
    """What is known of a page; `made` is what a generated one shows."""
    host, config = PageHost(build, page), build.config
    reading = made.reading if made else _map_of(page, build, host)
    theme = config.theme
    title = page.meta.get("title") or (config.site_name if page.is_homepage else page.title)
    return Facts(
        title=Markup(title or "").striptags(),
        site=config.site_name,
        description=_description(page, build),
        address=page.canonical_url or "",
        language=made.reading.map.language if made else str(theme.get("language") or theme.get("locale") or "en"),
        home=page.is_homepage,
        indexed=not (made and (made.source or made.board)),
        picture=_picture(reading, host) if reading else None,
        data=script(claims_data(made.reading, host)) if made and not made.source and not made.board else "",
    )


def _map_of(page: Page, build: Build, host: PageHost) -> Reading | None:
    """The map that a page is shown by: the first it draws, else the first of the home page, else the site's first.

    It has to be one that there is a picture of.
    """
    names = (build.drawn.get(page.file.dest_uri), build.drawn.get(HOME), *build.library.names)
    readings = (build.library.get(name) for name in names if name)
    shown = (reading for reading in readings if isinstance(reading, Reading) and host.href(card_uri(reading.name)))
    return next(shown, None)


def _description(page: Page, build: Build) -> str:
    """As themes have it, where they have it: a page's own, else the site's; else what the page draws."""
    if said := page.meta.get("description") or build.config.site_description:
        return unescape(str(said))
    drawn = build.drawn.get(page.file.dest_uri)
    reading = build.library.get(drawn) if drawn else None
    return _title(reading) if isinstance(reading, Reading) else ""


def _title(reading: Reading) -> str:
    return reading.words("drawing.title", title=reading.map.title)


def _picture(reading: Reading, host: PageHost) -> Shown | None:
    uri = card_uri(reading.name)
    address = host.absolute(uri) or host.href(uri)
    return Shown(address, _title(reading)) if address else None
