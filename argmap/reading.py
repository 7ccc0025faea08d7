"""Read a map: load, anchor, label, review, in this order. All that later rooms take is the result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.branches import LIMIT, Branches, branches
from argmap.findings import Finding, in_order
from argmap.words import Words, words_for

# Who looks into no map needs none of what makes a reading of one, and to load it takes longer than to read some.
if TYPE_CHECKING:
    from argmap.model import Argument, ArgumentMap
    from argmap.reasoning import Verdict
    from argmap.review import Policy
    from argmap.sources import Anchoring
    from argmap.sources import Span as Span  # for the rooms that know no sources

__all__ = ["LateReading", "Reading", "interpret", "read"]


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
    limit: int = LIMIT
    """With how many claims a map is drawn as a whole; one with more is large."""

    @property
    def branches(self) -> Branches | None:
        """The parts of a large map; None where it can be drawn as a whole."""
        return branches(self.map, self.limit)

    @cached_property
    def words(self) -> Words:
        """The words of the interface in the map's language."""
        return words_for(self.map.language)

    def says(self, claim: str) -> str:
        """The claim's label and its reason, as one sentence in the map's language."""
        from argmap import reasoning

        return reasoning.says(self.map, claim, self.verdicts[claim], self.words)

    @cached_property
    def pivotal(self) -> tuple[str, ...]:
        """The claims whose rejection alone changes the thesis's label, in the order of the map."""
        from argmap import reasoning

        return reasoning.pivotal(self.map)

    @cached_property
    def open_counterpoints(self) -> tuple[Argument, ...]:
        """The objections and undercuts against which nothing in the map is said."""
        from argmap import review

        return review.open_counterpoints(self.map, self.verdicts)


class LateReading(Reading):
    """A reading that is made when somebody looks into it. Its findings are known before."""

    def __init__(self, name: str, findings: tuple[Finding, ...], limit: int, read: Callable[[], Reading]) -> None:
        # A frozen object lets nobody set anything, not even itself.
        self.__dict__.update(name=name, findings=findings, limit=limit, _read=read)

    @cached_property
    def _whole(self) -> Reading:
        found: Reading = self.__dict__["_read"]()
        return found

    @cached_property
    def map(self) -> ArgumentMap:
        """The map."""
        return self._whole.map

    @cached_property
    def anchoring(self) -> Anchoring:
        """Where its quotes stand."""
        return self._whole.anchoring

    @cached_property
    def verdicts(self) -> Mapping[str, Verdict]:
        """Its claims' labels."""
        return self._whole.verdicts

    @cached_property
    def remarks(self) -> Mapping[str, tuple[str, ...]]:
        """What else is to be said at claims' cards."""
        return self._whole.remarks


def read(
    path: Path,
    *,
    project: Path | None = None,
    cache: Path | None = None,
    policy: Policy | None = None,
    limit: int = LIMIT,
    text: str | None = None,
) -> Reading:
    """Read the map in a file, or in a `text` that was taken from it before.

    `project` is the folder that sources must lie in, by default the map's own project; `cache` the one in which
    maps are kept as they were read; `policy` is what the project makes of the rules, by default nothing, and changes
    findings alone, which are not kept; a map of more claims than the `limit` is large. Mistakes in the map's notation
    raise `MapError`; everything found later is in the reading's `findings`.
    """
    from argmap import notation

    found = notation.read_map(path, cache=cache, text=text)
    return interpret(found, path.stem, project=project, policy=policy, limit=limit)


def interpret(
    argument_map: ArgumentMap,
    name: str,
    *,
    project: Path | None = None,
    policy: Policy | None = None,
    limit: int = LIMIT,
) -> Reading:
    """Anchor, label and review a map that has been read, as `read` does: what there is in an editor only, too."""
    from argmap import reasoning, review, sources

    anchoring = sources.anchor(argument_map, project=project)
    verdicts = reasoning.label(argument_map)
    # What anchoring finds and is a matter of judgement is said by rules, which can be switched.
    broken = (finding for finding in anchoring.findings if finding.rule not in review.RULES)
    findings = (*broken, *review.review(argument_map, anchoring, verdicts, policy or review.AS_THEY_ARE))
    return Reading(name, argument_map, anchoring, verdicts, in_order(findings), limit=limit)
