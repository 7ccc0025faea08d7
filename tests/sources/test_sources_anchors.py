"""Where quotes stand: verbatim and once, or a finding that helps."""

import unicodedata

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.sources.anchors import check, locate, suggestions, yaml_string
from argmap.sources.fold import fold
from argmap.sources.text import Span, normal

WORDS = st.text(alphabet="abAB .,-%1'\n\u00e9e\u0301ß\u200cکی😀ﬁ", max_size=40)


def find(build, content, exact, **given):
    return locate(build.quote(exact, **given), {"report": build.text(content)})


@st.composite
def stretches(draw):
    """A text and a stretch of it that has words and cuts no letter from its marks."""
    content = normal(draw(WORDS))
    start = draw(st.integers(0, len(content)))
    end = draw(st.integers(start, len(content)))
    assume(content[start:end].strip())
    assume(not any(0 < at < len(content) and unicodedata.category(content[at])[0] == "M" for at in (start, end)))
    return content, Span(start, end)


@given(content=WORDS, exact=st.text(alphabet="ab .1\ne\u0301é", max_size=4))
def test_an_anchored_quote_is_the_text_at_its_place(build, content, exact):
    text = build.text(content)
    found = locate(build.quote(exact), {"report": text})
    if isinstance(found, Span):
        assert text[found] == normal(exact)
    else:
        assert found.rule in {"quote-not-found", "quote-ambiguous"}


@given(stretch=stretches())
def test_words_that_stand_once_are_found_where_they_stand(build, stretch):
    content, span = stretch
    words = content[span.start : span.end]
    assume(sum(content.startswith(words, at) for at in range(len(content))) == 1)
    assert find(build, content, words) == span


@given(stretch=stretches())
def test_all_that_stands_around_them_tells_words_from_the_same_words_elsewhere(build, stretch):
    content, (start, end) = stretch
    found = find(build, content, content[start:end], prefix=content[:start], suffix=content[end:])
    assert found == Span(start, end)


@given(stretch=stretches(), data=st.data())
def test_what_is_suggested_is_verbatim_and_folds_alike(build, stretch, data):
    content, (start, end) = stretch
    typed = "".join(data.draw(st.sampled_from([c, c + " ", c.upper()])) for c in content[start:end])
    text = build.text(content)
    for span in suggestions(typed, text):
        assert fold(text[span]).words == fold(typed).words
        found = find(build, content, text[span])
        assert found == span or found.rule == "quote-ambiguous"


@given(words=st.text(max_size=20))
def test_a_suggestion_can_be_pasted_into_yaml(words):
    assert yaml.safe_load(yaml_string(words)) == words


@pytest.mark.parametrize(
    ("content", "exact"),
    [
        ("It won't work.", "It will work."),
        ("It won't work.", "It wont work."),
        ("It grew by 1.5 points.", "It grew by 15 points."),
        ("It was -3 degrees.", "It was 3 degrees."),
        ("It was −3 degrees.", "It was 3 degrees."),
        ("He paid 5%.", "He paid 5."),
        ("An area of 5².", "An area of 52."),
        ("Two naïve men.", "Two naive men."),
        ("کتابِ من", "کتاب"),
        ("an x\u0323 there", "an x"),
        ("Both  spaces.", "Both spaces."),
        ("One line\nand another.", "One line and another."),
    ],
)
def test_other_words_are_never_accepted(build, content, exact):
    assert find(build, content, exact).rule == "quote-not-found"


@pytest.mark.parametrize(
    ("content", "exact"),
    [
        ("It won't work.", "It will work."),
        ("It grew by 1.5 points.", "It grew by 15 points."),
        ("It was -3 degrees.", "It was 3 degrees."),
        ("It was −3 degrees.", "It was 3 degrees."),
        ("He paid 5%.", "He paid 5."),
        ("Prices of 1,5 each", "prices of 15 each"),
        ("It was -3 degrees", "3 DEGREES"),
        ("The straße", "the stras"),
    ],
)
def test_words_that_say_something_else_are_not_even_suggested(build, content, exact):
    assert list(suggestions(exact, build.text(content))) == []


@pytest.mark.parametrize(
    ("content", "typed", "suggested"),
    [
        ("One line\nand another.", "One line and another.", r'"One line\nand another."'),
        ('He said: "Never!" Then', "he said: “never”", r'"He said: \"Never"'),
        ("a\u00a0pier of stone", "a pier of stone", r'"a\u00a0pier of stone"'),
        ("It grew by 1.5% then.", "it grew by 1.5 %", '"It grew by 1.5%"'),
        ("می\u200cخواهیم برویم", "می خواهیم برویم", '"می\u200cخواهیم برویم"'),
        ("An efficient ﬁle", "an efficient file", '"An efficient ﬁle"'),
        ("He paid 5%. Then", "he paid 5%.", '"He paid 5%."'),
    ],
)
def test_the_verbatim_words_are_suggested_ready_to_paste(build, content, typed, suggested):
    assert f"did you mean {suggested}?" in find(build, content, typed).hint


def test_several_candidates_are_counted_and_each_spelling_given(build):
    hint = find(build, "The pier. THE PIER.", "the pier").hint
    assert "2 times" in hint
    assert '"The pier", "THE PIER"' in hint


def test_where_nothing_is_suggested_the_editor_sees_where_the_words_part(build):
    hint = find(build, "The town should build a pier of stone soon.", "the town should build a pier of wood").hint
    assert hint == ("after “The town should build a pier of” the source goes on “stone soon.”, the quote “wood”")


