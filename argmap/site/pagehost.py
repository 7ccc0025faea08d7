"""A build of an MkDocs site and its pages, as `argmap.pages` wants to know them."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

from mkdocs.plugins import get_plugin_logger

from argmap.findings import MapError
from argmap.pages.asking import with_anchor
from argmap.pages.places import card_uri, data_uri
from argmap.site.repository import issues_form

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

    from argmap.pages.asking import Asking
    from argmap.pages.library import Library
    from argmap.reading import Reading

log = get_plugin_logger("argmap")

STAND_IN = '<div data-argmap="{}"></div>'
_STAND_IN = re.compile(re.escape(STAND_IN).replace(r"\{\}", '[^"]*'))


@dataclass(frozen=True)
class Build:
    """What the pages of one build share: drawings held back until pages are written, the first map that
    each page draws, the data of every map that a page draws, and what has been told.
    """

    library: Library
    files: Files
    config: MkDocsConfig
    held: dict[str, Callable[[], str]] = field(default_factory=dict)
    drawn: dict[str, str] = field(default_factory=dict)
    data: dict[str, bytes] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)

    def warn(self, message: str) -> None:
        """A warning that `--strict` hears, once a build."""
        if message not in self.told:
            self.told.add(message)
            log.warning(message)

    def on_site(self, uri: str) -> File | None:
        """A file that the site has, and publishes."""
        file = self.files.src_uris.get(uri)
        return file if file and not file.inclusion.is_excluded() else None

    def absolute(self, uri: str, anchor: str = "") -> str | None:
        """The address under which a file is published."""
        file = self.on_site(uri)
        return with_anchor(urljoin(self.config.site_url, file.url), anchor) if file and self.config.site_url else None

    def data_file(self, reading: Reading) -> tuple[File, str] | None:
        """The file with a map's data, and a digest of what will be in it.

        None where the site has a file of its own, or a map has too much for a page to load.
        """
        uri = data_uri(reading.name)
        file = self.on_site(uri)
        if file is None or file.generated_by is None:
            return None
        if uri not in self.data:
            self.data[uri] = self.library.shelf.made_bytes(reading, "data", _FromFile(self, file), _data_of(reading))
        return (file, sha256(self.data[uri]).hexdigest()[:8]) if self.data[uri] else None

    @cached_property
    def first_pictured(self) -> Reading | None:
        """The first of the project's maps that there is a picture of."""
        return next(filter(None, map(self.pictured, self.library.names)), None)

    def pictured(self, name: str) -> Reading | None:
        """The map of a name, if there is a picture of it."""
        if self.on_site(card_uri(name)) is None:
            return None
        reading = self.library.get(name)
        return None if isinstance(reading, MapError) else reading

    @property
    def language(self) -> str:
        """The site's own, which its theme speaks."""
        theme = self.config.theme
        return str(theme.get("language") or theme.get("locale") or "en")

    @property
    def issues(self) -> str | None:
        """The form for new issues: the setting's, else that of the site's repository."""
        return self.library.settings.issues or issues_form(self.config.repo_url)

    def fill(self, output: str) -> str:
        """A page with the drawings in place of their stand-ins, also those of another page that it takes in."""
        return _STAND_IN.sub(lambda found: self.held[found[0]]() if found[0] in self.held else found[0], output)


def _data_of(reading: Reading) -> Callable[[Asking], bytes]:
    def made(asking: Asking) -> bytes:
        from argmap.pages.data import is_loadable, map_json

        return map_json(reading, asking.href).encode() if is_loadable(reading.map) else b""

    return made


class _FromFile:
    """Links from a file that is no page."""

    def __init__(self, build: Build, file: File) -> None:
        self._build, self._file = build, file

    def href(self, uri: str) -> str | None:
        """The address of a page, relative to the file's."""
        page = self._build.on_site(uri)
        return page.url_relative_to(self._file) if page else None


class PageHost:
    """Links to the site's files, and keeps this page's drawings apart from each other."""

    def __init__(self, build: Build, page: Page) -> None:
        self.library = build.library
        self.page = posixpath.join(posixpath.basename(build.config.docs_dir), page.file.src_uri)
        self.drawings = 0
        self._build, self.file = build, page.file

    def href(self, uri: str, anchor: str = "") -> str | None:
        """The address of a file of the site, relative to this page's."""
        file = self._build.on_site(uri)
        return with_anchor(file.url_relative_to(self.file), anchor) if file else None

    def markdown_href(self, uri: str, anchor: str = "") -> str | None:
        """The path of a page's Markdown, relative to this one's: MkDocs resolves it, and checks the anchor."""
        if self._build.on_site(uri) is None:
            return None
        return with_anchor(quote(posixpath.relpath(uri, posixpath.dirname(self.file.src_uri) or ".")), anchor)

    def absolute(self, uri: str, anchor: str = "") -> str | None:
        """The address under which a file is published."""
        return self._build.absolute(uri, anchor)

    @property
    def issues(self) -> str | None:
        """The form for new issues."""
        return self._build.issues

    def draws(self, name: str) -> None:
        """Keep the first map that the page draws."""
        self._build.drawn.setdefault(self.file.dest_uri, name)

    def data(self, reading: Reading) -> str | None:
        """A map's data, under an address that changes with it: no browser shows an old map on a new page."""
        if found := self._build.data_file(reading):
            file, digest = found
            return f"{file.url_relative_to(self.file)}?{digest}"
        return None

    def hold(self, make: Callable[[], str]) -> str:
        """A stand-in to be replaced when the page is written."""
        stand_in = STAND_IN.format(len(self._build.held))
        self._build.held[stand_in] = make
        return stand_in

    def number(self) -> int:
        """One more."""
        self.drawings += 1
        return self.drawings

    def warn(self, message: str) -> None:
        """A warning that `--strict` hears, once a build."""
        self._build.warn(message)
