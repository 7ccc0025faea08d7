"""The board of a map: what an editor may look at next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model import Argument, Strength
from argmap.review import lone_premises

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.findings import Finding
    from argmap.reading import Reading

TOLD_APART = frozenset({"unanswered-counterpoint", "lone-premise", "uncovered-sentence"})
"""Rules whose findings the board has in lists of their own."""


@dataclass(frozen=True, slots=True)
class Leg:
    """An argument that is all there is for its conclusion, with one premise, and what is weak about it."""

    argument: Argument
    unquoted: bool
    weak: bool

    @property
    def premise(self) -> str:
        """The id of its premise."""
        return self.argument.premises[0]


@dataclass(frozen=True, slots=True)
class Section:
    """A paragraph of a source: which sentences it has, by their numbers in the source from 1, and which are covered.

    `missing` has the words of the others.
    """

    number: int
    sentences: tuple[int, ...]
    covered: int
    missing: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a source is quoted or set aside, paragraph by paragraph."""

    source: str
    sections: tuple[Section, ...]

    @property
    def covered(self) -> int:
        """How many sentences are."""
        return sum(section.covered for section in self.sections)

    @property
    def missing(self) -> tuple[tuple[int, str], ...]:
        """The others, with their words."""
        return tuple(each for section in self.sections for each in section.missing)

    @property
    def count(self) -> int:
        """How many sentences there are."""
        return sum(len(section.sentences) for section in self.sections)


@dataclass(frozen=True, slots=True)
class Board:
    """What is open in a map, each in the order of the map or of its text."""

    counterpoints: tuple[Argument, ...]
    legs: tuple[Leg, ...]
    pivotal: tuple[str, ...]
    findings: tuple[Finding, ...]
    coverage: tuple[Coverage, ...]


def board(reading: Reading) -> Board:
    """The board of a map that was read."""
    return Board(
        reading.open_counterpoints,
        tuple(_legs(reading)),
        reading.pivotal,
        tuple(finding for finding in reading.findings if finding.rule not in TOLD_APART),
        tuple(Coverage(source, tuple(_sections(reading, source))) for source in reading.anchoring.texts),
    )


def _legs(reading: Reading) -> Iterator[Leg]:
    """The conclusions that rest on one premise which is weak, or for which no text is quoted though there is one."""
    for argument in lone_premises(reading.map):
        premise = reading.map.claims[argument.premises[0]]
        weak = Strength.WEAK in (argument.strength, premise.strength)
        unquoted = bool(reading.map.sources) and not (premise.quotes or argument.quotes)
        if weak or unquoted:
            yield Leg(argument, unquoted, weak)


def _sections(reading: Reading, source: str) -> Iterator[Section]:
    text = reading.anchoring.texts[source]
    sentences = iter(enumerate(reading.anchoring.coverage[source], 1))
    number, sentence = next(sentences, (0, None))
    for place, paragraph in enumerate(text.paragraphs, 1):
        within = []
        # Every sentence lies in one paragraph, and both are in the order of the text.
        while sentence and sentence.span.end <= paragraph.end:
            within.append((number, sentence))
            number, sentence = next(sentences, (0, None))
        missing = tuple((at, " ".join(text[each.span].split())) for at, each in within if not each.covered)
        if within:
            yield Section(place, tuple(at for at, _ in within), len(within) - len(missing), missing)
