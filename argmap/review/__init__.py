"""Rules that look a map over; one small function each."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from argmap.collector import resting
from argmap.findings import Finding, in_order
from argmap.review.circular import circular
from argmap.review.crossing_quotes import crossing_quotes
from argmap.review.expect import expect
from argmap.review.loop import loop
from argmap.review.repeated_argument import repeated_argument
from argmap.review.self_objection import self_objection
from argmap.review.self_support import self_support
from argmap.review.subject import Rule, Subject
from argmap.review.unused import unused_claim

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.reasoning import Verdict
    from argmap.sources import Anchoring

__all__ = ["ALWAYS", "RULES", "Rule", "Subject", "review"]

RULES: Mapping[str, Rule] = {
    "expect": expect,
    "circular": circular,
    "loop": loop,
    "self-support": self_support,
    "self-objection": self_objection,
    "unused-claim": unused_claim,
    "crossing-quotes": crossing_quotes,
    "repeated-argument": repeated_argument,
}
"""Every rule by its id, which is also the `rule` of its findings."""

ALWAYS = frozenset({"expect"})
"""The rules that cannot be switched off: they are the editor's own tests."""


@resting()
def review(
    argument_map: ArgumentMap,
    anchoring: Anchoring,
    verdicts: Mapping[str, Verdict],
    without: Collection[str] = (),
) -> tuple[Finding, ...]:
    """What the rules find in a map, by place; `without` names rules to leave out, where they may be."""
    subject = Subject(argument_map, anchoring, verdicts)
    rules = (rule for name, rule in RULES.items() if name in ALWAYS or name not in without)
    return in_order(finding for rule in rules for finding in rule(subject))
