"""Several layouts tried, and the best of them: one that fits the column, not too tall and with cards not too narrow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.drawing import dot, engine, layout
from argmap.drawing.cards import WIDEST, SetCard, set_cards
from argmap.drawing.dot import Stagger
from argmap.drawing.squeeze import squeeze
from argmap.drawing.tidy import tidy

if TYPE_CHECKING:
    from argmap.drawing.layout import Layout
    from argmap.drawing.scene import Scene
    from argmap.drawing.views import Selection
    from argmap.reading import Reading

COLUMN = 860.0  # what a drawing for a column should not be wider than, without its margin
NARROWEST = 180.0  # of a card
OVER = 20.0  # what a pixel beyond the column costs; a pixel of height costs 1
UNTIDY = 2.0  # how much taller a drawing may be for its lines to run straight
MANY = 40  # cards or links; from here on the first layout is taken


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
    def placed(self) -> Layout:
        """Everything where it is drawn."""
        return tidy(self.squeezed, self.scene) or self.plain

    @cached_property
    def least_width(self) -> float:
        """How wide it is at least: whatever the lines do, cards and groups move no more but up and down."""
        boxes = (*self.squeezed.cards.values(), *self.squeezed.groups.values())
        return max(box.right for box in boxes) - min(box.x for box in boxes)

    @property
    def least_cost(self) -> float:
        """What it costs at least."""
        return OVER * max(0.0, self.least_width - COLUMN)

    @property
    def cost(self) -> float:
        """How tall it is, and all that speaks against it as if it were taller for that."""
        placed = self.placed
        size = placed.height * (1 + (WIDEST - self.width) / WIDEST) + OVER * max(0.0, placed.width - COLUMN)
        return size * (1 + placed.tangle) if placed.tidied else UNTIDY * size


def best_layout(
    scene: Scene,
    reading: Reading,
    selection: Selection,
    group_names: Mapping[str, str],
    found: engine.Engine,
    *,
    time_limit: float,
) -> tuple[Mapping[str, SetCard], Layout]:
    """The cards of a scene, set in type, and the best place found for each."""

    def attempts(widths: Mapping[Stagger, float]) -> Mapping[Stagger, Attempt]:
        cards = {width: set_cards(scene, reading, selection, width) for width in widths.values()}
        graphs = {
            stagger: dot.write(scene, cards[width], group_names, stagger=stagger) for stagger, width in widths.items()
        }
        # Two ways to stagger may come to the same.
        sources = list(dict.fromkeys(graph.source for graph in graphs.values()))
        answers = dict(zip(sources, engine.lay_out_all(sources, found, time_limit=time_limit), strict=True))
        made = {
            (graph.source, widths[stagger]): Attempt(
                scene, cards[widths[stagger]], widths[stagger], layout.read(graph, answers[graph.source])
            )
            for stagger, graph in graphs.items()
        }
        # By the width too: cards that can be no narrower come to the same at any, and still it has to grow less.
        return {stagger: made[graph.source, widths[stagger]] for stagger, graph in graphs.items()}

    if len(scene.cards) > MANY or len(scene.links) > MANY:
        best = attempts({Stagger.UNDERCUTS: WIDEST})[Stagger.UNDERCUTS]
    else:
        best = _fitted(attempts)
    return best.cards, best.placed


def _fitted(attempts: Callable[[Mapping[Stagger, float]], Mapping[Stagger, Attempt]]) -> Attempt:
    """The best of an attempt for each way to stagger, with cards so narrow that it fits the column, if they may be."""
    fitted: dict[Stagger, Attempt] = {}
    widths = dict.fromkeys(Stagger, WIDEST)
    while widths:
        fitted |= attempts(widths)
        widths = {
            stagger: width for stagger in widths if (width := _narrower(fitted[stagger], fitted[stagger].least_width))
        }
        if not widths:
            # Its cards fit. Whether its lines do is asked of the best alone: to find out takes longest.
            best = best_of([*fitted.values()])
            stagger = next(stagger for stagger, attempt in fitted.items() if attempt is best)
            if width := _narrower(best, best.placed.width):
                widths = {stagger: width}
    return best


def _narrower(attempt: Attempt, width: float) -> float | None:
    """How wide cards are to be for a drawing as wide as this to fit; None where it does, or they may be no narrower."""
    if attempt.width <= NARROWEST or width <= COLUMN:
        return None
    # Cards in a row give way alike: how many there are tells how much narrower each has to be.
    row = max(1, round(width / (attempt.width + 26)))
    return max(NARROWEST, attempt.width - max(4.0, (width - COLUMN) / row))


def best_of(attempts: list[Attempt]) -> Attempt:
    """The cheapest, without a look at those that cannot be."""
    promising = min(attempts, key=lambda attempt: attempt.least_cost)
    return min(
        (attempt for attempt in attempts if attempt.least_cost <= promising.cost), key=lambda attempt: attempt.cost
    )
