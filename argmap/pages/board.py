"""The board page: what is open in a map, for those who work on it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from argmap.board import board
from argmap.pages import templates
from argmap.pages.places import concluded, map_uri, section
from argmap.pages.sheets import sentence_place
from argmap.pages.strip import strip
from argmap.pages.unshown import readable

if TYPE_CHECKING:
    from argmap.pages.host import Site
    from argmap.reading import Reading

SECTIONS = ("counterpoints", "legs", "pivotal", "findings", "coverage")
"""The page's parts, by the ids of their headings and by their words."""
MOST = 100  # of one list; there are about ten, and each thing may be long


def board_page(reading: Reading, host: Site) -> str:
    """The board of a map as HTML, its parts under second-level headings."""

    # Without pages of its own a map can still be read as its editor wrote it.
    itself = host.href(map_uri(reading.name)) or "#"

    def claim_href(claim: str) -> str:
        return host.href(*section(reading, claim)) or itself

    def sentence_href(source: str, number: int) -> str:
        return host.href(*sentence_place(reading, source, number)) or itself

    def rest(count: int) -> Markup:
        if count <= MOST:
            return Markup()
        return coded(reading.words("board.rest", count=count - MOST, file=_from_project(reading, host)))

    found = board(reading)
    return templates.render(
        "board.html",
        reading,
        claim_href=claim_href,
        sentence_href=sentence_href,
        href_of=lambda source: partial(sentence_href, source),
        board=found,
        strips={each.source: strip(reading, each.source, last=MOST) for each in found.coverage},
        most=MOST,
        rest=rest,
        claim_of=lambda argument: concluded(reading.map, argument.id),
        coded=coded,
        readable=readable,
    )


def _from_project(reading: Reading, host: Site) -> str:
    """The map's file as a command in the project's folder names it; a map that lies elsewhere by its name alone."""
    path, project = host.library.path(reading.name), host.library.project
    return (
        path.relative_to(project).as_posix() if path and path.is_relative_to(project) else Path(reading.map.file).name
    )


def board_headings(reading: Reading) -> list[tuple[str, str]]:
    """The anchors and texts of a board's headings; without a text there is nothing to cover."""
    return [
        (name, reading.words(f"board.{name}")) for name in SECTIONS if name != "coverage" or reading.anchoring.texts
    ]


def coded(message: str) -> Markup:
    """A finding's message with what stands between backticks as code."""
    parts = message.split("`")
    if len(parts) % 2 == 0:
        return escape(message)
    pieces = (Markup("<code>{}</code>").format(part) if at % 2 else escape(part) for at, part in enumerate(parts))
    return Markup("").join(pieces)
