"""How a claim of a map, or the map, is cited: with what the map says of its sources, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.pages.places import claims_uri, section

if TYPE_CHECKING:
    from argmap.model import Claim, Source
    from argmap.pages.host import Site
    from argmap.reading import Reading
    from argmap.words import Words


def citation(reading: Reading, claim: Claim | None, host: Site) -> str:
    """A claim or, without one, the whole map, as plain text to be cited."""
    words, argument_map = reading.words, reading.map
    title = words.quoted(argument_map.title)
    cited = words("cite.map", map=title)
    if claim:
        cited = words("cite.claim", claim=words.quoted(claim.text.removesuffix(".")), map=title)
    if sources := [said for source in _sources(reading, claim) if (said := attribution(source, words))]:
        cited = words("cite.of", cited=cited, sources="; ".join(sources))
    address = host.absolute(*(section(reading, claim.id) if claim else (claims_uri(reading.name), "")))
    return f"{cited}. {address}" if address else f"{cited}."


def attribution(source: Source, words: Words) -> str:
    """Who wrote a source, its title, and where and when it came out, as far as the map says."""
    title = words.quoted(source.title) if source.title else ""
    parts = (source.author, title, source.publisher, source.date)
    return words("list.comma").join(part for part in parts if part)


def _sources(reading: Reading, claim: Claim | None) -> list[Source]:
    """Those that say the claim; all of the map's for a claim that none says, and for the map."""
    sources = reading.map.sources
    said_in = dict.fromkeys(quote.source for quote in claim.quotes) if claim else {}
    return [source for source in sources.values() if not said_in or source.id in said_in]
