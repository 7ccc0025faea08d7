"""A large map in parts: an overview of what is nearest to its top, and branches, each to be drawn by itself.

Every claim has its place in one part. Where a part ends it is said how many claims lie below, and in which branch.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

LIMIT = 120  # claims; a map of more is large: it is not drawn in one drawing
ROOM = 60  # claims; what a page of a large map shows at most, in its drawing and below it
LONG = 160  # bytes; where claims' texts are longer than this on the whole, a page has room for fewer
FEWEST = 12  # claims; with fewer at a top that is cut short there is little to see
ABREAST = 4  # cards side by side: with more a drawing is wider than a page, or its cards are too narrow
SCANT = 4  # claims; so few are drawn where they are met, where there is room for them
OVERVIEW = ".1"  # the name of the overview: no claim or argument is called so


class Below(NamedTuple):
    """What lies below a claim at which a part ends: how many claims, from the branch of this name on."""

    claims: int
    branch: str


@dataclass(frozen=True, slots=True)
class Branch:
    """A part of a large map.

    `name` is that of the claim at its top, its `root`, with a number: where more bears on one claim than there is room
    for, it has several parts. The overview's root is the thesis, or empty where the map has several tops.
    `claims` are drawn, in reading order, and `below` says where the drawing ends; `own` are those that have their place
    here: those drawn whose branch is no other. `above` is the name of the part that leads here.
    """

    name: str
    root: str
    claims: tuple[str, ...]
    own: tuple[str, ...]
    below: Mapping[str, Below]
    above: str

    @property
    def part(self) -> int:
        """Which part it is of all that bears on its root, from 1."""
        return int(self.name.rpartition(".")[2])


@dataclass(frozen=True)
class Branches:
    """The parts of a map by their names, the overview first, each after the one that leads to it."""

    parts: Mapping[str, Branch]

    @cached_property
    def of(self) -> Mapping[str, Branch]:
        """The part in which each claim has its place."""
        return {claim: part for part in self.parts.values() for claim in part.own}


def branches(argument_map: ArgumentMap, limit: int = LIMIT) -> Branches | None:
    """The parts of a map of more claims than the limit; None for one that can be drawn as a whole."""
    key = ("branches", limit)
    if key not in argument_map.kept:
        large = len(argument_map.claims) > limit
        argument_map.kept[key] = _Cutter(argument_map, min(limit, _room(argument_map))).cut() if large else None
    found: Branches | None = argument_map.kept[key]
    return found


def lower_end(name: str) -> str:
    """The claim whose mark leads to the branch of this name; of a claim, which has no mark, the claim itself."""
    return name.partition(".")[0]


def file_name(name: str) -> str:
    """What stands for the name of a branch in that of its page or drawing. None begins with a dot."""
    root, _, part = name.rpartition(".")
    return f"{root or '_'}{'' if part == '1' else f'.{part}'}"


def _room(argument_map: ArgumentMap) -> int:
    """How many claims a page has room for: it grows with their texts, and some scripts take several bytes a letter."""
    texts = sum(len(claim.text.encode()) for claim in argument_map.claims.values())
    return min(ROOM, max(FEWEST, ROOM * LONG * len(argument_map.claims) // texts))


class _Piece(NamedTuple):
    """A part that is still to be cut: what its root is, which claims stand below it, and what leads to it."""

    name: str
    root: str
    tops: Sequence[str]
    above: str


class _Cutter:
    """Keeps the map as a tree, each claim below the one it bears on by its shortest way up."""

    def __init__(self, argument_map: ArgumentMap, room: int) -> None:
        self.map, self.room = argument_map, room
        self.children: dict[str, list[str]] = {claim: [] for claim in argument_map.claims}
        self.roots: list[str] = []
        self.sizes = dict.fromkeys(argument_map.claims, 1)
        parents = self._climb()
        for claim in reversed(parents):
            if parent := parents[claim]:
                self.sizes[parent] += self.sizes[claim]

    def _climb(self) -> dict[str, str]:
        """Each claim's parent, level by level; empty for a top."""
        from argmap.model import premises_below  # who looks into no map wants names and numbers alone from here

        parents: dict[str, str] = {}
        order = self.map.reading_order
        for root in (self.map.thesis, *(claim for claim in order if not self.map.uses[claim]), *order):
            if root in parents:
                continue
            parents[root] = ""
            self.roots.append(root)
            queue = deque([root])
            while queue:
                here = queue.popleft()
                for premise in premises_below(self.map.claims[here].own):
                    if premise not in parents:
                        parents[premise] = here
                        self.children[here].append(premise)
                        queue.append(premise)
        return parents

    def cut(self) -> Branches:
        one = self.roots[0] if len(self.roots) == 1 else ""
        waiting = deque([_Piece(OVERVIEW, one, self.children[one] if one else self.roots, "")])
        found: dict[str, Branch] = {}
        while waiting:
            piece = waiting.popleft()
            found[piece.name], next_ones = self._part(piece)
            waiting.extend(next_ones)
        return Branches(found)

    def _part(self, piece: _Piece) -> tuple[Branch, list[_Piece]]:
        """As much of a piece as there is room for, and the pieces that are left."""
        first = [piece.root] if piece.root else []
        most = self._abreast(piece.tops[: self.room - len(first)])
        tops, rest = piece.tops[:most], piece.tops[most:]
        drawn, ends = self._levels([*first, *tops], frozenset(first))
        below = {claim: Below(self.sizes[claim] - 1, f"{claim}.1") for claim in ends}
        left = [_Piece(f"{claim}.1", claim, self.children[claim], piece.name) for claim in ends]
        stem, _, number = piece.name.rpartition(".")
        if rest:
            name = f"{stem}.{int(number) + 1}"
            left.append(_Piece(name, piece.root, rest, piece.name))
            if piece.root:
                below[piece.root] = Below(sum(self.sizes[claim] for claim in rest), name)
        order = tuple(sorted(drawn, key=self.map.reading_places.__getitem__))
        # The root of a further part has its place in the first.
        again = piece.root if number != "1" else ""
        own = tuple(claim for claim in order if claim not in ends and claim != again)
        return Branch(piece.name, piece.root, order, own, below, piece.above), left

    def _levels(self, drawn: list[str], opened: frozenset[str]) -> tuple[list[str], list[str]]:
        """The claims at the top with those below them, level by level, and those at which the drawing ends.

        Where all that lies below has room it is all drawn. Else the less is, the less there is: so that what is left
        makes branches worth opening.
        """
        size = len(opened) + sum(self.sizes[claim] for claim in drawn if claim not in opened)
        wanted = self.room if size <= self.room else min(self.room, max(FEWEST, 3 * size // self.room))
        ends: list[str] = []
        row = [claim for claim in drawn if claim not in opened]
        while row:
            below: list[str] = []
            across = 0  # cards side by side
            for claim in sorted(filter(self.children.get, row), key=self._turn):
                children = self.children[claim]
                cards = self._cards(children)
                most = self.room if self.sizes[claim] - 1 <= SCANT else wanted
                if across + cards <= ABREAST and len(drawn) + len(below) + len(children) <= most:
                    across += cards
                    below += children
                else:
                    ends.append(claim)
            drawn, row = drawn + below, below
        return drawn, sorted(ends, key=self.map.reading_places.__getitem__)

    def _turn(self, claim: str) -> tuple[bool, int]:
        """What comes first: what would make no branch worth opening, then that on which most rests."""
        size = self.sizes[claim]
        return size - 1 > SCANT, -size

    def _cards(self, children: Sequence[str]) -> int:
        """How many cards these are side by side: those on which nothing bears are stacked in one."""
        branching = sum(bool(self.children[claim]) for claim in children)
        return branching + (branching < len(children))

    def _abreast(self, claims: Sequence[str]) -> int:
        """How many of the claims, from the first, have room side by side."""
        return next((at for at in range(1, len(claims)) if self._cards(claims[: at + 1]) > ABREAST), len(claims))
