"""Claims that say in nearly the same words what another one says."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from argmap.findings import Severity
from argmap.review.rule import Said, Subject, rule

SHORTEST = 4  # words: of fewer, one makes all the difference
ALIKE = 0.85  # of the words, in their order
RARE = 16  # claims: a word that more of them share does not bring two of them together
DENIALS = """
    no not never none nor cannot without hardly
    nicht kein keine nie ne pas jamais non sans
    не нет ни никогда без نه نیست هرگز بدون
"""
NOT = frozenset(DENIALS.split())
_WORD = re.compile(r"[-−]?\d[\d.,]*%?|[^\W\d_]+(?:['’][^\W\d_]+)*")


@rule(
    "near-duplicate",
    Severity.NOTE,
    summary="Two claims in nearly the same words.",
    why="What speaks for or against the one is then missing from the other, and a reader wonders what the difference "
    "is. Words that negate, and numbers, make a difference; so does the order of the words.",
)
def near_duplicate(subject: Subject) -> Iterator[Said]:
    """The claims that are nearly the same as an earlier one, each with the first such one."""
    words = {claim.id: _words(claim.text) for claim in subject.map.claims.values()}
    lines = subject.map.claims
    for claim, earlier in _alike({claim: found for claim, found in words.items() if len(found) >= SHORTEST}):
        message = f"`{claim}` says in nearly the same words what `{earlier}` says on line {lines[earlier].place.line}."
        yield Said(lines[claim].place, message, "make them one claim, or say where they differ")


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def _alike(words: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Pairs of claims, the later first. Only claims that share one of their rarest words are compared."""
    frequency = Counter(word for found in words.values() for word in set(found))
    buckets: dict[str, list[str]] = defaultdict(list)
    same: dict[tuple[str, ...], str] = {}
    for claim, found in words.items():
        first = same.setdefault(found, claim)
        if first != claim:
            yield claim, first
            continue
        rarest = sorted(set(found), key=lambda word: (frequency[word], word))
        # Two sets of so many words that are so much alike have one at least of so many in common.
        keys = [key for key in rarest[: len(rarest) - int(ALIKE * len(rarest)) + 1] if frequency[key] <= RARE]
        others = dict.fromkeys(other for key in keys for other in buckets[key])
        twin = next((other for other in others if _is_alike(found, words[other])), None)
        if twin:
            yield claim, twin
        for key in keys:
            buckets[key].append(claim)


def _is_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    different = set(one) ^ set(other)
    if len(different) > (1 - ALIKE) * (len(one) + len(other)) or any(map(_makes_another, different)):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def _makes_another(word: str) -> bool:
    """Whether a word more or less makes another claim."""
    return word in NOT or word.endswith(("n't", "n’t")) or any(map(str.isdigit, word))
