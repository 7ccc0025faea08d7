"""Which claims and arguments a view shows, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.model import Argument, ArgumentMap, Claim, View

FLAT_LIMIT = 120  # claims; more than this many are not drawn in one drawing


@dataclass(frozen=True, slots=True)
class Selection:
    """A part of a map. `claims` in reading order; `hidden` counts each claim's neighbours left out."""

    map: ArgumentMap
    claims: tuple[str, ...]
    hidden: Mapping[str, int]

    def shown(self, argument: Argument) -> bool:
        """An argument is drawn when its conclusion and a premise are in view."""
        return _conclusion_shown(self.map, argument, self.hidden) and any(p in self.hidden for p in argument.premises)

    def drawn(self, arguments: Iterable[Argument]) -> tuple[Argument, ...]:
        """Those of these arguments that are drawn."""
        return tuple(a for a in arguments if self.shown(a))

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """Every argument that is drawn, in reading order."""
        return self.drawn(a for claim in self.claims for a in nested(self.map.claims[claim].own))


def select(argument_map: ArgumentMap, view: View, *, limit: int | None = FLAT_LIMIT) -> Selection:
    """The part of the map that a view shows.

    Groups, actors and tags: union within a key, intersection across keys. With a `limit`, a larger part
    is cut to its top levels.
    """
    if view.focus:
        places = argument_map.reading_places
        order = sorted(around(argument_map, view.focus, view.depth), key=places.__getitem__)
    else:
        order = list(argument_map.reading_order)
    if view.groups or view.actors or view.tags:
        order = [claim for claim in order if _is_chosen(argument_map.claims[claim], view)]
    if limit is not None and len(order) > limit:
        order = _top_levels(argument_map, order, limit)
    chosen = set(order)
    hidden = {claim: len(neighbours(argument_map, claim) - chosen) for claim in order}
    return Selection(argument_map, tuple(order), hidden)


def _is_chosen(claim: Claim, view: View) -> bool:
    return (
        (not view.groups or claim.group in view.groups)
        and (not view.actors or not set(view.actors).isdisjoint(claim.actors))
        and (not view.tags or not set(view.tags).isdisjoint(claim.tags))
    )


def neighbours(argument_map: ArgumentMap, claim: str) -> set[str]:
    """The claims one step away: what bears on this one, and what it bears on."""
    below = {p for argument in nested(argument_map.claims[claim].own) for p in argument.premises}
    above = {claim_above(argument_map, argument) for argument in argument_map.uses[claim]}
    return (below | above) - {claim}


def around(argument_map: ArgumentMap, focus: str, depth: int) -> set[str]:
    """The claims at most `depth` steps from a claim, both ways."""
    found = edge = {focus}
    for _ in range(depth):
        edge = {n for claim in edge for n in neighbours(argument_map, claim)} - found
        if not edge:
            break
        found = found | edge
    return found


def claim_above(argument_map: ArgumentMap, argument: Argument) -> str:
    """The claim that an argument, or the argument it is about, bears on in the end."""
    while argument.on_argument:
        argument = argument_map.arguments[argument.conclusion]
    return argument.conclusion


def nested(arguments: Iterable[Argument]) -> Iterator[Argument]:
    """These arguments and all that are about them, each after its own."""
    for argument in arguments:
        yield argument
        yield from nested(argument.own)


def _conclusion_shown(argument_map: ArgumentMap, argument: Argument, chosen: Mapping[str, int]) -> bool:
    while argument.on_argument:
        argument = argument_map.arguments[argument.conclusion]
        if not any(p in chosen for p in argument.premises):
            return False
    return argument.conclusion in chosen


def _top_levels(argument_map: ArgumentMap, order: list[str], limit: int) -> list[str]:
    """The claims nearest to the top, level by level, as many as the limit lets in."""
    allowed = set(order)
    roots = [c for c in order if c == argument_map.thesis or not (_above(argument_map, c) & allowed)] or order[:1]
    levels, found, others = list(roots), set(roots), iter(order)
    reached = 0
    while len(levels) < limit:
        if reached == len(levels):
            # Only a loop that nothing leads to is left: it begins where the reading does.
            root = next(claim for claim in others if claim not in found)
            found.add(root)
            levels.append(root)
        for argument in nested(argument_map.claims[levels[reached]].own):
            for premise in argument.premises:
                if premise in allowed and premise not in found:
                    found.add(premise)
                    levels.append(premise)
        reached += 1
    kept = set(levels[:limit])
    return [claim for claim in order if claim in kept]


def _above(argument_map: ArgumentMap, claim: str) -> set[str]:
    return {claim_above(argument_map, argument) for argument in argument_map.uses[claim]}
