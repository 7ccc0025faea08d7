"""A layout made as narrow as a column: Graphviz keeps lines short, and lets a drawing grow as wide as it likes.

Only what stands beside something in Graphviz's layout has to stay beside it. What does not may come to stand
below it: `tidy` moves that down.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argmap.drawing.layout import Box, Layout
    from argmap.drawing.scene import Scene

BESIDE = 26.0  # between cards side by side: room for a line on its way down
GROUP_BESIDE = 14.0  # between a group's ground and what is beside it
GROUP_PAD = 14.0
TITLE = 160.0  # a group's ground is at least as wide as most titles


class _Block(NamedTuple):
    """A card, or a whole group, that moves sideways."""

    key: str
    box: Box
    beside: float


def squeeze(layout: Layout, scene: Scene, width: float) -> Layout:
    """The layout with cards and groups moved sideways so that it is no wider than need be.

    What is narrower than `width` already stays as it is. Routes are left as they were: they are to be laid anew.
    """
    if layout.width <= width:
        return layout
    cards = dict(layout.cards)
    grounds: dict[str, Box] = {}
    for group, ground in layout.groups.items():
        left = ground.x + GROUP_PAD
        members = [(card.name, cards[card.name]) for card in scene.cards if card.group == group]
        inside = [_Block(name, box._replace(x=box.x - left), BESIDE) for name, box in members]
        # A group is made as narrow as it can be: nothing in it has a better place outside.
        moved = _moved(inside, 0.0)
        cards |= {key: box._replace(x=box.x + left) for key, box in moved.items()}
        right = max(box.right for box in moved.values())
        grounds[group] = ground._replace(width=max(right + 2 * GROUP_PAD, TITLE))
    free = [_Block(card.name, cards[card.name], BESIDE) for card in scene.cards if card.group not in grounds]
    blocks = [*free, *(_Block(group, ground, GROUP_BESIDE) for group, ground in grounds.items())]
    moved = _moved(blocks, width)
    shift = {group: moved[group].x - ground.x for group, ground in grounds.items()}
    return layout._replace(
        width=max(box.right for box in moved.values()),
        cards={
            card.name: cards[card.name]._replace(x=cards[card.name].x + shift[card.group])
            if card.group in shift
            else moved[card.name]
            for card in scene.cards
        },
        groups={group: moved[group] for group in grounds},
    )


def _moved(blocks: list[_Block], width: float) -> Mapping[str, Box]:
    """The blocks as near to where they were as a drawing of that width lets them be."""
    order = sorted(blocks, key=lambda block: block.box.x + block.box.width / 2)
    least = _pushed(order)
    width = max(width, *(least[block.key] + block.box.width for block in order))
    # The same from the right: how far right each may be.
    mirrored = [block._replace(box=block.box._replace(x=-block.box.right)) for block in reversed(order)]
    most = {key: width - x - _width(order, key) for key, x in _pushed(mirrored).items()}
    placed: dict[str, Box] = {}
    for block in order:
        lowest = max([least[block.key], *(_after(other, block) for other in _beside(block, placed, order))])
        x = max(lowest, min(block.box.x, most[block.key]))
        placed[block.key] = block.box._replace(x=x)
    return placed


def _pushed(order: list[_Block]) -> Mapping[str, float]:
    """How far left each block can stand, the first at nought."""
    placed: dict[str, Box] = {}
    for block in order:
        x = max([0.0, *(_after(other, block) for other in _beside(block, placed, order))])
        placed[block.key] = block.box._replace(x=x)
    return {key: box.x for key, box in placed.items()}


def _beside(block: _Block, placed: Mapping[str, Box], order: list[_Block]) -> Iterable[_Block]:
    """The blocks placed already, where they were placed, that stand at the same height."""
    for other in order:
        box = placed.get(other.key)
        if box is not None and box.y < block.box.bottom and block.box.y < box.bottom:
            yield other._replace(box=box)


def _after(other: _Block, block: _Block) -> float:
    return other.box.right + min(other.beside, block.beside)


def _width(order: list[_Block], key: str) -> float:
    return next(block.box.width for block in order if block.key == key)
