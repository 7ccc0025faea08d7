"""What a row is to show, and whether it does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import median

from measuring.costs import Cost

Series = Mapping[str, Sequence[Cost]]


class Aim(Enum):
    """How one series is set against another, or taken by itself: a unit, and the digits that it is told with."""

    FASTER = ("times as fast", 1)
    TIMES = ("times", 2)
    SECONDS = ("s", 1)
    MEGABYTES = ("MB", 0)

    @property
    def unit(self) -> str:
        """What is counted."""
        return self.value[0]

    def shown(self, number: float) -> str:
        """A number of these, without the unit."""
        return f"{number:,.{self.value[1]}f}"


@dataclass(frozen=True, slots=True)
class Target:
    """A number that is to be reached, or not to be passed."""

    aim: Aim
    number: float

    def __str__(self) -> str:
        least = "at least" if self.aim is Aim.FASTER else "at most"
        return f"{least} {self.number:,g} {self.aim.unit}"

    def met(self, value: float) -> bool:
        """Whether a value is on the right side of it."""
        return value >= self.number if self.aim is Aim.FASTER else value <= self.number


@dataclass(frozen=True, slots=True)
class Comparison:
    """One line of the table: a series of ours, what it is set against (the beginnings of names; of several the
    fastest), and a target, or only how it is told.
    """

    work: str
    ours: str
    theirs: tuple[str, ...]
    target: Target | Aim

    @property
    def aim(self) -> Aim:
        """How it is told."""
        return self.target.aim if isinstance(self.target, Target) else self.target

    def found(self, series: Series) -> Found | None:
        """What came of it; None where one of the two was not measured."""
        ours = _fastest(series, (self.ours,))
        theirs = _fastest(series, self.theirs) if self.theirs else ours
        if ours is None or theirs is None:
            return None
        return Found(self, ours, theirs, tuple(map(self._value, series[ours], series[theirs])))

    def _value(self, ours: Cost, theirs: Cost) -> float:
        match self.aim:
            case Aim.FASTER:
                return theirs.cpu / ours.cpu
            case Aim.TIMES:
                return ours.cpu / theirs.cpu
            case Aim.SECONDS:
                return ours.cpu
        return ours.memory / 1e6


@dataclass(frozen=True, slots=True)
class Found:
    """A comparison that was measured: the names of both series, and a value of each round."""

    comparison: Comparison
    ours: str
    theirs: str
    values: tuple[float, ...]

    @property
    def sides(self) -> tuple[str, ...]:
        """Both series, or the one where ours is taken by itself."""
        return tuple(dict.fromkeys((self.ours, self.theirs)))

    @property
    def met(self) -> bool | None:
        """Whether the median meets the target; None where there is none."""
        target = self.comparison.target
        return target.met(median(self.values)) if isinstance(target, Target) else None


def faster(number: float) -> Target:
    """Ours takes so many times less."""
    return Target(Aim.FASTER, number)


def at_most(number: float) -> Target:
    """Ours takes at most so many times as long."""
    return Target(Aim.TIMES, number)


def seconds_at_most(number: float) -> Target:
    """Ours takes at most so many seconds of CPU."""
    return Target(Aim.SECONDS, number)


def megabytes_at_most(number: float) -> Target:
    """Ours holds at most so much memory."""
    return Target(Aim.MEGABYTES, number)


def _fastest(series: Series, beginnings: tuple[str, ...]) -> str | None:
    names = [name for name in series if name.startswith(beginnings)]
    return min(names, key=lambda name: median(run.cpu for run in series[name]), default=None)
