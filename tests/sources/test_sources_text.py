"""The text of a source: newlines, paragraphs, sentences, offsets."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources import Span, utf16


def pieces(text, spans):
    return [text[span] for span in spans]


@given(st.text(alphabet="aB. !?\n\r\t“”()1é\u0301😀؟ک"), st.sampled_from(["en", "fa", "ru", "xx", ""]))
def test_sentences_are_trimmed_in_order_and_in_one_paragraph_each(build, content, language):
    text = build.text(content, language=language)
    for spans in (text.paragraphs, text.sentences):
        assert list(spans) == sorted(spans)
        assert all(one.end <= other.start for one, other in pairwise(spans))
        assert all(text[span] and text[span] == text[span].strip() for span in spans)
    for sentence in text.sentences:
        assert sum(p.start <= sentence.start and sentence.end <= p.end for p in text.paragraphs) == 1


@given(st.text(alphabet="aB. !?\n“”1é😀؟ک"))
def test_every_letter_is_in_a_sentence(build, content):
    text = build.text(content)
    inside = {at for span in text.sentences for at in range(*span)}
    assert all(at in inside for at, character in enumerate(text.text) if character.isalnum())


@given(st.text(alphabet="a😀é\n"), st.data())
def test_utf16_offsets_are_those_of_the_encoded_text(build, content, data):
    text = build.text(content)
    start = data.draw(st.integers(0, len(text.text)))
    end = data.draw(st.integers(start, len(text.text)))
    units = text.text.encode("utf-16-le")
    span = utf16(text, Span(start, end))
    assert units[2 * span.start : 2 * span.end].decode("utf-16-le") == text.text[start:end]


def test_blank_lines_divide_a_text_wrapped_by_hand(build):
    text = build.text("The ferries wait\nfor the pier. They\nwait long.\n\nIt is dear.\n")
    assert pieces(text, text.paragraphs) == ["The ferries wait\nfor the pier. They\nwait long.", "It is dear."]
    assert pieces(text, text.sentences) == ["The ferries wait\nfor the pier.", "They\nwait long.", "It is dear."]


def test_a_text_with_long_lines_has_a_paragraph_on_each(build):
    long = "The ferries wait for the only pier, as everybody sees, " * 4 + "every day."
    text = build.text(f"A second pier\n{long}\n{long}")
    assert pieces(text, text.paragraphs) == ["A second pier", long, long]
    assert pieces(text, text.sentences) == ["A second pier", long, long]


@pytest.mark.parametrize("content", ["", " \n\n\t ", "* * *\n\n—\n"])
def test_a_text_without_words_has_no_sentences(build, content):
    assert build.text(content).sentences == ()


def test_persian_sentences_are_told_apart(build):
    text = build.text("آیا اسکله لازم است؟ بله! کشتی‌ها منتظرند.", language="fa")
    assert pieces(text, text.sentences) == ["آیا اسکله لازم است؟", "بله!", "کشتی‌ها منتظرند."]


def test_nothing_but_newlines_and_composition_is_normalised(build):
    assert build.text("a\r\nb\rc\u2028d  ﬁ cafe\u0301\u00a0“x”").text == "a\nb\nc\u2028d  ﬁ caf\u00e9\u00a0“x”"
