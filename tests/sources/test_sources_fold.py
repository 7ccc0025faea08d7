"""What is left of words without spacing, case and punctuation, and where it came from."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources.fold import difference, fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Russian-Iranian", "russianiranian"),
        ("“Won’t!” (he said)", "wonthesaid"),
        ("ＦＵＬＬ width", "fullwidth"),
        ("Straße", "strasse"),
        ("on Oct. 28, 2016.", "onoct282016"),
        ("1.5 and -3 and 5 %", "1.5and-3and5%"),
        ("–3 or −3", "-3or-3"),
        ("a 40-minute wait", "a40minutewait"),
        ("می\u200cخواهیم", "میخواهیم"),
        ("هتل\u064e", "هتل\u064e"),
        ("soft\u00adhyphen", "softhyphen"),
        ("...", ""),
        ("", ""),
    ],
)
def test_examples(text, folded):
    assert fold(text).words == folded


@given(st.text(alphabet="aB1é ß.ﬁ-%\n𝐱کÅ\u200c"))
def test_every_folded_character_comes_from_the_one_at_its_offset(text):
    folded = fold(text)
    assert len(folded.words) == len(folded.origins)
    assert list(folded.origins) == sorted(folded.origins)
    for character, origin in zip(folded.words, folded.origins, strict=True):
        assert character in unicodedata.normalize("NFKC", text[origin]).casefold()


@given(st.text())
def test_no_letter_is_lost(text):
    kept = set(fold(text).origins)
    assert all(at in kept for at, character in enumerate(text) if character.isalnum())


@given(st.lists(st.text(alphabet="abéßکД", min_size=1), min_size=1))
def test_spacing_case_and_punctuation_of_words_make_no_difference(words):
    plain = fold("".join(words)).words
    assert fold(" ".join(words)).words == plain
    assert fold("“" + "\n— ".join(words) + "!”").words == plain
    assert fold("".join(words).upper()).words == plain


@given(st.text(alphabet="ab1. -%", max_size=12), st.integers(0, 11), st.sampled_from("cxyz2345"))
def test_a_changed_letter_or_digit_is_a_difference(text, at, other):
    if at < len(text) and text[at].isalnum():
        assert difference(text, text[:at] + other + text[at + 1 :]) is not None


@given(st.text(alphabet="ab1. -%", max_size=12))
def test_nothing_differs_from_itself(text):
    assert difference(text, text) is None


@given(st.text(max_size=15), st.text(max_size=15))
def test_what_differs_is_words_of_either(ours, theirs):
    differs = difference(ours, theirs)
    if differs is not None:
        assert differs[0] in ours
        assert differs[1] in theirs
        assert any(differs)
