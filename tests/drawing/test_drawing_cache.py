"""Finished drawings are kept, and nothing depends on it."""

import json
import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from drawn_maps import drawn, plain, written_out

from argmap import cache
from argmap.drawing import engine

SMALL = plain({"t": {"because": ["a"]}, "a": {}})
SMALL_TEXT = (
    '{"argmap": 1, "title": "T", "thesis": "t", "claims": {"t": {"text": "T.", "because": ["a"]}, "a": {"text": "A."}}}'
)
OTHER = plain({"t": {"because": ["a"]}, "a": {"text": "Another text."}})


@pytest.fixture
def counting(tmp_path):
    """An engine that counts how often it lays something out."""
    path, count = tmp_path / "counting", tmp_path / "count"
    count.touch()
    path.write_text(
        f'#!/bin/sh\ncase "$*" in *json0*) echo x >> "{count}";; esac\nexec "{engine.find().path}" "$@"\n', "utf-8"
    )
    path.chmod(0o755)

    def draw_counted(reading, folder, **how):
        before = len(count.read_text("utf-8"))
        drawing = drawn(reading, engine=str(path), cache=folder, **how)
        assert drawing.findings == ()
        return drawing.column, len(count.read_text("utf-8")) - before

    return draw_counted


def test_what_was_drawn_is_not_laid_out_again(counting, tmp_path):
    first, laid_out = counting(SMALL, tmp_path / "cache")
    assert laid_out > 0
    assert counting(SMALL, tmp_path / "cache") == (first, 0)


def test_a_page_with_other_links_and_ids_takes_what_another_has_drawn(counting, tmp_path):
    first, _ = counting(SMALL, tmp_path / "cache")
    second, laid_out = counting(SMALL, tmp_path / "cache", prefix="p-", href='claims/?x=1&y="2"#{}'.format)
    assert laid_out == 0
    assert 'id="p-c-a"' in second
    assert 'xlink:href="claims/?x=1&amp;y=&quot;2&quot;#a"' in second
    assert second == drawn(SMALL, prefix="p-", href='claims/?x=1&y="2"#{}'.format).column
    assert not any(ord(char) < 32 for char in first + second)


def test_lines_that_only_move_in_a_map_are_drawn_already(counting, tmp_path):
    moved = written_out(json.dumps(json.loads(SMALL_TEXT), indent=1))
    first, _ = counting(written_out(SMALL_TEXT), tmp_path / "cache")
    assert counting(moved, tmp_path / "cache") == (first, 0)


def test_another_text_is_drawn_anew(counting, tmp_path):
    first, _ = counting(SMALL, tmp_path / "cache")
    second, laid_out = counting(OTHER, tmp_path / "cache")
    assert laid_out > 0
    assert second != first


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"<svg/>", b"0" * 64 + b"\n<svg/>"])
def test_a_damaged_entry_is_drawn_anew(counting, tmp_path, damage):
    first, _ = counting(SMALL, tmp_path / "cache")
    for entry in (tmp_path / "cache").iterdir():
        entry.write_bytes(damage)
    again, laid_out = counting(SMALL, tmp_path / "cache")
    assert laid_out > 0
    assert again == first
    assert counting(SMALL, tmp_path / "cache") == (first, 0)


def test_a_folder_that_cannot_be_made_is_passed_over(counting, tmp_path):
    (tmp_path / "file").write_text("in the way", "utf-8")
    first, _ = counting(SMALL, tmp_path / "file" / "cache")
    assert first == drawn(SMALL).column


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to_is_passed_over(counting, tmp_path):
    folder = tmp_path / "cache"
    folder.mkdir(mode=0o500)
    assert counting(SMALL, folder)[0] == drawn(SMALL).column


def test_without_a_folder_nothing_is_kept(counting):
    assert counting(SMALL, None)[1] > 0
    assert counting(SMALL, None)[1] > 0


def test_those_who_write_at_once_leave_one_whole_entry(tmp_path):
    texts = [f"{n}" * 50_000 for n in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda text: cache.store(tmp_path, "same", text), texts * 4))
    assert cache.load(tmp_path, "same") in texts
    assert [path.name for path in tmp_path.iterdir()] == ["same"]


def test_an_entry_comes_back_as_it_was(tmp_path):
    cache.store(tmp_path, "entry", "first\r\nsecond\n\u2028ü")
    assert cache.load(tmp_path, "entry") == "first\r\nsecond\n\u2028ü"
    assert cache.load(tmp_path, "none") is None


def test_a_picture_comes_back_as_it_was(tmp_path):
    content = bytes(range(256)) + b"\r\n\n"
    cache.store_bytes(tmp_path, "entry", content)
    assert cache.load_bytes(tmp_path, "entry") == content
    (tmp_path / "entry").write_bytes((tmp_path / "entry").read_bytes()[:-1])
    assert cache.load_bytes(tmp_path, "entry") is None
