"""What a reader takes away of a claim: a link, Markdown, a citation."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from data_file import Data
from hosted import hosted
from live import Live
from markdown_it import MarkdownIt
from playwright.sync_api import expect
from tram import PAGE, REPORT, TRAM

if TYPE_CHECKING:
    from looks import Visit
    from playwright.sync_api import Dialog
    from published import Published

# All that Markdown could take for something else, in the claims and in what they quote.
SAYINGS = {
    "marks": r"A *claim* with _marks_, `code`, ~~none~~, [a](b), ![c](d), <b>e</b>, &amp; and \* # | $f$ end",
    "heading": "# No heading",
    "list": "1. No list",
    "point": "- No point",
    "plus": "+ No point",
    "quote": "> No quote",
    "rule": "---",
    "code": "```no code```",
    "brackets": "Never ](closed [of anything",
    "numbers": "12) No list",
    "lines": "Two\n- lines\n\n# and more",
    "address": "See https://example.org/a_b_c and <https://example.org>",
}
HOSTILE = "\n".join(
    [
        "argmap: 1",
        "title: A *map*",
        "thesis: marks",
        "sources:",
        "  one: { file: ../../one.txt, title: Tram report, author: N. N. }",
        "  two: { file: ../../two.txt, title: 'Another *report*', date: 2016 }",
        "claims:",
        *(
            f"  {name}:\n    text: {json.dumps(text)}\n"
            f"    quote: [ {{ exact: {json.dumps(text)}, source: two }}, {{ exact: 'This is {name}:', source: one }} ]"
            + (f"\n    because: [{', '.join(each for each in SAYINGS if each != name)}]" if name == "marks" else "")
            for name, text in SAYINGS.items()
        ),
    ]
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    folder = tmp_path_factory.mktemp("shared")
    texts = {
        "report": REPORT,
        "one": "\n\n".join(f"This is {name}: so." for name in SAYINGS),
        "two": "\n\n".join(SAYINGS.values()),
    }
    pages = {"index.md": PAGE, "hostile.md": PAGE.replace("\ntram\n", "\nhostile\n").replace("A tram", "A map")}
    with hosted(folder, {"tram": TRAM, "hostile": HOSTILE}, pages, texts) as published:
        yield published


@pytest.fixture
def read(visit: Callable[..., Visit], shared: Published) -> Callable[..., Live]:
    def begin(path: str = "", number: int = 1, **options: Any) -> Live:
        live = Live(visit(**options), number)
        live.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        live.to(shared.address + path)
        return live

    return begin


def copied(live: Live, what: str) -> str:
    """What is on the clipboard after one of the panel's buttons."""
    live.page.evaluate("navigator.clipboard.writeText('nothing')")
    if live.panel.locator(".am-share[open]").count() == 0:
        live.panel.locator(".am-share summary").click()
    live.says(what, live.panel).click()
    live.page.wait_for_function("navigator.clipboard.readText().then((text) => text !== 'nothing')")
    return live.page.evaluate("navigator.clipboard.readText()")


class Rendered(HTMLParser):
    """What a reader sees of Markdown: the words of its links and of its quotations, and all elements."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.links: list[list[str]] = []
        self.quotes: list[str] = []
        self.within: list[str] = []
        self.feed(MarkdownIt("gfm-like", {"linkify": False}).render(markdown))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.within.append(tag)
        if tag == "a":
            self.links.append([dict(attrs)["href"] or "", ""])
        if tag == "blockquote":
            self.quotes.append("")

    def handle_endtag(self, tag: str) -> None:
        self.within.remove(tag)

    def handle_data(self, data: str) -> None:
        if "a" in self.within:
            self.links[-1][1] += data
        elif "blockquote" in self.within:
            self.quotes[-1] += data.strip("\n")


def test_a_link_leads_another_reader_to_the_same_claim(read: Callable[..., Live]) -> None:
    live = read("?group=traffic")
    live.open("waits")
    address = copied(live, "Copy link")
    assert address == live.page.url
    expect(live.status).to_have_text("Copied")
    expect(live.says("Copied", live.panel)).to_be_visible()
    other = read()
    other.to(address)
    expect(other.title).to_have_text("One waits for twenty minutes.")
    assert other.shown() == live.shown()


def test_a_link_from_the_second_drawing_of_a_map_leads_to_it(read: Callable[..., Live]) -> None:
    live = read(number=2)
    live.open("cost")
    address = copied(live, "Copy link")
    assert address.endswith("?figure=2&claim=cost")
    other = read()
    other.to(address)
    expect(Live(other.reader, 2).title).to_have_text("It would cost ninety million.")
    expect(other.panel).to_be_hidden()


def test_what_is_copied_is_of_the_state_that_is_shown(read: Callable[..., Live]) -> None:
    live = read()
    live.open("waits")
    copied(live, "Copy link")
    live.does("only").click()
    assert copied(live, "Copy link") == live.page.url
    live.asks(claim="waits", focus="waits")


def test_as_markdown_a_claim_is_a_link_above_its_quotes(read: Callable[..., Live], shared: Published) -> None:
    live = read()
    live.open("waits")
    claim = Data(shared, "tram").claims["waits"]
    found = Rendered(copied(live, "Copy as Markdown"))
    assert found.links == [[live.page.url, claim["text"]]]
    assert found.quotes == [quote["text"] for quote in claim["quotes"]]


def test_as_markdown_words_are_words(read: Callable[..., Live]) -> None:
    live = read("hostile/")
    for claim, said in SAYINGS.items():
        live.open(claim)
        expect(live.title).to_have_text(said)
        found, line = Rendered(copied(live, "Copy as Markdown")), " ".join(said.split())
        assert found.links == [[live.page.url, line]]
        assert found.quotes == [line, f"This is {claim}:"]
        assert found.elements == ["p", "a", "blockquote", "p", "blockquote", "p"]
        live.press("Escape")


@pytest.mark.parametrize(("path", "of", "claim"), [("", "tram", "waits"), ("hostile/", "hostile", "marks")])
def test_a_citation_is_the_one_that_the_claims_page_gives(
    read: Callable[..., Live], shared: Published, path: str, of: str, claim: str
) -> None:
    live = read(f"{path}?claim={claim}")
    page = shared.pages[f"maps/{of}/claims/"]
    section = next(each for each in page.all(cls="am-claim") if page.within(each, "h2")[0].attributes["id"] == claim)
    given = next(each for each in page.within(section, "p") if "am-cited" in each.ancestors[-1].classes)
    assert copied(live, "Copy citation") == given.text
    assert re.search(rf"/maps/{of}/claims/#{claim}$", given.text)


def test_where_nothing_may_be_copied_it_is_shown_to_be_copied_by_hand(read: Callable[..., Live]) -> None:
    live = read("?claim=waits")
    live.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    live.panel.locator(".am-share summary").click()
    shown: list[str] = []

    def see(dialog: Dialog) -> None:
        shown.append(dialog.default_value)
        dialog.dismiss()

    live.page.on("dialog", see)
    live.says("Copy link", live.panel).click()
    assert shown == [live.page.url]
