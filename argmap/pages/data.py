"""A map as data for the browser: what the page's script shows, recomputes and says.

Everything is plain text. What is empty or goes without saying is left out, so that a file grows with what an
editor wrote. Addresses are relative to the file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from argmap.model import Strength
from argmap.pages.citation import attribution
from argmap.pages.places import claims_uri, passages, section, source_uri
from argmap.pages.prose import markdown
from argmap.pages.sheets import passage_place

if TYPE_CHECKING:
    from argmap.model import Argument, ArgumentMap, Claim, Quote, View
    from argmap.reading import Reading

MOST = 4_000
"""Claims and arguments. The data of more would be over half a megabyte, which no page loads: drawings only lead on."""

Href = Callable[[str], str | None]  # a page of the site -> its address from the file with the data
SAID = (
    *("cite.", "direction", "label.", "linked.", "list.", "map.", "page.", "quoted", "reason.", "relation.", "role."),
    *("copy.", "drawing.hidden", "drawing.implicit", "drawing.quoted", "strength."),
)
"""What begins the keys of the words that the script says."""


def is_loadable(argument_map: ArgumentMap) -> bool:
    """Whether the data of a map is as little as a page may load."""
    return len(argument_map.claims) + len(argument_map.arguments) <= MOST


def map_json(reading: Reading, href: Href) -> str:
    """The data of a map as JSON."""
    return json.dumps(map_data(reading, href), ensure_ascii=False, separators=(",", ":"))


def map_data(reading: Reading, href: Href) -> dict[str, Any]:
    """A map as `MapData` in `assets/script/map.js` describes it: claims and arguments in reading order."""
    argument_map, words = reading.map, reading.words
    anchors = passages(argument_map)
    pages = {source: href(source_uri(reading.name, source)) for source in argument_map.sources}

    def page_of(quote: Quote) -> str | None:
        """Where a passage is, if that is not the source's own page."""
        if not pages[quote.source] or quote not in reading.anchoring.spans:
            return None
        page = href(passage_place(reading, quote)[0])
        return page if page != pages[quote.source] else None

    def quotes(found: Iterable[Quote]) -> list[dict[str, str]]:
        return [
            _said(
                text=quote.shown,
                source=quote.source if len(argument_map.sources) > 1 else "",
                at=anchors[quote] if quote in reading.anchoring.spans else "",
                page=page_of(quote),
            )
            for quote in found
        ]

    return _said(
        name=reading.name,
        title=argument_map.title,
        language=argument_map.language,
        direction=words.direction,
        thesis=argument_map.thesis,
        page=href(claims_uri(reading.name)),
        sources={
            source.id: _said(said=attribution(source, words), page=pages[source.id])
            for source in argument_map.sources.values()
        },
        groups={group.id: group.name for group in argument_map.groups.values()},
        actors={actor.id: actor.name for actor in argument_map.actors.values()},
        claims=[_claim(argument_map.claims[claim], reading, quotes, href) for claim in argument_map.reading_order],
        arguments=[_argument(argument, quotes) for argument in argument_map.arguments.values()],
        views=[_view(view) for view in argument_map.views.values()],
        tour=[{"claim": step.claim, "say": step.say} for step in argument_map.tour],
        pivotal=list(reading.pivotal),
        words={key: said for key, said in words.table.items() if key.startswith(SAID)},
    )


def _claim(
    claim: Claim, reading: Reading, quotes: Callable[[Iterable[Quote]], list[dict[str, str]]], href: Href
) -> dict[str, Any]:
    page, _ = section(reading, claim.id)
    granted = claim.assumed and not claim.because
    return _said(
        id=claim.id,
        role=reading.map.role(claim.id).value,
        text=claim.text,
        label=claim.label,
        quotes=quotes(claim.quotes),
        implicit=claim.implicit,
        qualifier=claim.qualifier,
        saidBy=reading.map.actors[claim.said_by].name if claim.said_by else "",
        date=claim.date,
        group=claim.group,
        actors=list(claim.actors),
        tags=list(claim.tags),
        note=_plain(claim.note),
        why=claim.why,
        # At which strength it is granted; nothing where it must earn its standing.
        grant=int(claim.strength) if granted else None,
        # Where its section is, if that is not the map's own page.
        page=href(page) if page != claims_uri(reading.name) else "",
    )


def _argument(argument: Argument, quotes: Callable[[Iterable[Quote]], list[dict[str, str]]]) -> dict[str, Any]:
    return _said(
        id=argument.id,
        on=argument.conclusion,
        attacks=argument.attacks,
        premises=list(argument.premises),
        strength=int(argument.strength) if argument.strength is not Strength.NORMAL else None,
        scheme=argument.scheme,
        why=argument.why,
        quotes=quotes(argument.quotes),
        note=_plain(argument.note),
    )


def _view(view: View) -> dict[str, Any]:
    return _said(
        id=view.id,
        title=view.title or view.id,
        groups=list(view.groups),
        actors=list(view.actors),
        tags=list(view.tags),
        focus=view.focus,
        depth=view.depth if view.focus else None,
    )


def _plain(remark: str) -> str:
    """An editor's Markdown as the words it shows."""
    return markdown(remark).striptags() if remark else ""


def _said(**values: Any) -> dict[str, Any]:
    """What has something to say: nothing empty, nothing false; a number is said even when it is zero."""
    return {key: value for key, value in values.items() if value or (value == 0 and value is not False)}
