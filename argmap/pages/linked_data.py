"""A map's claims for machines, as JSON-LD in the words of schema.org."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from argmap.branches import OVERVIEW
from argmap.pages.places import card_uri, claims_of, claims_uri, map_uri, section

if TYPE_CHECKING:
    from argmap.model import Claim, Source
    from argmap.pages.host import Site
    from argmap.reading import Reading

Node = dict[str, Any]


def claims_data(reading: Reading, host: Site, branch: str = OVERVIEW) -> Node:
    """The claims of a map, the map, and the sources that say the claims; with what the map has and no more.

    Of a large map they are the claims of one of its branches.
    """
    argument_map = reading.map
    nodes = [_map(reading, host, branch), *(_article(source) for source in argument_map.sources.values())]
    return {"@context": "https://schema.org", "@graph": nodes}


def script(data: Node) -> str:
    """The data as an element of a page. Nothing in it can end the element or begin a comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return f'<script type="application/ld+json">{text}</script>'


def _map(reading: Reading, host: Site, branch: str) -> Node:
    argument_map = reading.map
    address = host.absolute(map_uri(reading.name))
    return _said(
        {
            "@type": "CreativeWork",
            "@id": host.absolute(claims_uri(reading.name)) or "",
            "name": argument_map.title,
            "about": {"@type": "Question", "name": argument_map.question.text} if argument_map.question else None,
            "inLanguage": argument_map.language,
            "image": host.absolute(card_uri(reading.name)),
            "isBasedOn": [{"@id": _node(source.id)} for source in argument_map.sources.values()],
            "encoding": _said({"@type": "MediaObject", "contentUrl": address, "encodingFormat": "application/yaml"})
            if address
            else None,
            "hasPart": [_claim(reading, argument_map.claims[claim], host) for claim in claims_of(reading, branch)],
        }
    )


def _article(source: Source) -> Node:
    """A source is known by its place in the graph: where it was published only the map can say."""
    return _said(
        {
            "@type": "Article",
            "@id": _node(source.id),
            "name": source.title,
            "author": {"@type": "Person", "name": source.author} if source.author else None,
            "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
            "datePublished": source.date,
            "url": source.url,
        }
    )


def _claim(reading: Reading, claim: Claim, host: Site) -> Node:
    return _said(
        {
            "@type": "Claim",
            "@id": host.absolute(*section(reading, claim.id)) or f"#{claim.id}",
            "name": claim.label,
            "text": claim.text,
            "inLanguage": reading.map.language,
            # What is unstated appears nowhere: only a quote says where a claim is made.
            "appearance": [{"@id": _node(source)} for source in dict.fromkeys(quote.source for quote in claim.quotes)],
        }
    )


def _node(source: str) -> str:
    return f"_:{source}"


def _said(node: Node) -> Node:
    """The node without what the map does not have. An empty `@id` is the page itself."""
    return {name: value for name, value in node.items() if value or name == "@id"}
