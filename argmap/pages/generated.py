"""The pages generated for a map: its claims, or its branches; each of its sources; its board. What they say is kept."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from argmap.branches import OVERVIEW

if TYPE_CHECKING:
    from argmap.pages.host import Site
    from argmap.pages.shelf import Shelf
    from argmap.reading import Reading


class About(NamedTuple):
    """What is to be known of a generated page beside what it shows.

    Themes take the title for HTML, the description for the text of an attribute. `headings` are anchors and texts,
    `anchors` all places on it that a link can lead to. A page of a `large` map begins with a drawing.
    """

    title: str
    description: str
    language: str
    headings: list[tuple[str, str]]
    anchors: list[str]
    large: bool


def branch_names(reading: Reading, shelf: Shelf) -> list[str]:
    """The branches of a large map, the overview first; none of any other."""

    def made(_: object) -> str:
        return json.dumps([*reading.branches.parts] if reading.branches else [])

    found: list[str] = json.loads(shelf.made(reading, "branches", None, made))
    return found


def sheet_numbers(reading: Reading, source: str, shelf: Shelf) -> range:
    """The numbers of the sheets of a source that can be read, each of which has a page: most sources have one."""

    def made(_: object) -> str:
        from argmap.pages.sheets import sheets

        return str(len(sheets(reading, source).all))

    return range(1, int(shelf.made(reading, repr(("sheets", source)), None, made)) + 1)


class Generated(NamedTuple):
    """What a generated page shows: a map's claims or those of a branch, a sheet of one of its sources, or its board."""

    reading: Reading
    source: str = ""
    board: bool = False
    branch: str = OVERVIEW
    sheet: int = 1

    @property
    def first(self) -> bool:
        """Whether it leads to others of its kind, and none to it."""
        return self.branch == OVERVIEW and self.sheet == 1

    @property
    def claims(self) -> bool:
        """Whether it shows claims."""
        return not self.source and not self.board

    def about(self, shelf: Shelf) -> About:
        """What is known of the page."""
        return About(*json.loads(shelf.made(self.reading, self._what("about"), None, lambda _: self._about())))

    def content(self, host: Site, shelf: Shelf) -> str:
        """What the page shows, as HTML."""
        return shelf.made(self.reading, self._what("content"), host, self._content)

    def data(self, host: Site, shelf: Shelf) -> str:
        """The element with what the page says to machines."""
        if not self.claims:
            return ""
        return shelf.made(self.reading, self._what("linked data"), host, self._linked_data)

    def _what(self, part: str) -> str:
        return repr((part, self.source, self.board, self.branch, self.sheet))

    # What makes a page is loaded when one is made: where all are kept, nothing is.
    def _content(self, site: Site) -> str:
        from argmap.pages.board import board_page
        from argmap.pages.claims import claims_page
        from argmap.pages.source import source_page

        if self.board:
            return board_page(self.reading, site)
        if self.source:
            return source_page(self.reading, self.source, site, self.sheet)
        return claims_page(self.reading, site, self.branch)

    def _linked_data(self, site: Site) -> str:
        from argmap.pages.linked_data import claims_data, script

        return script(claims_data(self.reading, site, self.branch))

    def _about(self) -> str:
        from argmap.pages.board import board_headings
        from argmap.pages.places import claims_headings

        headings = board_headings(self.reading) if self.board else []
        if self.claims:
            headings = claims_headings(self.reading, self.branch)
        anchors = [anchor for anchor, _ in headings] if self.board else list(self._anchors())
        large = self.claims and self.reading.branches is not None
        return json.dumps(
            About(escape(self._title), escape(self._description), self.reading.map.language, headings, anchors, large)
        )

    @property
    def _title(self) -> str:
        words, argument_map = self.reading.words, self.reading.map
        if self.source:
            called = argument_map.sources[self.source].title or self.source
            return called if self.sheet == 1 else words("page.branch.part", title=called, number=self.sheet)
        if self.branch != OVERVIEW and self.reading.branches:
            from argmap.pages.claims import title

            return title(self.reading, self.reading.branches.parts[self.branch])
        return words("board.title" if self.board else "page.claims.title", title=argument_map.title)

    @property
    def _description(self) -> str:
        from argmap.pages.citation import attribution

        words, title = self.reading.words, self.reading.map.title
        if self.branch != OVERVIEW:
            return words("page.branch.lead", title=title)
        if not self.source:
            return words("board.lead" if self.board else "page.claims.lead", title=title)
        said = attribution(self.reading.map.sources[self.source], words) or self.source
        return words("source.description", source=said, map=words.quoted(title))

    def _anchors(self) -> list[str]:
        """The claims and arguments, or the passages of a source that begin on the sheet."""
        from argmap.pages.places import claims_of, lists_of, passages
        from argmap.pages.sheets import sheets

        argument_map = self.reading.map
        if not self.source:
            listed = lists_of(self.reading, self.branch).arguments
            return [*claims_of(self.reading, self.branch), *(each for each in argument_map.arguments if each in listed)]
        begun = sheets(self.reading, self.source).quotes
        return [anchor for quote, anchor in passages(argument_map).items() if begun.get(quote) == self.sheet]
