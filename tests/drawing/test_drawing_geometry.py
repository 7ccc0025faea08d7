"""Where things are drawn: on small maps at random, tidied or as Graphviz left them."""

from itertools import combinations

import pytest
from drawn_maps import NAMES, Rect, column, drawn, golden, maps, narrow, scene_of, selected
from hypothesis import HealthCheck, given, settings

from argmap.drawing import dot, engine, layout
from argmap.drawing.cards import set_cards
from argmap.drawing.column import dense
from argmap.drawing.dot import Stagger
from argmap.drawing.tidy import tidy

at_random = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def laid_out(reading, width=236.0, stagger=Stagger.NOTHING):
    """The scene, Graphviz's own layout of it, and the tidied one."""
    scene = scene_of(reading)
    cards = set_cards(scene.cards, reading, selected(reading), width)
    names = {group.id: group.name for group in reading.map.groups.values()}
    graph = dot.write(scene, cards, names, stagger=stagger)
    graphviz = layout.read(graph, engine.lay_out(graph.source, engine.find()))
    return scene, graphviz, tidy(graphviz, scene)


def rect(box):
    return Rect(box.x, box.y, box.right, box.bottom)


def layouts(reading):
    scene, graphviz, tidied = laid_out(reading)
    return [(scene, placed) for placed in (graphviz, tidied) if placed]


@at_random
@given(maps())
def test_no_card_lies_on_another(reading):
    for _, placed in layouts(reading):
        for one, other in combinations(placed.cards.values(), 2):
            assert not rect(one).meets(rect(other))


@at_random
@given(maps())
def test_a_group_s_ground_holds_its_cards_and_no_others(reading):
    for scene, placed in layouts(reading):
        for group, ground in placed.groups.items():
            for card in scene.cards:
                box = rect(placed.cards[card.name])
                if card.group == group:
                    assert rect(ground).holds(box)
                else:
                    assert not rect(ground).meets(box)
        for one, other in combinations(placed.groups.values(), 2):
            assert not rect(one).meets(rect(other))


@at_random
@given(maps())
def test_a_tidied_line_passes_through_no_card(reading):
    scene, _, placed = laid_out(reading)
    if placed is None:
        return
    for route in placed.routes:
        for card in scene.cards:
            inner = rect(placed.cards[card.name])
            for x, y in dense(route.points):
                assert not Rect(x, y, x, y).meets(inner, by=-0.5) or at_end(route, card)


def at_end(route, card):
    link = route.link
    return (not link.to_junction and card.name == link.target) or (not link.from_junction and card.name == link.source)
