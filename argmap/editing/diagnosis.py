"""What became of a map's quotes after the article changed, and which quote each should be now.

Nothing is remembered of where a quote stood: what there is to go by are its words and the words given around them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

from argmap.editing.context import agrees, around, telling_apart
from argmap.editing.likeness import Passages
from argmap.findings import Finding
from argmap.sources import uses
from argmap.sources.anchors import Words, locate, places, suggestions
from argmap.sources.fold import Folded, difference, fold
from argmap.sources.text import Span, Text, normal

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Quote
    from argmap.sources import Anchoring, Use

MOST = 100
"""How many places of an ambiguous quote are looked at."""
SHOWN = 5
"""How many of them are shown."""


class State(StrEnum):
    """What became of a quote."""

    EXACT = "exact"  # stands in its source, word for word and once
    MOVED = "moved"  # its words stand once, but not between the words given around them, or in another source
    EDITED = "edited"  # its letters and digits stand once; spacing, case or punctuation differ
    LOST = "lost"  # no place has its letters and digits
    AMBIGUOUS = "ambiguous"  # several places have its words, or its letters and digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """A quote, its state, and the quote to have instead.

    `owner` is the id of the claim or argument that quotes, or what else does. `proposed` has the source's words;
    it is `safe` where nothing has to be decided by a reader. `suggested` are words that may be meant and that are
    never taken without one; `choices` what the quote could be where it is ambiguous, `SHOWN` of them at most.
    """

    quote: Quote
    owner: str
    state: State
    proposed: Quote | None = None
    safe: bool = False
    suggested: str = ""
    choices: tuple[Quote, ...] = ()


def diagnose(
    argument_map: ArgumentMap, anchoring: Anchoring, *, among: Collection[Quote] | None = None
) -> tuple[Diagnosis, ...]:
    """The state of every quote and aside whose source can be read, or of those `among` them, in the file's order."""
    texts = anchoring.texts
    passages = {source: Passages(text) for source, text in texts.items()}
    found = (
        Diagnosis(quote=quote, owner=owner, state=State.EXACT)
        if quote in anchoring.spans
        else _astray(quote, owner, texts, passages)
        for use in uses(argument_map)
        for owner, quote in [(_owner(use), use.quote)]
        if quote.source in texts and (among is None or quote in among)
    )
    return tuple(sorted(found, key=lambda each: each.quote.place))


def _owner(use: Use) -> str:
    return use.id or ("question" if use.asks else f"aside of {use.quote.source}")


def _astray(quote: Quote, owner: str, texts: Mapping[str, Text], passages: Mapping[str, Passages]) -> Diagnosis:
    """What became of a quote that has no place."""
    text, words = texts[quote.source], Words.of(quote)
    verbatim = list(islice(places(words.exact, text), MOST))
    folded = list(islice(suggestions(words.exact, text), MOST))
    for state, spans in ((State.MOVED, verbatim), (State.EDITED, folded)):
        decided = _decided(words, text, spans)
        if decided:
            return _proposing(quote, owner, state, decided, texts, safe=True)
    state, spans = (State.MOVED, verbatim) if verbatim else (State.EDITED, folded)
    if len(spans) == 1:  # there, but none of the words given around it are: whether it is meant, a reader has to say
        return _proposing(quote, owner, state, spans[0], texts, safe=False)
    if spans:
        choices = tuple(telling_apart(_taken(quote, text, span), text, span) for span in spans[:SHOWN])
        return Diagnosis(quote=quote, owner=owner, state=State.AMBIGUOUS, choices=choices)
    elsewhere = [(other.id, span) for other in texts.values() for span in islice(places(words.exact, other), 2)]
    if len(elsewhere) == 1 and not owner.startswith("aside"):
        source, span = elsewhere[0]
        return _proposing(replace(quote, source=source), owner, State.MOVED, span, texts, safe=True, was=quote)
    return Diagnosis(quote=quote, owner=owner, state=State.LOST, suggested=passages[text.id].most_like(words.exact))


def _decided(words: Words, text: Text, spans: list[Span]) -> Span | None:
    """The one place that the quote can mean: the only one, or the only one that its context speaks for most."""
    if not (words.prefix.strip() or words.suffix.strip()):
        return spans[0] if len(spans) == 1 else None
    votes = {span: agrees(words, text, span) for span in spans}
    most = max(votes.values(), default=0)
    best = [span for span in spans if votes[span] == most > 0]
    return best[0] if len(best) == 1 else None


def _proposing(
    quote: Quote,
    owner: str,
    state: State,
    span: Span,
    texts: Mapping[str, Text],
    *,
    safe: bool,
    was: Quote | None = None,
) -> Diagnosis:
    text = texts[quote.source]
    proposed = _taken(quote, text, span)
    if isinstance(locate(proposed, texts), Finding):
        proposed = telling_apart(proposed, text, span)
    safe = safe and locate(proposed, texts) == span and not difference(normal(quote.exact), proposed.exact)
    return Diagnosis(quote=was or quote, owner=owner, state=state, proposed=proposed, safe=safe)


def _taken(quote: Quote, text: Text, span: Span) -> Quote:
    """The quote as it is at a place of its source."""
    exact = quote.exact if normal(quote.exact) == text[span] else text[span]
    prefix, suffix = around(Words.of(quote), text, span)
    return replace(quote, exact=exact, reads=_reads(quote, exact), prefix=prefix, suffix=suffix)


def _reads(quote: Quote, exact: str) -> str:
    """How the new words are to be shown, where not as they are.

    What repairs them still stays. What readers saw without `reads` is kept where the new words run together what
    was apart: that is a fault of the copy. Otherwise the source's own words are the better ones.
    """
    shown = normal(quote.shown)
    if shown == normal(exact):
        return ""
    if quote.reads or difference(exact, shown):
        return quote.reads
    return quote.exact if _gaps(fold(shown)) - _gaps(fold(exact)) else ""


def _gaps(folded: Folded) -> set[int]:
    """Between which folded characters something stands that is not folded: a space, an apostrophe, a hyphen."""
    origins = folded.origins
    return {at for at in range(1, len(origins)) if origins[at] - origins[at - 1] > 1}
