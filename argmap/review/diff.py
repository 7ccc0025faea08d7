"""What differs between two versions of a map, as values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.reasoning import says
from argmap.review.pairing import own_id, paired_arguments, paired_claims
from argmap.words import words_for

if TYPE_CHECKING:
    from argmap.model import Argument, ArgumentMap, Claim, Label, Quote
    from argmap.reasoning import Verdict


@dataclass(frozen=True)
class Version:
    """A map as it was at some time, with its labels."""

    map: ArgumentMap
    verdicts: Mapping[str, Verdict]


class Change(NamedTuple):
    """A field that has another value; empty where there was none, or is none."""

    field: str
    old: str
    new: str


class Relabelled(NamedTuple):
    """Another label, and why it is so now: a sentence in English, as findings are."""

    old: Label
    new: Label
    says: str


@dataclass(frozen=True, slots=True)
class QuoteChanges:
    """Quotes that came and went. One that only reads otherwise is among both."""

    added: tuple[Quote, ...] = ()
    removed: tuple[Quote, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed)


@dataclass(frozen=True, slots=True)
class ArgumentChange:
    """An argument that was added (no `old`), removed (no `new`) or changed."""

    old: Argument | None
    new: Argument | None
    fields: tuple[Change, ...] = ()
    quotes: QuoteChanges = QuoteChanges()
    label: Relabelled | None = None

    def __bool__(self) -> bool:
        return not (self.old and self.new) or bool(self.fields or self.quotes or self.label)


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim that was added (no `old`), removed (no `new`), renamed or changed, with the arguments about it."""

    old: Claim | None
    new: Claim | None
    fields: tuple[Change, ...] = ()
    quotes: QuoteChanges = QuoteChanges()
    label: Relabelled | None = None
    arguments: tuple[ArgumentChange, ...] = ()

    def __bool__(self) -> bool:
        return self.old is None or self.new is None or self.renamed or bool(self.changed or self.arguments)

    @property
    def changed(self) -> bool:
        """Whether the claim itself is another, apart from its id and from what is said for and against it."""
        return bool(self.fields or self.quotes or self.label)

    @property
    def renamed(self) -> bool:
        """Whether the claim is still there under another id."""
        return bool(self.old and self.new and self.old.id != self.new.id)

    @property
    def reworded(self) -> bool:
        """Whether the claim has another text."""
        return any(change.field == "text" for change in self.fields)

    @property
    def id(self) -> str:
        """The claim's id, the new one where it has one."""
        claim = self.new or self.old
        assert claim is not None
        return claim.id


class NamedChange(NamedTuple):
    """A source, an actor, a group or a view that was added, removed (by their names), or changed in some fields."""

    kind: str
    id: str
    change: str  # added, removed, changed
    name: str
    fields: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Diff:
    """Everything in which two versions differ; false where they say the same."""

    old: Version
    new: Version
    ids: Mapping[str, str]  # the new id of every old claim that is still there
    kept: Mapping[str, str]  # the same of arguments
    fields: tuple[Change, ...]
    named: tuple[NamedChange, ...]
    claims: tuple[ClaimChange, ...]

    def __bool__(self) -> bool:
        return bool(self.fields or self.named or self.claims)


def diff(old: Version, new: Version) -> Diff:
    """Compare two versions. Where things stand in the file, and in what order, makes no difference."""
    ids = paired_claims(old.map, new.map)
    comparison = _Comparison(old, new, ids)
    claims = tuple(filter(None, comparison.claims()))
    return Diff(old, new, ids, comparison.kept, tuple(comparison.of_the_map()), tuple(comparison.named()), claims)


_CLAIM = {
    "text": lambda claim: claim.text,
    "label": lambda claim: claim.label,
    "implicit": lambda claim: claim.implicit,
    "said by": lambda claim: claim.said_by,
    "qualifier": lambda claim: claim.qualifier,
    "date": lambda claim: claim.date,
    "actors": lambda claim: ", ".join(claim.actors),
    "group": lambda claim: claim.group,
    "tags": lambda claim: ", ".join(claim.tags),
    "role": lambda claim: claim.role or "",
    "assumed": lambda claim: "yes" if claim.assumed else "no",
    "strength": lambda claim: claim.strength.name.lower(),
    "why": lambda claim: claim.why,
    "expect": lambda claim: claim.expect or "",
    "note": lambda claim: claim.note,
}
_ARGUMENT = {
    "scheme": lambda argument: argument.scheme,
    "strength": lambda argument: argument.strength.name.lower(),
    "why": lambda argument: argument.why,
    "note": lambda argument: argument.note,
}
_SOURCE = {
    name: (lambda source, name=name: getattr(source, name))
    for name in ("file", "title", "author", "publisher", "date", "url", "note")
} | {"aside": lambda source: "; ".join(f"{aside.quote.exact} ({aside.why})" for aside in source.asides)}
_VIEW = {
    "title": lambda view: view.title,
    "groups": lambda view: ", ".join(view.groups),
    "actors": lambda view: ", ".join(view.actors),
    "tags": lambda view: ", ".join(view.tags),
    "focus": lambda view: view.focus,
    "depth": lambda view: str(view.depth),
}
_NAME = {"name": lambda named: named.name}


