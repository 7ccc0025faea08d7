"""What a page asks of its host while it is made: where it asks the same and is told the same, the page is the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argmap.pages.library import Library
    from argmap.reading import Reading

# No map can have these.
HELD = "\x01"  # around what is held back
PREFIX = "\x03"  # what begins the ids of a drawing: it is numbered on the page that takes it
_HELD, _PREFIX = HELD.encode(), PREFIX.encode()

Question = tuple[str, str]  # what is asked of the host, as the name of its method; and of which page


class Asking:
    """The site: passes everything on to a host, and keeps the answers and whether anything was warned of."""

    def __init__(self, host: Any) -> None:
        self._host = host
        self.answers: dict[Question, str | None] = {}
        self.warned = False

    @property
    def library(self) -> Library:
        """The project's maps."""
        found: Library = self._host.library
        return found

    @property
    def issues(self) -> str | None:
        """The address of a form for new issues."""
        return self._ask("issues")

    def href(self, uri: str, anchor: str = "") -> str | None:
        """The address of another page."""
        return with_anchor(self._ask("href", uri), anchor)

    def absolute(self, uri: str, anchor: str = "") -> str | None:
        """The address under which a page is published."""
        return with_anchor(self._ask("absolute", uri), anchor)

    def data(self, reading: Reading) -> str | None:
        """The address of the map's data."""
        return self._ask("data", reading=reading)

    def hold(self, make: Callable[[], str]) -> str:
        """A place for what is held back when the page is taken."""
        return f"{HELD}{make()}{HELD}"

    def warn(self, message: str) -> None:
        """Pass a warning on: it has to be told again whenever this is shown."""
        self.warned = True
        self._host.warn(message)

    def _ask(self, kind: str, uri: str = "", reading: Reading | None = None) -> str | None:
        if (kind, uri) not in self.answers:
            self.answers[kind, uri] = _answer(self._host, kind, uri, reading)
        return self.answers[kind, uri]


def says_the_same(host: Any, answers: Mapping[Question, str | None], reading: Reading) -> bool:
    """Whether a host says now of a map and its pages what it said then."""
    return all(_answer(host, *question, reading) == said for question, said in answers.items())


def taken(content: bytes, host: Any) -> str:
    """What was made, its drawing with a number of its own on the host's page, what it holds back handed to the host."""
    prefix = f"argmap-{host.number()}-" if _PREFIX in content else ""
    parts: list[str] = []
    at = 0
    while (begins := content.find(_HELD, at)) >= 0:
        ends = content.index(_HELD, begins + 1)
        # Nothing is copied before it is wanted: what is held back is most of what there is.
        parts += (content[at:begins].decode(), host.hold(partial(_drawing, content, begins + 1, ends, prefix)))
        at = ends + 1
    return "".join((*parts, content[at:].decode()))


def _drawing(content: bytes, begins: int, ends: int, prefix: str) -> str:
    # As bytes, which are searched faster than text with signs of mathematics in it.
    return content[begins:ends].replace(_PREFIX, prefix.encode()).decode()


def _answer(host: Any, kind: str, uri: str, reading: Reading | None) -> str | None:
    found: str | None
    match kind:
        case "issues":
            found = host.issues
        case "data":
            found = host.data(reading)
        case "absolute":
            found = host.absolute(uri)
        case _:
            found = host.href(uri)
    return found


def with_anchor(address: str | None, anchor: str) -> str | None:
    """An address with a place on its page, if there is one."""
    return f"{address}#{anchor}" if address and anchor else address
