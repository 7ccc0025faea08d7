"""The rules as a whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviewed import because, but, claim, findings, mapped, quote

from argmap.findings import Severity
from argmap.review import ALWAYS, RULES, Subject

FAULTY = (
    claim("t", because("a"), because("t", line=2), line=1),
    claim("a", because("t"), but("a"), line=3),
    claim("b", but("c"), but("c"), line=5),
    claim("c", but("b"), line=6),
)


def test_every_rule_finds_under_its_own_name():
    for finding in findings(*FAULTY):
        assert finding.rule in RULES


def test_findings_come_in_the_order_of_the_file():
    found = findings(*FAULTY)
    assert {f.rule for f in found} == {
        "circular",
        "loop",
        "self-support",
        "self-objection",
        "unused-claim",
        "repeated-argument",
    }
    assert [f.line for f in found] == sorted(f.line for f in found)


@pytest.mark.parametrize("rule", sorted(set(RULES) - ALWAYS))
def test_a_rule_can_be_left_out(rule):
    all_but = [f for f in findings(*FAULTY) if f.rule != rule]
    assert list(findings(*FAULTY, without=[rule])) == all_but


def test_whatever_is_not_the_editors_own_test_is_a_warning():
    assert {f.severity for f in findings(*FAULTY)} == {Severity.WARNING}


def test_a_sound_map_has_no_findings():
    assert findings(claim("t", because("a", "b"), but("c")), claim("a"), claim("b"), claim("c", but("a"))) == ()


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 8)), max_size=12))
def test_a_quote_is_reported_exactly_when_it_crosses_an_earlier_one(passages):
    quotes = [quote(f"words {number}", line=number + 2) for number, _ in enumerate(passages)]
    spans = {q: (start, start + length) for q, (start, length) in zip(quotes, passages, strict=True)}
    found = findings(claim("t", quotes=tuple(quotes)), spans=spans)
    crossing = {
        later.place.line
        for later in quotes
        if any(spans[q][0] < spans[later][0] < spans[q][1] < spans[later][1] for q in quotes)
    }
    assert {f.line for f in found} == crossing


def test_a_subject_is_a_value():
    argument_map = mapped(claim("t"))
    assert Subject(argument_map, None, {}) == Subject(argument_map, None, {})
