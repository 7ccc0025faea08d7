"""Drawings that answer: a small site with them, what a reader does to one, and what the map's data says of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from published import Published, serve
from small_site import Site

import argmap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from looks import Visit
    from playwright.sync_api import Locator

TEXT = """\
The tram is dear. It would cost ninety million. The region pays half of it.

Buses are full, as the council counted in May. One waits for twenty minutes, and nine in ten riders stand. It may be
that more people come: the new works hire a thousand, and the school opens to as many.

A town like ours built one. Its streets are as wide as ours, but its hills are not.
"""
TRAM = """\
argmap: 1
title: A tram
thesis: build
language: en
sources:
  report: { file: ../../report.txt, title: Tram report, author: N. N., publisher: The Town, date: 2016-10 }
actors:
  riders: { name: Riders }
  council: { name: The council }
  works: { name: The works }
groups:
  traffic: { title: Traffic today }
  money: { title: The money }
claims:
  act:
    text: The council should act now.
    role: answer
    because: [build]
  build:
    text: The town should build a tram.
    label: A tram
    because:
      - [full, growth]
      - premises: [like-ours]
        id: by-analogy
        scheme: argument from analogy
        strength: weak
        why: One case is no rule.
        quote: "A town like ours"
        note: The report says *no more* of it.
        because: [streets]
        but: [hills]
    but: [dear]
  full:
    text: The buses are full.
    quote: "Buses are full"
    actors: [riders]
    group: traffic
    because: [waits, stand]
  growth:
    text: More people will ride.
    quote: "more people come"
    qualifier: It may be
    group: traffic
    because: [hire, study]
  waits:
    text: One waits for twenty minutes.
    quote:
      - "One waits for twenty minutes"
      - "Buses are full, as the council counted in May"
    said_by: council
    date: 2016-05
    actors: [riders, council]
    group: traffic
    tags: [figures, bus]
    note: |
      See the *appendix*.
    because: [counted]
  stand:
    text: Nine in ten riders stand.
    quote: "nine in ten riders stand"
    actors: [riders]
    group: traffic
    tags: [figures]
    because: [counted]
  counted:
    text: The council counted in May.
    quote: "the council counted in May"
    actors: [council]
    group: traffic
    because: [trusted]
  trusted:
    text: What the council counts can be trusted.
    implicit: The report takes its figures as they are.
  hire:
    text: The new works hire a thousand people.
    label: The works hire
    quote: "the new works hire a thousand"
    actors: [works]
    tags: [figures]
  study:
    text: The school opens to a thousand students.
    quote: "the school opens to as many"
  like-ours:
    text: A town like ours built a tram.
    quote: "A town like ours built one."
  streets:
    text: Its streets are as wide as ours.
    quote: "Its streets are as wide as ours"
  hills:
    text: Its hills are not like ours.
    quote: "but its hills are not"
  dear:
    text: The tram is dear.
    quote: "The tram is dear."
    group: money
    because: [cost]
    but: [half]
  cost:
    text: It would cost ninety million.
    quote: "It would cost ninety million."
    actors: [council]
    group: money
    tags: [figures]
  half:
    text: The region pays half.
    quote: "The region pays half of it."
    group: money
    strength: strong
    why: It has been signed.
views:
  traffic: { title: Traffic, groups: [traffic] }
  money: { title: The money, focus: dear, depth: 1 }
  counts: { title: What was counted, groups: [traffic, money], tags: [figures] }
tour:
  - { claim: build, say: Start here. }
  - { claim: full, say: Then this. }
"""
# Room above and below, so that the page scrolls and a drawing can be brought anywhere in the window.
FILLING = "\n\n".join(["Some words of the page that stand around the drawing."] * 12)
PAGE = f"""\
---
hide: [navigation, toc]
---

# A tram

{FILLING}

```argmap
tram
```

{FILLING}

```argmap
map: tram
view: money
```

