"""Edits leave every other byte of a file as it was."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.editing.manuscript import Edit, Manuscript, read_manuscript
from argmap.findings import MapError


def manuscript(written):
    return Manuscript(Path("map.yml"), written)


def test_edits_are_made_at_once_and_their_places_are_those_of_the_text_before():
    assert manuscript("one two three").edited([Edit(8, 13, "3"), Edit(0, 3, "first")]).written == "first two 3"


def test_a_byte_order_mark_and_line_breaks_of_every_kind_stay():
    old = manuscript("\ufeffa: 1\r\nb: 2\rc: 3\nd: 4 \r\n\r\ne")
    assert old.text == "a: 1\nb: 2\nc: 3\nd: 4 \n\ne"
    at = old.text.index("3")
    assert old.edited([Edit(at, at + 1, "x\ny")]).written == "\ufeffa: 1\r\nb: 2\rc: x\r\ny\nd: 4 \r\n\r\ne"


def test_edits_that_meet_are_refused():
    with pytest.raises(ValueError, match="Two edits"):
        manuscript("abc").edited([Edit(0, 2, ""), Edit(1, 3, "")])


@given(st.text("a\r\n\ufeff😀 "), st.integers(0, 20), st.integers(0, 5), st.text("b\n"))
def test_whatever_is_edited_the_text_is_as_if_edited_alone(written, at, length, new):
    old = manuscript(written)
    start = min(at, len(old.text))
    end = min(start + length, len(old.text))
    edited = old.edited([Edit(start, end, new)])
    whole = old.text[:start] + new + old.text[end:]
    if not (old.text[:start].endswith("\n") or new[:1] == "\n" or new[-1:] == "\n" or not new):
        assert edited.text == whole
    assert edited.text.replace("\n", "") == whole.replace("\n", "")
    assert old.edited([]).written == written


def test_a_diff_is_of_lines_as_editors_count_them():
    old = manuscript("a\u2028b\nc")
    assert old.diff(old.edited([Edit(4, 5, "d")]), "map.yml") == (
        "--- map.yml\n+++ map.yml\n@@ -1,2 +1,2 @@\n a\u2028b\n"
        "-c\n\\ No newline at end of file\n+d\n\\ No newline at end of file\n"
    )


def test_a_file_that_is_no_text_is_a_finding(tmp_path):
    (tmp_path / "map.yml").write_bytes(b"\xff")
    with pytest.raises(MapError) as refused:
        read_manuscript(tmp_path / "map.yml")
    assert refused.value.unreadable
