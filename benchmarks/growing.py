"""Maps made at random, always the same for a size and a seed, to measure with.

They are shaped as people's maps are: two reasons or objections, about, for each claim that has any, so that a map
gets deeper only slowly as it grows, and a tenth as many links across. The texts have some twenty words each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

PER_CROSS_LINK = 10  # claims
OBJECTIONS = 0.3  # of all links
EARLIEST, LATEST = 0.3, 0.7  # a claim bears on one of those between these parts of all that were there before it

ADJECTIVES = ("old", "new", "crowded", "costly", "narrow", "public", "private", "local", "foreign", "seasonal", "quiet")
NOUNS = (
    *("pier", "harbour", "ferry", "town", "council", "report", "budget", "tax", "trade", "bridge", "quay", "fishery"),
    *("market", "road", "timetable", "neighbour", "tourist", "crew", "storm", "insurance", "dredger", "warehouse"),
)
VERBS = (
    *("delays", "supports", "replaces", "outlasts", "endangers", "finances", "burdens", "feeds", "surrounds"),
    *("explains", "contradicts", "crosses", "improves", "divides", "attracts"),
)
JOINTS = ("while", "and", "although", "wherever", "as long as")


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """One claim bears on another: for it, or against it."""

    premise: str
    conclusion: str
    against: bool


@dataclass(frozen=True)
class GrownMap:
    """What a map says, however it is written: the text of each claim by its id, and the links between claims."""

    texts: Mapping[str, str]
    links: frozenset[Link]

    @property
    def thesis(self) -> str:
        """The claim from which the map is read."""
        return next(iter(self.texts))

    @property
    def by_conclusion(self) -> Mapping[str, list[Link]]:
        """What bears on each claim, in the order of the claims."""
        places = {claim: place for place, claim in enumerate(self.texts)}
        found: dict[str, list[Link]] = {claim: [] for claim in self.texts}
        for link in sorted(self.links, key=lambda link: places[link.premise]):
            found[link.conclusion].append(link)
        return found


def grown(size: int, seed: int = 1) -> GrownMap:
    """A map of so many claims. Their ids are `c1` and so on, in the order in which one reads the map."""
    random = Random(f"{size} claims, {seed}")
    parents = [random.randint(int(EARLIEST * last), int(LATEST * last)) for last in range(size - 1)]
    ids = _in_reading_order(parents)
    pairs = {(claim, parent) for claim, parent in enumerate(parents, start=1)}
    # From a later claim to an earlier one, so that nothing goes round in circles.
    while len(pairs) < size - 1 + size // PER_CROSS_LINK:
        premise, conclusion = sorted(random.sample(range(size), 2), reverse=True)
        pairs.add((premise, conclusion))
    links = (Link(ids[premise], ids[conclusion], random.random() < OBJECTIONS) for premise, conclusion in sorted(pairs))
    return GrownMap({claim: _sentence(random) for claim in sorted(ids, key=lambda id_: int(id_[1:]))}, frozenset(links))


def _in_reading_order(parents: list[int]) -> list[str]:
    """An id for each claim, numbered from the thesis down, branch by branch. The first parent is that of claim 1."""
    children: list[list[int]] = [[] for _ in range(len(parents) + 1)]
    for claim, parent in enumerate(parents, start=1):
        children[parent].append(claim)
    order: list[int] = []
    waiting = [0]
    while waiting:
        order.append(claim := waiting.pop())
        waiting += reversed(children[claim])
    numbers = {claim: number for number, claim in enumerate(order, start=1)}
    return [f"c{numbers[claim]}" for claim in range(len(order))]


def _sentence(random: Random) -> str:
    said = f"{_clause(random)} {random.choice(JOINTS)} {_clause(random)}"
    return f"{said[0].upper()}{said[1:]}."


def _clause(random: Random) -> str:
    """Nine or ten words."""
    first, second, third = random.sample(NOUNS, 3)
    adjective = random.choice(ADJECTIVES)
    whose = random.choice(("", f"{random.choice(ADJECTIVES)} "))
    return f"the {adjective} {first} {random.choice(VERBS)} the {second} of the {whose}{third}"
