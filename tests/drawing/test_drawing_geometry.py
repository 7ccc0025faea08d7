"""Where things are drawn: on small maps at random, tidied or as Graphviz left them."""

import re
from itertools import combinations, pairwise

import pytest
from drawn_maps import (
    NAMES,
    SVG,
    Rect,
    along,
    column,
    drawn,
    golden,
    maps,
    narrow,
    plain,
    scene_of,
    selected,
    written_out,
)
from house import ARTICLE
from hypothesis import HealthCheck, example, given, settings

from argmap.drawing import dot, engine, layout
from argmap.drawing.attempts import COLUMN
from argmap.drawing.cards import set_cards
from argmap.drawing.dot import DOT_SIZE, Stagger
from argmap.drawing.narrow import WIDTH
from argmap.drawing.squeeze import squeeze
from argmap.drawing.svg import MARGIN
from argmap.drawing.tidy import tidy
from argmap.reading import read

at_random = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


# A loop whose line up again Graphviz draws through the card between.
ROUND_A_CARD = """
argmap: 1
title: Round a card
thesis: c0
groups: { g: { title: Group G } }
claims:
  c0: { text: "Yes.", implicit: It goes without saying., qualifier: it could be argued, group: g }
  c1: { text: "Yes." }
  c2: { text: "Yes.", group: g, because: [[c0], { premises: [c0, c1], because: [[c0]] }] }
"""


def laid_out(reading, width=236.0, stagger=Stagger.NOTHING):
    """The scene, Graphviz's own layout of it, and the tidied one."""
    scene = scene_of(reading)
    cards = set_cards(scene, reading, selected(reading), width)
    names = {group.id: group.name for group in reading.map.groups.values()}
    graph = dot.write(scene, cards, names, stagger=stagger)
    graphviz = layout.read(graph, engine.lay_out(graph.source, engine.find()))
    return scene, graphviz, tidy(squeeze(graphviz, scene, COLUMN), scene)


def ends(link):
    return {link.source} | {link.target}


def rect(box):
    return Rect(box.x, box.y, box.right, box.bottom)


def layouts(reading):
    scene, graphviz, tidied = laid_out(reading)
    return [(scene, placed) for placed in (graphviz, tidied) if placed]


@at_random
@given(maps())
def test_no_card_lies_on_another(text):
    reading = written_out(text)
    for _, placed in layouts(reading):
        for one, other in combinations(placed.cards.values(), 2):
            assert not rect(one).meets(rect(other))


@at_random
@given(maps())
def test_a_group_s_ground_holds_its_cards_and_no_others(text):
    reading = written_out(text)
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
@example(ROUND_A_CARD)
def test_no_line_passes_through_a_card(text):
    # Of what is drawn: where lines were laid anew, Graphviz's own, which may cut through a card, are shown to nobody.
    scene, graphviz, tidied = laid_out(written_out(text))
    placed = tidied or graphviz
    for route in placed.routes:
        for card in scene.cards:
            if placed.tidied or card.name not in ends(route.link):
                # Graphviz's own curves may brush a card.
                brush = 1 if placed.tidied else 8
                assert not any(rect(placed.cards[card.name]).encloses(point, brush) for point in along(route.points))


@at_random
@given(maps())
def test_every_link_has_a_line_from_what_it_bears_on_to_where_it_comes_from(text):
    reading = written_out(text)
    for scene, placed in layouts(reading):
        assert [route.link for route in placed.routes] == list(scene.links)
        for route in placed.routes:
            link = route.link
            above = placed.junctions[link.target] if link.to_junction else placed.cards[link.target]
            below = placed.junctions[link.source] if link.from_junction else placed.cards[link.source]
            assert touches(route.points[0], above, "bottom")
            assert touches(route.points[-1], below, "y")


def touches(point, thing, side):
    """Whether a point lies on a dot's rim or inside, or on one side of a card."""
    (x, y) = point
    if not isinstance(thing, layout.Box):
        return abs(x - thing[0]) < DOT_SIZE / 2 + 1 and abs(y - thing[1]) < DOT_SIZE / 2 + 1
    return thing.x - 1 < x < thing.right + 1 and abs(y - getattr(thing, side)) < 1.5


