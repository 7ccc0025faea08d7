"""Verdicts in the words of readers."""

from __future__ import annotations

import pytest
from plain_maps import plain_map

from argmap.model import Label
from argmap.reasoning import Reason, ReasonCode, Verdict, label, says
from argmap.words import words_for


def said(claims, key="t", rejected=(), language="en"):
    argument_map = plain_map(claims)
    return says(argument_map, key, label(argument_map, rejected)[key], words_for(language))


A, B = {"label": "A"}, {"label": "B"}
WEAK = {"premises": ["b"], "strength": "weak"}
SELF_DENYING = {"label": "A", "but": ["a"]}


@pytest.mark.parametrize(
    ("claims", "sentence"),
    [
        ({"t": {}}, "It stands in this map: it is granted, and nothing against it holds."),
        ({"t": {"because": ["a"]}, "a": A}, "It stands in this map, supported by “A”."),
        (
            {"t": {"because": ["a"], "but": [WEAK]}, "a": A, "b": B},
            "It stands in this map: what is for it outweighs “B”.",
        ),
        ({"t": {"assumed": False}}, "It falls in this map: it is not granted, and nothing supports it."),
        (
            {"t": {"because": ["a"]}, "a": A | {"assumed": False}},
            "It falls in this map: nothing is left to support it, since “A” does not carry it.",
        ),
        (
            {"t": {"because": ["a", "b"]}, "a": A | {"assumed": False}, "b": B | {"assumed": False}},
            "It falls in this map: nothing is left to support it, since “A” and “B” do not carry it.",
        ),
        ({"t": {"but": ["b"]}, "b": B}, "It falls in this map, outweighed by “B”."),
        (
            {"t": {"because": ["a"], "but": ["b"]}, "a": A, "b": B},
            "It is undecided in this map: what is for it weighs the same as “B” against it.",
        ),
        ({"t": {"because": ["a"]}, "a": SELF_DENYING}, "It is undecided in this map: it waits for “A” to be decided."),
    ],
)
def test_a_claims_verdict_in_english(claims, sentence):
    assert said(claims) == sentence


def test_a_rejected_claim():
    assert said({"t": {}}, rejected=["t"]) == "It falls in this map: it is not accepted."


def test_an_inference_is_called_a_step():
    undercut = {"t": {"because": [{"premises": ["a"], "but": ["b"]}]}, "a": A, "b": B}
    assert said(undercut, "t.because.1") == "This step falls in this map, outweighed by “B”."


def test_linked_premises_are_named_together():
    linked = {"t": {"because": [["a", "b"], "c"]}, "a": A, "b": B, "c": {"label": "C"}}
    assert said(linked) == "It stands in this map, supported by “A” together with “B” and “C”."


def test_a_claim_without_a_label_is_named_by_its_text_without_the_full_stop():
    assert said({"t": {"because": ["a"]}, "a": {"text": "Ferries wait."}}) == (
        "It stands in this map, supported by “Ferries wait”."
    )


def test_three_arguments_are_named_and_four_others_counted():
    many = {f"c{n}": {"label": f"C{n}"} for n in range(7)}
    assert said({"t": {"because": list(many)}} | many) == (
        "It stands in this map, supported by “C0”, “C1”, “C2” and 4 more."
    )


def test_braces_in_a_text_are_only_braces():
    assert (
        said({"t": {"because": ["a"]}, "a": {"text": "{it} {0}"}}) == "It stands in this map, supported by “{it} {0}”."
    )


def test_a_language_without_a_table_is_answered_in_english():
    assert said({"t": {}}, language="xx") == said({"t": {}})


TIED = {"t": {"because": ["a"], "but": ["b"]}, "a": A, "b": {"label": "B"}}


def test_a_verdict_in_russian():
    assert said(TIED, language="ru") == (
        "Это утверждение на этой карте под вопросом: «за» весит столько же, сколько и «против», то есть «B»."
    )


def test_a_verdict_in_persian():
    assert said({"t": {}}, language="fa") == (
        "این ادعا در این نقشه پابرجاست: پذیرفته شده است و هیچ دلیلی علیه آن برقرار نیست."
    )


@pytest.mark.parametrize("language", ["en", "fa", "ru"])
@pytest.mark.parametrize("code", ReasonCode)
def test_every_reason_can_be_said_in_every_language(code, language):
    argument_map = plain_map(TIED)
    ids = () if code in (ReasonCode.GRANTED, ReasonCode.REJECTED, ReasonCode.NOT_GRANTED) else ("t.but.1",)
    words = words_for(language)
    sentence = says(argument_map, "t", Verdict(Label.UNDECIDED, Reason(code, ids)), words)
    assert sentence.startswith(words("reason.it.claim"))
    assert sentence.endswith(".")
    assert (words.quoted("B") in sentence) == bool(ids)
