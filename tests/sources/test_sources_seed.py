"""The article this project was made for, in the copy handed to it."""

from pathlib import Path

import pytest

from argmap.sources import anchor

SEED = Path(__file__).parents[2] / "seeds/000_df4570bfebae3d5d.txt"
MAP = Path(__file__).parents[2] / "docs/maps/alliance.yml"


@pytest.fixture
def article(build):
    def run(*quotes):
        source = build.source(file="../../seeds/000_df4570bfebae3d5d.txt")
        return anchor(build.map(MAP, *quotes, sources=[source]), project=SEED.parents[1])

    return run


def test_it_has_ten_sentences_and_the_dot_of_a_month_ends_none(article):
    text = article().texts["report"]
    beginnings = [text[sentence].split()[0] for sentence in text.sentences]
    assert beginnings == ["Al", "The", "In", "Furthermore,", "Given", "At", "Within", "Iran,", "At", "Although"]
    assert "on Oct. 28 in Moscow" in text[text.sentences[0]]
    assert text[text.sentences[0]].endswith("resolve the crisis there.")


def test_each_of_its_three_lines_is_a_paragraph(article):
    text = article().texts["report"]
    assert [text[paragraph].split()[0] for paragraph in text.paragraphs] == ["Al", "At", "Iran,"]


def test_a_verbatim_quote_has_its_place(article, build, rules):
    quote = build.quote("Russian-Iranian")
    result = article(quote)
    assert result.texts["report"][result.spans[quote]] == "Russian-Iranian"
    assert rules(result) == []


def test_a_faulty_passage_is_quoted_with_its_fault_and_read_without(article, build, rules):
    quote = build.quote(
        "an alliance being formedby Iran and Russia", reads="an alliance being formed by Iran and Russia"
    )
    result = article(quote)
    assert quote in result.spans
    assert rules(result) == []


def test_who_types_the_repaired_words_is_told_the_verbatim_ones(article, build):
    quote = build.quote("an alliance being formed by Iran and Russia")
    result = article(quote)
    finding = result.findings[0]
    assert quote not in result.spans
    assert (finding.file, finding.line, finding.column) == quote.place
    assert finding.rule == "quote-not-found"
    assert 'did you mean "an alliance being formedby Iran and Russia"?' in finding.hint


@pytest.mark.parametrize(
    ("exact", "reads"),
    [
        ("Russia planstolift visa requirements", "Russia plans to lift visa requirements"),
        ("counterparts,Mohammad Javad Zarif andWalid Moallem", "counterparts, Mohammad Javad Zarif and Walid Moallem"),
        ("Moscows current foreign policy conduct", "Moscow's current foreign policy conduct"),
        ("back Irans full membership", "back Iran’s full membership"),
        ("the West,Russiahas been trying", "the West, Russia has been trying"),
        ("Lavrov on Oct. 28 in Moscow", "Lavrov, on Oct 28, in Moscow"),
    ],
)
def test_what_the_scraper_spoilt_can_be_repaired(article, build, rules, exact, reads):
    assert rules(article(build.quote(exact, reads=reads))) == []


def test_a_name_that_stands_often_needs_its_surroundings(article, build):
    (finding, *_) = article(build.quote("Iran")).findings
    assert finding.rule == "quote-ambiguous"
    assert "9 times" in finding.message
    assert "hosted his [Iran]ian and Syrian" in finding.hint


def test_an_article_of_which_nothing_is_quoted_has_one_note(article):
    (note,) = article().findings
    assert note.rule == "uncovered-sentence"
    assert note.severity == "note"
    assert "10" in note.message
    assert note.message.endswith("and 7 more.")
