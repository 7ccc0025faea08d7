"""The one rule that decides claims and inferences alike."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from argmap.model import Argument, ArgumentMap, Label, Strength
from argmap.reasoning.verdict import State

NOTHING = -1
"""The weight of a side on which there is nothing: below bare."""


class Issue(NamedTuple):
    """Something to decide, a claim or an inference: what is for it and what is against it.

    `grant` is the strength at which it is granted; None where it must earn its standing.
    """

    id: str
    because: tuple[Argument, ...] = ()
    but: tuple[Argument, ...] = ()
    grant: Strength | None = None


def issues(argument_map: ArgumentMap, rejected: Collection[str] = ()) -> dict[str, Issue]:
    """Every claim and every inference of the map by id; nothing is for or against a rejected one."""
    found = {}
    for claim in argument_map.claims.values():
        grant = claim.strength if claim.assumed and not claim.because else None
        found[claim.id] = Issue(claim.id, claim.because, claim.but, grant)
    for argument in argument_map.arguments.values():
        grant = None if argument.because else Strength.BARE
        found[argument.id] = Issue(argument.id, argument.because, argument.but, grant)
    return found | {key: Issue(key) for key in rejected}


class Scale(NamedTuple):
    """The strongest of what applies, and of what applies or is open, on either side; NOTHING where nothing is."""

    applies_for: int
    live_for: int
    applies_against: int
    live_against: int


def decide(scale: Scale) -> Label:
    """The rule itself."""
    if scale.live_for == NOTHING:
        return Label.FALLS
    if scale.applies_for > scale.live_against:
        return Label.STANDS
    if scale.applies_against > scale.live_for:
        return Label.FALLS
    return Label.UNDECIDED


def parts(argument: Argument) -> tuple[str, ...]:
    """The ids of all that an argument needs: its own inference, and each premise once."""
    return (argument.id, *dict.fromkeys(argument.premises))


def state_of(argument: Argument, label: Callable[[str], Label]) -> State:
    """The state of an argument, given the label of each of its parts."""
    labels = {label(part) for part in parts(argument)}
    if Label.FALLS in labels:
        return State.FAILS
    return State.OPEN if Label.UNDECIDED in labels else State.APPLIES


def weigh(issue: Issue, label: Callable[[str], Label]) -> Scale:
    """What is for and against an issue, given the label of everything."""
    granted = [] if issue.grant is None else [(State.APPLIES, issue.grant)]
    return Scale(
        *_strongest([*granted, *_weights(issue.because, label)]),
        *_strongest(_weights(issue.but, label)),
    )


def step(argument_map: ArgumentMap, labels: Mapping[str, Label], rejected: Collection[str] = ()) -> dict[str, Label]:
    """What the rule makes of every claim and inference, given a labelling: one step of the operator.

    It is monotone: what it decides, it decides again however much more is decided. The labels of a
    map are its least fixed point, reached from "all undecided".
    """
    return {key: decide(weigh(issue, labels.__getitem__)) for key, issue in issues(argument_map, rejected).items()}


def _weights(arguments: Iterable[Argument], label: Callable[[str], Label]) -> Iterator[tuple[State, Strength]]:
    return ((state_of(argument, label), argument.strength) for argument in arguments)


def _strongest(weights: Iterable[tuple[State, Strength]]) -> tuple[int, int]:
    """The strongest that applies, and the strongest that applies or is open."""
    applies = live = int(NOTHING)
    for state, strength in weights:
        if state is not State.FAILS:
            live = max(live, strength)
        if state is State.APPLIES:
            applies = max(applies, strength)
    return applies, live
