"""Counterpoints that nothing in the map answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from argmap.model import Argument, Label, Side
from argmap.review.circles import distinct

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.reasoning import Verdict


def open_counterpoints(argument_map: ArgumentMap, verdicts: Mapping[str, Verdict]) -> tuple[Argument, ...]:
    """The objections and undercuts against which nothing is said, in the order of the map.

    What attacks an attack is an answer and no counterpoint, and what the thesis or a claim for it objects to is
    the thesis's own business. An objection is answered by whatever attacks its step, one of its premises, or what
    supports these, and by a premise that falls.
    """
    attacks = _attacks_on_what_is_held(argument_map)
    disputed = _disputed(argument_map)

    def answered(argument: Argument) -> bool:
        return bool(argument.but) or any(
            premise in disputed or argument_map.sides[premise] is Side.FOR or verdicts[premise].label is Label.FALLS
            for premise in argument.premises
        )

    return tuple(
        argument for argument in argument_map.arguments.values() if argument.id in attacks and not answered(argument)
    )


def _attacks_on_what_is_held(argument_map: ArgumentMap) -> set[str]:
    """The attacks with no attack, or two, above them on some way up to the thesis, or to another claim at the top."""
    found: set[str] = set()
    seen: set[tuple[str, bool]] = set()
    tops = (argument_map.thesis, *(claim for claim, uses in argument_map.uses.items() if not uses))
    # A circle has no top, and is entered at its first claim.
    for top in (*tops, *argument_map.claims):
        stack = [] if {(top, False), (top, True)} & seen else [(top, False)]
        while stack:
            here = stack.pop()
            if here in seen:
                continue
            seen.add(here)
            claim, against = here
            arguments = [(argument, against) for argument in argument_map.claims[claim].own]
            while arguments:
                argument, above = arguments.pop()
                if argument.attacks and not above:
                    found.add(argument.id)
                crossed = above ^ argument.attacks
                arguments.extend((own, crossed) for own in argument.own)
                stack.extend((premise, crossed) for premise in argument.premises)
    return found


def _disputed(argument_map: ArgumentMap) -> set[str]:
    """The claims that something is said against: themselves, the steps to them, or what supports them."""
    found = {claim.id for claim in argument_map.claims.values() if claim.but or any(a.but for a in claim.because)}
    stack = list(found)
    while stack:
        for argument in argument_map.uses[stack.pop()]:
            above = argument.conclusion
            if not argument.attacks and not argument.on_argument and above not in found:
                found.add(above)
                stack.append(above)
    return found


def named(argument: Argument) -> str:
    """An argument by its premises, for messages."""
    return " and ".join(f"`{premise}`" for premise in distinct(argument.premises))
