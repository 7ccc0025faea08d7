"""Claims said to be unstated that the text does state."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.findings import Severity
from argmap.review.rule import Said, Subject, rule
from argmap.review.stated import Stated
from argmap.sources import yaml_string

if TYPE_CHECKING:
    from argmap.model import Quote


@rule(
    "stated-implicit",
    Severity.NOTE,
    summary="An `implicit` claim whose very words stand in the text.",
    why="Readers are told that the text never says it. Where it does, the claim wants a `quote` in the place of "
    "`implicit`. Where it asks it, quote the words for the map's `question`; then nothing more is said.",
)
def stated_implicit(subject: Subject) -> Iterator[Said]:
    """The implicit claims whose folded text is found in a source, with the words to quote."""
    implicit = [claim for claim in subject.map.claims.values() if claim.implicit]
    texts = [Stated(text) for text in subject.anchoring.texts.values()] if implicit else []
    asked = [(quote.source, subject.anchoring.spans[quote]) for quote in _questions(subject)]
    for claim in implicit:
        for text, span in ((stated.text, span) for stated in texts for span in stated.places(claim.text)):
            # What the text asks it does not state.
            if not any(source == text.id and span.meets(words) for source, words in asked):
                message = f"`{claim.id}` is said to be unstated, but `{text.id}` has these words."
                source = f" with `source: {text.id}`" if len(subject.map.sources) > 1 else ""
                yield Said(claim.place, message, f"did you mean `quote: {yaml_string(text[span])}`{source}?")
                break


def _questions(subject: Subject) -> list[Quote]:
    question = subject.map.question
    return [quote for quote in question.quotes if quote in subject.anchoring.spans] if question else []
