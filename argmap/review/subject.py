"""What every rule looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argmap.findings import Finding
    from argmap.model import ArgumentMap
    from argmap.reasoning import Verdict
    from argmap.sources import Anchoring


class Subject(NamedTuple):
    """A map under review, with its quotes anchored and its claims labelled."""

    map: ArgumentMap
    anchoring: Anchoring
    verdicts: Mapping[str, Verdict]


Rule = Callable[[Subject], "Iterator[Finding]"]
"""A rule finds what it is named for, and nothing else."""
