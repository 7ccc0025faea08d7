"""Rules that look a map over; one small function each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from argmap.collector import resting
from argmap.findings import Finding, in_order
from argmap.review.circular import circular
from argmap.review.counterpoints import open_counterpoints
from argmap.review.crossing_quotes import crossing_quotes
from argmap.review.crowded_quote import crowded_quote
from argmap.review.cut_number import cut_number
from argmap.review.date_after_source import date_after_source
from argmap.review.expect import expect
from argmap.review.group_of_one import group_of_one
from argmap.review.lone_premise import lone_premise
from argmap.review.lone_premises import lone_premises
from argmap.review.long_label import long_label
from argmap.review.loop import loop
from argmap.review.low_coverage import low_coverage
from argmap.review.missing_language import missing_language
from argmap.review.near_duplicate import near_duplicate
from argmap.review.one_sided import one_sided
from argmap.review.repeated_argument import repeated_argument
from argmap.review.rule import Policy, Rule, Subject
from argmap.review.self_objection import self_objection
from argmap.review.self_support import self_support
from argmap.review.stated_implicit import stated_implicit
from argmap.review.unanswered_counterpoint import unanswered_counterpoint
from argmap.review.uncovered_sentence import uncovered_sentence
from argmap.review.unquoted_strength import unquoted_strength
from argmap.review.unused_actor import unused_actor
from argmap.review.unused_claim import unused_claim
from argmap.review.unused_group import unused_group
from argmap.review.unused_source import unused_source

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.reasoning import Verdict
    from argmap.sources import Anchoring

__all__ = [
    "ALWAYS",
    "AS_THEY_ARE",
    "RULES",
    "Policy",
    "Rule",
    "Subject",
    "lone_premises",
    "open_counterpoints",
    "review",
]

RULES: Mapping[str, Rule] = {
    rule.id: rule
    for rule in (
        expect,
        # The argument.
        circular,
        loop,
        self_support,
        self_objection,
        repeated_argument,
        unanswered_counterpoint,
        lone_premise,
        one_sided,
        unquoted_strength,
        # The claims.
        unused_claim,
        near_duplicate,
        stated_implicit,
        date_after_source,
        long_label,
        missing_language,
        # The text.
        crossing_quotes,
        crowded_quote,
        cut_number,
        uncovered_sentence,
        low_coverage,
        # The names.
        unused_source,
        unused_actor,
        unused_group,
        group_of_one,
    )
}
"""Every rule by its id, which is also the `rule` of its findings."""

ALWAYS = frozenset({"expect"})
"""The rules that cannot be switched off: they are the editor's own tests."""

AS_THEY_ARE = Policy()
"""What a project makes of the rules that says nothing of them."""


@resting()
def review(
    argument_map: ArgumentMap,
    anchoring: Anchoring,
    verdicts: Mapping[str, Verdict],
    policy: Policy = AS_THEY_ARE,
) -> tuple[Finding, ...]:
    """What the rules find in a map, by place, as far as the project's policy wants it said."""
    subject = Subject(argument_map, anchoring, verdicts, policy.coverage)
    return in_order(
        finding
        for name, rule in RULES.items()
        if name in ALWAYS or policy.levels.get(name, rule.severity) is not None
        for finding in rule.findings(subject, None if name in ALWAYS else policy.levels.get(name))
    )
