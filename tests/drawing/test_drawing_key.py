"""The key under a drawing: its signs, and no others."""

import re

import pytest
from drawn_maps import golden, plain, selected

from argmap.drawing import key

UNDERCUT = {"premises": ["a"], "but": ["b"]}
BACKED = {"premises": ["a"], "because": ["b"]}
CLAIMS = {"a": {}, "b": {}}


def words_of(reading, **view):
    return [sign.word for sign in key(selected(reading, **view), reading.words)]


@pytest.mark.parametrize(
    ("thesis", "words"),
    [
        ({"because": ["a", "b"]}, ["supports"]),
        ({"but": ["a", "b"]}, ["speaks against"]),
        ({"because": ["a"], "but": ["b"]}, ["supports", "speaks against"]),
        ({"because": [["a", "b"]]}, ["supports", "only together"]),
        ({"because": [UNDERCUT]}, ["supports", "denies the step"]),
        ({"but": [UNDERCUT]}, ["speaks against", "denies the step"]),
        ({"because": [BACKED]}, ["supports", "backs the step"]),
    ],
)
def test_each_sign_that_occurs_has_its_word(thesis, words):
    assert words_of(plain({"t": thesis, **CLAIMS})) == words


def test_a_claim_alone_needs_no_key():
    assert words_of(plain({"t": {}})) == []


def test_a_part_of_a_map_says_that_there_is_more():
    chain = plain({"t": {"because": ["a"]}, "a": {"because": ["b"]}, "b": {}})
    assert words_of(chain, focus="t") == ["supports", "related claims not shown"]


def test_a_sign_has_no_text_for_those_who_hear_its_word():
    reading = golden("undercut-of-an-undercut-with-backing-and-groups")
    signs = key(selected(reading), reading.words)
    assert {"denies the step", "backs the step"} <= {sign.word for sign in signs}
    assert all('aria-hidden="true"' in sign.symbol for sign in signs)
    assert not [sign for sign in signs if re.search(r"\b(id|role)=", sign.symbol)]
