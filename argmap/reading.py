"""Read a map: load, anchor, label, review, in this order. All that later rooms take is the result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from argmap import notation, reasoning, review, sources
from argmap.findings import Finding, in_order
from argmap.review import AS_THEY_ARE, Policy
from argmap.sources import Anchoring, Span
from argmap.words import Words, words_for

if TYPE_CHECKING:
    from argmap.model import Argument, ArgumentMap
    from argmap.reasoning import Verdict

__all__ = ["Anchoring", "Policy", "Reading", "Span", "interpret", "read"]


@dataclass(frozen=True)
class Reading:
    """A map with everything that follows from it."""

    name: str
    map: ArgumentMap
    anchoring: Anchoring
    verdicts: Mapping[str, Verdict]
    findings: tuple[Finding, ...]
    remarks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What else is to be said at claims' cards: such as what has changed in them."""

    @cached_property
    def words(self) -> Words:
        """The words of the interface in the map's language."""
        return words_for(self.map.language)

    def says(self, claim: str) -> str:
        """The claim's label and its reason, as one sentence in the map's language."""
        return reasoning.says(self.map, claim, self.verdicts[claim], self.words)

    @cached_property
    def pivotal(self) -> tuple[str, ...]:
        """The claims whose rejection alone changes the thesis's label, in the order of the map."""
        return reasoning.pivotal(self.map)

    @cached_property
    def open_counterpoints(self) -> tuple[Argument, ...]:
        """The objections and undercuts against which nothing in the map is said."""
        return review.open_counterpoints(self.map, self.verdicts)


def read(
    path: Path, *, project: Path | None = None, cache: Path | None = None, policy: Policy = AS_THEY_ARE
) -> Reading:
    """Read the map in a file.

    `project` is the folder that sources must lie in, by default the map's own project; `cache` the one in which
    maps are kept as they were read; `policy` is what the project makes of the rules, and changes findings alone, which
    are not kept. Mistakes in the map's notation raise `MapError`; everything found later is in the reading's
    `findings`.
    """
    return interpret(notation.read_map(path, cache=cache), path.stem, project=project, policy=policy)


def interpret(
    argument_map: ArgumentMap, name: str, *, project: Path | None = None, policy: Policy = AS_THEY_ARE
) -> Reading:
    """Anchor, label and review a map that has been read, as `read` does: what there is in an editor only, too."""
    anchoring = sources.anchor(argument_map, project=project)
    verdicts = reasoning.label(argument_map)
    # What anchoring finds and is a matter of judgement is said by rules, which can be switched.
    broken = (finding for finding in anchoring.findings if finding.rule not in review.RULES)
    findings = (*broken, *review.review(argument_map, anchoring, verdicts, policy))
    return Reading(name, argument_map, anchoring, verdicts, in_order(findings))
