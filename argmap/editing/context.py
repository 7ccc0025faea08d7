"""The words around a quote: whether they still are there, what they are now, and which tell its place from others."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.sources.anchors import Words, fits, locate
from argmap.sources.fold import fold

if TYPE_CHECKING:
    from argmap.model import Quote
    from argmap.sources.text import Span, Text

_WORD = re.compile(r"\S+")
_MOST_WORDS = 12  # of a context that tells a place from others
_REACH = 16  # code points by which a context may have grown


def agrees(words: Words, text: Text, span: Span) -> int:
    """How many of the two contexts given stand around a place, apart from spacing, case and punctuation."""
    before, after = _before(words.prefix, text, span), _after(words.suffix, text, span)
    return bool(words.prefix.strip() and before is not None) + bool(words.suffix.strip() and after is not None)


def around(words: Words, text: Text, span: Span) -> tuple[str, str]:
    """Prefix and suffix as they are now at a place, as many words of each as were given."""
    prefix, suffix = words.prefix, words.suffix
    if prefix and not fits(words._replace(suffix=""), text, span):
        found = _before(prefix, text, span)
        prefix = _words_before(text, span, len(prefix.split())) if found is None else found
    if suffix and not fits(words._replace(prefix=""), text, span):
        found = _after(suffix, text, span)
        suffix = _words_after(text, span, len(suffix.split())) if found is None else found
    return prefix, suffix


def telling_apart(quote: Quote, text: Text, span: Span) -> Quote:
    """The quote with a prefix or suffix as short as tells this place from the others, if one does."""
    for count in range(1, _MOST_WORDS + 1):
        for longer in (
            replace(quote, prefix=_words_before(text, span, count)),
            replace(quote, suffix=_words_after(text, span, count)),
        ):
            if locate(longer, {text.id: text}) == span:
                return longer
    return quote


def _before(prefix: str, text: Text, span: Span) -> str | None:
    """The words just before a place where they fold as the prefix does."""
    wanted = fold(prefix).words
    for start in range(span.start - 1, max(span.start - len(prefix) - _REACH, 0) - 1, -1):
        found = text.text[start : span.start]
        if wanted and fold(found).words == wanted:
            return _spaced(found.lstrip(), prefix)
    return None


def _after(suffix: str, text: Text, span: Span) -> str | None:
    """The words just after a place where they fold as the suffix does."""
    wanted = fold(suffix).words
    for end in range(span.end + 1, min(span.end + len(suffix) + _REACH, len(text.text)) + 1):
        found = text.text[span.end : end]
        if wanted and fold(found).words == wanted:
            return _spaced(found.rstrip(), suffix)
    return None


def _spaced(found: str, given: str) -> str:
    """What was found, without the spacing beside the quote unless it was given so and is a space."""
    bare = found.strip()
    return found if given != given.strip() and found.replace(bare, "").strip(" ") == "" else bare


def _words_before(text: Text, span: Span, count: int) -> str:
    found = list(_WORD.finditer(text.text, max(span.start - 60 * count, 0), span.start))[-count:]
    return text.text[found[0].start() : found[-1].end()] if found else ""


def _words_after(text: Text, span: Span, count: int) -> str:
    found = list(_WORD.finditer(text.text, span.end, span.end + 60 * count))[:count]
    return text.text[found[0].start() : found[-1].end()] if found else ""
