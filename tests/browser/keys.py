"""A map by Python as a drawing's keys walk it: what is drawn, where each key leads, and what is told there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import argmap
from argmap.drawing.relations import bearing, relations
from argmap.drawing.views import Selection, around, claim_above, neighbours, nested
from argmap.reasoning import label

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path


class Stop(NamedTuple):
    """Where the keys are: at a claim, perhaps come down to from another."""

    at: str
    above: str = ""


@dataclass(frozen=True)
class Model:
    """What Python says of a map of which some claims are drawn, and of that drawing when some of these are shown."""

    reading: argmap.Reading
    drawn: tuple[str, ...]

    @classmethod
    def of(cls, path: Path, drawn: Collection[str] | None = None) -> Model:
        """A map's file; all its claims, unless it is said which are drawn."""
        reading = argmap.read(path)
        return cls(reading, tuple(claim for claim in reading.map.reading_order if drawn is None or claim in drawn))

    def some(self, shown: Collection[str]) -> Model:
        """The same with fewer claims."""
        return Model(self.reading, tuple(claim for claim in self.drawn if claim in shown))

    def near(self, focus: str, depth: int = 1) -> Model:
        """What is at most so many steps away from a claim."""
        return self.some(around(self.reading.map, focus, depth))

    def short(self) -> Counter[str]:
        """What the claims are called where everything about them is said beside the drawing."""
        return Counter(f"{self._role(claim)}: {self.reading.map.claims[claim].mention}" for claim in self.drawn)

    def names(self, rejected: Collection[str] = (), hidden: Mapping[str, int] | None = None) -> Counter[str]:
        """What they are called elsewhere: role, text, marks, relations, and how much is not shown."""
        verdicts = label(self.reading.map, rejected)
        words, found = self.reading.words, Counter[str]()
        for claim in self.drawn:
            said = self.reading.map.claims[claim]
            marks = [words(f"label.{verdicts[claim].label}")]
            marks += [words("drawing.implicit")] * bool(said.implicit) + [words("drawing.quoted")] * bool(said.quotes)
            count = (hidden or {}).get(claim, len(neighbours(self.reading.map, claim) - {*self.drawn}))
            rest = [words("drawing.hidden.said", count=count)] * bool(count)
            parts = [f"{self._role(claim)}: {said.text}", ", ".join(marks), *self.relations(claim), *rest]
            found["; ".join(parts)] += 1
        return found

    def relations(self, claim: str) -> tuple[str, ...]:
        """Each of a claim's relations that are drawn, in words."""
        return relations(self._selection, claim, self.reading.words)

    def above(self, claim: str) -> list[str]:
        """The claims that it bears on."""
        found = (claim_above(self.reading.map, argument) for argument in self.reading.map.uses[claim])
        return [each for each in dict.fromkeys(found) if each in self.drawn and each != claim]

    def below(self, claim: str) -> list[str]:
        """The claims that bear on it."""
        found = (premise for argument in nested(self.reading.map.claims[claim].own) for premise in argument.premises)
        return [each for each in dict.fromkeys(found) if each in self.drawn]

    @cached_property
    def tops(self) -> list[str]:
        """Where one can begin to read: at what bears on nothing, and wherever only a loop is left."""
        met: set[str] = set()
        roots = [claim for claim in self.drawn if not self.above(claim)]
        for claim in roots:
            met |= self.under(claim)
        found = set(roots)
        for claim in self.drawn:
            if claim not in met:
                met |= self.under(claim)
                found.add(claim)
        return [claim for claim in self.drawn if claim in found]

    def under(self, claim: str) -> set[str]:
        """A claim and all that leads up to it."""
        found, edge = {claim}, [claim]
        while edge:
            edge = [each for each in self.below(edge.pop()) if each not in found] + edge
            found.update(edge)
        return found

    def beside(self, stop: Stop) -> list[str]:
        """What is beside a claim, among which it is."""
        if stop.above:
            return self.below(stop.above)
        return self.tops if stop.at in self.tops else self.below(self.up(stop))

    def up(self, stop: Stop) -> str:
        """What a claim bears on: whence one came, else what leads further up, if there is a choice."""
        found = self.above(stop.at)
        if stop.above in found:
            return stop.above
        return next((each for each in found if each not in self.under(stop.at)), next(iter(found), ""))

    def go(self, stop: Stop, key: str) -> Stop | None:
        """Where a key leads, if anywhere."""
        if key == "Home":
            return Stop(self.reading.map.thesis if self.reading.map.thesis in self.drawn else self.drawn[0])
        if key == "End":
            return Stop(self.drawn[-1])
        beside = self.beside(stop)
        place = beside.index(stop.at)
        match key:
            case "ArrowUp":
                to = [self.up(stop)] if self.up(stop) else []
            case "ArrowDown":
                to = [each for each in self.below(stop.at) if each != stop.at][:1]
            case "ArrowLeft":
                to = beside[:place][-1:]
            case _:
                to = beside[place + 1 :][:1]
        if not to:
            return None
        above = {"ArrowDown": stop.at, "ArrowLeft": stop.above, "ArrowRight": stop.above}.get(key, "")
        return Stop(to[0], above if to[0] != above else "")

    def said(self, stop: Stop) -> str:
        """What is told of a claim where one comes to it: what it does there, and its place."""
        beside, up, words = self.beside(stop), self.up(stop), self.reading.words
        uses = (use for use in self.reading.map.uses[stop.at] if claim_above(self.reading.map, use) == up)
        relation = bearing(self.reading.map, next(uses), words) if up else self._role(stop.at)
        return words("map.position", relation=relation, place=beside.index(stop.at) + 1, count=len(beside))

    def ways(self) -> dict[str, list[str]]:
        """To each claim that the arrows can reach from the thesis, the fewest keys that lead there."""
        start = Stop(self.reading.map.thesis)
        found, edge = {start: list[str]()}, [start]
        for stop in edge:
            for key in ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"):
                if (to := self.go(stop, key)) and to not in found:
                    found[to] = [*found[stop], key]
                    edge.append(to)
        ways: dict[str, list[str]] = {}
        for stop, keys in found.items():
            ways.setdefault(stop.at, keys)
        return ways

    def _role(self, claim: str) -> str:
        return self.reading.words(f"role.{self.reading.map.role(claim)}")

    @cached_property
    def _selection(self) -> Selection:
        return Selection(self.reading.map, self.drawn, dict.fromkeys(self.drawn, 0))
