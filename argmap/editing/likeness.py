"""The passage of a text that is most like words which it does not have: to be looked at, never quoted unseen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.sources.text import Span, Text

_WORD = re.compile(r"\w+")
_ENOUGH = 0.5
"""How much of two passages has to agree, from 0 to 1, for the one to be worth showing."""


def most_like(words: str, text: Text) -> str:
    """The passage of one or two sentences' length that shares most with the words; empty where none shares enough."""
    wanted = _folded(words)
    best = max(_stretches(text, wanted), key=lambda stretch: _shared(wanted, _folded(stretch)), default="")
    return _likest(wanted, best)


def _folded(words: str) -> list[str]:
    return [word[0].casefold() for word in _WORD.finditer(words)]


def _stretches(text: Text, wanted: Sequence[str]) -> list[str]:
    """The sentences that share words with the wanted ones, each also together with the next one."""
    known = set(wanted)
    sentences = text.sentences
    near = [at for at, span in enumerate(sentences) if known & set(_folded(text[span]))]
    return [text.text[sentences[at].start : _end(sentences, at + more)] for at in near for more in (0, 1)]


def _end(sentences: Sequence[Span], at: int) -> int:
    return sentences[min(at, len(sentences) - 1)].end


def _shared(wanted: Sequence[str], others: Sequence[str]) -> tuple[int, int]:
    """How many words are shared, and, among equals, how few there are besides."""
    return len(set(wanted) & set(others)), -len(others)


def _likest(wanted: list[str], stretch: str) -> str:
    """The part of a stretch that begins and ends as the wanted words do, with as many words before and after."""
    found = list(_WORD.finditer(stretch))
    matcher = SequenceMatcher(None, wanted, [word[0].casefold() for word in found], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return ""
    first = max(blocks[0].b - blocks[0].a, 0)
    after = len(wanted) - (blocks[-1].a + blocks[-1].size)
    last = min(blocks[-1].b + blocks[-1].size + after, len(found)) - 1
    agreed = 2 * sum(block.size for block in blocks) / (len(wanted) + last + 1 - first)
    return stretch[found[first].start() : found[last].end()] if agreed >= _ENOUGH else ""
