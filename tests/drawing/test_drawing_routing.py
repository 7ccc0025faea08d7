"""Ways for lines: which are looked for, and which are taken."""

from itertools import islice

from argmap.drawing.layout import Box
from argmap.drawing.obstacles import Obstacles
from argmap.drawing.routing import Way, Ways, choose, down

STRAIGHT = ((0.0, 0.0), (0.0, 100.0))
ACROSS = ((-50.0, 50.0), (50.0, 50.0))


def counted(*points):
    """Ways, and the list of those that were looked for."""
    looked = []

    def found():
        for each in points:
            looked.append(each)
            yield Way(each, float(len(looked)))

    return Ways(found()), looked


def test_ways_are_looked_for_when_they_are_asked_for_and_once():
    ways, looked = counted(STRAIGHT, ACROSS)
    assert ways
    assert looked == [STRAIGHT]
    assert list(ways) == list(ways)
    assert looked == [STRAIGHT, ACROSS]


def test_where_nothing_is_free_there_are_no_ways():
    ways, _ = counted()
    assert not ways


def test_of_a_line_that_crosses_nothing_no_other_way_is_looked_for():
    ways, looked = counted(STRAIGHT, ACROSS)
    aside, _ = counted(((200.0, 0.0), (200.0, 100.0)))
    choose({"one": aside, "other": ways})
    assert looked == [STRAIGHT]


def test_a_line_that_crosses_another_takes_a_way_that_does_not():
    ways, _ = counted(STRAIGHT, ((0.0, 0.0), (0.0, 30.0)))
    across, _ = counted(ACROSS)
    assert choose({"across": across, "other": ways})["other"].points == ((0.0, 0.0), (0.0, 30.0))


def test_a_line_turns_in_its_lane_where_nothing_is_in_the_way():
    first = next(iter(down((0.0, 0.0), (100.0, 200.0), 50.0, Obstacles([]))))
    assert first.points == ((0.0, 0.0), (0.0, 50.0), (100.0, 50.0), (100.0, 200.0))


def test_ways_come_from_the_plainest_on():
    between = Box(-20.0, 90.0, 140.0, 30.0)
    costs = [way.cost for way in islice(down((0.0, 0.0), (100.0, 300.0), 50.0, Obstacles([between])), 16)]
    assert costs == sorted(costs)
    assert costs


def test_a_line_finds_its_way_round_many_cards():
    wall = [Box(60.0 * n - 1800.0, 100.0 + 40.0 * (n % 5), 50.0, 30.0) for n in range(60)]
    ways = list(down((0.0, 0.0), (0.0, 600.0), 33.0, Obstacles(wall)))
    assert ways
    assert all(Obstacles(wall).leave(way.points) for way in ways)