class _Comparison:
    def __init__(self, old: Version, new: Version, ids: Mapping[str, str]) -> None:
        self.old, self.new, self.ids = old, new, ids
        self.kept: dict[str, str] = {}  # arguments, filled while they are compared

    def of_the_map(self) -> Iterator[Change]:
        old, new = self.old.map, self.new.map
        yield from _changes(
            old,
            new,
            {
                "title": lambda m: m.title,
                "question": lambda m: m.question.text if m.question else "",
                "language": lambda m: m.language,
            },
        )
        if self.ids.get(old.thesis) != new.thesis:
            yield Change("thesis", old.thesis, new.thesis)
        asked: list[tuple[Quote, ...]] = [m.question.quotes if m.question else () for m in (old, new)]
        if [q.shown for q in asked[0]] != [q.shown for q in asked[1]]:
            yield Change("question's quote", *("; ".join(q.shown for q in quotes) for quotes in asked))
        before = [(self.ids.get(step.claim), step.say) for step in old.tour]
        after = [(step.claim, step.say) for step in new.tour]
        if before != after:
            yield Change("tour", _steps(len(before)), _steps(len(after)))

    def named(self) -> Iterator[NamedChange]:
        old, new = self.old.map, self.new.map
        yield from _named("source", old.sources, new.sources, _SOURCE, lambda s: s.title or s.file)
        yield from _named("actor", old.actors, new.actors, _NAME, lambda n: n.name)
        yield from _named("group", old.groups, new.groups, _NAME, lambda n: n.name)
        yield from _named("view", old.views, new.views, _VIEW, lambda v: v.title or v.id)

    def claims(self) -> Iterator[ClaimChange]:
        """Every claim, changed or not: the new ones in the order of the map, then those that are gone."""
        before = {new: self.old.map.claims[old] for old, new in self.ids.items()}
        for claim in self.new.map.claims.values():
            old = before.get(claim.id)
            yield ClaimChange(
                old,
                claim,
                tuple(_changes(old, claim, _CLAIM)) if old else (),
                _quotes(old.quotes, claim.quotes) if old else QuoteChanges(),
                self.label(old.id, claim.id) if old else None,
                tuple(filter(None, self.arguments(old.own if old else (), claim.own))),
            )
        for claim in self.old.map.claims.values():
            if claim.id not in self.ids:
                yield ClaimChange(claim, None, arguments=tuple(self.arguments(claim.own, ())))

    def arguments(self, old: Sequence[Argument], new: Sequence[Argument]) -> Iterator[ArgumentChange]:
        """The arguments about one conclusion, each before those about itself."""
        for before, after in paired_arguments(old, new, self.ids):
            if before and after:
                self.kept[before.id] = after.id
                fields = tuple(self.argument_fields(before, after))
                quotes = _quotes(before.quotes, after.quotes)
                yield ArgumentChange(before, after, fields, quotes, self.label(before.id, after.id))
            else:
                yield ArgumentChange(before, after)
            yield from self.arguments(before.own if before else (), after.own if after else ())

    def argument_fields(self, old: Argument, new: Argument) -> Iterator[Change]:
        # A claim that is gone keeps its old id: nothing new can be meant by it.
        premises = [self.ids.get(premise, premise) for premise in old.premises]
        if set(premises) != set(new.premises):
            yield Change("premises", ", ".join(premises), ", ".join(new.premises))
        if old.attacks != new.attacks:
            yield Change("side", *("against" if argument.attacks else "for" for argument in (old, new)))
        if own_id(old) != own_id(new):
            yield Change("id", own_id(old), own_id(new))
        yield from _changes(old, new, _ARGUMENT)

    def label(self, old: str, new: str) -> Relabelled | None:
        before, after = self.old.verdicts[old].label, self.new.verdicts[new]
        if before is after.label:
            return None
        return Relabelled(before, after.label, says(self.new.map, new, after, words_for("en")))


def _steps(count: int) -> str:
    return "" if not count else "1 step" if count == 1 else f"{count} steps"


_Fields = Mapping[str, Callable[[Any], str]]


def _changes(old: object, new: object, fields: _Fields) -> Iterator[Change]:
    for name, value in fields.items():
        before, after = str(value(old)), str(value(new))
        if before != after:
            yield Change(name, before, after)


def _named(
    kind: str, old: Mapping[str, Any], new: Mapping[str, Any], fields: _Fields, name: Callable[[Any], str]
) -> Iterator[NamedChange]:
    for key, item in new.items():
        if key not in old:
            yield NamedChange(kind, key, "added", name(item))
        elif changes := tuple(_changes(old[key], item, fields)):
            yield NamedChange(kind, key, "changed", name(item), changes)
    for key, item in old.items():
        if key not in new:
            yield NamedChange(kind, key, "removed", name(item))


def _quotes(old: Iterable[Quote], new: Iterable[Quote]) -> QuoteChanges:
    before = {_words_of(quote): quote for quote in old}
    after = {_words_of(quote): quote for quote in new}
    return QuoteChanges(
        tuple(quote for words, quote in after.items() if words not in before),
        tuple(quote for words, quote in before.items() if words not in after),
    )


def _words_of(quote: Quote) -> tuple[str, ...]:
    return quote.source, quote.exact, quote.prefix, quote.suffix, quote.reads
