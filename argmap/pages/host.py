"""What pages need to know of the program that builds the site, and the one there is when nobody says more."""

from __future__ import annotations

import logging
from contextvars import ContextVar
from pathlib import Path
from typing import Protocol

from argmap import settings
from argmap.pages.library import Library

log = logging.getLogger(__name__)


class Host(Protocol):
    """The page that is being made, within its site."""

    @property
    def library(self) -> Library:
        """The project's maps."""

    @property
    def page(self) -> str:
        """The page's own file, for messages."""

    def href(self, uri: str, anchor: str = "") -> str | None:
        """The address of another page from this one, or None where the site has no such page."""

    def markdown_href(self, uri: str, anchor: str = "") -> str | None:
        """The same as an editor would write it in this page's Markdown, for the host to resolve and to check."""

    def hold(self, html: str) -> str:
        """What to put into the page in place of some HTML: a stand-in for what is to be inserted late, or the HTML."""

    def number(self) -> int:
        """A number for a drawing, different from that of every other on this page."""

    def warn(self, message: str) -> None:
        """Tell the editor."""


class PlainHost:
    """Any Python-Markdown host: no generated pages, nothing inserted late."""

    def __init__(self, project: Path) -> None:
        self.library = Library(settings.load(project), project)
        self.page = "argmap"
        self._numbers = 0

    def href(self, uri: str, anchor: str = "") -> str | None:
        """No page is generated here."""
        return None

    def markdown_href(self, uri: str, anchor: str = "") -> str | None:
        """No page is generated here."""
        return None

    def hold(self, html: str) -> str:
        """The HTML itself."""
        return html

    def number(self) -> int:
        """One more."""
        self._numbers += 1
        return self._numbers

    def warn(self, message: str) -> None:
        """Through Python's logging."""
        log.warning(message)


current: ContextVar[Host] = ContextVar("argmap_host")


def host() -> Host:
    """The host of the page that is being made."""
    try:
        return current.get()
    except LookupError:
        return PlainHost(Path.cwd())
