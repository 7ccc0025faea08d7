"""The picture of a map beside a link to it."""

import pytest
from drawn_maps import drawn, golden, plain
from png_reader import Png

from argmap.drawing import headline, picture, share_card
from argmap.reading import read

ARGUMENT = {"t": {"because": ["a"], "but": ["b"]}, "a": {}, "b": {}}
SMALL = plain(ARGUMENT)


def card(reading, **options):
    return Png(picture(share_card(reading, drawn(reading, **options))))


def test_a_card_has_the_size_that_networks_show():
    png = card(SMALL)
    assert (png.width, png.height) == (1200, 630)


def test_a_card_shows_the_headline_and_the_map():
    png = card(SMALL)
    assert png.ink(60, 80, 700, 140) > 500
    assert png.ink(60, 220, 1140, 560) > 5_000
    assert png.ink(0, 0, 60, 630) == 0


def test_the_headline_is_the_question_or_else_the_title():
    asked = plain(ARGUMENT, question={"text": "Why?"})
    assert (headline(asked), headline(SMALL)) == ("Why?", "Plain")
    assert share_card(asked, drawn(asked)) != share_card(SMALL, drawn(SMALL))


def test_who_wrote_the_source_stands_on_the_card(tmp_path):
    text = (
        "argmap: 1\ntitle: T\nthesis: t\nsources:\n  s: { file: s.txt, author: %s }\n"
        "claims:\n  t: { text: Words., quote: Words }\n"
    )
    (tmp_path / "s.txt").write_text("Words", "utf-8")
    cards = set()
    for author in ("N. N.", "M. M."):
        (tmp_path / "m.yml").write_text(text % author, "utf-8")
        reading = read(tmp_path / "m.yml", project=tmp_path)
        cards.add(share_card(reading, drawn(reading)))
    assert len(cards) == 2


@pytest.mark.parametrize(
    "words", ["Is it so? " * 60, "Is it so? " * 100_000, "W" * 900, "\N{SNOWMAN}", "</text><script>&amp;"]
)
def test_a_headline_of_any_length_leaves_room_for_the_map(words):
    png = card(plain(ARGUMENT, question={"text": words}))
    assert png.ink(1140, 0, 1200, 630) == 0
    assert png.ink(60, 340, 1140, 560) > 3_000


def test_a_persian_card_begins_on_the_right():
    png = card(golden("persian"))
    assert png.ink(700, 40, 1140, 150) > 500
    assert png.ink(60, 40, 500, 150) == 0


def test_a_map_that_cannot_be_laid_out_has_a_card():
    drawing = drawn(SMALL, engine="/nowhere/dot")
    assert drawing.column is None
    png = Png(picture(share_card(SMALL, drawing)))
    assert png.ink(60, 220, 1140, 560) > 5_000


def test_the_same_map_has_the_same_card():
    assert share_card(SMALL, drawn(SMALL)) == share_card(SMALL, drawn(SMALL))
