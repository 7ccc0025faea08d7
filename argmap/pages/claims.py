"""The claims page: a section for each claim, with what is said for it and against it, and the words that say it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from markupsafe import Markup

from argmap.drawing import Selection, draw_small, inline, relations
from argmap.model import View
from argmap.pages import templates
from argmap.pages.citation import citation
from argmap.pages.faults import fault_href
from argmap.pages.places import passages, source_uri

if TYPE_CHECKING:
    from argmap.model import Claim, Quote
    from argmap.pages.host import Site
    from argmap.reading import Reading

MANY = 400  # claims; with more there is no drawing beside each: what is for and against it stands there in words


def claims_page(reading: Reading, host: Site) -> str:
    """The claims of a map as HTML, each under a second-level heading with its id."""
    anchors = passages(reading.map)

    def passage_href(quote: Quote) -> str | None:
        anchored = quote in reading.anchoring.spans
        return host.href(source_uri(reading.name, quote.source), anchors[quote]) if anchored else None

    def strip(claim: str) -> Markup:
        if len(reading.map.claims) > MANY:
            return Markup()
        near = View(focus=claim, title=reading.map.claims[claim].mention)
        # No id of a claim or an argument has a colon.
        svg = draw_small(reading, near, href="#{}".format, prefix=f"{claim}:")
        return Markup(host.hold(inline(svg)))

    everything = Selection(reading.map, reading.map.reading_order, dict.fromkeys(reading.map.claims, 0))
    bears = {
        claim: [
            (phrase, argument.conclusion)
            for phrase, argument in zip(
                relations(everything, claim, reading.words), reading.map.uses[claim], strict=True
            )
        ]
        for claim in reading.map.claims
    }
    sources = [
        {"source": source, "href": host.href(source_uri(reading.name, source.id))}
        for source in reading.map.sources.values()
        if source.id in reading.anchoring.texts
    ]
    return templates.render(
        "claims.html",
        reading,
        claim_href="#{}".format,
        order=reading.map.reading_order,
        bears=bears,
        sources=sources,
        label=lambda claim: reading.verdicts[claim].label,
        passage_href=passage_href,
        strip=strip,
        cite=lambda claim: citation(reading, claim, host),
        fault_of=lambda claim: fault_href(reading, claim, host),
        facts_of=lambda claim: list(_facts(reading, claim)),
    )


def _facts(reading: Reading, claim: Claim) -> Iterator[tuple[str, str]]:
    words, named = reading.words, reading.map.actors
    if claim.said_by:
        yield words("page.said-by"), named[claim.said_by].name
    if claim.date:
        yield words("page.date"), claim.date
    if claim.actors:
        actors = words.listed(named[actor].name for actor in claim.actors)
        yield words("page.actors"), actors[:1].upper() + actors[1:]
    if claim.group:
        yield words("page.group"), reading.map.groups[claim.group].name
    if claim.tags:
        yield words("page.tags"), words("list.comma").join(claim.tags)
