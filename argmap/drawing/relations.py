"""What a claim bears on, and how, in words: the same in a drawing's names and in an outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import Argument, ArgumentMap, Strength

if TYPE_CHECKING:
    from argmap.drawing.views import Selection
    from argmap.words import Words


def bearing(argument_map: ArgumentMap, argument: Argument, words: Words) -> str:
    """What an argument does, without naming its premises: "supports “A second pier”"."""
    verb = "opposes" if argument.attacks else "supports"
    how = "" if argument.strength is Strength.NORMAL else f".{argument.strength.name.lower()}"
    if not argument.on_argument:
        claim = words.quoted(argument_map.claims[argument.conclusion].mention)
        return words(f"relation.{verb}{how}", claim=claim)
    above = argument_map.arguments[argument.conclusion]
    return words(f"relation.{verb}-step{how}", premises=premises(argument_map, above, words))


def premises(argument_map: ArgumentMap, argument: Argument, words: Words) -> str:
    """An argument's premises by their short forms: "“A” together with “B”"."""
    return words("linked.and").join(words.quoted(argument_map.claims[p].mention) for p in argument.premises)


def relations(selection: Selection, claim: str, words: Words) -> tuple[str, ...]:
    """One phrase for every drawn argument that a claim is a premise of, with those it is linked to."""
    found = []
    for argument in selection.drawn(selection.map.uses[claim]):
        phrase = bearing(selection.map, argument, words)
        others = [words.quoted(selection.map.claims[p].mention) for p in argument.premises if p != claim]
        found.append(words("relation.together", others=words.listed(others), phrase=phrase) if others else phrase)
    return tuple(found)
