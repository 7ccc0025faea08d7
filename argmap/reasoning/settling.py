"""The least fixed point of the rule, in time linear in the size of the map.

All that can be decided is decided in rounds, each from what the rounds before it settled. A round looks
only at what the last one touched, and an argument speaks up once: when it begins to apply, or fails.
The rounds are those of iterating `rule.step`, so that they do not depend on the order of anything;
reasons use them to say what came first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.model import Argument, Label, Strength
from argmap.reasoning.rule import NOTHING, Issue, Scale, decide, parts


class Settled(NamedTuple):
    """A decided label, and the round that decided it, counting from 1."""

    label: Label
    round: int


def settle(issues: Mapping[str, Issue], known: Mapping[str, Label]) -> dict[str, Settled]:
    """What can be decided of these issues, given the labels of everything else they depend on.

    `known` has no say on an issue that is itself to be decided. What stays undecided is left out.
    """
    ledger = _Ledger(issues, known)
    settled: dict[str, Settled] = {}
    touched = dict.fromkeys(issues)
    number = 0
    while touched:
        number += 1
        decided = {key: label for key in touched if (label := ledger.label(key)) is not Label.UNDECIDED}
        settled |= {key: Settled(label, number) for key, label in decided.items()}
        heard = [conclusion for key, label in decided.items() for conclusion in ledger.hear(key, label)]
        touched = dict.fromkeys(conclusion for conclusion in heard if conclusion not in settled)
    return settled


class _Side:
    """One side of an issue: the strongest that applies, and how many live ones there are of each strength."""

    __slots__ = ("applies", "live")

    def __init__(self, arguments: tuple[Argument, ...], grant: Strength | None = None) -> None:
        self.applies = NOTHING if grant is None else int(grant)
        self.live = [0] * len(Strength)
        for argument in arguments:
            self.live[argument.strength] += 1
        if grant is not None:
            self.live[grant] += 1

    def strongest_live(self) -> int:
        return max((strength for strength, number in enumerate(self.live) if number), default=NOTHING)


class _Ledger:
    """What is known of every argument so far, kept up to date as labels come in."""

    def __init__(self, issues: Mapping[str, Issue], known: Mapping[str, Label]) -> None:
        # What no argument bears on never changes: its sides are shared.
        alone: dict[Strength | None, _Side] = {grant: _Side((), grant) for grant in (None, *Strength)}
        self._for = {
            key: _Side(issue.because, issue.grant) if issue.because else alone[issue.grant]
            for key, issue in issues.items()
        }
        self._against = {key: _Side(issue.but) if issue.but else alone[None] for key, issue in issues.items()}
        self._missing: dict[str, int] = {}  # per argument that has not failed: how many parts do not stand yet
        self._listeners: dict[str, list[Argument]] = defaultdict(list)
        for issue in issues.values():
            for argument in (*issue.because, *issue.but):
                needed = parts(argument)
                self._missing[argument.id] = len(needed)
                for part in needed:
                    if part in issues:
                        self._listeners[part].append(argument)
                    else:
                        self._note(argument, known[part])

    def label(self, key: str) -> Label:
        """The label of an issue by all that has come in."""
        pro, con = self._for[key], self._against[key]
        return decide(Scale(pro.applies, pro.strongest_live(), con.applies, con.strongest_live()))

    def hear(self, key: str, label: Label) -> Iterator[str]:
        """Take in a decided label; the issues whose balance it changes."""
        return (argument.conclusion for argument in self._listeners[key] if self._note(argument, label))

    def _note(self, argument: Argument, label: Label) -> bool:
        """Take in the label of a part of an argument; whether that settles the argument."""
        if label is Label.UNDECIDED or argument.id not in self._missing:
            return False
        side = (self._against if argument.attacks else self._for)[argument.conclusion]
        if label is Label.FALLS:
            del self._missing[argument.id]
            side.live[argument.strength] -= 1
            return True
        self._missing[argument.id] -= 1
        if self._missing[argument.id]:
            return False
        side.applies = max(side.applies, argument.strength)
        return True
