"""What can be taken away from a map: its drawings as files of their own, and the map itself; and its share card."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from argmap.branches import lower_end
from argmap.drawing import Drawing, Options, draw, draw_narrow, headline, is_legible, picture, share_card, standalone
from argmap.model import View
from argmap.pages.places import card_uri, drawing_uri, map_uri, section

if TYPE_CHECKING:
    from argmap.pages.host import Site
    from argmap.reading import Reading
    from argmap.settings import Settings

Absolute = Callable[[str, str], str | None]  # a page and an anchor -> the address where they are published
Warn = Callable[[str], None]


def downloads(reading: Reading, view: View, host: Site) -> list[dict[str, str]]:
    """What the site has of a view of a map: the address and title of each file.

    A view that the map does not name has no file of its own.
    """
    offered: list[tuple[str, str]] = []
    if view == View():
        offered.append(("svg", drawing_uri(reading.name)))
    elif reading.map.views.get(view.id) == view:
        offered.append(("svg", drawing_uri(reading.name, view.id)))
    offered.append(("yml", map_uri(reading.name)))
    return [
        {"href": href, "title": reading.words(f"download.{kind}")} for kind, uri in offered if (href := host.href(uri))
    ]


def picture_uris(reading: Reading) -> Iterator[str]:
    """The files that `pictures` makes. There is no PNG of what no packaged typeface has the letters of."""
    name = reading.name
    yield drawing_uri(name)
    if is_legible([headline(reading)]):
        yield card_uri(name)
    for view in reading.map.views:
        yield drawing_uri(name, view)


def pictures(reading: Reading, settings: Settings, absolute: Absolute, warn: Warn) -> Iterator[tuple[str, str]]:
    """Every file made of a map's drawings, with what it shows as SVG. What is wrong with a drawing is warned of."""
    name, wanted = reading.name, set(picture_uris(reading))
    options = Options(engine=settings.engine, cache=settings.cache)

    def leads(card: str) -> Callable[[str], str]:
        """To the published claim, or else to its own card in the file."""
        return lambda claim: absolute(*section(reading, claim)) or f"#{card}-{lower_end(claim)}"

    def drawn(view: View) -> tuple[Drawing, str]:
        """A view's drawing, and what stands in its file: where no layout is to be had, the narrow drawing."""
        drawing = draw(reading, view, href=leads("c"), prefix="", options=options)
        for finding in drawing.findings:
            warn(str(finding))
        return drawing, drawing.column or draw_narrow(reading, view, href=leads("n"), prefix="")

    whole, svg = drawn(View())
    yield drawing_uri(name), svg
    if (uri := card_uri(name)) in wanted:
        yield uri, share_card(reading, whole)
    for view in reading.map.views.values():
        yield drawing_uri(name, view.id), drawn(view)[1]


def picture_file(uri: str, svg: str, settings: Settings) -> bytes:
    """One of these files: painted, or with its style and its typefaces, which are the same for most of them."""
    return picture(svg, folder=settings.cache) if uri.endswith(".png") else standalone(svg).encode()
