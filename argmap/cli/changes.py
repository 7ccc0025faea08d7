"""What differs between two versions of a map, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from argmap.drawing import bearing
from argmap.drawing.relations import premises
from argmap.model import Label
from argmap.words import words_for

if TYPE_CHECKING:
    from argmap.model import Argument, ArgumentMap, Claim
    from argmap.review.diff import ArgumentChange, Change, ClaimChange, Diff, NamedChange, QuoteChanges
    from argmap.review.overlay import Overlay

ADDED, REMOVED, OTHER = "+", "−", "≠"
ALIKE = 0.4  # how much two wordings share, as difflib counts, for their differences to be worth marking
MOST_PAIRS = 250_000  # of words to compare: two texts of 500
BEFORE = {Label.STANDS: "stood", Label.FALLS: "fell", Label.UNDECIDED: "was undecided"}
_ENGLISH = words_for("en")
_OF_MAP = {
    "title": "title",
    "question": "question",
    "question's quote": "quote of the question",
    "language": "language",
    "thesis": "thesis",
    "tour": "tour",
}
_OF_CLAIM = {
    "label": "short form",
    "implicit": "reason why it is unstated",
    "said by": "speaker",
    "expect": "expected label",
}


class Line(NamedTuple):
    """One change: a sign, a sentence, and the two wordings where it has two to set one below the other."""

    sign: str
    text: str
    was: str = ""
    now: str = ""


class Section(NamedTuple):
    """Changes of one kind, under a heading."""

    title: str
    lines: tuple[Line, ...]


def summary(diff: Diff) -> str:
    """How much has changed, in one line."""
    claims = diff.claims
    both = [change for change in claims if change.old and change.new]
    counts = {
        "added": sum(not change.old for change in claims),
        "removed": sum(not change.new for change in claims),
        "renamed": sum(change.renamed for change in both),
        "reworded": sum(change.reworded for change in both),
        "re-linked": sum(any(map(_relinks, change.arguments)) for change in both),
        "with other quotes": sum(bool(change.quotes) for change in both),
        "with another label": sum(change.label is not None for change in both),
    }
    said = [(count, what) for what, count in counts.items() if count]
    if said:
        (count, what), *more = said
        return ", ".join([f"{count} {'claim' if count == 1 else 'claims'} {what}", *(f"{n} {w}" for n, w in more)])
    if not diff:
        return "nothing has changed"
    return "details of claims have changed" if claims else "what is said of the map as a whole has changed"


def _relinks(change: ArgumentChange) -> bool:
    """Whether an argument came, went, rests on other premises, bears the other way or weighs otherwise."""
    fields = {field.field for field in change.fields}
    return not (change.old and change.new) or not fields.isdisjoint({"premises", "side", "strength", "why"})


class Voice(NamedTuple):
    """How a format tells things: a text as itself, and the words of two wordings that went and that came."""

    escape: Callable[[str], str]
    gone: Callable[[str], str] = str
    come: Callable[[str], str] = str


def told(diff: Diff, voice: Voice) -> Iterator[Section]:
    """The changes, the gravest kinds first."""
    telling = _Telling(diff, voice)
    for title, lines in (
        ("The map", telling.of_the_map()),
        ("Labels", telling.labels()),
        ("Claims added", telling.added()),
        ("Claims removed", telling.removed()),
        ("Claims renamed", telling.renamed()),
        ("Claims reworded", telling.reworded()),
        ("Arguments", telling.arguments()),
        ("Quotes", telling.quotes()),
        ("Details of claims", telling.details()),
        ("Sources, actors, groups and views", telling.named()),
    ):
        found = tuple(lines)
        if found:
            yield Section(title, found)


class _Telling:
    def __init__(self, diff: Diff, voice: Voice) -> None:
        self.diff = diff
        self.old, self.new = diff.old.map, diff.new.map
        self.voice = voice

    def words(self, text: str) -> str:
        """An editor's text between quotation marks, on one line."""
        return _ENGLISH.quoted(self.plain(text))

    def plain(self, text: str) -> str:
        return self.voice.escape(" ".join(text.split()))

    def wordings(self, old: str, new: str) -> tuple[str, str]:
        """Two wordings, each between quotation marks; where they are alike, the words that differ are marked."""
        was, now = self.marked(old.split(), new.split())
        return _ENGLISH.quoted(was), _ENGLISH.quoted(now)

    def marked(self, old: list[str], new: list[str]) -> tuple[str, str]:
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        if len(old) * len(new) > MOST_PAIRS or matcher.ratio() < ALIKE:
            return self.plain(" ".join(old)), self.plain(" ".join(new))
        was, now = [], []
        for kind, i, i_end, j, j_end in matcher.get_opcodes():
            before, after = self.plain(" ".join(old[i:i_end])), self.plain(" ".join(new[j:j_end]))
            was.append(before if kind == "equal" or not before else self.voice.gone(before))
            now.append(after if kind == "equal" or not after else self.voice.come(after))
        return " ".join(filter(None, was)), " ".join(filter(None, now))

    def claim(self, claim: Claim) -> str:
        return f"`{claim.id}` ({self.words(claim.mention)})"

    def of_the_map(self) -> Iterator[Line]:
        for change in self.diff.fields:
            what = _OF_MAP[change.field]
            if change.field == "thesis":
                was, now = self.claim(self.old.claims[change.old]), self.claim(self.new.claims[change.new])
                yield Line(OTHER, f"The thesis was {was} and is now {now}.")
            else:
                yield self.field(change, f"The {what}")

    def labels(self) -> Iterator[Line]:
        for change in self.diff.claims:
            if change.new and (label := change.label):
                because = self.plain(f"{label.says[0].lower()}{label.says[1:]}")
                yield Line(OTHER, f"{self.claim(change.new)} {BEFORE[label.old]}. Now {because}")
            for argument in change.arguments:
                if argument.new and argument.label and (label := argument.label):
                    step = self.step(self.new, argument.new)
                    because = self.plain(f"{label.says[0].lower()}{label.says[1:]}")
                    yield Line(OTHER, f"{step} {BEFORE[label.old]}. Now {because}")

    def added(self) -> Iterator[Line]:
        for change in self.diff.claims:
            if change.new and not change.old:
                yield Line(ADDED, f"`{change.id}`: {self.words(change.new.text)}{self.becomes(change)}")

    def becomes(self, change: ClaimChange) -> str:
        """What a new claim's label is, where it does not just stand."""
        label = self.diff.new.verdicts[change.id].label
        return "" if label is Label.STANDS else f" It {_IS[label]} in this map."

    def removed(self) -> Iterator[Line]:
        for change in self.diff.claims:
            if change.old and not change.new:
                yield Line(REMOVED, f"`{change.id}`: {self.words(change.old.text)}")

    def renamed(self) -> Iterator[Line]:
        for change in self.diff.claims:
            if change.renamed and change.old and change.new:
                yield Line(OTHER, f"`{change.old.id}` is now `{change.id}`: {self.words(change.new.mention)}")

    def reworded(self) -> Iterator[Line]:
        for change in self.diff.claims:
            for field in change.fields:
                if field.field == "text":
                    yield Line(OTHER, f"`{change.id}`", *self.wordings(field.old, field.new))

    def arguments(self) -> Iterator[Line]:
        for change in self.diff.claims:
            for argument in change.arguments:
                yield from self.argument(argument)

    def argument(self, change: ArgumentChange) -> Iterator[Line]:
        if change.new and not change.old:
            why = f", because: {self.words(change.new.why)}" if change.new.why else ""
            yield Line(ADDED, f"{self.relation(self.new, change.new, 'now')}{why}.")
        elif change.old and not change.new:
            yield Line(REMOVED, f"{self.relation(self.old, change.old, 'no longer')}.")
        elif change.new:
            step = self.step(self.new, change.new)
            for field in change.fields:
                yield self.argument_field(change, field, step)
            yield from self.quoted(change.quotes, step)

    def argument_field(self, change: ArgumentChange, field: Change, step: str) -> Line:
        assert change.old is not None
        assert change.new is not None
        if field.field == "side":
            return Line(OTHER, f"{self.relation(self.new, change.new, 'now')}; it spoke {field.old} that before.")
        if field.field == "premises":
            was, now = premises(self.old, change.old, _ENGLISH), premises(self.new, change.new, _ENGLISH)
            return Line(
                OTHER, f"{self.above(self.new, change.new)} rests on other premises", self.plain(was), self.plain(now)
            )
        if field.field == "strength":
            why = f", because: {self.words(change.new.why)}" if change.new.why else ""
            return Line(OTHER, f"{step} was {field.old} and is now {field.new}{why}.")
        if field.field == "id":
            was, now = (f"`{value}`" if value else "nothing" for value in (field.old, field.new))
            return Line(OTHER, f"{step} was called {was} and is now called {now}.")
        return self.field(field, f"{step}: the {_OF_CLAIM.get(field.field, field.field)}")

    def quotes(self) -> Iterator[Line]:
        for change in self.diff.claims:
            if change.new:
                yield from self.quoted(change.quotes, self.claim(change.new))

    def quoted(self, quotes: QuoteChanges, who: str) -> Iterator[Line]:
        before = {quote.exact: quote for quote in quotes.removed}
        for quote in quotes.added:
            same = before.pop(quote.exact, None)
            if same is None:
                yield Line(ADDED, f"{who} now quotes {self.words(quote.exact)}.")
            elif same.shown != quote.shown:
                yield Line(OTHER, f"{who} shows a quote in other words", *self.wordings(same.shown, quote.shown))
            else:
                yield Line(OTHER, f"{who} says otherwise where its quote {self.words(quote.exact)} stands.")
        for quote in before.values():
            yield Line(REMOVED, f"{who} no longer quotes {self.words(quote.exact)}.")

    def details(self) -> Iterator[Line]:
        for change in self.diff.claims:
            for field in change.fields:
                if field.field != "text" and change.new:
                    name = _OF_CLAIM.get(field.field, field.field)
                    yield self.field(field, f"{self.claim(change.new)}: the {name}")

    def field(self, change: Change, subject: str) -> Line:
        """A field that came, went or has another value."""
        if not change.old:
            return Line(ADDED, f"{subject} is new", now=self.words(change.new))
        if not change.new:
            return Line(REMOVED, f"{subject} is gone", was=self.words(change.old))
        return Line(OTHER, f"{subject} has changed", *self.wordings(change.old, change.new))

    def named(self) -> Iterator[Line]:
        for item in self.diff.named:
            who = f"{item.kind.capitalize()} `{item.id}`"
            if item.change == "changed":
                for change in item.fields:
                    yield self.field(change, f"{who}: the {change.field}")
            else:
                yield self.come_or_gone(item, who)

    def come_or_gone(self, item: NamedChange, who: str) -> Line:
        sign = ADDED if item.change == "added" else REMOVED
        return Line(sign, f"{who} was {item.change}: {self.words(item.name)}.")

    def relation(self, argument_map: ArgumentMap, argument: Argument, adverb: str) -> str:
        """What an argument does, as a sentence without its end: "“A” together with “B” now supports “C”"."""
        who = premises(argument_map, argument, _ENGLISH)
        return self.plain(f"{who} {adverb} {bearing(argument_map, argument, _ENGLISH)}")

    def step(self, argument_map: ArgumentMap, argument: Argument) -> str:
        """An argument by its ends: "The step from “A” to “C”"."""
        who = premises(argument_map, argument, _ENGLISH)
        return f"The step from {self.plain(who)} {self.end(argument_map, argument)}"

    def above(self, argument_map: ArgumentMap, argument: Argument) -> str:
        return f"The step {self.end(argument_map, argument)}"

    def end(self, argument_map: ArgumentMap, argument: Argument) -> str:
        verb = "against" if argument.attacks else "to"
        if argument.on_argument:
            above = premises(argument_map, argument_map.arguments[argument.conclusion], _ENGLISH)
            return f"{verb} the step from {self.plain(above)}"
        return f"{verb} {self.words(argument_map.claims[argument.conclusion].mention)}"


_IS = {Label.STANDS: "stands", Label.FALLS: "falls", Label.UNDECIDED: "is undecided"}


def remarks(diff: Diff, laid: Overlay) -> Mapping[str, tuple[str, ...]]:
    """What is said at the cards of a drawing of both versions."""
    kept = {change.id: change for change in diff.claims}
    found = {claim: tuple(_remarks(claim, kept.get(claim), laid)) for claim in laid.map.claims}
    return {claim: said for claim, said in found.items() if said}


def _remarks(claim: str, change: ClaimChange | None, laid: Overlay) -> Iterator[str]:
    if change and not (change.old and change.new):
        yield laid.claims[claim]
        return
    if change:
        if change.renamed:
            yield "renamed"
        if change.reworded:
            yield "reworded"
        if change.label:
            if change.label.new is Label.STANDS:
                yield "now stands"
            yield f"{BEFORE[change.label.old]} before"
    # Stacked in one card, premises share one line, which cannot say it of one of them.
    fates = {laid.arguments.get(argument.id) for argument in laid.map.uses[claim]}
    if fates == {"added"}:
        yield "newly linked"
    if fates == {"removed"}:
        yield "no longer linked"
