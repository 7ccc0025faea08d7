"""Drawings as pictures, for programs that show nothing else."""

from pathlib import Path

import pytest
from drawn_maps import Picture, drawn, golden, plain
from fontTools.ttLib import TTFont
from png_reader import Png

from argmap.drawing import is_legible, picture
from argmap.drawing.fonts import FACES, ttf, woff2
from argmap.drawing.rasteriser import PAPER
from argmap.drawing.svg import text

SMALL = plain({"t": {"because": ["a"]}, "a": {}})


def line(words, **how):
    """A drawing of one line of text, 300 by 40, which begins at 20, or `leftward` at 280."""
    written = text(words, 280 if how.get("leftward") else 20, 26, "am-text", **how)
    return f'<svg xmlns="http://www.w3.org/2000/svg" class="am-drawing" width="300" height="40">{written}</svg>'


def columns(png):
    """The columns with ink."""
    return [x for x in range(png.width) if png.ink(x, 0, x + 1, png.height)]


def test_a_picture_is_as_large_as_asked_for_and_stands_on_paper():
    drawing = drawn(SMALL)
    whole = Picture.of(drawing.column, "m-c-").canvas
    png = Png(picture(drawing.column, scale=2))
    assert (png.width, png.height) == (round(2 * (whole.right - whole.left)), round(2 * (whole.bottom - whole.top)))
    assert png.pixel(0, 0) == tuple(bytes.fromhex(PAPER[1:]))


def test_every_card_is_in_the_picture_with_its_words():
    drawing = drawn(SMALL)
    seen = Picture.of(drawing.column, "m-c-")
    png = Png(picture(drawing.column))
    for card in seen.cards.values():
        left, top = round(card.left - seen.canvas.left) + 8, round(card.top - seen.canvas.top) + 2
        assert png.pixel(left, top) == (255, 255, 255)
        inked = {png.pixel(x, y) for x in range(left, left + 60) for y in range(top, top + 50)}
        assert min(inked) < (100, 120, 120)


def test_the_same_drawing_is_the_same_picture():
    assert picture(drawn(SMALL).column) == picture(drawn(SMALL).column)


def test_a_picture_is_painted_once(tmp_path, monkeypatch):
    svg = drawn(SMALL).column
    first = picture(svg, folder=tmp_path)
    monkeypatch.setattr("argmap.drawing.rasteriser._painted", None)
    assert picture(svg, folder=tmp_path) == first


def test_a_drawing_too_large_is_shown_smaller(monkeypatch):
    monkeypatch.setattr("argmap.drawing.rasteriser.MOST_PIXELS", 10_000)
    png = Png(picture(drawn(golden("russian")).column, scale=2))
    assert 8_000 < png.width * png.height < 10_500


def test_bold_is_bold_and_slanted_is_slanted():
    pictures = {
        picture(line("Words").replace("am-text", look)) for look in ("am-text", "am-text am-bold", "am-text am-hedge")
    }
    assert len(pictures) == 3


@pytest.mark.parametrize("words", ["Слова", "Łąka", "واژه", "naïve – “so”"])
def test_every_script_of_the_packaged_typefaces_is_shown(words):
    assert len(columns(Png(picture(line(words))))) > 12


def test_what_has_no_letter_in_the_typefaces_leaves_no_box():
    assert picture(line("Words \N{GRINNING FACE}")) == picture(line("Words "))


def test_a_line_from_right_to_left_ends_where_a_card_has_it():
    first, *_, last = columns(Png(picture(line("نقشهٔ استدلال.", leftward=True))))
    assert 276 < last <= 281
    assert first > 150


def test_a_line_from_right_to_left_has_its_full_stop_on_the_left():
    with_stop = columns(Png(picture(line("نقشه.", leftward=True))))
    without = columns(Png(picture(line("نقشه", leftward=True))))
    assert (max(with_stop), min(with_stop) < min(without)) == (max(without), True)


def test_text_is_text_in_a_picture():
    assert picture(line("a <b> & c")) != picture(line("a"))


@pytest.mark.parametrize(
    ("words", "legible"),
    [
        ("A pier", True),
        ("Пирс", True),
        ("اسکله", True),
        ("碼頭", False),
        ("A pier \N{GRINNING FACE}!", True),
        ("", True),
    ],
)
def test_whether_a_picture_can_show_a_text(words, legible):
    assert is_legible([words]) is legible


def test_the_rasteriser_s_typefaces_have_the_characters_of_the_browser_s():
    from io import BytesIO

    mine = {Path(path).stem: set(TTFont(path).getBestCmap()) for path in ttf()}
    for face in FACES:
        name = "italic" if face.style == "italic" else {400: "regular", 600: "semibold"}[face.weight]
        assert set(TTFont(BytesIO(woff2(face))).getBestCmap()) <= mine[name]
    assert sum(Path(path).stat().st_size for path in ttf()) < 600_000
