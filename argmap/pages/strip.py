"""A text as a strip of its sentences: how much of the map rests on each."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argmap.reading import Reading

DENSEST = 3  # claims; a sentence that bears more looks the same


class Block(NamedTuple):
    """A sentence in the strip: how much of the map rests on it, and whether a paragraph begins."""

    number: int
    density: int
    aside: bool
    title: str
    begins: bool


def strip(reading: Reading, source: str, first: int = 1, last: int | None = None) -> list[Block]:
    """The article's sentences, or those from one number to another, as blocks: the darker the more is quoted."""
    words, text = reading.words, reading.anchoring.texts[source]
    starts = {paragraph.start for paragraph in text.paragraphs}
    blocks = []
    for number, sentence in islice(enumerate(reading.anchoring.coverage[source], 1), first - 1, last):
        count = len(sentence.quoted_by) + sentence.asked
        aside = bool(sentence.aside) and not count
        what = words("page.aside") if aside else words("page.strip.quoted", count=count)
        title = words("page.strip.sentence", number=number, what=what)
        begins = number > 1 and text.sentences[number - 1].start in starts
        blocks.append(Block(number, min(count, DENSEST), aside, title, begins))
    return blocks
