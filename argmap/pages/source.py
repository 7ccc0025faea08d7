"""The source page: an article in reading mode, every quoted passage leading to its claims and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.pages import templates
from argmap.pages.article import Passage, Piece, paragraphs, readable
from argmap.pages.article import passages as anchored
from argmap.pages.places import claims_uri, passages, source_headings

if TYPE_CHECKING:
    from argmap.pages.host import Host
    from argmap.reading import Reading


@dataclass(frozen=True, slots=True)
class Mark:
    """How a stretch of text is marked: by the role of the closest claim around it."""

    role: str
    href: str
    title: str


def source_page(reading: Reading, source: str, host: Host) -> str:
    """A source of a map as HTML."""
    argument_map, words = reading.map, reading.words
    text = reading.anchoring.texts[source]
    found = anchored(reading, source)
    numbered = {passage: number for number, passage in enumerate((p for p in found if p.owner), 1)}

    def claim_of(passage: Passage) -> str:
        """The claim that a passage says, or that the argument it says bears on."""
        owner = passage.owner
        while owner in argument_map.arguments:
            owner = argument_map.arguments[owner].conclusion
        return owner

    def href_of(passage: Passage) -> str:
        return host.href(claims_uri(reading.name), passage.owner) or f"#{passage.owner}"

    def word_of(passage: Passage) -> str:
        if passage.owner in argument_map.arguments:
            return words("page.step")
        return words(f"role.{argument_map.role(passage.owner)}")

    def text_of(passage: Passage) -> str:
        return argument_map.claims[claim_of(passage)].text

    def role_of(passage: Passage) -> str:
        return "claim" if passage.owner in argument_map.arguments else argument_map.role(passage.owner)

    def title_of(passage: Passage) -> str:
        return f"{word_of(passage)}: {text_of(passage)}"

    def marked(piece: Piece) -> Mark | None:
        inside = [passage for passage in piece.inside if passage.owner]
        if not inside:
            return None
        closest = min(inside, key=lambda passage: passage.span.end - passage.span.start)
        return Mark(role_of(closest), href_of(closest), " / ".join(map(title_of, inside)))

    sentences = reading.anchoring.coverage[source]
    return templates.render(
        "source.html",
        reading,
        claim_href=lambda claim: host.href(claims_uri(reading.name), claim) or f"#{claim}",
        source=argument_map.sources[source],
        paragraphs=paragraphs(reading, source),
        verbatim=[readable(text[paragraph]) for paragraph in text.paragraphs],
        anchors=passages(argument_map),
        numbers=numbered,
        asides=[passage for passage in found if passage.aside],
        headings=source_headings(reading, source),
        sentences=sentences,
        covered=sum(sentence.covered for sentence in sentences),
        marked=marked,
        href_of=href_of,
        word_of=word_of,
        text_of=text_of,
        role_of=role_of,
        title_of=title_of,
    )
