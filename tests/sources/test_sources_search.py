"""Words found in a text, with an index and without: the same places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources import search
from argmap.sources.search import Search


def by_reading(words, text):
    """Every place, found one by one."""
    return [at for at in range(len(text) - len(words) + 1) if text.startswith(words, at)]


@pytest.fixture(params=["read", "index"])
def way(request, monkeypatch):
    monkeypatch.setattr(search, "READ", 0 if request.param == "index" else 10**9)
    monkeypatch.setattr(search, "SHINGLES", (8, 4))


@pytest.mark.parametrize("words", ["abc", "abcabca", "the pier", "a" * 9, "nowhere to be found", "ends here", "begins"])
def test_each_place_in_order_overlapping_ones_too(way, words):
    text = "begins abcabcabcabc the pier, the pier aaaaaaaaaaaaaaaaaaaa so it ends here"
    assert list(Search(text).places(words)) == by_reading(words, text)


TEXTS = st.text(alphabet="ab ", max_size=120)


@given(TEXTS, st.integers(0, 100), st.integers(1, 40))
def test_an_index_finds_what_reading_does(text, start, length):
    words = text[start : start + length] or "a"
    kept = search.READ, search.SHINGLES
    search.READ, search.SHINGLES = 0, (8, 4)
    try:
        assert list(Search(text).places(words)) == by_reading(words, text)
    finally:
        search.READ, search.SHINGLES = kept


def test_a_text_that_repeats_itself_is_read(monkeypatch):
    monkeypatch.setattr(search, "READ", 0)
    monkeypatch.setattr(search, "MOST", 3)
    text = "abcdefghijklmnop" * 20
    assert list(Search(text).places(text[:40])) == by_reading(text[:40], text)


def test_many_searches_of_a_long_text_read_it_a_few_times_only():
    text = " ".join(f"Sentence number {n} of a long text stands here once." for n in range(4_000))
    found = Search(text)
    for n in range(0, 4_000, 5):
        (place,) = found.places(f"Sentence number {n} of a long text stands")
        assert text.startswith(f"Sentence number {n} ", place)
    assert found._read < search.READ + len(text)
