"""Visits to pages in Chromium, and what is looked at there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

DESK: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}}
# So high that a drawing can be seen whole.
TALL: dict[str, Any] = {"viewport": {"width": 1440, "height": 1500}}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True}
MEASURE = Path(__file__).with_name("measure.js").read_text("utf-8")
SMALLEST_TEXT = 12
BROKEN_OFF = "net::ERR_ABORTED"

# Fonts are there, what was changed is on the screen, and what moves is brought to its end.
SETTLED = """async () => {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await document.fonts.ready;
  await drawn();
  const moving = document.getAnimations().filter((each) => each.effect.getComputedTiming().endTime < Infinity);
  moving.forEach((each) => each.finish());
  await drawn();
}"""

IN_VIEW = """([id, slack]) => {
  const place = document.getElementById(id)?.getBoundingClientRect();
  return Boolean(place) && place.top >= -slack * innerHeight && place.top < (1 + slack) * innerHeight;
}"""


class Visit:
    """One reader's page. Whatever the browser complains of or asks of another host is kept."""

    def __init__(self, context: BrowserContext, *, scripts: bool = True) -> None:
        context.set_default_timeout(10_000)
        self.page = page = context.new_page()
        self.scripts = scripts
        self.complaints: list[str] = []
        page.on("console", lambda said: said.type in ("error", "warning") and self._complain(said.text))
        page.on("pageerror", lambda error: self._complain(str(error)))
        # What is still under way when a reader leaves is broken off.
        page.on("requestfailed", lambda asked: asked.failure == BROKEN_OFF or self._complain(f"failed: {asked.url}"))
        page.on("request", lambda asked: self._here(asked.url) or self._complain(f"asked: {asked.url}"))
        page.on("response", lambda got: got.status >= 400 and self._complain(f"{got.status}: {got.url}"))

    def to(self, address: str) -> None:
        """Open a page and wait until it has all it asks for."""
        self.page.goto(address, wait_until="networkidle")
        self.settle()

    def settle(self) -> None:
        """Wait until nothing moves. Without scripts nothing can be waited for, and nothing of theirs moves."""
        if self.scripts:
            self.page.evaluate(SETTLED)

    def widen(self, width: int) -> None:
        """The same page in a wider or narrower window."""
        self.page.set_viewport_size({"width": width, "height": 900})
        self.settle()

    def sees(self, anchor: str, slack: float = 0) -> bool:
        """Whether the place that an address's fragment names comes into view, or within some windows' heights of it."""
        if self.scripts:
            self.page.wait_for_function(IN_VIEW, arg=[anchor, slack])
        return self.page.evaluate(IN_VIEW, [anchor, slack])

    def _here(self, url: str) -> bool:
        return url.startswith(("http://127.0.0.1:", "data:", "blob:", "file:"))

    def _complain(self, what: str) -> None:
        self.complaints.append(f"{self.page.url}: {what}")


def search_for(visit: Visit, words: str) -> None:
    """Open Material's search from the keyboard, as it is the same at every width, and wait for what it finds."""
    visit.page.keyboard.press("/")
    visit.page.keyboard.type(words)
    visit.page.locator(".md-search-result__item").first.wait_for()
    visit.settle()


def leave_search(visit: Visit) -> None:
    """Close it again."""
    visit.page.keyboard.press("Escape")
    visit.settle()


def misfits(measured: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a page's measures, in words."""
    if measured["overflow"]:
        yield f"the page is {measured['overflow']} px too wide"
    if measured["beside"]:
        yield f"beyond the edge: {', '.join(measured['beside'])}"
    for line in measured["outside"]:
        yield f"outside its card: {line}"
    if measured["smallest"] is not None and measured["smallest"] < SMALLEST_TEXT - 0.01:
        yield f"a drawing's text is shown at {measured['smallest']:.1f} px"
