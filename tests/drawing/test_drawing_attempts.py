"""Several layouts are tried; what is not looked at closely could not have been the best."""

import pytest
from drawn_maps import NAMES, golden, maps, plain, scene_of, selected, written_out
from house import ARTICLE
from hypothesis import HealthCheck, given, settings

from argmap.drawing import attempts as attempts_module
from argmap.drawing import dot, engine, layout
from argmap.drawing.attempts import COLUMN, NARROWEST, Attempt, best_layout, best_of
from argmap.drawing.cards import WIDEST, set_cards
from argmap.drawing.dot import Stagger
from argmap.drawing.together import answer
from argmap.reading import read

at_random = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def names(reading):
    return {group.id: group.name for group in reading.map.groups.values()}


def attempt(reading, stagger, width):
    scene = scene_of(reading)
    cards = set_cards(scene, reading, selected(reading), width)
    graph = dot.write(scene, cards, names(reading), stagger=stagger)
    return Attempt(scene, cards, width, layout.read(graph, engine.lay_out(graph.source, engine.find())))


def attempts(reading):
    return [attempt(reading, stagger, width) for stagger in Stagger for width in (WIDEST, NARROWEST)]


@at_random
@given(maps())
def test_no_attempt_costs_less_than_its_least(text):
    for tried in attempts(written_out(text)):
        assert tried.least_width <= tried.placed.width + 1e-6
        assert tried.least_cost <= tried.cost


@pytest.mark.parametrize("name", NAMES)
def test_the_best_is_the_cheapest_of_all(name):
    tried = attempts(golden(name))
    assert best_of(tried) is min(tried, key=lambda attempt: attempt.cost)


def test_lines_are_not_routed_where_cards_alone_are_too_wide():
    tried = attempts(read(ARTICLE))
    best_of(tried)
    assert any("placed" not in vars(attempt) for attempt in tried)


def test_ways_to_stagger_that_come_to_the_same_are_laid_out_once(monkeypatch):
    asked = []
    lay_out = engine.lay_out

    def counted(source, *args, **more):
        asked.append(source)
        return lay_out(source, *args, **more)

    monkeypatch.setattr(engine, "lay_out", counted)
    reading = plain({"t": {"because": ["a"]}, "a": {}})
    answer(best_layout(scene_of(reading), reading, selected(reading), names(reading)), engine.find(), time_limit=30)
    assert "".join(asked).count("digraph") == 1


def test_cards_that_can_be_no_narrower_are_not_tried_for_ever(monkeypatch):
    reading = plain(
        {
            "t": {"because": [[name] for name in "abcdef"]},
            **{name: {"because": [f"{name}x"]} for name in "abcdef"},
            **{f"{name}x": {} for name in "abcdef"},
        }
    )
    monkeypatch.setattr(
        attempts_module,
        "set_cards",
        lambda scene, reading, selection, width: set_cards(scene, reading, selection, WIDEST),
    )
    asking = best_layout(scene_of(reading), reading, selected(reading), names(reading))
    cards, placed = answer(asking, engine.find(), time_limit=30)
    assert placed.width > COLUMN
    assert {card.width for card in cards.values()} == {WIDEST}
