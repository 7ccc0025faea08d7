"""The map of the article: what readers judge argmap by."""

import re

import pytest
from house import ARTICLE

from argmap.model import Label, Strength
from argmap.pages.article import paragraphs
from argmap.reading import Reading, read


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(ARTICLE)


def test_nothing_is_to_be_said_against_it(reading: Reading) -> None:
    assert reading.findings == ()


def test_every_one_of_the_ten_sentences_is_quoted_or_set_aside(reading: Reading) -> None:
    sentences = reading.anchoring.coverage["article"]
    assert len(sentences) == 10
    assert all(sentence.quoted_by or sentence.aside for sentence in sentences)


def test_every_claim_is_quoted_or_says_why_it_is_not(reading: Reading) -> None:
    assert all(bool(claim.quotes) != bool(claim.implicit) for claim in reading.map.claims.values())


def test_the_excerpt_leaves_the_question_open(reading: Reading) -> None:
    labels = {claim: reading.verdicts[claim].label for claim in ("outside-logic", "not-only-iran", "alliance")}
    assert labels == {
        "outside-logic": Label.STANDS,
        "not-only-iran": Label.STANDS,
        "alliance": Label.UNDECIDED,
    }


def test_the_thesis_speaks_against_the_alliance_through_an_unstated_premise(reading: Reading) -> None:
    objection = reading.map.arguments["not-an-alliance"]
    assert (objection.conclusion, objection.attacks) == ("alliance", True)
    assert objection.premises == ("outside-logic", "own-logic")
    assert reading.map.claims["own-logic"].implicit


def test_every_strength_but_the_normal_has_its_reason(reading: Reading) -> None:
    weighed = [a for a in reading.map.arguments.values() if a.strength is not Strength.NORMAL]
    assert [argument.id for argument in weighed] == ["most-expansive-ties"]
    assert all(argument.why for argument in weighed)


def test_the_tour_is_a_walk_of_eight_to_twelve_short_remarks(reading: Reading) -> None:
    assert 8 <= len(reading.map.tour) <= 12
    assert {step.say: len(step.say) for step in reading.map.tour if len(step.say) > 220} == {}


def test_the_tour_goes_from_the_question_by_the_thesis_and_all_that_bears_on_it_back_to_the_question(
    reading: Reading,
) -> None:
    stops = [step.claim for step in reading.map.tour]
    assert stops[0] == stops[-1] == "alliance"
    assert reading.map.thesis in stops
    objections = (argument for argument in reading.map.claims["alliance"].but)
    carried = [*reading.map.arguments["this-very-notion"].premises, "own-logic", "not-only-iran", "most-expansive"]
    assert set(carried) <= set(stops)
    assert all(set(objection.premises) & set(stops) for objection in objections)


def test_what_the_tour_quotes_stands_in_the_article_as_it_is_shown(reading: Reading) -> None:
    shown = "\n".join("".join(piece.text for piece in paragraph) for paragraph in paragraphs(reading, "article"))
    quoted = [words for step in reading.map.tour for words in re.findall("“([^”]*)”", step.say)]
    assert quoted
    assert [words for words in quoted if words not in shown] == []
    said = " ".join(step.say for step in reading.map.tour)
    assert said.count("“") == said.count("”") == len(quoted)
    assert not set(said) & set('"«»„')


def test_the_tour_tells_what_the_map_adds_and_which_hedges_are_the_author_s(reading: Reading) -> None:
    said = {step.claim: step.say for step in reading.map.tour}
    assert {claim for claim in said if reading.map.claims[claim].implicit} == {"own-logic"}
    assert "unstated" in said["own-logic"]
    hedged = {claim: reading.map.claims[claim].qualifier for claim in said if reading.map.claims[claim].qualifier}
    assert hedged
    assert [claim for claim, hedge in hedged.items() if hedge not in said[claim]] == []


def test_the_tour_leaves_truth_to_others(reading: Reading) -> None:
    words = {word for step in reading.map.tour for word in re.findall(r"[a-z]+", step.say.casefold())}
    assert not words & {"true", "truth", "false", "prove", "proves", "proved", "proof", "probably", "probability"}
