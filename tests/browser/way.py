"""A way over the site, link by link, as a reader takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from looks import Visit
    from playwright.sync_api import Locator
    from published import Published
    from walks import Place

# Material's search adds the words to highlight as a query.
LEADS_TO = """(links, address) => links.findIndex((link) => {
  const url = new URL(link.getAttribute("href") ?? link.getAttribute("xlink:href"), document.baseURI);
  url.search = "";
  return decodeURIComponent(url) === address;
})"""
# Material notes where a page is scrolled a moment later. Whoever leaves sooner has it noted of the next page, and comes
# to that height there instead of the anchor. Nothing is left to note when a page that was stirred has been noted.
STIRRED = """async () => {
  if (location.protocol === "file:") return;
  const [y, most] = [scrollY, document.documentElement.scrollHeight - innerHeight];
  const beside = y + 1 <= most ? y + 1 : y - 1;
  if (beside < 0) return;
  history.replaceState({ ...history.state, stirred: true }, "");
  for (const top of [beside, y]) {
    scrollTo({ top, behavior: "instant" });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }
}"""
NOTED = "() => !history.state?.stirred"


class Way:
    """A reader's way over the site, by pointer or by keyboard."""

    def __init__(self, reader: Visit, site: Published, *, keyboard: bool = False) -> None:
        self.reader, self.page, self.site, self.keyboard = reader, reader.page, site, keyboard

    def follow(self, links: Locator, place: Place) -> None:
        """Take that one of the links which leads to the place, and look whether one arrives."""
        self.choose(links, place)
        self.arrive(place)

    def choose(self, links: Locator, place: Place) -> Locator:
        """Take that one of the links which leads to the place."""
        index = links.evaluate_all(LEADS_TO, self.site.at(*place))
        assert index >= 0
        link = links.nth(index)
        if self.keyboard:
            link.focus()
        else:
            link.scroll_into_view_if_needed()
        self.rest()
        if self.keyboard:
            self.page.keyboard.press("Enter")
        else:
            link.click()
        return link

    def round_by(self, passage: Place, claim: Place) -> None:
        """From a claim's section to its passage in the text, and from there to the claim again."""
        self.follow(self.page.locator(".am-claim .am-cite"), passage)
        self.follow(self.page.locator(".am-article a"), claim)

    def all_back(self, *places: Place) -> None:
        """Back over each of these places."""
        for place in places:
            self.back(place)

    def back(self, place: Place) -> None:
        """Take the browser's Back, which leads to where one was: as Material noted it, not always to the pixel."""
        self.page.go_back()
        self.arrive(place, slack=0.5)

    def arrive(self, place: Place, slack: float = 0) -> None:
        """The address names the place, which can be seen."""
        self.page.wait_for_url(lambda url: unquote(urlsplit(url)._replace(query="").geturl()) == self.site.at(*place))
        self.reader.settle()
        assert not place.anchor or self.reader.sees(place.anchor, slack)
        self.rest()

    def rest(self) -> None:
        """As a reader does, who looks before leaving."""
        if self.reader.scripts:
            self.page.evaluate(STIRRED)
            self.page.wait_for_function(NOTED)
