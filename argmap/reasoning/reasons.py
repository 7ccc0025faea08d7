"""Why an issue has its label."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from argmap.model import Argument, Label
from argmap.reasoning.rule import NOTHING, Issue, state_of, weigh
from argmap.reasoning.verdict import Reason, ReasonCode, State

if TYPE_CHECKING:
    from argmap.reasoning.settling import Settled

_GRANTED = Reason(ReasonCode.GRANTED)


def reason_for(issue: Issue, settled: Mapping[str, Settled], rejected: Collection[str]) -> Reason:
    """The reason of an issue's label, given all that could be decided."""
    own = settled.get(issue.id)
    at_the_end = partial(_label, settled)
    if own is None:
        return _undecided(issue, at_the_end)
    before = partial(_label, settled, before=own.round)
    if own.label is Label.STANDS:
        return _stands(issue, before, at_the_end)
    return Reason(ReasonCode.REJECTED) if issue.id in rejected else _falls(issue, before)


def _label(settled: Mapping[str, Settled], key: str, *, before: int | None = None) -> Label:
    """A label at the end, or as it was before a round."""
    found = settled.get(key)
    if found is None or (before is not None and found.round >= before):
        return Label.UNDECIDED
    return found.label


def _stands(issue: Issue, before: Callable[[str], Label], at_the_end: Callable[[str], Label]) -> Reason:
    # What was open when the issue was decided may have failed since: then it is not worth a word.
    against = [argument for argument in issue.but if state_of(argument, at_the_end) is not State.FAILS]
    if against:
        return _reason(ReasonCode.OUTWEIGHS, against)
    if issue.grant is not None:
        return _GRANTED
    strongest = weigh(issue, before).applies_for
    carrying = _in_state(issue.because, State.APPLIES, before)
    return _reason(ReasonCode.SUPPORTED, (argument for argument in carrying if argument.strength == strongest))


def _falls(issue: Issue, before: Callable[[str], Label]) -> Reason:
    live = weigh(issue, before).live_for
    if live == NOTHING:
        return _reason(ReasonCode.NOTHING_LEFT, issue.because) if issue.because else Reason(ReasonCode.NOT_GRANTED)
    against = _in_state(issue.but, State.APPLIES, before)
    return _reason(ReasonCode.OUTWEIGHED, (argument for argument in against if argument.strength > live))


def _undecided(issue: Issue, label: Callable[[str], Label]) -> Reason:
    scale = weigh(issue, label)
    open_for = _in_state(issue.because, State.OPEN, label)
    open_against = _in_state(issue.but, State.OPEN, label)
    # With nothing for it an issue falls, whatever is against it.
    could_be_for = {scale.applies_for, *_above(scale.applies_for, open_for)} - {NOTHING}
    could_be_against = {scale.applies_against, *_above(scale.applies_against, open_against)}
    waits = [
        *(argument for argument in open_for if _matters(argument, scale.applies_for, could_be_against)),
        *(argument for argument in open_against if _matters(argument, scale.applies_against, could_be_for)),
    ]
    if waits:
        return _reason(ReasonCode.WAITS, waits)
    tied = _in_state(issue.but, State.APPLIES, label)
    return _reason(ReasonCode.TIED, (argument for argument in tied if argument.strength == scale.applies_against))


def _above(applies: int, arguments: Iterable[Argument]) -> set[int]:
    """What a side could weigh, were one of these open arguments to apply."""
    return {int(argument.strength) for argument in arguments if argument.strength > applies}


def _matters(argument: Argument, own: int, other: Collection[int]) -> bool:
    """Whether an open argument could change the label: by outdoing its own side, it meets or passes the other."""
    return own < argument.strength and any(own <= weight <= argument.strength for weight in other)


def _in_state(arguments: Iterable[Argument], state: State, label: Callable[[str], Label]) -> list[Argument]:
    return [argument for argument in arguments if state_of(argument, label) is state]


def _reason(code: ReasonCode, arguments: Iterable[Argument]) -> Reason:
    return Reason(code, tuple(argument.id for argument in arguments))
