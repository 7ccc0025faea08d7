"""Claims that the map leads to from nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.findings import Severity
from argmap.model import ArgumentMap, Role, premises_below
from argmap.review.rule import Said, Subject, rule


@rule(
    "unused-claim",
    Severity.WARNING,
    summary="A claim that bears on nothing.",
    why="Readers who follow the map from its thesis never come to it. "
    "Mostly it was forgotten in a `because` or a `but`.",
)
def unused_claim(subject: Subject) -> Iterator[Said]:
    """The claims that bear on nothing and were not meant to, the thesis and its conclusions apart.

    Whoever writes `role: answer` or `role: claim` means a claim to stand by itself. Of claims that only
    bear on each other, apart from everything else, the first is named.
    """
    argument_map = subject.map
    meant = [claim.id for claim in argument_map.claims.values() if claim.role in (Role.ANSWER, Role.CLAIM)]
    accounted: set[str] = set()
    _account(argument_map, [argument_map.thesis, *_conclusions(argument_map), *meant], accounted)
    roots = [claim for claim, uses in argument_map.uses.items() if not uses]
    for claim in (*roots, *argument_map.claims):
        if claim not in accounted:
            _account(argument_map, [claim], accounted)
            yield Said(
                argument_map.claims[claim].place,
                f"`{claim}` is unused: it does not bear on the thesis, nor the thesis on it.",
                "name it in a `because` or a `but`, or give it `role: answer` or `role: claim` "
                "if it is meant to stand by itself",
            )


def _account(argument_map: ArgumentMap, start: Iterable[str], accounted: set[str]) -> None:
    """Add these claims, and all that bears on them, directly or not."""
    # One set for all calls: to copy it for each unused claim would take claims × claims.
    stack = list(start)
    while stack:
        claim = stack.pop()
        if claim not in accounted:
            accounted.add(claim)
            stack.extend(premises_below(argument_map.claims[claim].own))


def _conclusions(argument_map: ArgumentMap) -> set[str]:
    """All that the thesis bears on, directly or not."""
    seen: set[str] = set()
    stack = [argument_map.thesis]
    while stack:
        for argument in argument_map.uses[stack.pop()]:
            claim = _claim_concluded(argument_map, argument.conclusion)
            if claim not in seen:
                seen.add(claim)
                stack.append(claim)
    return seen


def _claim_concluded(argument_map: ArgumentMap, conclusion: str) -> str:
    """The claim at stake in an argument for or against this conclusion, be it another argument."""
    while conclusion not in argument_map.claims:
        conclusion = argument_map.arguments[conclusion].conclusion
    return conclusion
