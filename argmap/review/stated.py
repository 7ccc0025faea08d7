"""Whether a text has some words, whatever its spacing, case and punctuation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from argmap.sources import Span
from argmap.sources.fold import fold

if TYPE_CHECKING:
    from argmap.sources import Text

HEAD = 12
"""Letters: what is shorter stands in a text by chance."""


PAIRS = (("“", "”"), ("„", "“"), ("«", "»"), ("‹", "›"), ("「", "」"), ('"', '"'))
"""Quotation marks, the opening one and the closing one."""


class Stated:
    """The places of words in a text, found by their first letters.

    An index, and no search: that would read the whole text again for every claim.
    """

    def __init__(self, text: Text) -> None:
        self.text = text
        self._starts: dict[str, list[int]] = defaultdict(list)
        words, origins = text.folded.words, text.folded.origins
        for at in range(len(words) - HEAD + 1):
            if _begins_word(text.text, origins, at):
                self._starts[words[at : at + HEAD]].append(at)

    def places(self, words: str) -> Iterator[Span]:
        """Where the text has the words, from the beginning of a word to the end of one."""
        wanted, folded = fold(words).words, self.text.folded
        for at in self._starts.get(wanted[:HEAD], ()):
            if folded.words.startswith(wanted, at) and self._ends_word(at + len(wanted)):
                yield self._span(at, at + len(wanted))

    def _ends_word(self, at: int) -> bool:
        origins = self.text.folded.origins
        return at == len(origins) or _begins_word(self.text.text, origins, at)

    def _span(self, first: int, end: int) -> Span:
        origins = self.text.folded.origins
        return Span(origins[first], origins[end - 1] + 1)


def _begins_word(text: str, origins: Sequence[int], at: int) -> bool:
    """Whether a folded character is the first of a word, and the whole of what it was folded from."""
    start = origins[at]
    return start == 0 or not (text[start - 1].isalnum() or origins[at - 1] == start)


def quoted(remark: str) -> Iterator[str]:
    """What a remark has between quotation marks."""
    for opening, closing in PAIRS:
        parts = remark.split(opening)
        if opening == closing:
            yield from parts[1:-1:2] if len(parts) % 2 == 0 else parts[1::2]
        else:
            yield from (part.partition(closing)[0] for part in parts[1:] if closing in part)
