"""Conclusions that one premise alone carries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.model import Argument, ArgumentMap


def lone_premises(argument_map: ArgumentMap) -> Iterator[Argument]:
    """The arguments that are all there is for a claim and have one premise, which nothing supports in turn."""
    for claim in argument_map.claims.values():
        if len(claim.because) == 1:
            (argument,) = claim.because
            premise, *others = dict.fromkeys(argument.premises)
            if not others and not argument_map.claims[premise].because:
                yield argument
