"""Which claim of one version of a map is which of the other, and which argument."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from argmap.model import Argument, ArgumentMap, Claim

T = TypeVar("T")
Pair = tuple["Argument | None", "Argument | None"]


def paired_claims(old: ArgumentMap, new: ArgumentMap) -> Mapping[str, str]:
    """The new id of every old claim that is still there.

    Ids never change, so what has the same id is the same claim. A claim whose id is gone is taken to be renamed where
    one that is new has the same text or, failing that, the same quotes.
    """
    pairs = {claim: claim for claim in old.claims if claim in new.claims}
    for alike in (_wording, _quoting):
        known = set(pairs.values())
        gone = [claim for claim in old.claims.values() if claim.id not in pairs]
        come = [claim for claim in new.claims.values() if claim.id not in known]
        pairs |= {before.id: after.id for before, after in _matched(gone, come, alike, alike)}
    return pairs


def paired_arguments(old: Sequence[Argument], new: Sequence[Argument], ids: Mapping[str, str]) -> list[Pair]:
    """The arguments about one conclusion in two versions, side by side: the new in order, then those that are gone.

    An argument is known by the id that the editor gave it, else by its side and premises, else by its premises, else
    by one of them. `ids` has the new id of every old claim that is still there.
    """
    found: dict[str, Argument] = {}

    def left() -> list[Argument]:
        known = {argument.id for argument in found.values()}
        return [argument for argument in old if argument.id not in known]

    def match(before: Callable[[Argument], Hashable], after: Callable[[Argument], Hashable]) -> None:
        come = [argument for argument in new if argument.id not in found]
        found.update({later.id: earlier for earlier, later in _matched(left(), come, before, after)})

    def renamed(argument: Argument) -> frozenset[str]:
        return frozenset(ids.get(premise, "") for premise in argument.premises)

    match(own_id, own_id)
    match(lambda a: (a.attacks, renamed(a)), lambda a: (a.attacks, frozenset(a.premises)))
    match(renamed, lambda a: frozenset(a.premises))
    for later in new:
        if later.id not in found:
            alike = (a for a in left() if a.attacks == later.attacks and renamed(a) & frozenset(later.premises))
            found.update((later.id, earlier) for earlier in islice(alike, 1))
    return [*((found.get(argument.id), argument) for argument in new), *((argument, None) for argument in left())]


def own_id(argument: Argument) -> str:
    """The id that the editor gave; none where an argument is known by its place, which has a dot."""
    return "" if "." in argument.id else argument.id


def _matched(
    gone: Iterable[T], come: Iterable[T], before: Callable[[T], Hashable], after: Callable[[T], Hashable]
) -> list[tuple[T, T]]:
    """Those that are alike, each matched once, in order; what has no likeness (an empty one) is like nothing."""
    waiting: dict[Hashable, list[T]] = {}
    for later in come:
        waiting.setdefault(after(later), []).append(later)
    return [
        (earlier, waiting[likeness].pop(0))
        for earlier in gone
        if (likeness := before(earlier)) and waiting.get(likeness)
    ]


def _wording(claim: Claim) -> str:
    return " ".join(claim.text.casefold().split()).removesuffix(".")


def _quoting(claim: Claim) -> frozenset[tuple[str, str]]:
    return frozenset((quote.source, " ".join(quote.exact.split())) for quote in claim.quotes)
