"""Lines as everybody counts them: the notation, those who show a finding's line, an editor."""

from pathlib import Path

from argmap.lines import lines_in, lines_of, unified


def test_lines_end_where_an_editor_ends_them():
    assert lines_of("one\r\ntwo\rthree\nfo\u2028ur\x85") == ["one", "two", "three", "fo\u2028ur\x85"]
    assert lines_of("") == [""]
    assert unified("a\r\n\rb\n") == "a\n\nb\n"


def test_a_byte_order_mark_is_in_none(tmp_path):
    file = tmp_path / "map.yml"
    file.write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\nfo\xe2\x80\xa8ur")
    assert lines_in(file) == ["one", "two", "three", "fo\u2028ur"]


def test_of_what_is_no_text_there_are_none(tmp_path):
    (tmp_path / "binary").write_bytes(b"\xff")
    assert [lines_in(each) for each in (tmp_path, tmp_path / "none", tmp_path / "binary", Path("a\0b"))] == [[]] * 4
