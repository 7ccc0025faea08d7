"""A verdict as a sentence for readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.reasoning.verdict import Verdict
    from argmap.words import Words

NAMED = 3
"""A sentence names so many arguments and counts the rest."""


def says(argument_map: ArgumentMap, key: str, verdict: Verdict, words: Words) -> str:
    """The verdict on a claim or an inference and its reason, as one sentence in the language of the words."""
    sentence, ids = f"reason.{verdict.reason.code}", verdict.reason.ids
    if len(ids) > 1 and f"{sentence}.several" in words.table:
        sentence += ".several"
    it = words("reason.it.claim" if key in argument_map.claims else "reason.it.inference")
    return words(sentence, it=it, arguments=_named(argument_map, ids, words))


def _named(argument_map: ArgumentMap, ids: tuple[str, ...], words: Words) -> str:
    """The arguments by the short forms of their premises."""
    if not ids:
        return ""

    def name(argument: str) -> str:
        premises = (argument_map.claims[premise] for premise in argument_map.arguments[argument].premises)
        # A full stop inside the quotation marks would end the sentence around them.
        return words("linked.and").join(words.quoted(premise.mention) for premise in premises)

    names = [name(argument) for argument in ids[:NAMED]]
    more = len(ids) - NAMED
    return words.listed([*names, words("reason.more", count=more)] if more > 0 else names)
