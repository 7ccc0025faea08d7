"""Actors that no claim is about."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.findings import Severity
from argmap.review.rule import Said, Subject, rule


@rule(
    "unused-actor",
    Severity.WARNING,
    summary="An actor that no claim is about, and who says none.",
    why="Readers never see the name. Mostly an actor was forgotten in the `actors` or the `said_by` of a claim.",
)
def unused_actor(subject: Subject) -> Iterator[Said]:
    """The actors that stand in no claim's `actors` or `said_by`."""
    used = {actor for claim in subject.map.claims.values() for actor in (claim.said_by, *claim.actors)}
    for actor in subject.map.actors.values():
        if actor.id not in used:
            message = f"No claim is about the actor `{actor.id}`, or said by it."
            yield Said(actor.place, message, "name it in a claim's `actors` or `said_by`, or leave it out")
