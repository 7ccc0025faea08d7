"""A source in reading mode: its paragraphs cut where passages begin and end, faults repaired as `reads:` has it."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from argmap.pages.places import QUESTION
from argmap.pages.unshown import readable

if TYPE_CHECKING:
    from argmap.model import Quote
    from argmap.reading import Reading, Span

LONGEST = 20_000  # characters of a piece


@dataclass(frozen=True, slots=True)
class Passage:
    """An anchored quote. `owner` is a claim's or an argument's id, `QUESTION`, or empty for an aside."""

    quote: Quote
    span: Span
    owner: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that the same passages cover throughout; those that begin or end with it apart.

    `text` is repaired; from `start` to `end` it lies in the source. `sentence` is the number, from 1, of the sentence
    that begins with it, if one does.
    """

    text: str
    start: int
    end: int
    inside: tuple[Passage, ...]
    begins: tuple[Passage, ...]
    ends: tuple[Passage, ...]
    sentence: int = 0


def paragraphs(reading: Reading, source: str) -> tuple[tuple[Piece, ...], ...]:
    """The source's paragraphs in pieces, repaired. Each passage begins in one of them and ends in one."""
    text = reading.anchoring.texts[source]
    found = anchored(reading, source)
    shown = _shown(text.text, found)
    begins, ends = _edges(text.paragraphs, found)
    sentences = {sentence.start: number for number, sentence in enumerate(text.sentences, 1)}
    cuts = sorted({*begins, *ends, *sentences, *(edge for paragraph in text.paragraphs for edge in paragraph)})
    cuts = [*_between(text.text, cuts), *cuts[-1:]]
    # Kept from piece to piece: to ask every passage anew whether it covers this one would take passages × pieces.
    inside: dict[Passage, None] = {}

    def pieces(paragraph: Span) -> Iterator[Piece]:
        here = cuts[bisect_left(cuts, paragraph.start) : bisect_right(cuts, paragraph.end)]
        for left, right in itertools.pairwise(here):
            first, last = begins.get(left, ()), ends.get(right, ())
            inside.update(dict.fromkeys(first))
            words = readable("".join(shown.get(at, text.text[at]) for at in range(left, right)))
            yield Piece(words, left, right, tuple(inside), tuple(first), tuple(last), sentences.get(left, 0))
            for passage in last:
                del inside[passage]

    return tuple(tuple(pieces(paragraph)) for paragraph in text.paragraphs)


def anchored(reading: Reading, source: str) -> tuple[Passage, ...]:
    """What is anchored in a source, in its order, the longer before the shorter."""
    argument_map, spans = reading.map, reading.anchoring.spans
    owned = [(quote, claim.id, "") for claim in argument_map.claims.values() for quote in claim.quotes]
    owned += [(quote, a.id, "") for a in argument_map.arguments.values() for quote in a.quotes]
    if argument_map.question:
        owned += [(quote, QUESTION, "") for quote in argument_map.question.quotes]
    owned += [(aside.quote, "", aside.why) for aside in argument_map.sources[source].asides]
    found = [
        Passage(quote, spans[quote], owner, aside)
        for quote, owner, aside in owned
        if quote.source == source and quote in spans
    ]
    return tuple(sorted(found, key=lambda passage: (passage.span.start, -passage.span.end)))


def _between(text: str, cuts: Sequence[int]) -> Iterator[int]:
    """The cuts but the last, and after each where what follows is cut that is longer than a piece may be."""
    for left, right in itertools.pairwise(cuts):
        yield left
        while right - left > LONGEST:
            # Between two words, where there are any.
            left = text.rfind(" ", left + 1, left + LONGEST) + 1 or left + LONGEST
            yield left


Edges = Mapping[int, Sequence[Passage]]


def _edges(paragraphs: Sequence[Span], found: Iterable[Passage]) -> tuple[Edges, Edges]:
    """Where passages begin and where they end: each at one place in the paragraphs, and not between two."""
    begins: dict[int, list[Passage]] = defaultdict(list)
    ends: dict[int, list[Passage]] = defaultdict(list)
    for passage in found:
        first = paragraphs[bisect_right(paragraphs, passage.span.start, key=lambda p: p.end)]
        last = paragraphs[bisect_left(paragraphs, passage.span.end, key=lambda p: p.start) - 1]
        begins[max(first.start, passage.span.start)].append(passage)
        ends[min(last.end, passage.span.end)].append(passage)
    return begins, ends


def _shown(text: str, found: Iterable[Passage]) -> Mapping[int, str]:
    """What stands on the page in place of a character of the text: nothing, another one, or several."""
    shown: dict[int, str] = {}
    for passage in found:
        reads, start = passage.quote.reads, passage.span.start
        if not reads:
            continue
        faulty = SequenceMatcher(None, text[start : passage.span.end], reads, autojunk=False)
        for kind, left, right, new_left, new_right in faulty.get_opcodes():
            new = reads[new_left:new_right]
            if kind == "insert":
                # With the character before it, or the repair of a passage's end would stand outside of it.
                at = start + max(left - 1, 0)
                shown.setdefault(at, text[at] + new if left else new + text[at])
            elif kind != "equal":
                for at in range(start + left, start + right):
                    shown.setdefault(at, new if at == start + left else "")
    return shown
