"""A view as a nested list: the same claims and relations as in the drawing."""

from collections import Counter

import pytest
from drawn_maps import NAMES, chain, golden, maps, plain, selected, written_out
from house import ARTICLE
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing.outline import OutlineClaim, outline
from argmap.reading import read


def listed(found):
    """Every claim that stands in full, every reference, and every argument, in the order of the list."""
    claims, references, arguments = [], [], []
    stack = list(reversed(found.roots))
    while stack:
        item = stack.pop()
        if isinstance(item, OutlineClaim):
            (references if item.reference else claims).append(item.claim)
            stack.extend(reversed(item.arguments))
        else:
            arguments.append(item.argument.id)
            stack.extend(reversed((*item.premises, *item.own)))
    return claims, references, arguments


def check(selection):
    claims, _, arguments = listed(outline(selection))
    assert Counter(claims) == Counter(selection.claims)
    assert Counter(arguments) == Counter(argument.id for argument in selection.arguments)


@given(maps(), st.data())
def test_every_claim_and_every_argument_is_listed_once(text, data):
    reading = written_out(text)
    check(selected(reading))
    check(selected(reading, focus=data.draw(st.sampled_from(reading.map.reading_order)), depth=1))


@pytest.mark.parametrize("name", NAMES)
def test_golden_maps_are_listed_whole(name):
    check(selected(golden(name)))


def test_the_article_is_listed_in_reading_order_from_its_first_root():
    reading = read(ARTICLE)
    check(selected(reading))
    assert outline(selected(reading)).roots[0].claim in reading.map.claims


def test_the_thesis_comes_first_and_then_what_bears_on_nothing():
    reading = plain({"a": {}, "t": {"because": ["a"]}, "b": {"because": ["c"]}, "c": {}}, thesis="t")
    assert [root.claim for root in outline(selected(reading)).roots] == ["t", "b"]


def test_a_claim_met_again_is_referred_to():
    reading = plain({"t": {"because": ["a", "b"]}, "a": {"because": ["b"]}, "b": {}})
    assert listed(outline(selected(reading)))[:2] == (["t", "a", "b"], ["b"])


def test_what_only_a_loop_leads_to_is_listed_too():
    reading = plain({"t": {}, "a": {"because": ["b"]}, "b": {"because": ["a"]}})
    assert listed(outline(selected(reading)))[:2] == (["t", "a", "b"], ["a"])


def test_an_undercut_hangs_under_its_argument():
    reading = plain({"t": {"because": [{"premises": ["a"], "but": ["u"]}]}, "a": {}, "u": {}})
    (argument,) = outline(selected(reading)).roots[0].arguments
    assert [own.argument.id for own in argument.own] == ["t.because.1.but.1"]


def test_premises_out_of_view_are_counted():
    reading = plain({"t": {"because": [["a", "b"]], "tags": ["x"]}, "a": {"tags": ["x"]}, "b": {}})
    (argument,) = outline(selected(reading, tags=("x",))).roots[0].arguments
    assert argument.hidden == 1


def test_a_chain_of_ten_thousand_claims_is_listed_whole():
    selection = selected(chain(10_000))
    claims, references, arguments = listed(outline(selection))
    assert claims == list(selection.claims)
    assert len(arguments) == 9_999
    assert len(references) == len(outline(selection).roots) - 1


def test_an_empty_selection_has_an_empty_outline():
    assert outline(selected(plain({"t": {}}), tags=("none",))).roots == ()
