"""Several layouts tried, and the best of them: one that fits the column, not too tall and with cards not too narrow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.drawing import dot, layout
from argmap.drawing.cards import WIDEST, SetCard, set_cards
from argmap.drawing.dot import Graph, Stagger
from argmap.drawing.squeeze import BESIDE, squeeze
from argmap.drawing.tidy import MOST_LINKS, Raised, raised, tidy

if TYPE_CHECKING:
    from argmap.drawing.layout import Layout
    from argmap.drawing.scene import Scene
    from argmap.drawing.together import Asking
    from argmap.drawing.views import Selection
    from argmap.reading import Reading

COLUMN = 860.0  # what a drawing for a column should not be wider than, without its margin
NARROWEST = 180.0  # of a card
OVER = 20.0  # what a pixel beyond the column costs; a pixel of height costs 1
UNTIDY = 2.0  # how much taller a drawing may be for its lines to run straight
MANY = 40  # cards or links; from here on the first layout is taken
STEP = 4.0  # by how much cards become narrower at least


@dataclass(frozen=True)
class Attempt:
    """Cards of a width, and where Graphviz puts them. To route lines takes longest, so it is put off."""

    scene: Scene
    cards: Mapping[str, SetCard]
    width: float
    plain: Layout

    @cached_property
    def squeezed(self) -> Layout:
        """Cards and groups where they stand from left to right."""
        return squeeze(self.plain, self.scene, COLUMN)

    @cached_property
    def lifted(self) -> Raised:
        """The same where they stand from top to bottom."""
        return raised(self.squeezed, self.scene)

    @cached_property
    def placed(self) -> Layout:
        """Everything where it is drawn."""
        return tidy(self.squeezed, self.scene, self.lifted) or self.plain

    @cached_property
    def least_width(self) -> float:
        """How wide it is at least: whatever the lines do, cards and groups move no more but up and down."""
        boxes = (*self.squeezed.cards.values(), *self.squeezed.groups.values())
        return max(box.right for box in boxes) - min(box.x for box in boxes)

    @cached_property
    def least_cost(self) -> float:
        """What it costs at least, its lines not yet laid."""
        height = min(self.lifted.height(self.scene), UNTIDY * self.plain.height)
        return self._size(height, self.least_width)

    @cached_property
    def cost(self) -> float:
        """How tall it is, and all that speaks against it as if it were taller for that."""
        placed = self.placed
        size = self._size(placed.height, placed.width)
        return size * (1 + placed.tangle) if placed.tidied else UNTIDY * size

    def _size(self, height: float, width: float) -> float:
        return height * (1 + (WIDEST - self.width) / WIDEST) + OVER * max(0.0, width - COLUMN)


def best_layout(
    scene: Scene,
    reading: Reading,
    selection: Selection,
    group_names: Mapping[str, str],
) -> Asking[tuple[Mapping[str, SetCard], Layout]]:
    """The cards of a scene, set in type, and the best place found for each."""
    hand = _Hand(scene, reading, selection, group_names)
    if len(scene.cards) > MANY or len(scene.links) > MANY:
        found = yield from hand.attempts({Stagger.UNDERCUTS: WIDEST}, routed=len(scene.links) > MOST_LINKS)
        best, stagger = found[Stagger.UNDERCUTS], Stagger.UNDERCUTS
    else:
        best, stagger = yield from _fitted(hand)
    if best.placed.tidied or best.plain.routes or not scene.links:
        return best.cards, best.placed
    # Graphviz' own lines are drawn, and so they are asked for.
    found = yield from hand.attempts({stagger: best.width}, routed=True)
    return best.cards, found[stagger].plain


class _Hand:
    """Has a scene laid out, staggered in some way and with cards of some width."""

    def __init__(self, scene: Scene, reading: Reading, selection: Selection, group_names: Mapping[str, str]) -> None:
        self.scene, self._reading, self._selection, self._group_names = scene, reading, selection, group_names
        self._cards: dict[float, Mapping[str, SetCard]] = {}

    def cards(self, width: float) -> Mapping[str, SetCard]:
        """The cards set to a width, once."""
        if width not in self._cards:
            self._cards[width] = set_cards(self.scene, self._reading, self._selection, width)
        return self._cards[width]

    def attempts(self, widths: Mapping[Stagger, float], *, routed: bool = False) -> Asking[Mapping[Stagger, Attempt]]:
        """An attempt for each way to stagger; its lines are where Graphviz leads them only if they are `routed`."""
        graphs = {stagger: self._graph(stagger, width, routed) for stagger, width in widths.items()}
        # Narrower cards need not come to other sizes.
        sources = list(dict.fromkeys(graph.source for graph in graphs.values()))
        answers = dict(zip(sources, (yield sources), strict=True))
        return {
            stagger: Attempt(
                self.scene,
                self.cards(widths[stagger]),
                widths[stagger],
                layout.read(graph, answers[graph.source], routed=routed),
            )
            for stagger, graph in graphs.items()
        }

    def _graph(self, stagger: Stagger, width: float, routed: bool) -> Graph:
        return dot.write(self.scene, self.cards(width), self._group_names, stagger=stagger, routed=routed)


def _fitted(hand: _Hand) -> Asking[tuple[Attempt, Stagger]]:
    """The best of an attempt for each way to stagger, with cards so narrow that it fits the column, if they may be."""
    widths: Mapping[Stagger, float] = {stagger: _guess(hand.scene, stagger) for stagger in dot.staggers(hand.scene)}
    fitted = dict((yield from hand.attempts(widths)))
    widths = {stagger: width for stagger in widths if (width := _wider(fitted[stagger]))}
    while True:
        if widths:
            fitted |= yield from hand.attempts(widths)
        widths = {
            stagger: width for stagger in fitted if (width := _narrower(fitted[stagger], fitted[stagger].least_width))
        }
        if not widths:
            # Its cards fit. Whether its lines do is asked of the best alone: to find out takes longest.
            best = best_of([*fitted.values()])
            stagger = next(stagger for stagger, attempt in fitted.items() if attempt is best)
            width = _narrower(best, best.placed.width)
            if not width:
                return best, stagger
            widths = {stagger: width}


def _guess(scene: Scene, stagger: Stagger) -> float:
    """How wide cards may be for the most that stand in one row to fit the column, and lines beside them."""
    row = dot.widest_row(scene, stagger)
    return WIDEST if _row_width(row, WIDEST) <= COLUMN else max(NARROWEST, _card_width(row, COLUMN) - STEP)


def _row_width(row: int, width: float) -> float:
    """How wide so many cards are side by side."""
    return row * (width + BESIDE) - BESIDE


def _card_width(row: int, width: float) -> float:
    """How wide each of so many cards is that are that wide side by side."""
    return (width + BESIDE) / row - BESIDE


def _wider(attempt: Attempt) -> float | None:
    """How wide cards may be, where the guess at it was too small; None where it was good enough."""
    row = max(1, round(attempt.least_width / (attempt.width + BESIDE)))
    width = min(WIDEST, _card_width(row, COLUMN) - STEP)
    return width if width > attempt.width + 2 * STEP else None


def _narrower(attempt: Attempt, width: float) -> float | None:
    """How wide cards are to be for a drawing as wide as this to fit; None where it does, or they may be no narrower."""
    if attempt.width <= NARROWEST or width <= COLUMN:
        return None
    # Cards in a row give way alike: how many there are tells how much narrower each has to be.
    row = max(1, round(width / (attempt.width + BESIDE)))
    return max(NARROWEST, attempt.width - max(STEP, (width - COLUMN) / row))


def best_of(attempts: list[Attempt]) -> Attempt:
    """The cheapest, without a look at the lines of those that cannot be."""
    promising, *others = sorted(attempts, key=lambda attempt: attempt.least_cost)
    best = promising
    for attempt in others:
        if attempt.least_cost < best.cost and attempt.cost < best.cost:
            best = attempt
    return best
