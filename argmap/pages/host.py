"""What pages need to know of the program that builds the site, and the one there is when nobody says more."""

from __future__ import annotations

import logging
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from weakref import WeakKeyDictionary

from markdown.extensions import Extension

from argmap import settings
from argmap.pages.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown import Markdown

    from argmap.reading import Reading

log = logging.getLogger(__name__)


class Site(Protocol):
    """The site, as it is seen from the page that is being made: what a page is made of beside its map."""

    @property
    def library(self) -> Library:
        """The project's maps. Raises `MapError` when the project's settings are not to be used."""

    def href(self, uri: str, anchor: str = "") -> str | None:
        """The address of another page from this one, or None where the site has no such page."""

    def absolute(self, uri: str, anchor: str = "") -> str | None:
        """The address under which a page is published, or None where that or the page is not known."""

    @property
    def issues(self) -> str | None:
        """The address of a form for new issues, if there is one."""

    def data(self, reading: Reading) -> str | None:
        """The address, from this page, of a map's data for the browser; None where the site has no such file."""

    def hold(self, make: Callable[[], str]) -> str:
        """What to put into the page in place of some HTML: a stand-in for what is to be made late, or the HTML."""

    def warn(self, message: str) -> None:
        """Tell the editor, each thing once."""


class Host(Site, Protocol):
    """The page that is being made, within its site."""

    @property
    def page(self) -> str:
        """The page's own file, for messages."""

    def markdown_href(self, uri: str, anchor: str = "") -> str | None:
        """As `href`, but as an editor would write it in this page's Markdown, for the host to resolve and to check."""

    def draws(self, name: str) -> None:
        """Note that this page draws a map: the first one is what the page is shown by elsewhere."""

    def number(self) -> int:
        """A number for a drawing, different from that of every other on this page."""


class PlainHost(Extension):
    """Any Python-Markdown host: no generated pages, nothing inserted late."""

    page = "argmap"

    def __init__(self, project: Path) -> None:
        super().__init__()
        self._project = project
        self.reset()

    def reset(self) -> None:
        """Forget everything: Python-Markdown calls this between two documents."""
        self._library: Library | None = None
        self._numbers = 0
        self._told: set[str] = set()

    @property
    def library(self) -> Library:
        """The project's maps."""
        if self._library is None:
            self._library = Library(settings.load(self._project), self._project)
        return self._library

    def href(self, uri: str, anchor: str = "") -> str | None:
        """No page is generated here."""
        return None

    def markdown_href(self, uri: str, anchor: str = "") -> str | None:
        """No page is generated here."""
        return None

    def absolute(self, uri: str, anchor: str = "") -> str | None:
        """No page is generated here."""
        return None

    @property
    def issues(self) -> str | None:
        """What the project's settings say."""
        return self.library.settings.issues

    def draws(self, name: str) -> None:
        """Nothing is said of a page here but the page itself."""

    def data(self, reading: Reading) -> str | None:
        """No file is made here."""
        return None

    def hold(self, make: Callable[[], str]) -> str:
        """The HTML itself."""
        return make()

    def number(self) -> int:
        """One more."""
        self._numbers += 1
        return self._numbers

    def warn(self, message: str) -> None:
        """Through Python's logging."""
        if message not in self._told:
            self._told.add(message)
            log.warning(message)


current: ContextVar[Host] = ContextVar("argmap_host")
# Drawings on one page must know of each other; all there is to tell a page by is its converter.
_plain: WeakKeyDictionary[Markdown, PlainHost] = WeakKeyDictionary()


def host(md: Markdown) -> Host:
    """The host of the page that a converter is making."""
    try:
        return current.get()
    except LookupError:
        pass
    if md not in _plain:
        _plain[md] = PlainHost(Path.cwd())
        md.registerExtension(_plain[md])
    return _plain[md]
