"""What a rule is: a function that looks a map over, with all that is to be said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from argmap.findings import Finding, Severity

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Place
    from argmap.reasoning import Verdict
    from argmap.sources import Anchoring


@dataclass(frozen=True, slots=True)
class Subject:
    """A map under review, with its quotes anchored and its claims labelled.

    `coverage` is how much of each source the project wants covered, in percent of its sentences.
    """

    map: ArgumentMap
    anchoring: Anchoring
    verdicts: Mapping[str, Verdict]
    coverage: int = 0


class Said(NamedTuple):
    """What a rule has found, and where. The rule's name and severity are added to it."""

    place: Place
    message: str
    hint: str = ""


Look = Callable[[Subject], Iterator[Said]]
"""A rule finds what it is named for, and nothing else, in time that grows with the map and no faster."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, which is also its findings', how grave they are, what they are, and why it matters.

    `summary` is one sentence, `why` one or two; both are Markdown.
    """

    id: str
    severity: Severity
    summary: str
    why: str
    look: Look

    def findings(self, subject: Subject, severity: Severity | None = None) -> Iterator[Finding]:
        """What it finds, as grave as is asked for, else as the rule is."""
        for place, message, hint in self.look(subject):
            yield Finding(*place, self.id, severity or self.severity, message, hint)


def rule(id: str, severity: Severity, *, summary: str, why: str) -> Callable[[Look], Rule]:  # noqa: A002
    """Make a rule of a function that looks a map over."""
    return lambda look: Rule(id, severity, summary, why, look)


@dataclass(frozen=True, slots=True)
class Policy:
    """What a project makes of the rules.

    `levels` has the rules that are to be as grave as is said there, or off (None); `coverage` is as in `Subject`.
    """

    levels: Mapping[str, Severity | None] = field(default_factory=dict)
    coverage: int = 0
