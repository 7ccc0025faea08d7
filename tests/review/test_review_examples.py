"""Every rule has a map that trips it and a near miss that does not, as real files; the page of the rules shows both."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.findings import Severity
from argmap.reading import Policy, read
from argmap.review import RULES

HERE = Path(__file__).parent
ASKED = Policy(coverage=60)
"""Without it nothing is said of coverage."""


def found(kind, rule):
    return read(HERE / kind / f"{rule}.yml", policy=ASKED).findings


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_trips_on_its_example_once_and_as_gravely_as_it_says(rule):
    (finding,) = [finding for finding in found("trips", rule) if finding.rule == rule]
    assert finding.severity is RULES[rule].severity
    assert finding.message[-1] == "."


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_nothing_to_say_of_its_near_miss(rule):
    assert [finding for finding in found("passes", rule) if finding.rule == rule] == []


@pytest.mark.parametrize("rule", RULES)
def test_its_example_shows_no_other_fault_and_its_near_miss_none_at_all(rule):
    beside = {"uncovered-sentence", "low-coverage"}  # an example is of a short text, and of a part of it
    assert {finding.rule for finding in found("trips", rule)} - beside <= {rule}
    assert {finding.rule for finding in found("passes", rule)} <= beside - {rule}


@pytest.mark.parametrize("kind", ["trips", "passes"])
def test_every_example_is_a_rules(kind):
    assert {path.stem for path in (HERE / kind).glob("*.yml")} == set(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_rule_says_what_it_is_and_why_it_matters(rule):
    assert rule.summary[-1] == rule.why[-1] == "."
    assert "\n" not in rule.summary + rule.why


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("severity", Severity)
def test_a_rule_is_as_grave_as_the_project_says_and_expect_always_an_error(rule, severity):
    policy = Policy({rule: severity}, coverage=60)
    (finding,) = [f for f in read(HERE / "trips" / f"{rule}.yml", policy=policy).findings if f.rule == rule]
    assert finding.severity is (Severity.ERROR if rule == "expect" else severity)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_that_is_switched_off_says_nothing_and_expect_cannot_be(rule):
    findings = read(HERE / "trips" / f"{rule}.yml", policy=Policy({rule: None}, coverage=60)).findings
    assert any(finding.rule == rule for finding in findings) is (rule == "expect")
