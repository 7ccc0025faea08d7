"""What the reasoning says: labels with their reasons, as values."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argmap.model import Label


class State(StrEnum):
    """What becomes of an argument as a whole: its inference and its premises taken together."""

    APPLIES = "applies"  # the inference and every premise stand
    FAILS = "fails"  # the inference or a premise falls
    OPEN = "open"  # neither yet


class ReasonCode(StrEnum):
    """Why a claim or an inference has its label.

    A reason's ids are arguments, in the order of the map, those in `because` before those in `but`.
    Where a label rests on arguments, they are the ones that were settled before it, so that no reason
    leads back to itself: a claim that stands anyway is never "supported by" what it supports.
    """

    GRANTED = "granted"
    """Stands without argument, and nothing against it applies or is open. No ids."""

    SUPPORTED = "supported"
    """Stands, and nothing against it applies or is open. Ids: the strongest arguments that carry it."""

    OUTWEIGHS = "outweighs"
    """Stands although something weaker against it applies or is open. Ids: what is against it."""

    REJECTED = "rejected"
    """Falls because the reader does not accept it. No ids."""

    NOT_GRANTED = "not-granted"
    """Falls because the map-maker does not grant it (`assumed: false`), and gives no argument. No ids."""

    NOTHING_LEFT = "nothing-left"
    """Falls because all that is for it has failed. Ids: the failed arguments."""

    OUTWEIGHED = "outweighed"
    """Falls although something is for it. Ids: what applies against it and is stronger than all of that."""

    TIED = "tied"
    """Undecided: the strongest that applies on either side is equally strong, and nothing open could change
    that. Ids: the arguments against it that are so strong."""

    WAITS = "waits"
    """Undecided: something is open. Ids: the open arguments, for and against, that could make a difference."""


class Reason(NamedTuple):
    """A code and the ids of the arguments it speaks of."""

    code: ReasonCode
    ids: tuple[str, ...] = ()


class Verdict(NamedTuple):
    """The label of a claim, or of an argument's inference, and why."""

    label: Label
    reason: Reason
