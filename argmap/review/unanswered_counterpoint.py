"""Claims that stand over an objection, and nobody says why."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.findings import Severity
from argmap.reasoning import ReasonCode
from argmap.review.counterpoints import named, open_counterpoints
from argmap.review.rule import Said, Subject, rule


@rule(
    "unanswered-counterpoint",
    Severity.NOTE,
    summary="A claim that stands although something speaks against it that nobody answers.",
    why="The claim outweighs the objection by its `strength` alone. A reader who shares the objection is told that it "
    "weighs less, and not what is wrong with it. Where an objection takes effect (the claim falls, or is undecided) "
    "the map has accounted for it, and only the board lists it.",
)
def unanswered_counterpoint(subject: Subject) -> Iterator[Said]:
    """The open counterpoints that what they speak against outweighs."""
    for argument in open_counterpoints(subject.map, subject.verdicts):
        reason = subject.verdicts[argument.conclusion].reason
        if reason.code is ReasonCode.OUTWEIGHS and argument.id in reason.ids:
            yield Said(
                argument.place,
                f"`{argument.conclusion}` stands, and nothing is said against {named(argument)}, "
                "which speaks against it.",
                "say in a `but` what is wrong with it, if the text does",
            )
