"""Drawings that answer: how a page with them is opened, and what is read off it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from harbour import REPORT
from playwright.sync_api import expect
from small_site import Site

from argmap.words import Words, words_for

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from looks import Visit
    from playwright.sync_api import Locator, Page

FIGURE = "figure.argmap[data-map]"

# Each drawing of the first figure: its claims, with the words that a doubt put on their cards, and its lines. Pills
# hang at the upper right corner of the row that they are about, "+N" at the lower one.
DRAWN = """() => {
  const struckIn = (row) => [...row.querySelectorAll(".am-remark, .am-remark *")]
    .filter((each) => getComputedStyle(each).textDecorationLine === "line-through")
    .map((each) => each.textContent).join();
  return [...document.querySelectorAll("figure.argmap[data-map]")].slice(0, 1).flatMap((figure) =>
  [...figure.querySelectorAll(".am-frame > svg")].map((svg) => {
    const prefix = figure.id.replace(/figure$/, svg.classList.contains("am-narrow") ? "n-" : "c-");
    const rows = [...svg.querySelectorAll(`g[id^="${prefix}"]`)].map((row) => {
      const [x, y, width] = row.querySelector(".am-area").getAttribute("d").match(/-?[\\d.]+/g).map(Number);
      return { id: row.id.slice(prefix.length), row, x, y, right: x + width };
    });
    const nearest = (mark, x, y) => rows.filter(({ row }) => row.parentNode === mark.parentNode)
      .map((row) => [Math.hypot(x - row.right, y - row.y), row.id]).sort(([a], [b]) => a - b)[0][1];
    const said = {};
    for (const pill of svg.querySelectorAll(".am-now")) {
      const box = pill.querySelector("rect");
      said[nearest(pill, Number(box.getAttribute("x")), Number(box.getAttribute("y")))] = pill.textContent;
    }
    const pivots = [...svg.querySelectorAll(".am-pivot")].map((mark) => {
      const [x, y] = mark.getAttribute("d").match(/-?[\\d.]+/g).map(Number);
      return rows.filter(({ row }) => row.parentNode === mark.parentNode)
        .map((row) => [Math.hypot(x - row.x, y - row.y), row.id]).sort(([a], [b]) => a - b)[0][1];
    });
    const names = Object.fromEntries(rows.map(({ id, row }) => [id, row.getAttribute("aria-label")]));
    const struck = rows.filter(({ row }) => struckIn(row) !== "").map(({ id, row }) => [id, struckIn(row)]);
    const lines = [...svg.querySelectorAll("[data-a]")].map((line) =>
      [line.dataset.a.split(" "), line.classList.contains("am-failed")]);
    return { said, pivots, names, struck, lines };
  }));
}"""


@dataclass(frozen=True)
class Live:
    """The first drawing of a page, as its reader uses it."""

    reader: Visit
    words: Words = field(default_factory=lambda: words_for("en"))

    @property
    def page(self) -> Page:
        return self.reader.page

    def to(self, address: str) -> None:
        """Open a page and wait until its drawing answers."""
        self.page.goto(address)
        self.answers()

    def answers(self) -> None:
        """Wait until the drawing does."""
        self.page.locator(f"{FIGURE} .am-tools").first.wait_for(state="attached")
        self.reader.settle()

    @property
    def figure(self) -> Locator:
        return self.page.locator(FIGURE).first

    @property
    def panel(self) -> Locator:
        """The sheet with a claim, while it is open."""
        return self.figure.locator(".am-panel:not(.am-walk):popover-open")

    @property
    def walk(self) -> Locator:
        """The box of the tour, while it is open."""
        return self.figure.locator(".am-walk:popover-open")

    @property
    def report(self) -> Locator:
        return self.figure.locator(".am-report")

    def tool(self, name: str) -> Locator:
        return self.figure.locator(f".am-tool-{name}")

    def row(self, claim: str) -> Locator:
        """A claim in the drawing that is to be seen."""
        prefix = (self.figure.get_attribute("id") or "").removesuffix("figure")
        return self.figure.locator(f'[id="{prefix}c-{claim}"]:visible, [id="{prefix}n-{claim}"]:visible')

    def open(self, claim: str) -> None:
        """Press a claim's card, and see its sheet."""
        self.row(claim).locator("a").click()
        expect(self.panel).to_be_visible()

    def drawn(self) -> list[dict[str, Any]]:
        """What both of its drawings show; see DRAWN."""
        return self.page.evaluate(DRAWN)

    def query(self, **said: str) -> None:
        """Wait until the address says this, and nothing more."""
        wanted = sorted(f"{key}={value}" for key, value in said.items())
        self.page.wait_for_function(
            "(wanted) => decodeURIComponent(location.search).slice(1).split('&').sort().join() === wanted",
            arg=",".join(wanted),
        )


def paragraphs(texts: Iterable[str]) -> list[str]:
    """Texts without what is only white space."""
    return [text for text in map(str.strip, texts) if text]


def swipe(live: Live, on: Locator, *, across: int, down: int = 0) -> None:
    """Draw a finger over something, from its middle: by the browser's own touches, as a screen tells of them."""
    box = on.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + 20
    device = live.page.context.new_cdp_session(live.page)
    for step in range(11):
        at = [{"x": x + across * step / 10, "y": y + down * step / 10}]
        device.send("Input.dispatchTouchEvent", {"type": "touchMove" if step else "touchStart", "touchPoints": at})
    device.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    device.detach()


FENCE = "Before.\n\n```argmap\npier\n```\n\nAfter.\n"


def material(folder: Path, map_text: str, *, report: str = REPORT, other: bool = False, **config: Any) -> Path:
    """A small site with Material and this map, perhaps on another page as well, and where it lies."""
    small = Site(folder)
    small.write("report.txt", report)
    if other:
        small.write("docs/other.md", f"# Other\n\n{FENCE}")
    small.write("docs/maps/pier.yml", map_text)
    small.write("docs/index.md", f"# Home\n\n{FENCE}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        small.build(strict=False, **{"theme": {"name": "material", "font": False}} | config)
    return small.out
