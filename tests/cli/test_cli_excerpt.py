"""The line of a map below a finding, and the caret below the place."""

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.cli import terminal
from argmap.cli.excerpt import cut, excerpt
from argmap.cli.terminal import cells, harmless, wrap
from argmap.findings import Finding, Severity


def at(line, column, file="map.yml"):
    return Finding(file, line, column, "rule", Severity.ERROR, "message")


def pointed_at(line, column, width=80):
    """What is shown, and what stands above the caret."""
    shown, before = cut(line, column, width)
    reached = 0
    for char in shown:
        if reached >= before and cells(char):
            return shown, char
        reached += cells(char)
    return shown, ""


@pytest.mark.parametrize(
    ("line", "column", "char"),
    [
        ("text: Plain.", 7, "P"),
        ("text: 碼頭很貴", 8, "頭"),
        ("text: ｗｉｄｅ", 9, "ｄ"),
        ("text: e\u0301e\u0301X", 11, "X"),
        ("text: می\u200cخواهد", 10, "خ"),
        ("text: \u1112\u1161\u11ab\u1100\u1173\u11af", 10, "\u1100"),
        ("\ttext: X", 8, "X"),
        ("a\tb\tX", 5, "X"),
        ("text: 🚢X", 8, "X"),
        ("text: end", 10, ""),
    ],
)
def test_the_caret_stands_below_the_place(line, column, char):
    shown, above = pointed_at(line, column)
    assert above == char
    assert "\t" not in shown


def test_a_finding_s_line_is_shown_with_its_number():
    assert excerpt(at(12, 3), [*[""] * 11, "  text: A"], 80) == ("   12 |   text: A", "      |   ^")


def test_of_a_whole_file_and_of_a_line_that_is_no_more_nothing_is_shown():
    assert excerpt(at(0, 0), ["a"], 80) is None
    assert excerpt(at(3, 1), ["a"], 80) is None


LONG = f"{'before ' * 30}HERE{' behind' * 30}"


@pytest.mark.parametrize(
    ("line", "column", "begins", "ends"),
    [(LONG, 211, "…", "…"), (LONG, 1, "before", "…"), (LONG, len(LONG), "…", "behind"), ("x" * 80, 40, "xx", "xx")],
)
def test_a_long_line_is_cut_around_the_place(line, column, begins, ends):
    shown, above = pointed_at(line, column)
    assert above == line[column - 1]
    assert cells(shown) <= 80
    assert shown.startswith(begins)
    assert shown.endswith(ends)


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\r"), max_size=200)


@given(TEXT, st.integers(1, 220), st.integers(20, 120))
def test_a_cut_line_fits_and_the_caret_is_within_it(line, column, width):
    shown, before = cut(line, column, width)
    assert cells(shown) <= width
    assert 0 <= before <= cells(shown)


@given(TEXT)
def test_nothing_but_a_tab_steers_the_terminal(text):
    assert not {unicodedata.category(char) for char in harmless(text) if char != "\t"} & {"Cc", "Zl", "Zp"}


@given(TEXT, st.integers(2, 80))
def test_wrapped_lines_fit_and_say_the_same(text, width):
    lines = list(wrap(text, width))
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == harmless("".join(text.split()))


class Screen(io.StringIO):
    """A terminal."""

    def isatty(self):
        return True


class TestColours:
    """They are for terminals whose owner did not ask for none."""

    @pytest.fixture(autouse=True)
    def plain_environment(self, monkeypatch):
        monkeypatch.delenv("NO_COLOR", raising=False)
        monkeypatch.setenv("TERM", "xterm")

    def test_a_terminal_has_them_and_a_file_not(self):
        assert terminal.coloured(Screen())
        assert not terminal.coloured(io.StringIO())
        assert not terminal.coloured(None)

    @pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
    def test_who_wants_none_gets_none(self, monkeypatch, name, value):
        monkeypatch.setenv(name, value)
        assert not terminal.coloured(Screen())

    def test_they_leave_the_words_as_they_are(self, project, monkeypatch):
        from argmap.cli import main

        plain, coloured = io.StringIO(), Screen()
        for stream in (plain, coloured):
            monkeypatch.setattr("sys.stderr", stream)
            assert main(["check", "broken.yml"]) == 1
        assert "\x1b[1;31merror[unknown-reference]\x1b[0m: " in coloured.getvalue()
        assert coloured.getvalue().replace("\x1b[1;31m", "").replace("\x1b[0m", "") == plain.getvalue()
