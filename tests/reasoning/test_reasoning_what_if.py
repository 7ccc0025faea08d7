"""What is not accepted, what changes then, and what turns the thesis."""

from __future__ import annotations

import pytest
from plain_maps import plain_map

from argmap.reasoning import State, changed, label, pivotal, state

HARBOUR = {
    "build-it": {
        "because": [["ferries-wait", "waiting-costs"], {"premises": ["neighbour-built"], "but": ["towns-differ"]}],
        "but": [{"premises": ["too-dear"], "strength": "weak"}],
    },
    "ferries-wait": {},
    "waiting-costs": {},
    "neighbour-built": {},
    "towns-differ": {},
    "too-dear": {},
    "beside-the-point": {},
}


def test_an_argument_applies_when_its_inference_and_all_its_premises_stand():
    argument_map = plain_map(HARBOUR)
    linked, analogy = argument_map.claims["build-it"].because
    assert state(linked, label(argument_map)) is State.APPLIES
    assert state(linked, label(argument_map, ["waiting-costs"])) is State.FAILS
    assert state(analogy, label(argument_map)) is State.FAILS
    assert state(analogy, label(argument_map, ["towns-differ"])) is State.APPLIES


def test_an_argument_is_open_while_a_premise_is_undecided():
    argument_map = plain_map({"t": {"because": [["a", "b"]]}, "a": {"but": ["a"]}, "b": {}})
    (argument,) = argument_map.claims["t"].because
    assert state(argument, label(argument_map)) is State.OPEN
    assert state(argument, label(argument_map, ["b"])) is State.FAILS


def test_changed_names_what_differs_in_the_order_of_the_map():
    argument_map = plain_map(HARBOUR)
    assert changed(label(argument_map), label(argument_map, ["waiting-costs"])) == ("build-it", "waiting-costs")
    assert changed(label(argument_map), label(argument_map)) == ()


def test_a_linked_premise_is_pivotal_and_what_does_not_reach_the_thesis_is_not():
    assert pivotal(plain_map(HARBOUR)) == ("ferries-wait", "waiting-costs")


def test_neither_of_two_separate_premises_is_pivotal():
    assert pivotal(plain_map({"t": {"because": ["a", "b"]}, "a": {}, "b": {}})) == ()


def test_an_objection_that_keeps_the_thesis_undecided_is_pivotal():
    assert pivotal(plain_map({"t": {"because": ["a"], "but": ["b"]}, "a": {}, "b": {}})) == ("a", "b")


def test_the_thesis_itself_is_no_premise_of_its_own():
    assert pivotal(plain_map({"t": {"because": ["t", "a"]}, "a": {}})) == ("a",)


def test_rejecting_an_unknown_id_says_what_was_probably_meant():
    with pytest.raises(ValueError, match=r"no claim or argument `too-deer`. Did you mean `too-dear`\?"):
        label(plain_map(HARBOUR), ["too-deer"])


def test_rejecting_an_unknown_id_guesses_nothing_far_off():
    with pytest.raises(ValueError, match=r"no claim or argument `zzz`\.$"):
        label(plain_map(HARBOUR), ["zzz"])
