"""A view as a nested list: every claim and every relation of the drawing, as data.

A claim stands in full where it is first met and is referred to elsewhere.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argmap.drawing.views import Selection
    from argmap.model import Argument

DEEPEST = 40  # levels; what is deeper is listed anew from the margin, where it can still be read


class OutlineArgument(NamedTuple):
    """An argument with its premises, and what is said for and against its inference."""

    argument: Argument
    premises: tuple[OutlineClaim, ...]
    hidden: int  # premises out of view
    own: tuple[OutlineArgument, ...]


class OutlineClaim(NamedTuple):
    """A claim with the arguments for and against it, or, as a `reference`, only its name."""

    claim: str
    arguments: tuple[OutlineArgument, ...]
    reference: bool = False


class Outline(NamedTuple):
    """The claims at the margin, the thesis first."""

    roots: tuple[OutlineClaim, ...]


def outline(selection: Selection) -> Outline:
    """The outline of a selection, from the thesis down, then from what else bears on nothing in view."""
    return _Builder(selection).build()


class _Builder:
    """Keeps which claims have been listed while the outline is built."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection
        self.listed: set[str] = set()
        self.postponed: deque[str] = deque()

    def build(self) -> Outline:
        selection = self.selection
        premises = {premise for argument in selection.arguments for premise in argument.premises}
        first = [c for c in selection.claims if c == selection.map.thesis or c not in premises]
        roots = []
        # Last all claims: what only a loop leads to is met nowhere else.
        for claim in (*first, *selection.claims):
            self.postponed.append(claim)
            while self.postponed:
                if (root := self.postponed.popleft()) not in self.listed:
                    roots.append(self.claim(root, 0))
        return Outline(tuple(roots))

    def claim(self, claim: str, depth: int) -> OutlineClaim:
        if claim in self.listed:
            return OutlineClaim(claim, (), reference=True)
        if depth >= DEEPEST:
            self.postponed.append(claim)
            return OutlineClaim(claim, (), reference=True)
        self.listed.add(claim)
        own = self.selection.drawn(self.selection.map.claims[claim].own)
        return OutlineClaim(claim, tuple(self.argument(argument, depth) for argument in own))

    def argument(self, argument: Argument, depth: int) -> OutlineArgument:
        shown = [p for p in argument.premises if p in self.selection.hidden]
        return OutlineArgument(
            argument,
            tuple(self.claim(premise, depth + 1) for premise in shown),
            len(argument.premises) - len(shown),
            tuple(self.argument(own, depth + 1) for own in self.selection.drawn(argument.own)),
        )
