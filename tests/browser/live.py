"""A drawing that answers, before a reader: its parts, what is done to it, and what is read off it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from looks import Visit
    from playwright.sync_api import Locator

# The claims that can be seen.
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
# Where in the window each claim that can be seen is.
PLACES = """(drawing, kind) => Object.fromEntries([...drawing.querySelectorAll(`g[id*="-${kind}-"]`)]
  .filter((row) => row.getClientRects().length)
  .map((row) => [row, row.querySelector(".am-area").getBoundingClientRect()])
  .map(([row, { left, top, width, height }]) => [row.id.split(`-${kind}-`)[1], [left, top, width, height]]))"""
# Nothing scrolls any more.
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
# The claim whose card has the focus.
FOCUSED = """() => {
  const row = document.activeElement?.closest(".am-drawing g[id]");
  return row ? row.id.replace(/^.*-[cn]-/, "") : null;
}"""
# The address says this of the state, and no more.
ASKS = "(state) => JSON.stringify([...new URLSearchParams(location.search)].sort()) === JSON.stringify(state)"
# Each drawing of a figure: its claims, with the words that a doubt put on their cards, and its lines. Pills
# hang at the upper right corner of the row that they are about, "+N" at the lower one.
DRAWN = """(figure) => {
  const struckIn = (row) => [...row.querySelectorAll(".am-remark, .am-remark *")]
    .filter((each) => getComputedStyle(each).textDecorationLine === "line-through")
    .map((each) => each.textContent).join();
  return [...figure.querySelectorAll(".am-frame > svg")].map((svg) => {
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
  });
}"""


class Live:
    """One figure on a reader's page, by its place there."""

    def __init__(self, reader: Visit, number: int = 1) -> None:
        self.reader, self.page, self.number = reader, reader.page, number
        self.figure = self.page.locator(f"#argmap-{number}-figure")
        self.frame = self.figure.locator(".am-frame").filter(visible=True)
        self.drawing = self.frame.locator("> svg")
        self.small = self.figure.locator(".am-small-map").filter(visible=True)
        self.report = self.figure.locator(".am-report")
        self.status = self.figure.get_by_role("status")
        self.dock = self.figure.locator(".am-dock")
        self.drawer = self.figure.locator(".am-drawer")
        self.field = self.drawer.locator("input")
        self.found = self.drawer.get_by_role("option")
        # The sheet with a claim and the box of the tour are there while they are open.
        self.panel = self.figure.locator(".am-panel:not(.am-walk):popover-open")
        self.title = self.panel.locator("h2")
        self.walk = self.figure.locator(".am-walk:popover-open")

    # Its parts.

    @property
    def kind(self) -> str:
        """What the ids of the drawing's claims have after the figure's: `c` in a column, `n` where it is narrow."""
        return "n" if "am-narrow" in (self.drawing.get_attribute("class") or "") else "c"

    def row(self, claim: str) -> Locator:
        """A claim in the drawing that is to be seen."""
        column, narrow = (f'[id="argmap-{self.number}-{kind}-{claim}"]:visible' for kind in "cn")
        return self.figure.locator(f"{column}, {narrow}")

    def link(self, claim: str) -> Locator:
        """What of a claim's card takes the focus, and is pressed."""
        return self.row(claim).locator("a")

    def tool(self, name: str) -> Locator:
        return self.figure.locator(f".am-tool-{name}")

    def does(self, key: str) -> Locator:
        """The button of the panel, or of what filters, that does this."""
        return self.figure.locator(f'[data-key="{key}"]')

    def says(self, word: str, inside: Locator | None = None) -> Locator:
        """The button with a word."""
        return (inside or self.figure).get_by_role("button", name=word, exact=True)

    # What is done to it.

    def to(self, address: str) -> None:
        """Open a page and wait until the drawing answers."""
        self.page.goto(address)
        self.answers()

    def answers(self) -> None:
        """Wait until it does."""
        self.figure.locator(".am-stage").first.wait_for(state="attached")
        self.reader.settle()

    def raise_to_top(self) -> None:
        """Scroll it to the top of the window, below the page's header."""
        self.figure.evaluate("(figure) => scrollTo(0, figure.getBoundingClientRect().top + scrollY - 130)")
        self.still()

    def open(self, claim: str) -> None:
        """Choose a claim by pointer, see its sheet, and wait until all is still."""
        self.link(claim).click()
        self.panel.wait_for()
        self.still()

    def enter(self) -> None:
        """Give the focus to the drawing, at its one tab stop."""
        self.drawing.locator('a[tabindex="0"]').focus()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def still(self) -> None:
        """Wait until nothing moves and nothing scrolls."""
        self.reader.settle()
        self.frame.evaluate(STILL)

    # What is read off it.

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

    def drawn(self) -> list[dict[str, Any]]:
        """What both of its drawings show; see DRAWN."""
        return self.figure.evaluate(DRAWN)

    def focused(self) -> str | None:
        """The claim whose card has the focus."""
        return self.page.evaluate(FOCUSED)

    def asks(self, **state: str) -> None:
        """The address comes to say this of the state, and no more."""
        self.page.wait_for_function(ASKS, arg=sorted(state.items()))
