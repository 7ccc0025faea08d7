"""A drawing of a map with all that stands around it: its outline, its tour, where to read on, what to take away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from argmap.branches import lower_end
from argmap.drawing import Options, draw, inline, key
from argmap.pages import templates
from argmap.pages.asking import PREFIX
from argmap.pages.downloads import downloads
from argmap.pages.faults import fault_href
from argmap.pages.lists import ROOM
from argmap.pages.looks import BUCKETS
from argmap.pages.places import claims_uri, section, source_uri

if TYPE_CHECKING:
    from argmap.drawing import Drawing, OutlineArgument
    from argmap.model import Step, View
    from argmap.pages.host import Site
    from argmap.reading import Reading

MANY = 8  # claims; a drawing of fewer is taken in at a glance, and tools below it would be most of the figure

DENSE = 4  # arguments for each claim; people make maps with one or two


def figure(reading: Reading, view: View, host: Site, *, caption: str = "") -> str:
    """A view of a map as a `<figure>`, with what belongs to it. `PREFIX` begins every id in it."""
    settings = host.library.settings

    def claim_href(claim: str) -> str:
        return host.href(*section(reading, claim)) or f"#{PREFIX}o-{lower_end(claim)}"

    how = Options(engine=settings.engine, cache=settings.cache)
    drawing = draw(reading, view, href=claim_href, prefix=PREFIX, options=how)
    for finding in drawing.findings:
        host.warn(str(finding))
    longest = _longest(drawing)

    def listed(arguments: Sequence[OutlineArgument]) -> list[OutlineArgument]:
        """Those listed below a claim: all, or the first of them, and those that lead to claims met nowhere else."""
        if longest is None:
            return list(arguments)
        return [each for at, each in enumerate(arguments) if at < longest or _brings_more(each)]

    return templates.render(
        "figure.html",
        reading,
        claim_href=claim_href,
        prefix=PREFIX,
        bucket=_bucket(drawing),
        findings=drawing.findings,
        column=Markup(inline(drawing.column)) if drawing.column else "",
        narrow=Markup(inline(drawing.narrow)),
        roots=drawing.outline.roots,
        listed=listed,
        hidden=drawing.selection.hidden,
        below=drawing.selection.below,
        tour=_tour(reading, drawing),
        caption=caption or view.title,
        key=[(Markup(sign.symbol), sign.word) for sign in key(drawing.selection, reading.words)],
        links=_links(reading, host),
        files=downloads(reading, view, host),
        fault=fault_href(reading, None, host),
        late=host.href(claims_uri(reading.name)) is not None,
        data=host.data(reading),
        tools=len(drawing.selection.claims) >= MANY or _tour(reading, drawing),
    )


def _bucket(drawing: Drawing) -> int:
    """The width from which on the column drawing is shown: its own, rounded up, but no more than the largest."""
    return next((bucket for bucket in BUCKETS if drawing.width <= bucket), BUCKETS[-1])


def _longest(drawing: Drawing) -> int | None:
    """How many arguments an outline lists below one claim; None for all, but where each is at odds with each."""
    claims, arguments = len(drawing.selection.claims), len(drawing.selection.arguments)
    return None if arguments <= max(ROOM, DENSE * claims) else max(1, ROOM // claims)


def _brings_more(item: OutlineArgument) -> bool:
    """Whether more than names stands there."""
    return bool(item.own) or not all(premise.reference for premise in item.premises)


def _tour(reading: Reading, drawing: Drawing) -> tuple[Step, ...]:
    """The map's tour, where the drawing has every claim at which it stops: half a walk would lead nowhere."""
    tour = reading.map.tour
    return tour if all(step.claim in drawing.selection.hidden for step in tour) else ()


def _links(reading: Reading, host: Site) -> list[dict[str, str]]:
    """Where to read on: the claims, and the sources."""
    places = [(claims_uri(reading.name), reading.words("page.claims"))]
    texts = [source for source in reading.map.sources.values() if source.id in reading.anchoring.texts]
    for source in texts:
        title = reading.words("page.read") if len(texts) == 1 else source.title or source.id
        places.append((source_uri(reading.name, source.id), title))
    addresses = ((host.href(uri), title) for uri, title in places)
    return [{"href": href, "title": title} for href, title in addresses if href]