def test_words_of_another_source_are_recognised(build):
    texts = {"report": build.text("Ferries wait."), "letter": build.text("No pier for us.", "letter")}
    assert "did you mean `source: letter`?" in locate(build.quote("No pier"), texts).hint


def test_a_quote_without_words_is_an_error(build):
    assert "no words" in find(build, "Ferries wait.", " ").message
    assert "no words" in find(build, "", "").message


@pytest.mark.parametrize(
    ("given", "start"),
    [
        ({"prefix": "First the "}, 10),
        ({"prefix": "First the"}, 10),
        ({"suffix": " was old"}, 10),
        ({"prefix": "then the", "suffix": "was new"}, 33),
    ],
)
def test_prefix_or_suffix_choose_among_several(build, given, start):
    assert find(build, "First the pier was old, then the pier was new.", "pier", **given) == Span(start, start + 4)


@pytest.mark.parametrize(
    ("given", "rule", "says"),
    [
        ({}, "quote-ambiguous", "2 times"),
        ({"prefix": "the"}, "quote-ambiguous", "2 times"),
        ({"prefix": "a"}, "quote-context", "never after “a”"),
        ({"prefix": "First the", "suffix": "was new"}, "quote-context", "after “First the” and before “was new”"),
    ],
)
def test_prefix_or_suffix_that_do_not_choose_one_are_errors(build, given, rule, says):
    finding = find(build, "First the pier was old, then the pier was new.", "pier", **given)
    assert finding.rule == rule
    assert says in finding.message
    assert "First the [pier] was old" in finding.hint


def test_a_prefix_is_held_against_a_quote_that_stands_once(build):
    assert find(build, "The old pier.", "pier", prefix="new ").rule == "quote-context"


def test_overlapping_places_are_two(build):
    assert "2 times" in find(build, "aaa", "aa").message


def test_places_are_not_counted_without_end(build):
    assert "more than 100 times" in find(build, "e " * 5000, "e").message


def test_composed_and_decomposed_letters_are_the_same(build):
    assert find(build, "the cafe\u0301 there", "caf\u00e9") == Span(4, 8)
    assert find(build, "the caf\u00e9 there", "cafe\u0301") == Span(4, 8)


def test_newlines_of_every_kind_are_the_same(build):
    assert find(build, "one\r\ntwo\rthree", "one\ntwo\nthree") == Span(0, 13)


@pytest.mark.parametrize(
    ("exact", "reads"),
    [
        ("It won't work", "It will work"),
        ("a rise of 1.5", "a rise of 15"),
        ("a rise of 1,5", "a rise of 15"),
        ("at -3 degrees", "at 3 degrees"),
        ("at −3 degrees", "at 3 degrees"),
        ("of-3 degrees", "of 3 degrees"),
        ("from 2014-15 on", "from 201415 on"),
        ("it is 5% more", "it is 5 more"),
        ("it is 5‰ more", "it is 5% more"),
        ("at 1:30", "at 130"),
        ("about .5 more", "about 5 more"),
        ("it is ٪۵ more", "it is ۵ more"),
        ("it cost $5", "it cost €5"),
        ("an area of 5²", "an area of 52"),
        ("naïve", "naive"),
        ("will work", "will not work"),
        ("will not work", "will work"),
    ],
)
def test_reads_may_not_change_a_letter_a_digit_or_a_number(build, exact, reads):
    (finding,) = check(build.quote(exact, reads=reads), build.text(exact), Span(0, len(exact)))
    assert finding.rule == "reads-differs"
    assert finding.severity == "error"


def test_reads_that_differs_is_told_where(build):
    (finding,) = check(build.quote("it will work", reads="it will not work"), build.text("it will work"), Span(0, 12))
    assert "has “not” where the source has nothing" in finding.message
    (finding,) = check(build.quote("the lmps", reads="the lamps"), build.text("the lmps"), Span(0, 8))
    assert "has “lamps” where the source has “lmps”" in finding.message


@pytest.mark.parametrize(
    ("exact", "reads"),
    [
        ("on Oct.28", "on Oct. 28"),
        ("in 2014.The ferry", "in 2014. The ferry"),
        ("formedby IRAN", "formed by Iran"),
        ("Moscows", "Moscow’s"),
        ("5 %", "5%"),
        ("at −3", "at -3"),
        ("می خواهیم", "می\u200cخواهیم"),
        ("ﬁles", "files"),
    ],
)
def test_reads_may_repair_spacing_case_and_punctuation(build, exact, reads):
    assert list(check(build.quote(exact, reads=reads), build.text(exact), Span(0, len(exact)))) == []


@pytest.mark.parametrize(
    ("content", "exact", "number"),
    [
        ("In 2016 it was so.", "In 20", "2016"),
        ("It was -3 degrees.", "3 degrees", "-3"),
        ("A rise of 1.5 points.", "5 points", "1.5"),
        ("A rise of 5 percent, or 40%.", "or 40", "40%"),
    ],
)
def test_a_quote_that_cuts_a_number_is_warned_of(anchored, build, content, exact, number):
    (finding, *_) = anchored(content, build.quote(exact)).findings
    assert (finding.rule, finding.severity) == ("cut-number", "warning")
    assert f"“{number}”" in finding.message


@pytest.mark.parametrize(
    ("content", "exact"),
    [
        ("It grew in 2016. Then", "in 2016"),
        ("A 40-minute wait", "minute wait"),
        ("in 2014, 15 ships", "15 ships"),
        ("in 2014-15", "in 2014"),
    ],
)
def test_a_quote_beside_a_number_is_not(anchored, build, rules, content, exact):
    assert rules(anchored(content, build.quote(exact))) == []
