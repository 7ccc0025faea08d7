"""The argument map as values: claims, and the arguments between them.

Everything here is frozen and does no I/O. Ids are strings; a map keeps its claims in the order in
which the editor wrote them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from functools import cached_property
from typing import Any, NamedTuple


class Place(NamedTuple):
    """Where something stands in a map's file; line and column count from 1, columns in code points."""

    file: str
    line: int
    column: int


class Label(StrEnum):
    """What becomes of a claim or an inference in this map. Never "true" or "false"."""

    STANDS = "stands"
    FALLS = "falls"
    UNDECIDED = "undecided"


class Strength(IntEnum):
    """Ordinal weight. Editors write the last three; what is simply granted is bare."""

    BARE = 0
    WEAK = 1
    NORMAL = 2
    STRONG = 3


class Role(StrEnum):
    """The word on a claim's card."""

    THESIS = "thesis"
    PREMISE = "premise"
    COUNTERPOINT = "counterpoint"
    ANSWER = "answer"  # a possible answer to the map's question; only ever written by the editor
    CLAIM = "claim"  # bears on nothing


class Side(StrEnum):
    """Where a claim's paths lead: an odd number of attacks on the way to the thesis is against it."""

    FOR = "for"
    AGAINST = "against"
    MIXED = "mixed"
    NONE = "none"  # no path to the thesis


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The exact words of a source, its faults included.

    `reads` is how the words are shown when the copy is faulty; `prefix` and `suffix` make an
    ambiguous quote unique (W3C Web Annotation's TextQuoteSelector).
    """

    exact: str
    source: str
    prefix: str = ""
    suffix: str = ""
    reads: str = ""
    place: Place

    def __hash__(self) -> int:
        return hash(self.place)  # quotes are looked up by the thousand, and few stand in one place

    @property
    def shown(self) -> str:
        """The words as a reader sees them."""
        return self.reads or self.exact


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A passage that carries no claim, and why; anchored like a quote."""

    quote: Quote
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text that is mapped. `file` is as written, relative to the map's own file."""

    id: str
    file: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""
    note: str = ""
    asides: tuple[Aside, ...] = ()
    place: Place
    file_place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An actor (by `name`) or a group (by `title`): an id with the words readers see."""

    id: str
    name: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """Premises -> conclusion.

    The premises of one argument are linked: only together do they bear on the conclusion, which is
    the id of a claim or, for an undercut or a backing, of an argument. An argument without an `id`
    of the editor's is known by its place: `build-it.because.1`.
    """

    id: str
    conclusion: str
    attacks: bool
    premises: tuple[str, ...]
    on_argument: bool = False
    scheme: str = ""
    strength: Strength = Strength.NORMAL
    why: str = ""
    quotes: tuple[Quote, ...] = ()
    note: str = ""
    because: tuple[Argument, ...] = ()
    but: tuple[Argument, ...] = ()
    place: Place

    @property
    def own(self) -> tuple[Argument, ...]:
        """Backings and undercuts: the arguments about this argument's inference."""
        return self.because + self.but


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One proposition, with an id that never changes."""

    id: str
    text: str
    label: str = ""
    quotes: tuple[Quote, ...] = ()
    implicit: str = ""
    said_by: str = ""
    qualifier: str = ""
    date: str = ""
    actors: tuple[str, ...] = ()
    group: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    role: Role | None = None
    assumed: bool = True
    strength: Strength = Strength.BARE
    why: str = ""
    expect: Label | None = None
    because: tuple[Argument, ...] = ()
    but: tuple[Argument, ...] = ()
    place: Place
    expect_place: Place | None = None

    @property
    def own(self) -> tuple[Argument, ...]:
        """The arguments for and against this claim."""
        return self.because + self.but

    @property
    def short(self) -> str:
        """The label, or the text where there is none."""
        return self.label or self.text

    @property
    def mention(self) -> str:
        """The same to stand within a sentence: without its full stop."""
        return self.short.removesuffix(".")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The question that the map's article raises."""

    text: str
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A part of the map: union within a key, intersection across keys.

    `focus` names a claim; `depth` counts steps from it, both ways. `branch` names a part of a large map, and stands
    alone. An empty selection is the whole map.
    """

    id: str = ""
    title: str = ""
    groups: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    focus: str = ""
    depth: int = 1
    branch: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of the guided tour."""

    claim: str
    say: str
    place: Place


@dataclass(frozen=True, kw_only=True)
class ArgumentMap:
    """What one article argues."""

    file: str
    title: str
    thesis: str
    claims: Mapping[str, Claim]
    question: Question | None = None
    language: str = "en"
    sources: Mapping[str, Source] = field(default_factory=dict)
    actors: Mapping[str, Named] = field(default_factory=dict)
    groups: Mapping[str, Named] = field(default_factory=dict)
    views: Mapping[str, View] = field(default_factory=dict)
    tour: tuple[Step, ...] = ()

    @cached_property
    def kept(self) -> dict[tuple[object, ...], Any]:
        """What other rooms have worked out of the map and want again, each by its name and what else it depends on."""
        return {}

    @cached_property
    def arguments(self) -> Mapping[str, Argument]:
        """Every argument by id, in reading order, those about arguments after their own argument."""

        def walk(arguments: tuple[Argument, ...]) -> Iterator[Argument]:
            for argument in arguments:
                yield argument
                yield from walk(argument.own)

        return {a.id: a for claim in self.claims.values() for a in walk(claim.own)}

    @cached_property
    def uses(self) -> Mapping[str, tuple[Argument, ...]]:
        """For each claim the arguments that have it as a premise: what it bears on."""
        uses: dict[str, list[Argument]] = {claim: [] for claim in self.claims}
        for argument in self.arguments.values():
            for premise in dict.fromkeys(argument.premises):
                uses[premise].append(argument)
        return {claim: tuple(arguments) for claim, arguments in uses.items()}

    @cached_property
    def reading_order(self) -> tuple[str, ...]:
        """Every claim once: from the thesis down, then from what bears on nothing, then the rest."""
        seen: dict[str, None] = {}

        def down(claim: str) -> None:
            # An explicit stack: a chain of ten thousand claims is no reason to run out of Python's.
            stack = [claim]
            while stack:
                here = stack.pop()
                if here in seen:
                    continue
                seen[here] = None
                stack.extend(reversed(list(premises_below(self.claims[here].own))))

        down(self.thesis)
        for claim in self.claims:
            if not self.uses[claim]:
                down(claim)
        for claim in self.claims:
            down(claim)
        return tuple(seen)

    @cached_property
    def reading_places(self) -> Mapping[str, int]:
        """Where each claim stands in the reading order, counting from 0."""
        return {claim: place for place, claim in enumerate(self.reading_order)}

    @cached_property
    def _shortest_uses(self) -> Mapping[str, Argument]:
        """For each claim the argument it enters on its shortest path up."""
        first: dict[str, Argument] = {}
        roots = [self.thesis, *(c for c in self.claims if c != self.thesis and not self.uses[c]), *self.claims]
        for root in roots:
            queue = deque([root])
            while queue:
                here = queue.popleft()
                below = self.claims[here].own
                while below:
                    for argument in below:
                        for premise in argument.premises:
                            if premise not in first and premise != root:
                                first[premise] = argument
                                queue.append(premise)
                    below = tuple(deeper for argument in below for deeper in argument.own)
        return first

    def role(self, claim: str) -> Role:
        """The word on the card; where a claim is both premise and counterpoint, as on its shortest path."""
        written = self.claims[claim].role
        if written is not None:
            return written
        if claim == self.thesis:
            return Role.THESIS
        use = self._shortest_uses.get(claim)
        if use is None:
            return Role.CLAIM
        return Role.COUNTERPOINT if use.attacks else Role.PREMISE

    @cached_property
    def sides(self) -> Mapping[str, Side]:
        """Each claim's side, by the parity of attacks on its paths to the thesis."""
        parities: dict[str, set[int]] = {claim: set() for claim in self.claims}
        queue = deque([(self.thesis, 0)])
        parities[self.thesis].add(0)
        while queue:
            here, parity = queue.popleft()
            stack = [(argument, parity) for argument in self.claims[here].own]
            while stack:
                argument, above = stack.pop()
                crossed = above ^ argument.attacks
                stack.extend((deeper, crossed) for deeper in argument.own)
                for premise in argument.premises:
                    if crossed not in parities[premise]:
                        parities[premise].add(crossed)
                        queue.append((premise, crossed))
        words = {(): Side.NONE, (0,): Side.FOR, (1,): Side.AGAINST, (0, 1): Side.MIXED}
        return {claim: words[tuple(sorted(found))] for claim, found in parities.items()}


def premises_below(arguments: tuple[Argument, ...]) -> Iterator[str]:
    """The premises of these arguments and of all that is nested in them, in order."""
    for argument in arguments:
        yield from argument.premises
        yield from premises_below(argument.own)
