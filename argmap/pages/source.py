"""The source page: an article in reading mode, every quoted passage leading to its claims and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from argmap.drawing import draw_small, inline
from argmap.model import Side, View
from argmap.pages import templates
from argmap.pages.article import Passage, Piece, anchored
from argmap.pages.places import QUESTION, claims_uri, concluded, passages, section, source_uri
from argmap.pages.sheets import NAMED, Sheet, sheets
from argmap.pages.strip import strip
from argmap.pages.unshown import readable

if TYPE_CHECKING:
    from argmap.model import Quote
    from argmap.pages.host import Site
    from argmap.reading import Reading, Span

ASIDE = "*"  # in place of a number
BESIDE = ":map-"  # begins the ids in the drawing beside the text


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in the margin: who quotes a passage or why it is set aside, and where that leads.

    `look` is a role, "step" for an argument's words, "question" or "aside"; `side` that on which it is of the thesis;
    `text` is short, `title` says all.
    `places` lead to every passage it speaks of, in the article's order, and `id` is its anchor.
    """

    number: str
    look: str
    side: Side
    word: str
    text: str
    title: str
    href: str
    id: str
    places: tuple[str, ...]


def source_page(reading: Reading, source: str, host: Site, number: int = 1) -> str:
    """A sheet of a source of a map as HTML; most sources have one."""
    text = reading.anchoring.texts[source]
    found = anchored(reading, source)
    whole = sheets(reading, source)
    sheet = whole.all[number - 1]
    anchors = {**passages(reading.map), **_aside_anchors(found)}

    def sheet_href(other: int, anchor: str = "") -> str:
        return f"#{anchor}" if other == number else host.href(source_uri(reading.name, source, other), anchor) or "#"

    def place(quote: Quote) -> str:
        return sheet_href(whole.quotes[quote], anchors[quote])

    notes = _notes(reading, found, sheet, anchors, place, host)
    numbers = [piece.sentence for piece in sheet.pieces if piece.sentence] or [1, 0]
    first, last = numbers[0], numbers[-1]

    def claim_href(claim: str) -> str:
        return host.href(*section(reading, claim)) or f"#{claim}"

    def beside() -> Markup:
        return Markup(host.hold(lambda: inline(draw_small(reading, View(), href=claim_href, prefix=BESIDE, live=True))))

    return templates.render(
        "source.html",
        reading,
        claim_href=claim_href,
        data=host.data(reading),
        beside=beside,
        claims_of=lambda piece: " ".join(_claims(reading, piece)),
        source=reading.map.sources[source],
        paragraphs=list(zip(sheet.paragraphs, _margins(sheet.paragraphs, notes), strict=True)),
        verbatim=[readable(text.text[pieces[0].start : pieces[-1].end]) for pieces in sheet.paragraphs],
        anchors=anchors,
        notes=notes,
        looks=list(dict.fromkeys((note.look, note.word) for note in notes.values())),
        sides=[side for side in Side if side is not Side.NONE and any(note.side is side for note in notes.values())],
        blocks=strip(reading, source, first, last),
        covered=sum(sentence.covered for sentence in reading.anchoring.coverage[source][first - 1 : last]),
        noted=lambda piece: _closest(piece, notes),
        title_of=lambda piece: _titles(piece, notes),
        sheet=number,
        sheets=[(other.number, sheet_href(other.number)) for other in whole.all],
    )


def _titles(piece: Piece, notes: Mapping[Passage, Note]) -> str:
    """What is said of the passages around a stretch of text, or of the first of many."""
    titles = list(dict.fromkeys(notes[passage].title for passage in piece.inside if not passage.aside))
    return " / ".join(titles[:NAMED] + ["…"] * (len(titles) > NAMED))


def _aside_anchors(found: Iterable[Passage]) -> Mapping[Quote, str]:
    asides = (passage.quote for passage in found if passage.aside)
    return {quote: f":aside-{number}" for number, quote in enumerate(asides, 1)}


