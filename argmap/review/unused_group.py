"""Groups that no claim belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.findings import Severity
from argmap.review.rule import Said, Subject, rule


@rule(
    "unused-group",
    Severity.WARNING,
    summary="A group that no claim belongs to.",
    why="Nothing of it is drawn, and a view of it is empty. Mostly the `group` of its claims was forgotten.",
)
def unused_group(subject: Subject) -> Iterator[Said]:
    """The groups without a claim."""
    used = {claim.group for claim in subject.map.claims.values()}
    for group in subject.map.groups.values():
        if group.id not in used:
            message = f"No claim belongs to the group `{group.id}`."
            yield Said(group.place, message, "give a claim this `group`, or leave it out")