@at_random
@given(maps())
def test_no_dot_lies_on_a_card(text):
    reading = written_out(text)
    for _, placed in layouts(reading):
        for x, y in placed.junctions.values():
            dot_ = Rect(x - DOT_SIZE / 2, y - DOT_SIZE / 2, x + DOT_SIZE / 2, y + DOT_SIZE / 2)
            assert not any(dot_.meets(rect(card)) for card in placed.cards.values())


@at_random
@given(maps())
def test_nothing_lies_outside_the_drawing(text):
    reading = written_out(text)
    for _, placed in layouts(reading):
        canvas = Rect(0, 0, placed.width, placed.height)
        for box in (*placed.cards.values(), *placed.groups.values()):
            assert canvas.holds(rect(box))
        margin = Rect(-MARGIN, -MARGIN, placed.width + MARGIN, placed.height + MARGIN)
        for route in placed.routes:
            assert all(margin.encloses(point) for point in along(route.points))


@pytest.mark.parametrize("kind", [column, narrow])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_painted_outside_the_picture(kind, name):
    picture = kind(golden(name))
    for box in (*picture.cards.values(), *picture.grounds):
        assert picture.canvas.holds(box)


@at_random
@given(maps())
def test_the_same_map_gives_the_same_bytes(text):
    reading = written_out(text)
    one, other = drawn(reading), drawn(reading)
    assert (one.column, one.narrow) == (other.column, other.narrow)


@pytest.mark.parametrize("name", NAMES)
def test_golden_maps_are_tidied(name):
    assert column(golden(name)).root.find(".//*[@class='am-way']") is not None
    assert any(laid_out(golden(name), width, stagger)[2] for width in (236.0, 180.0) for stagger in Stagger)


def test_the_narrow_drawing_s_cards_stand_below_one_another():
    cards = list(narrow(golden("undercut-of-an-undercut-with-backing-and-groups")).cards.values())
    assert all(above.bottom < below.top for above, below in pairwise(cards))


def test_what_leads_on_from_deep_in_the_narrow_drawing_stands_within_its_card():
    deep = {f"c{n}": {"because": [f"c{n + 1}"]} for n in range(139)}
    undecided = plain(deep | {"c139": {"because": ["for"], "but": ["against"]}, "for": {}, "against": {}}, thesis="c0")
    picture = narrow(undecided)
    assert "undecided" in "".join(picture.root.itertext())
    assert max(card.right for card in picture.cards.values()) <= WIDTH
    assert picture.root.find(".//*[@class='am-below']") is not None


class TestTheArticle:
    """The map of the article that argmap was made for."""

    def test_fits_a_column(self):
        canvas = column(read(ARTICLE)).canvas
        assert canvas.right - canvas.left <= 880

    def test_has_cards_wide_enough_to_read(self):
        assert min(card.right - card.left for card in column(read(ARTICLE)).cards.values()) >= 180

    def test_has_no_lines_that_cross(self):
        lines = pieces(column(read(ARTICLE)))
        for one, other in combinations(lines, 2):
            assert not any(crossing(a, b) for a in one for b in other)


def pieces(picture):
    """The straight pieces of every line, from corner to corner, as rectangles without breadth."""
    lines = []
    for way in picture.root.iter(f"{SVG}path"):
        if way.get("class") == "am-way":
            numbers = [float(number) for number in re.findall(r"-?[\d.]+", way.get("d"))]
            points = list(along(tuple(zip(numbers[::2], numbers[1::2], strict=True))))
            lines.append(list(pairwise(points)))
    return lines


def crossing(one, other):
    """Whether two short pieces cross properly: lines that meet at an end, or share a trunk, do not."""

    def turn(a, b, c):
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    (a, b), (c, d) = one, other
    sides = turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)
    return min(map(abs, sides)) > 0.5 and sides[0] * sides[1] < 0 and sides[2] * sides[3] < 0
