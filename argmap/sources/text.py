"""The text of a source: normalised, divided into paragraphs and sentences."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from argmap.lines import unified
from argmap.sources.fold import Folded, fold
from argmap.sources.search import Search

# Whoever wraps lines by hand keeps them short: a text with a longer line has a paragraph on each line.
LONGEST_WRAPPED_LINE = 120

_LINE = re.compile(r"[^\n]+")
_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]*\S[^\n]*)*")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Span(NamedTuple):
    """A stretch of a text, half-open, in code points of the normalised text."""

    start: int
    end: int

    def meets(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Text:
    """A source as it was read.

    `text` has its newlines and its composition (NFC) normalised, nothing else. `paragraphs` and
    `sentences` are in order, disjoint and trimmed of surrounding whitespace; every sentence lies in one
    paragraph. What has no letter or digit, such as a row of asterisks, is no sentence.
    """

    id: str
    path: Path
    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @cached_property
    def folded(self) -> Folded:
        """The text as suggestions see it. Costly, and needed only where a quote is wrong."""
        return fold(self.text)

    @cached_property
    def search(self) -> Search:
        """The text to be searched."""
        return Search(self.text)

    @cached_property
    def astral(self) -> tuple[int, ...]:
        """Where the characters stand that UTF-16 counts twice."""
        return tuple(match.start() for match in _ASTRAL.finditer(self.text))


def normal(text: str) -> str:
    """The text with `\\n` for every newline, and composed (NFC). Nothing else is changed."""
    return unicodedata.normalize("NFC", unified(text))


def text_of(source: str, path: Path, content: str, language: str) -> Text:
    """The content of a source's file as a Text, its sentences told by the rules of the language."""
    text = normal(content)
    paragraphs = tuple(_paragraphs(text))
    sentences = (sentence for paragraph in paragraphs for sentence in _sentences(text, paragraph, language))
    return Text(source, path, text, paragraphs, tuple(sentences))


def utf16(text: Text, span: Span) -> Span:
    """The span in UTF-16 units of the same text, as JavaScript counts."""
    return Span(*(offset + bisect_left(text.astral, offset) for offset in span))


def is_whole(text: str, span: Span) -> bool:
    """Whether the span begins and ends between characters as a reader sees them.

    A letter without the accent or vowel sign that follows it is another letter.
    """
    return not any(0 < at < len(text) and _is_mark(text[at]) for at in span)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


def _paragraphs(text: str) -> Iterator[Span]:
    lines = text.split("\n")
    wrapped = max(map(len, lines)) <= LONGEST_WRAPPED_LINE
    for match in (_BLOCK if wrapped else _LINE).finditer(text):
        span = _trimmed(text, *match.span())
        if span.start < span.end:
            yield span


def _sentences(text: str, paragraph: Span, language: str) -> Iterator[Span]:
    from sentencex import get_sentence_boundaries  # not every map has a source

    for found in get_sentence_boundaries(language, text[paragraph.start : paragraph.end]):
        start, end = (paragraph.start + found[side] for side in ("start_index", "end_index"))
        span = _trimmed(text, start, end)
        if any(map(str.isalnum, text[span.start : span.end])):
            yield span


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
