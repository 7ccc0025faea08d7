"""The passage of a text that is most like words which it does not have: to be looked at, never quoted unseen."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.sources.text import Text

_WORD = re.compile(r"\w+")
_ENOUGH = 0.5
"""How much of two passages has to agree, from 0 to 1, for the one to be worth showing."""
_TRIED = 3


class Passages:
    """A text's sentences by their words, gone through once for all quotes that are looked for."""

    def __init__(self, text: Text) -> None:
        self._text = text

    @cached_property
    def _sentences_with(self) -> dict[str, list[int]]:
        """For each word the sentences that have it."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, span in enumerate(self._text.sentences):
            for word in set(_words(self._text[span])):
                found[word].append(at)
        return found

    def most_like(self, words: str) -> str:
        """The passage in one sentence, or in two, that is most like the words; empty where none is like them."""
        wanted = _words(words)
        shared = Counter(at for word in set(wanted) for at in self._sentences_with.get(word, ()))
        near = [at for at, _ in shared.most_common(_TRIED)]
        stretches = [
            self._stretch(first, first + more) for at in near for first, more in ((at, 0), (at, 1), (at - 1, 1))
        ]
        likeness, passage = max((_likest(wanted, stretch) for stretch in stretches), default=(0.0, ""))
        return passage if likeness >= _ENOUGH else ""

    def _stretch(self, first: int, last: int) -> str:
        sentences = self._text.sentences
        return self._text.text[sentences[max(first, 0)].start : sentences[min(last, len(sentences) - 1)].end]


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _likest(wanted: list[str], stretch: str) -> tuple[float, str]:
    """The part of a stretch that begins and ends as the wanted words do, and how like them it is, from 0 to 1."""
    found = list(_WORD.finditer(stretch))
    matcher = SequenceMatcher(None, wanted, _words(stretch), autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return 0.0, ""
    # As many words before the first that agree, and after the last, as the wanted ones have.
    first = max(blocks[0].b - blocks[0].a, 0)
    after = len(wanted) - (blocks[-1].a + blocks[-1].size)
    last = min(blocks[-1].b + blocks[-1].size + after, len(found)) - 1
    likeness = 2 * sum(block.size for block in blocks) / (len(wanted) + last + 1 - first)
    return likeness, stretch[found[first].start() : found[last].end()]
