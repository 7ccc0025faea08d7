"""Drawings that answer, by keyboard and for those who listen: a small site with them, and what Python says of a map."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from published import Published, serve
from small_site import Site

import argmap
from argmap.drawing.relations import bearing, relations
from argmap.drawing.views import Selection, around, claim_above, neighbours, nested
from argmap.reasoning import label

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from looks import Visit
    from playwright.sync_api import Locator, Page


FOCUSED = """() => {
  const row = document.activeElement?.closest(".am-drawing g[id]");
  return row ? row.id.replace(/^.*-[cn]-/, "") : null;
}"""


@contextmanager
def publish(folder: Path, maps: Mapping[str, str], pages: Mapping[str, str], report: str) -> Iterator[Published]:
    """A small site in Material with these maps of a text and these pages, served by a host."""
    site = Site(folder)
    (folder / "docs/maps/pier.yml").unlink()
    site.write("report.txt", report)
    for path, text in [*((f"maps/{name}.yml", text) for name, text in maps.items()), *pages.items()]:
        site.write(f"docs/{path}", text)
    with serve(site.out) as address, pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        site.build(strict=False, site_url=address, theme={"name": "material", "font": False})
        yield Published(address, site.out)


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


class Drawn(NamedTuple):
    """A drawing in the accessibility tree: its name, and how often it has each name of a claim."""

    name: str
    claims: Counter[str]


def drawings_in_tree(page: Page) -> list[Drawn]:
    """What Chromium tells of a page's drawings to those who do not see it."""
    device = page.context.new_cdp_session(page)
    nodes = {node["nodeId"]: node for node in device.send("Accessibility.getFullAXTree")["nodes"]}
    device.detach()

    def within(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
        for child in node.get("childIds", []):
            if child in nodes:
                yield nodes[child]
                yield from within(nodes[child])

    def of_role(found: Iterable[dict[str, Any]], role: str) -> Iterator[dict[str, Any]]:
        return (node for node in found if not node["ignored"] and node["role"]["value"] == role)

    return [
        Drawn(
            node["name"]["value"], Counter(each["name"]["value"] for each in of_role(within(node), "graphics-object"))
        )
        for node in of_role(nodes.values(), "graphics-document")
    ]


class Live:
    """One figure on a reader's page, by its keys."""

    def __init__(self, reader: Visit, number: int = 1) -> None:
        self.reader, self.page, self.number = reader, reader.page, number
        self.root = self.page.locator(f"#argmap-{number}-figure")
        self.status = self.root.locator("> [role=status]")
        self.panel = self.root.locator(".am-panel:not(.am-walk)")
        self.field = self.root.locator(".am-drawer input")
        self.found = self.root.locator(".am-drawer [role=option]")

    @property
    def drawing(self) -> Locator:
        return self.root.locator(".am-frame svg").filter(visible=True)

    def row(self, claim: str) -> Locator:
        kind = "n" if "am-narrow" in (self.drawing.get_attribute("class") or "") else "c"
        return self.page.locator(f'[id="argmap-{self.number}-{kind}-{claim}"]')

    def tool(self, name: str) -> Locator:
        return self.root.locator(f".am-tool-{name}")

    def focused(self) -> str | None:
        """The claim whose card has the focus."""
        return self.page.evaluate(FOCUSED)

    def enter(self) -> None:
        """Give the focus to the drawing, at its one tab stop."""
        self.drawing.locator('a[tabindex="0"]').focus()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
