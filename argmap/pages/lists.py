"""How much of the lists in its claims' sections a page shows: what is for each claim, against it, and on what it bears.

A page has room for so many lines. Where there are more of them, the longest lists are cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argmap.model import Argument, ArgumentMap, Claim

ROOM = 800  # arguments in the lists of a page, which are about a quarter of a megabyte
LONGEST = (100, 50, 20, 10, 5, 3)  # arguments in one list: as many of these as there is room for


class Lists(NamedTuple):
    """How many arguments stand in a list at most, if it is cut at all, and the ids of all that stand in one."""

    longest: int | None
    arguments: frozenset[str]


def lists(argument_map: ArgumentMap, claims: Sequence[str], *, large: bool) -> Lists:
    """What the sections of some claims show. A large map's lists are cut in any case: it has further pages."""

    def lines(longest: int | None) -> int:
        return sum(
            len(argument_map.uses[claim][:longest]) + sum(1 for _ in _shown(argument_map.claims[claim], longest))
            for claim in claims
        )

    longest: int | None = None
    if large or lines(None) > ROOM:
        longest = next((most for most in LONGEST if lines(most) <= ROOM), LONGEST[-1])
    shown = (each.id for claim in claims for each in _shown(argument_map.claims[claim], longest))
    return Lists(longest, frozenset(shown))


def _shown(item: Claim | Argument, longest: int | None) -> Iterator[Argument]:
    """The arguments in the lists of a claim or an argument, and those about these."""
    for arguments in (item.because, item.but):
        for argument in arguments[:longest]:
            yield argument
            yield from _shown(argument, longest)
