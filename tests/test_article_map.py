"""The map of the article: what readers judge argmap by."""

from pathlib import Path

import pytest

from argmap.model import Label, Strength
from argmap.reading import Reading, read

HOUSE = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(HOUSE / "docs" / "maps" / "russia-iran.yml")


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
