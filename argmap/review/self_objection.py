"""Claims among the premises of what speaks against them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from argmap.findings import Severity
from argmap.review.rule import Said, Subject, rule

if TYPE_CHECKING:
    from argmap.model import Argument


@rule(
    "self-objection",
    Severity.WARNING,
    summary="A claim among the premises of what speaks against it.",
    why="A claim that speaks against itself never stands, whatever is for it. "
    "Mostly an id was mistaken for another one.",
)
def self_objection(subject: Subject) -> Iterator[Said]:
    """The objections to a claim, the undercuts in its arguments, and what is nested in these, with it as a premise."""
    for claim in subject.map.claims.values():
        for argument in _opposing(claim.own):
            if claim.id in argument.premises:
                message = f"`{claim.id}` is among the premises of {_what(argument)}."
                yield Said(argument.place, message)


def _opposing(arguments: Iterable[Argument], *, within: bool = False) -> Iterator[Argument]:
    """The attacks among these arguments and their own, and whatever is nested within an attack."""
    for argument in arguments:
        opposing = within or argument.attacks
        if opposing:
            yield argument
        yield from _opposing(argument.own, within=opposing)


def _what(argument: Argument) -> str:
    if not argument.attacks:
        return "a backing of an objection or undercut in its own arguments"
    return "an undercut in its own arguments" if argument.on_argument else "an objection to itself"
