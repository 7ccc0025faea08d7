"""A source in reading mode, cut into sheets: a long text has several pages, each of a size that loads.

A sheet ends with a paragraph; where one paragraph has no room on a sheet, with a sentence or, at worst, amid one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from markupsafe import escape

from argmap.pages.article import Passage, Piece, paragraphs
from argmap.pages.places import QUESTION, concluded, passages, source_uri

if TYPE_CHECKING:
    from argmap.model import Quote
    from argmap.reading import Reading

ROOM = 300_000  # bytes that a sheet's text may take on its page, with its notes; what is reckoned is rather too much
CROWDED = 100  # passages; where more end at one place, their numbers may be divided among sheets

# Bytes of what stands around the words, and of the words of the interface in scripts with two bytes a letter.
SENTENCE, MARK, BEGIN, NUMBER, NOTE = 400, 250, 70, 250, 550
NAMED = 8  # titles at one passage; more are not told there


@dataclass(frozen=True, slots=True)
class Sheet:
    """A stretch of a source by its number, from 1: its paragraphs, or parts of them, in pieces."""

    number: int
    paragraphs: tuple[tuple[Piece, ...], ...]

    @property
    def pieces(self) -> Iterator[Piece]:
        """All of them, in order."""
        return (piece for pieces in self.paragraphs for piece in pieces)


@dataclass(frozen=True, slots=True)
class Sheets:
    """All of a source's sheets, and on which of them, by its number, a passage or a sentence begins."""

    all: tuple[Sheet, ...]
    quotes: Mapping[Quote, int]
    sentences: Mapping[int, int]


def sheets(reading: Reading, source: str) -> Sheets:
    """The sheets of a source; at least one."""
    key = ("sheets", source)
    kept = reading.map.kept.get(key)
    # One map may be read with several texts.
    if kept is None or kept[0] is not reading.anchoring:
        kept = reading.map.kept[key] = (reading.anchoring, _sheets(reading, source))
    found: Sheets = kept[1]
    return found


def passage_place(reading: Reading, quote: Quote) -> tuple[str, str]:
    """The page and the anchor of a quote that is anchored in its source."""
    number = sheets(reading, quote.source).quotes[quote]
    return source_uri(reading.name, quote.source, number), passages(reading.map)[quote]


def sentence_place(reading: Reading, source: str, number: int) -> tuple[str, str]:
    """The page and the anchor of a source's sentence, by its number from 1."""
    return source_uri(reading.name, source, sheets(reading, source).sentences[number]), f":sentence-{number}"


def _sheets(reading: Reading, source: str) -> Sheets:
    found = tuple(Sheet(at, each) for at, each in enumerate(_cut(reading, paragraphs(reading, source)), 1)) or (
        Sheet(1, ()),
    )
    begun = [(sheet.number, piece) for sheet in found for piece in sheet.pieces]
    return Sheets(
        found,
        {passage.quote: number for number, piece in begun for passage in piece.begins},
        {piece.sentence: number for number, piece in begun if piece.sentence},
    )


def _cut(reading: Reading, whole: Iterable[tuple[Piece, ...]]) -> Iterator[tuple[tuple[Piece, ...], ...]]:
    """The paragraphs of each sheet."""
    sheet: list[tuple[Piece, ...]] = []
    taken = 0
    for paragraph in whole:
        for stretch, size in _stretches(reading, paragraph):
            if sheet and taken + size > ROOM:
                yield tuple(sheet)
                sheet, taken = [], 0
            sheet.append(stretch)
            taken += size
    if sheet:
        yield tuple(sheet)


def _stretches(reading: Reading, paragraph: tuple[Piece, ...]) -> Iterator[tuple[tuple[Piece, ...], int]]:
    """A paragraph with its size; one that has no room on a sheet in stretches that have, of whole sentences."""
    size = sum(_size(reading, piece) for piece in paragraph)
    if size <= ROOM:
        yield paragraph, size
        return
    stretch: list[Piece] = []
    taken = 0
    for unit in _units(reading, paragraph):
        size = sum(_size(reading, piece) for piece in unit)
        if stretch and taken + size > ROOM:
            yield tuple(stretch), taken
            stretch, taken = [], 0
        stretch += unit
        taken += size
    yield tuple(stretch), taken


def _units(reading: Reading, paragraph: Iterable[Piece]) -> Iterator[list[Piece]]:
    """The sentences of a paragraph; one that is too large itself piece by piece."""
    sentences: list[list[Piece]] = []
    for piece in paragraph:
        if piece.sentence or not sentences:
            sentences.append([])
        sentences[-1].append(piece)
    for sentence in sentences:
        if sum(_size(reading, piece) for piece in sentence) <= ROOM:
            yield sentence
        else:
            yield from ([each] for piece in sentence for each in _thinned(piece))


def _thinned(piece: Piece) -> Iterator[Piece]:
    """A piece, and after it, without words, what else ends with it: each with as many ends as there is room for."""
    yield replace(piece, ends=piece.ends[:CROWDED])
    for at in range(CROWDED, len(piece.ends), CROWDED):
        yield Piece("", piece.end, piece.end, (), (), piece.ends[at : at + CROWDED])


def _size(reading: Reading, piece: Piece) -> int:
    """About how many bytes a piece takes, in the text and in the copy, with its notes and its place in the strip."""
    said = [_said(reading, passage) for passage in piece.inside[:NAMED]]
    ends = (NUMBER + NOTE + 2 * _said(reading, passage) for passage in piece.ends)
    return (
        2 * _bytes(piece.text)
        + (SENTENCE if piece.sentence else 0)
        + (MARK + sum(said) + sum(len(passage.owner) for passage in piece.inside) if piece.inside else 0)
        + sum(BEGIN + len(passage.owner) for passage in piece.begins)
        + sum(ends)
    )


def _said(reading: Reading, passage: Passage) -> int:
    """How long that is which is said of a passage."""
    if passage.aside or passage.owner == QUESTION:
        question = reading.map.question
        return _bytes(passage.aside or (question.text if question else ""))
    return _bytes(reading.map.claims[concluded(reading.map, passage.owner)].text)


def _bytes(words: str) -> int:
    return len(escape(words).encode())
