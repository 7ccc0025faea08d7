"""The pages of the index of all maps, and its data, among the files of an MkDocs site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel

from argmap.pages.catalogue import (
    DATA_URI,
    by_name,
    catalogue_json,
    catalogue_page,
    catalogue_uri,
    kept_entry,
    pages_of,
)
from argmap.pages.looks import catalogue_looks
from argmap.pages.places import claims_uri, map_uri
from argmap.words import Words, words_for

if TYPE_CHECKING:
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from argmap.pages.catalogue import Entry
    from argmap.reading import Reading
    from argmap.site.pagehost import Build, PageHost


@dataclass
class Catalogue:
    """The index of a build. Its pages are filled when all others are made: then it is known where maps are drawn."""

    build: Build
    entries: list[Entry] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._waiting: list[tuple[PageHost, int, str]] = []
        self._data: File | None = None

    @property
    def words(self) -> Words:
        """In the language of the site."""
        return words_for(self.build.language)

    def enter(self, reading: Reading) -> None:
        """Add a map to the index."""
        self.entries.append(kept_entry(reading, self.build.library.shelf))

    def add(self, files: Files) -> None:
        """Add the index's files to the site's, as far as it has no page of its own there."""
        config = self.build.config
        self.entries.sort(key=by_name)
        for number in range(1, pages_of(len(self.entries)) + 1):
            uri = catalogue_uri(number)
            if files.src_uris.get(uri) is None:
                in_nav = config.nav is None and number == 1
                inclusion = InclusionLevel.UNDEFINED if in_nav else InclusionLevel.NOT_IN_NAV
                files.append(File.generated(config, uri, content="", inclusion=inclusion))
                self._numbers[uri] = number
        for uri, content in catalogue_looks(self.build.library.settings.cache).items():
            files.append(File.generated(config, uri, content=content))
        self._data = File.generated(config, DATA_URI, content=b"")
        files.append(self._data)

    def entitle(self, page: Page) -> None:
        """Give a page of the index its title, and what it is about."""
        if page.file.src_uri in self._numbers:
            page.meta["title"] = escape(self.words("catalogue.title"))
            page.meta.setdefault("description", escape(self.words("catalogue.lead", count=len(self.entries))))

    def content(self, page: Page, host: PageHost) -> str:
        """A stand-in for a page of the index; nothing for any other."""
        number = self._numbers.get(page.file.src_uri)
        if number is None:
            return ""
        stand_in = host.hold(lambda: "")
        self._waiting.append((host, number, stand_in))
        return stand_in

    def fill(self) -> None:
        """Make data and pages, now that all other pages are there."""
        if self._data is None:
            return
        data, words = self._data, self.words
        drawn = {name: page for page, name in reversed(self.build.drawn.items())}
        files = {file.dest_uri: file for file in self.build.files}

        def place(name: str) -> File:
            """The page of a map's claims, else one that draws it, else the map itself."""
            found = self.build.on_site(claims_uri(name)) or files.get(drawn.get(name, "")) or None
            return found or self.build.on_site(map_uri(name)) or data

        def href(file: File) -> Callable[[str], str]:
            return lambda name: place(name).url_relative_to(file)

        text = catalogue_json(self.entries, href(data), words).encode()
        data.content_bytes = text
        digest = sha256(text).hexdigest()[:8]
        style, script = catalogue_looks(self.build.library.settings.cache)
        for host, number, stand_in in self._waiting:
            self.build.held[stand_in] = partial(
                catalogue_page,
                self.entries,
                number,
                words,
                href=href(host.file),
                page_href=lambda each, host=host: host.href(catalogue_uri(each)) or "#",  # type: ignore[misc]
                data=f"{data.url_relative_to(host.file)}?{digest}",
                style=host.href(style) or "",
                script=host.href(script) or "",
            )