def _notes(
    reading: Reading,
    found: Iterable[Passage],
    sheet: Sheet,
    anchors: Mapping[Quote, str],
    place: Callable[[Quote], str],
    host: Site,
) -> Mapping[Passage, Note]:
    """For each passage on a sheet its note: the passages of one claim share one, and its number, on all sheets."""
    owned: dict[str, list[Passage]] = {}
    for passage in found:
        owned.setdefault(passage.owner or anchors[passage.quote], []).append(passage)
    here = {passage for piece in sheet.pieces for passage in (*piece.inside, *piece.ends)}
    notes: dict[Passage, Note] = {}
    number = 0
    for owner, its in owned.items():
        number += not its[0].aside
        if here.isdisjoint(its):
            continue
        look, word, text, whole, href = _said(reading, its[0], host)
        sign, side = ASIDE if its[0].aside else str(number), _side(reading, its[0].owner)
        title = f"{word}: {whole}" if side is Side.NONE else f"{word}: {whole} ({reading.words(f'side.{side}')})"
        # A passage's anchor and a colon: no other id ends in one.
        id_ = f"{anchors[its[0].quote]}:"
        places = tuple(place(passage.quote) for at, passage in enumerate(its) if at < NAMED or passage in here)
        note = Note(sign, look, side, word, text, title, href or f"#{owner}", id_, places)
        notes |= dict.fromkeys(its, note)
    return notes


def _claims(reading: Reading, piece: Piece) -> dict[str, None]:
    """The claims that a stretch of text is quoted for; an argument's words are its conclusion's."""
    owners = (passage.owner for passage in piece.inside)
    return dict.fromkeys(concluded(reading.map, owner) for owner in owners if owner and owner != QUESTION)


_OTHER = {Side.FOR: Side.AGAINST, Side.AGAINST: Side.FOR}


def _side(reading: Reading, owner: str) -> Side:
    """Whether a passage's claim speaks for the thesis or against it; for an argument's words, whether its step does."""
    if argument := reading.map.arguments.get(owner):
        above = Side.FOR if argument.conclusion == reading.map.thesis else _side(reading, argument.conclusion)
        return _OTHER.get(above, above) if argument.attacks else above
    # The thesis is no reason for itself.
    return Side.NONE if owner == reading.map.thesis else reading.map.sides.get(owner, Side.NONE)


def _said(reading: Reading, passage: Passage, host: Site) -> tuple[str, str, str, str, str | None]:
    """A passage's look, the word for it, what it says in the map, short and whole, and where that is."""
    argument_map, words, owner = reading.map, reading.words, passage.owner
    if passage.aside:
        return "aside", words("page.aside"), passage.aside, passage.aside, None
    if argument_map.question and owner == QUESTION:
        asked = argument_map.question.text
        return "question", words("page.question"), asked, asked, host.href(claims_uri(reading.name))
    if owner in argument_map.arguments:
        claim, look, word = argument_map.claims[concluded(reading.map, owner)], "step", words("page.step")
    else:
        claim, look = argument_map.claims[owner], argument_map.role(owner)
        word = words(f"role.{look}")
    return look, word, claim.mention, claim.text, host.href(*section(reading, owner))


def _closest(piece: Piece, notes: Mapping[Passage, Note]) -> Note | None:
    """The note of the shortest passage around a stretch of text; what is set aside gives way to what is quoted."""

    def reach(passage: Passage) -> tuple[bool, int]:
        span: Span = passage.span
        return bool(passage.aside), span.end - span.start

    return notes[min(piece.inside, key=reach)] if piece.inside else None


def _margins(shown: Iterable[Iterable[Piece]], notes: Mapping[Passage, Note]) -> list[list[Note]]:
    """The notes beside each paragraph: each once, where its first passage ends."""
    order = {note: at for at, note in enumerate(dict.fromkeys(notes.values()))}
    told: set[str] = set()
    margins = []
    for pieces in shown:
        here = dict.fromkeys(notes[p] for piece in pieces for p in piece.ends if notes[p].id not in told)
        told |= {note.id for note in here}
        margins.append(sorted(here, key=order.__getitem__))
    return margins