{FILLING}
"""
DESK: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True}

SHOWN = """(drawing, kind) => [...drawing.querySelectorAll(`[id*="-${kind}-"]`)]
  .filter((row) => row.localName === "g" && row.getClientRects().length && getComputedStyle(row).display !== "none")
  .map((row) => row.id.split(`-${kind}-`)[1])"""
# What is as bright as it can be, and not only less dimmed.
BRIGHT = """(drawing, kind) => {
  const brightness = (each) => each === drawing ? 1
    : Number(getComputedStyle(each).opacity) * brightness(each.parentNode);
  const bright = [...drawing.querySelectorAll(`g[id*="-${kind}-"], [data-a]`)]
    .filter((each) => each.getClientRects().length && brightness(each) > 0.99);
  return [bright.flatMap((each) => each.id ? [each.id.split(`-${kind}-`)[1]] : []),
    bright.flatMap((each) => each.dataset.a ? [[each.dataset.a, each.dataset.from ?? ""]] : [])];
}"""
PLACES = """(drawing, kind) => Object.fromEntries([...drawing.querySelectorAll(`g[id*="-${kind}-"]`)]
  .filter((row) => row.getClientRects().length)
  .map((row) => [row, row.querySelector(".am-area").getBoundingClientRect()])
  .map(([row, { left, top, width, height }]) => [row.id.split(`-${kind}-`)[1], [left, top, width, height]]))"""
STILL = """(frame) => new Promise((done) => {
  const places = () => [scrollX, scrollY, frame.scrollLeft, frame.scrollTop].join();
  let before = places(), calm = 0;
  const look = () => {
    calm = places() === before ? calm + 1 : 0;
    before = places();
    calm > 5 ? done() : requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})"""


@contextmanager
def publish(folder: Path, maps: dict[str, str], pages: dict[str, str]) -> Iterator[Published]:
    """A small site with these maps and pages, served by a host."""
    site = Site(folder)
    site.write("report.txt", TEXT)
    for path, text in [*((f"maps/{name}.yml", text) for name, text in maps.items()), *pages.items()]:
        site.write(f"docs/{path}", text)
    (folder / "docs/maps/pier.yml").unlink()
    with serve(site.out) as address:
        site.build(site_url=address, theme={"name": "material", "font": False})
        yield Published(address, site.out)


class Data:
    """A map as its data file has it, and what follows from that by definition."""

    def __init__(self, published: Published, name: str) -> None:
        self.data = json.loads((published.folder / f"maps/{name}.json").read_text("utf-8"))
        self.claims = {claim["id"]: claim for claim in self.data["claims"]}
        self.arguments = {argument["id"]: argument for argument in self.data.get("arguments", [])}
        self.words: dict[str, str] = self.data["words"]
        self.thesis: str = self.data["thesis"]

    def above(self, argument: dict[str, Any]) -> str:
        """The claim on which an argument bears in the end."""
        on = argument["on"]
        return self.above(self.arguments[on]) if on in self.arguments else on

    @cached_property
    def links(self) -> set[tuple[str, str]]:
        """A premise, and the claim above it."""
        return {(premise, self.above(each)) for each in self.arguments.values() for premise in each["premises"]}

    def near(self, claim: str, depth: int = 1) -> set[str]:
        """The claims at most so many steps away, and the claim."""
        found = {claim}
        for _ in range(depth):
            found |= {other for pair in self.links if found & {*pair} for other in pair}
        return found

    def below(self, claims: Iterable[str]) -> set[str]:
        """The claims and all that is under them."""
        found = {*claims}
        while more := {premise for premise, above in self.links if above in found} - found:
            found |= more
        return found

    def unfolded(self, *folded: str) -> set[str]:
        """What some way down from a root leads to that goes through none of these."""
        links = {(premise, above) for premise, above in self.links if above not in folded}
        found = {self.thesis, *(claim for claim in self.claims if not any(claim == low for low, _ in self.links))}
        while more := {premise for premise, above in links if above in found} - found:
            found |= more
        return found

    def having(self, kind: str, values: Iterable[str], labels: dict[str, str]) -> set[str]:
        """The claims that have one of these values."""
        of: dict[str, Callable[[dict[str, Any]], Iterable[str]]] = {
            "group": lambda claim: [claim.get("group", "")],
            "actor": lambda claim: claim.get("actors", []),
            "tag": lambda claim: claim.get("tags", []),
            "label": lambda claim: [labels[claim["id"]]],
        }
        return {claim["id"] for claim in self.claims.values() if {*values} & {*of[kind](claim)}}

    def seen(self, view: str) -> set[str]:
        """The claims of a view."""
        wanted = next(each for each in self.data["views"] if each["id"] == view)
        found = {*self.claims}
        for kind, key in (("group", "groups"), ("actor", "actors"), ("tag", "tags")):
            if key in wanted:
                found &= self.having(kind, wanted[key], {})
        return found & self.near(wanted["focus"], wanted.get("depth", 1)) if "focus" in wanted else found

    def touching(self, claim: str) -> list[dict[str, Any]]:
        """The arguments that a claim is a premise of, and those that bear on it."""
        return [each for each in self.arguments.values() if claim in each["premises"] or self.above(each) == claim]

    def related(self, claim: str) -> set[str]:
        """The claims that are in one of these."""
        return {claim}.union(*({*each["premises"], self.above(each)} for each in self.touching(claim)))

    def say(self, key: str, **values: Any) -> str:
        return self.words[key].format(**values)


def labels(path: Path) -> dict[str, str]:
    """What Python says becomes of each claim."""
    reading = argmap.read(path)
    return {claim: reading.verdicts[claim].label.value for claim in reading.map.claims}


class Live:
    """One figure on a reader's page."""

    def __init__(self, reader: Visit, number: int = 1) -> None:
        self.reader, self.page, self.number = reader, reader.page, number
        self.root = self.page.locator(f"#argmap-{number}-figure")
        self.panel = self.root.locator(".am-panel:not(.am-walk)")
        self.title = self.panel.locator("h3")
        self.report = self.root.locator(".am-report")
        self.small = self.root.locator(".am-small-map").filter(visible=True)

    @property
    def frame(self) -> Locator:
        return self.root.locator(".am-frame").filter(visible=True)

    @property
    def drawing(self) -> Locator:
        return self.frame.locator("svg")

    @property
    def kind(self) -> str:
        """What the ids of the drawing's claims have after the figure's: `c` in a column, `n` where it is narrow."""
        return "n" if "am-narrow" in (self.drawing.get_attribute("class") or "") else "c"

    def row(self, claim: str) -> Locator:
        return self.page.locator(f'[id="argmap-{self.number}-{self.kind}-{claim}"]')

    def link(self, claim: str) -> Locator:
        return self.row(claim).locator("a")

    def tool(self, name: str) -> Locator:
        return self.root.locator(f".am-tool-{name}")

    def says(self, word: str, inside: Locator | None = None) -> Locator:
        """The button with a word."""
        return (inside or self.root).get_by_role("button", name=word, exact=True)

    def open(self, claim: str) -> None:
        """Choose a claim by pointer, and wait until all is still."""
        self.link(claim).click()
        self.panel.wait_for()
        self.still()

    def still(self) -> None:
        """Wait until nothing moves and nothing scrolls."""
        self.reader.settle()
        self.frame.evaluate(STILL)

    def shown(self) -> set[str]:
        """The claims that can be seen."""
        return {*self.drawing.evaluate(SHOWN, self.kind)}

    def bright(self) -> tuple[set[str], set[tuple[str, str]]]:
        """The claims and the lines that are not dimmed."""
        self.reader.settle()
        claims, lines = self.drawing.evaluate(BRIGHT, self.kind)
        return {*claims}, {(arguments, start) for arguments, start in lines}

    def places(self) -> dict[str, list[float]]:
        """Where in the window each claim that can be seen has its left, its top, its width and its height."""
        return self.drawing.evaluate(PLACES, self.kind)

    def asks(self, **state: str) -> bool:
        """Whether the address says this of the state, and no more."""
        return {key: value[0] for key, value in parse_qs(urlsplit(self.page.url).query).items()} == state
