"""Two versions of a map laid over each other: one map with everything of both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.model import Argument, ArgumentMap, Claim, Named
    from argmap.reasoning import Verdict
    from argmap.review.diff import ArgumentChange, ClaimChange, Diff

GONE = "old."  # begins the id of an argument that is no more: a new one may have its id


class Fate(StrEnum):
    """What became of a claim or of an argument."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class Overlay:
    """The union of both versions, and what became of what does not say or weigh the same in both.

    A changed claim has another text, label or id; other quotes, notes and the like make no difference here. Claims and
    arguments have their new ids and labels, those that are gone their old ones. An argument that has other premises or
    another side is among both the removed and the added.
    """

    map: ArgumentMap
    verdicts: Mapping[str, Verdict]
    claims: Mapping[str, Fate]
    arguments: Mapping[str, Fate]


def overlay(diff: Diff) -> Overlay:
    """Lay the versions of a diff over each other."""
    return _Overlaying(diff).overlay()


class _Overlaying:
    def __init__(self, diff: Diff) -> None:
        self.diff = diff
        self.gone: dict[str, list[Argument]] = {}  # by the id of their conclusion in the union
        self.claims: dict[str, Fate] = {}
        self.arguments: dict[str, Fate] = {}

    def overlay(self) -> Overlay:
        old, new = self.diff.old, self.diff.new
        for change in self.diff.claims:
            self.claim(change)
        removed = [change.old for change in self.diff.claims if change.old and not change.new]
        claims = {claim.id: self.united(claim) for claim in (*new.map.claims.values(), *map(self.bare, removed))}
        union = replace(new.map, claims=claims, groups=_both(old.map.groups, new.map.groups), views={}, tour=())
        verdicts = {claim: verdict for claim, verdict in old.verdicts.items() if claim in claims} | dict(new.verdicts)
        return Overlay(union, verdicts, self.claims, self.arguments)

    def claim(self, change: ClaimChange) -> None:
        if change.old and change.new:
            if change.reworded or change.renamed or change.label:
                self.claims[change.id] = Fate.CHANGED
        else:
            self.claims[change.id] = Fate.ADDED if change.new else Fate.REMOVED
        for argument in change.arguments:
            self.argument(argument, change.id)

    def argument(self, change: ArgumentChange, claim: str) -> None:
        fields = {field.field for field in change.fields}
        relinked = {"premises", "side"} & fields
        if change.new and (relinked or not change.old):
            self.arguments[change.new.id] = Fate.ADDED
        elif change.new and (change.label or {"strength", "why"} & fields):
            self.arguments[change.new.id] = Fate.CHANGED
        if change.old and (relinked or not change.new):
            conclusion = self.conclusion(change, claim)
            gone = self.translated(change.old, conclusion)
            self.arguments[gone.id] = Fate.REMOVED
            self.gone.setdefault(conclusion, []).append(gone)

    def conclusion(self, change: ArgumentChange, claim: str) -> str:
        """What the removed argument was about, by its id in the union."""
        assert change.old is not None
        if not change.old.on_argument:
            return claim
        if change.new:
            return change.new.conclusion
        return self.diff.kept.get(change.old.conclusion, f"{GONE}{change.old.conclusion}")

    def translated(self, argument: Argument, conclusion: str) -> Argument:
        """An argument of the old version in the union, without what was about it: that comes by itself."""
        premises = tuple(self.diff.ids.get(premise, premise) for premise in argument.premises)
        return replace(
            argument, id=f"{GONE}{argument.id}", conclusion=conclusion, premises=premises, because=(), but=()
        )

    def bare(self, claim: Claim) -> Claim:
        return replace(claim, because=(), but=())

    def united(self, claim: Claim) -> Claim:
        because, but = self.own(claim.id, claim.because, claim.but)
        return replace(claim, because=because, but=but)

    def own(
        self, conclusion: str, because: tuple[Argument, ...], but: tuple[Argument, ...]
    ) -> tuple[tuple[Argument, ...], tuple[Argument, ...]]:
        """What is for and against something in both versions, with what is about these arguments in turn."""
        gone = self.gone.get(conclusion, [])
        sides = (
            (*because, *(argument for argument in gone if not argument.attacks)),
            (*but, *(argument for argument in gone if argument.attacks)),
        )
        first, second = (tuple(map(self.nested, side)) for side in sides)
        return first, second

    def nested(self, argument: Argument) -> Argument:
        because, but = self.own(argument.id, argument.because, argument.but)
        return replace(argument, because=because, but=but)


def _both(old: Mapping[str, Named], new: Mapping[str, Named]) -> Mapping[str, Named]:
    return dict(new) | {key: named for key, named in old.items() if key not in new}
