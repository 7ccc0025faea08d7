"""Coverage: which sentences of a source the map quotes or sets aside, and which it passes over."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from argmap.findings import Finding, Severity

if TYPE_CHECKING:
    from argmap.model import Quote, Source
    from argmap.sources.text import Span, Text

_SHOWN = 3


class Use(NamedTuple):
    """A quote and what quotes it: a claim or argument by id, an aside by its reason, or the map's question."""

    quote: Quote
    id: str = ""
    aside: str | None = None
    asks: bool = False


class Sentence(NamedTuple):
    """A sentence of a source and what the map does with it.

    `quoted_by` are the ids of the claims and arguments that quote some of it, in the map's order; `aside`
    the reasons of the asides that touch it; `asked` tells that the map's question quotes it.
    """

    span: Span
    quoted_by: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    asked: bool = False

    @property
    def covered(self) -> bool:
        """Whether the map accounts for it. An argument's or the question's quote shows that it was read, too."""
        return bool(self.quoted_by or self.aside) or self.asked


def cover(text: Text, uses: Iterable[Use], spans: Mapping[Quote, Span]) -> tuple[Sentence, ...]:
    """Every sentence of the text, in order, with what touches it."""
    starts = [sentence.start for sentence in text.sentences]
    touching: list[list[Use]] = [[] for _ in text.sentences]
    for use in uses:
        span = spans.get(use.quote)
        if span is None or use.quote.source != text.id:
            continue
        first = max(bisect_right(starts, span.start) - 1, 0)
        for at in range(first, bisect_left(starts, span.end)):
            if span.meets(text.sentences[at]):
                touching[at].append(use)
    return tuple(_sentence(span, found) for span, found in zip(text.sentences, touching, strict=True))


def _sentence(span: Span, uses: list[Use]) -> Sentence:
    return Sentence(
        span,
        quoted_by=tuple(dict.fromkeys(use.id for use in uses if use.id)),
        aside=tuple(dict.fromkeys(use.aside for use in uses if use.aside is not None)),
        asked=any(use.asks for use in uses),
    )


def uncovered(source: Source, text: Text, sentences: tuple[Sentence, ...]) -> Iterator[Finding]:
    """One note for a source with sentences that the map passes over."""
    missing = [text[sentence.span] for sentence in sentences if not sentence.covered]
    if not missing:
        return
    shown = ", ".join(f"“{_first_words(sentence)}”" for sentence in missing[:_SHOWN])
    more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
    is_or_are = "is" if len(missing) == 1 else "are"
    yield Finding(
        *source.place,
        "uncovered-sentence",
        Severity.NOTE,
        f"Of the {len(sentences)} sentences of `{source.id}`, {len(missing)} {is_or_are} neither quoted "
        f"nor set aside: {shown}{more}.",
        "quote them in a claim, or say under `aside` why they carry none",
    )


def _first_words(sentence: str) -> str:
    words = sentence.split()
    first = " ".join(words[:6])
    return first[:60] + ("…" if len(words) > 6 or len(first) > 60 else "")
