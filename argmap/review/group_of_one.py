"""Groups that hold nothing together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from argmap.findings import Severity
from argmap.review.rule import Said, Subject, rule


@rule(
    "group-of-one",
    Severity.NOTE,
    summary="A group with one claim.",
    why="A group is drawn and offered as a part of the map. One of a single claim is a heading over a single sentence.",
)
def group_of_one(subject: Subject) -> Iterator[Said]:
    """The groups that one claim belongs to."""
    sizes = Counter(claim.group for claim in subject.map.claims.values())
    for group in subject.map.groups.values():
        if sizes[group.id] == 1:
            message = f"The group `{group.id}` has one claim."
            yield Said(group.place, message, "give it more, or use a tag")
