"""A layout made as narrow as a column: Graphviz keeps lines short, and lets a drawing grow as wide as it likes.

Only what stands beside something in Graphviz's layout has to stay beside it. What does not may come to stand
below it: `tidy` moves that down.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import add
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
    widths = [block.box.width for block in order]
    beside = list(_beside(order))
    least = [0.0] * len(order)  # how far left each can stand, the first at nought
    for left, right, room in beside:
        least[right] = max(least[right], least[left] + widths[left] + room)
    width = max(width, *map(add, least, widths))
    beyond = [0.0] * len(order)  # how much room there has to be to the right of each
    for left, right, room in reversed(beside):
        beyond[left] = max(beyond[left], beyond[right] + widths[right] + room)
    most = [width - needed - own for needed, own in zip(beyond, widths, strict=True)]
    placed = [max(low, min(block.box.x, high)) for low, block, high in zip(least, order, most, strict=True)]
    for left, right, room in beside:
        placed[right] = max(placed[right], placed[left] + widths[left] + room)
    return {block.key: block.box._replace(x=x) for block, x in zip(order, placed, strict=True)}


def _beside(order: list[_Block]) -> Iterator[tuple[int, int, float]]:
    """The places of every two blocks at the same height, and the room between them; those further left come first."""
    for right, (_, box, beside) in enumerate(order):
        top, bottom = box.y, box.bottom
        for left in range(right):
            _, other, other_beside = order[left]
            if other.y < bottom and top < other.bottom:
                yield left, right, min(other_beside, beside)
