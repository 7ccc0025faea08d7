"""Text in lines, measured with the packaged typefaces."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.drawing.typesetting import Block, is_exact, is_rtl, measure, wrap

FONTS = Path(argmap.__file__).parent / "drawing" / "fonts"
WORDS = st.text(st.characters(categories=["L", "N", "P", "Zs", "Mn"]), max_size=120)


def texts(text, width, size=10.0):
    return [line.text for line in wrap(text, width, size)]


@given(WORDS, st.floats(20, 300))
def test_no_line_is_wider_than_the_measure_unless_it_is_one_character(text, width):
    for line in wrap(text, width, 14):
        assert line.width <= width + 1e-6 or len(line.text) == 1
        assert line.width == pytest.approx(measure(line.text, 14))


@given(WORDS, st.floats(20, 300))
def test_the_lines_together_say_the_text(text, width):
    assert "".join("".join(texts(text, width)).split()) == "".join(text.split())


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=8), min_size=1, max_size=12), st.floats(60, 200))
def test_there_are_as_few_lines_as_there_can_be(words, width):
    greedy, line = 1, ""
    for word in words:
        longer = f"{line} {word}".strip()
        if line and measure(longer, 10) > width:
            greedy, longer = greedy + 1, word
        line = longer
    assert len(texts(" ".join(words), width)) == greedy


@given(WORDS, st.floats(20, 300))
def test_how_many_lines_there_are_is_known_before_they_are_set(text, width):
    block = Block(text, width, 14)
    assert block.line_count == len(block.lines)


def test_lines_are_about_even():
    lines = wrap("The town should build a second pier.", 140, 14)
    assert [line.text for line in lines] == ["The town should", "build a second pier."]


def test_an_empty_text_has_no_lines():
    assert wrap("  ", 100, 14) == ()


def test_a_word_that_is_wider_than_a_line_is_broken():
    assert len(texts("supercalifragilistic", 50)) > 1


def test_a_word_may_end_a_line_after_its_hyphen():
    assert texts("counter-hegemonic", 60) == ["counter-", "hegemonic"]


def test_a_no_break_space_keeps_its_words_together():
    assert texts("on 28\u00a0October", measure("on 28", 10) + 1) != ["on 28", "October"]


def test_chinese_may_break_between_any_two_characters_but_not_before_a_full_stop():
    assert texts("渡轮要等四十分钟。", 40) == ["渡轮要", "等四十", "分钟。"]


def test_marks_and_joiners_take_no_room():
    assert measure("می\u200cرود", 10) == pytest.approx(measure("میرود", 10))
    assert measure("كلَّ", 10) == pytest.approx(measure("كل", 10))
    assert measure("e\u0301", 10) == pytest.approx(measure("e", 10))


@pytest.mark.parametrize(("text", "exact"), [("Plain – “words”.", True), ("Слова", True), ("渡轮", False)])
def test_a_width_is_exact_where_the_typeface_has_every_character(text, exact):
    assert is_exact(text) is exact


def test_the_width_of_joined_letters_is_never_exact():
    assert not is_exact("سلام")


@pytest.mark.parametrize(
    ("text", "rtl"),
    [("سلام", True), ("שלום", True), ("hello", False), ("(۱) سلام", True), ("S-300 را", False), ("", False)],
)
def test_a_text_runs_as_its_first_letter_runs(text, rtl):
    assert is_rtl(text) is rtl


@pytest.mark.parametrize("style", [400, 600])
@pytest.mark.parametrize("script", ["latin", "latin-ext", "cyrillic", "arabic-arabic"])
def test_widths_are_the_typeface_s_own(script, style):
    font = TTFont(FONTS / f"ibm-plex-sans-{script}-{style}-normal.woff2")
    em, face = font["head"].unitsPerEm, {400: "regular", 600: "semibold"}[style]
    first = (
        set() if script == "latin" else set(TTFont(FONTS / f"ibm-plex-sans-latin-{style}-normal.woff2").getBestCmap())
    )
    widths = {
        chr(code): font["hmtx"][glyph][0] * 1000 / em
        for code, glyph in font.getBestCmap().items()
        if script == "latin" or code not in first
    }
    wrong = {char: width for char, width in widths.items() if abs(measure(char, 1000, face) - width) > 1}
    assert not wrong
    assert len(widths) > 30
