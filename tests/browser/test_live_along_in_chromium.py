"""An article with its map beside it: the map follows the reading, and leads back to the sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hosted import hosted
from playwright.sync_api import expect
from small_site import HOME

if TYPE_CHECKING:
    from looks import Visit
    from playwright.sync_api import Locator
    from published import Published

DESK: dict[str, Any] = {"viewport": {"width": 1440, "height": 700}, "reduced_motion": "reduce"}
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 640},
    "reduced_motion": "reduce",
    "has_touch": True,
    "is_mobile": True,
}
FILLING = "What stands between is read as well, and bears on nothing. It goes on for a while, as articles do. "
SAID = ["seventh", "first", "fifth", "third", "sixth", "second", "fourth"]
# In the text from the first to the seventh; in the map as they stand above.
IN_ORDER = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh"]
TEXT = "\n\n".join(
    [
        "The planks are old and the rails are rotten and the ropes are loose. Ferries wait forty minutes each time.",
        *(f"{FILLING * 3}The {each} thing is so. {FILLING * 3}" for each in IN_ORDER),
        "The first thing is so again.",
        FILLING * 6,
        "It is for all of this, and thus the pier must go.",
        FILLING * 12,
    ]
)


def said(*words: str) -> str:
    """Words of the report, as a map quotes them."""
    return "[" + ", ".join(f'{{ exact: "{each}", source: report }}' for each in words) + "]"


CLAIMS = "\n".join(
    f"  {each}: {{ text: The {each} thing is so., quote: {said(f'The {each} thing is so.', *again)} }}"
    for each, again in ((each, ["The first thing is so again"] * (each == "first")) for each in SAID)
)
PIER = f"""\
argmap: 1
title: The pier
thesis: go
sources:
  report: {{ file: ../../report.txt, title: Report }}
  letter: {{ file: ../../letter.txt, title: Letter }}
claims:
  go:
    text: The pier must go.
    because:
      - [old, loose]
      - {{ premises: [{", ".join(SAID[:4])}], id: thus, quote: {said("thus the pier must go")} }}
      - waits
      - [{", ".join(SAID[4:])}]
      - unsaid
      - written
  old: {{ text: It is old., quote: {said("The planks are old and the rails are rotten")} }}
  loose: {{ text: It is loose., quote: {said("the rails are rotten and the ropes are loose")} }}
  waits: {{ text: Ferries wait for it., quote: {said("Ferries wait forty minutes each time")}, because: [forty] }}
  forty: {{ text: They wait forty minutes., quote: {said("forty minutes")} }}
  unsaid: {{ text: Nobody says this., implicit: It is meant. }}
  written:
    text: Somebody wrote so.
    quote:
      - {{ exact: "It must go.", source: letter }}
      - {{ exact: "Ferries wait", source: report }}
{CLAIMS}
"""
# The claims that are lit in the map, and of these those that are not seen whole in its frame.
LIT = """() => {
  const frame = document.querySelector(".am-beside .am-frame").getBoundingClientRect();
  const rows = [...document.querySelectorAll(".am-beside .am-lighting .am-chosen")];
  const name = (row) => row.id.split("-n-")[1];
  const isSeen = (row) => {
    const { top, bottom } = row.querySelector(".am-area").getBoundingClientRect();
    return top >= Math.max(frame.top, 0) - 1 && bottom <= Math.min(frame.bottom, innerHeight) + 1;
  };
  return [rows.map(name), rows.filter((row) => !isSeen(row)).map(name)];
}"""
MARKED = """() => [...document.querySelectorAll(".am-article .am-passage.am-lit")].map((each) => each.textContent)"""
# The words of the link in the article that has the focus.
FOCUSED = "() => document.activeElement.closest('.am-article a')?.textContent"
# Each block of the strip: top, left and right edge, and whether a paragraph begins.
BLOCKS = """(all) => all.map((block) => {
  const { top, left, right } = block.getBoundingClientRect();
  return [top, left, right, block.classList.contains("am-begins")];
})"""
AT = """(element) => {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return [top, bottom, left, right];
}"""
# What keeps its place in the window over an article, but for the page's own header.
OVER_THE_TEXT = """(body) => [...body.querySelectorAll(".md-content *")].filter((each) => {
  const { position, display } = getComputedStyle(each);
  return /sticky|fixed/.test(position) && display !== "none";
}).map((each) => each.className)"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    texts = {"report": TEXT, "letter": "It must go. Of that I am sure.\n"}
    folder = tmp_path_factory.mktemp("pier")
    # Quotes that cross each other are warned of.
    with hosted(folder, {"pier": PIER}, {"index.md": HOME}, texts, strict=False) as published:
        yield published


class Along:
    """The page with an article and its map, before a reader."""

    def __init__(self, reader: Visit) -> None:
        self.reader, self.page = reader, reader.page
        self.beside = self.page.locator(".am-beside")
        self.frame = self.beside.locator(".am-frame")
        self.fold = self.beside.locator(".am-fold")
        self.passages = self.page.locator(".am-article [data-claims]")

    def passage(self, words: str) -> Locator:
        """The stretch of marked text that has these words."""
        return self.passages.filter(has_text=words).first

    def card(self, claim: str) -> Locator:
        return self.page.locator(f'[id=":map-n-{claim}"] a')

    def lit(self) -> set[str]:
        """The claims that are lit in the map. The first is seen there."""
        self.reader.settle()
        lit, unseen = self.page.evaluate(LIT)
        assert len(unseen) < max(len(lit), 1)
        return {*lit}

    def reading(self) -> set[str]:
        """The claims of what is being read, if anything is that is quoted."""
        found = self.page.locator(".am-article .am-reading").evaluate_all("all => all.map((e) => e.dataset.claims)")
        return {claim for claims in found for claim in claims.split()}

    def marked(self) -> list[str]:
        """The passages that are lit."""
        self.reader.settle()
        return self.page.evaluate(MARKED)

    def at(self, element: Locator) -> list[float]:
        """Where an element's edges are in the window: top, bottom, left, right."""
        return element.evaluate(AT)

    def scroll(self, down: float) -> None:
        self.page.evaluate("(down) => scrollTo(0, down)", down)
        self.reader.settle()


@pytest.fixture
def read(visit: Callable[..., Visit], small: Published) -> Callable[..., Along]:
    """Opens the article."""

    def begin(options: dict[str, Any] = DESK, **more: Any) -> Along:
        reader = visit(**options | more)
        reader.to(f"{small.address}maps/pier/sources/report/")
        return Along(reader)

    return begin


PASSAGES = {
    "The planks": {"old"},
    "the rails": {"old", "loose"},
    "and the ropes": {"loose"},
    "Ferries wait": {"waits", "written"},
    "forty minutes": {"waits", "forty"},
    "each time": {"waits"},
    "The third thing": {"third"},
    "thus the pier": {"go"},
}


def test_resting_on_a_passage_lights_all_claims_that_quote_it(read: Callable[..., Along]) -> None:
    along = read()
    for words, claims in PASSAGES.items():
        along.passage(words).scroll_into_view_if_needed()
        along.reader.settle()
        before = along.page.evaluate("scrollY")
        along.passage(words).hover()
        assert along.lit() == claims, words
        assert along.page.evaluate("scrollY") == before
        along.page.mouse.move(2, 2)
        assert along.lit() == along.reading()


def test_the_keyboard_on_a_passage_lights_all_claims_that_quote_it(read: Callable[..., Along]) -> None:
    along = read()
    along.passages.first.locator("a").focus()
    met: dict[str, set[str]] = {}
    while words := along.page.evaluate(FOCUSED):
        if along.page.evaluate("() => Boolean(document.activeElement.closest('[data-claims]'))"):
            met[words] = along.lit()
        along.page.keyboard.press("Tab")
    for words, claims in PASSAGES.items():
        assert [met[each] for each in met if words in each] == [claims]


@pytest.mark.parametrize("options", [DESK, PHONE], ids=["desk", "phone"])
def test_the_map_follows_the_reading_in_the_order_of_the_text_and_leaves_the_page_where_it_is(
    read: Callable[..., Along], options: dict[str, Any]
) -> None:
    along = read(options)
    height = along.page.evaluate("document.documentElement.scrollHeight - innerHeight")
    read_so_far: list[str] = []
    for down in range(0, height, 90):
        along.scroll(down)
        assert along.page.evaluate("scrollY") == down
        read_so_far += along.lit()
    met = [each for at, each in enumerate(read_so_far) if each in IN_ORDER and each not in read_so_far[:at]]
    assert met == IN_ORDER
    assert read_so_far[-1] == "go"
    for each in read_so_far:
        assert each in {*IN_ORDER, "old", "loose", "waits", "written", "go"}


def test_reading_over_a_passage_of_several_claims_lights_them_all(read: Callable[..., Along]) -> None:
    along = read()
    several = []
    for down in range(0, along.page.evaluate("document.body.scrollHeight"), 15):
        along.scroll(down)
        if len(reading := along.reading()) > 1:
            several.append(reading)
            assert along.lit() == reading
    assert several


def test_what_is_being_read_is_marked_in_the_text(read: Callable[..., Along]) -> None:
    along = read()
    for each in IN_ORDER:
        passage = along.passage(f"The {each} thing is so.")
        passage.evaluate("(element) => scrollTo(0, element.getBoundingClientRect().top + scrollY - innerHeight * 0.3)")
        along.reader.settle()
        reading = along.page.locator(".am-article .am-reading")
        expect(reading).to_have_count(1)
        expect(reading).to_have_attribute("data-claims", each)
        assert along.lit() == {each}


def test_resting_on_a_card_lights_its_passages(read: Callable[..., Along]) -> None:
    along = read()
    for claim, words in {
        "first": ["The first thing is so.", "The first thing is so again"],
        "old": ["The planks are old and ", "the rails are rotten"],
        "forty": ["forty minutes"],
        "unsaid": [],
    }.items():
        along.card(claim).hover()
        assert along.marked() == words
        along.page.mouse.move(2, 2)
        assert along.marked() == []


def test_the_keyboard_on_a_card_lights_its_passages_and_arrows_lead_on(read: Callable[..., Along]) -> None:
    along = read()
    stop = along.beside.locator('svg a[tabindex="0"]')
    expect(stop).to_have_count(1)
    stop.focus()
    assert along.marked() == ["thus the pier must go"]
    along.page.keyboard.press("ArrowDown")
    expect(along.card("old")).to_be_focused()
    assert along.marked() == ["The planks are old and ", "the rails are rotten"]
    expect(along.beside.locator("[role=status]")).to_have_text("supports “The pier must go”, 1 of 12")
    for _ in range(3):
        along.page.keyboard.press("ArrowRight")
    expect(along.card("first")).to_be_focused()
    assert along.marked() == ["The first thing is so.", "The first thing is so again"]
    expect(along.beside.locator("[role=status]")).to_have_text("supports “The pier must go”, 4 of 12")


def test_the_card_that_has_the_keyboard_stays_in_sight_whatever_is_read_or_passed(
    read: Callable[..., Along],
) -> None:
    along = read()
    along.scroll(1500)
    along.page.keyboard.press("Shift")
    along.beside.locator('svg a[tabindex="0"]').focus()
    assert along.lit() == {"go"}
    for down in (2200, 1200, 3000):
        along.scroll(down)
        assert along.lit() == {"go"}
    along.card("unsaid").hover()
    along.page.mouse.move(2, 2)
    assert along.lit() == {"go"}
    assert along.marked() == ["thus the pier must go"]
    along.page.evaluate("document.activeElement.blur()")
    assert along.lit() == along.reading() != {"go"}


def test_a_card_that_was_pressed_does_not_keep_the_map_from_following(read: Callable[..., Along]) -> None:
    along = read()
    along.card("second").click()
    along.page.wait_for_url("**#second")
    along.page.mouse.move(2, 2)
    along.passage("The sixth thing").evaluate(
        "(element) => scrollTo(0, element.getBoundingClientRect().top + scrollY - innerHeight * 0.3)"
    )
    assert along.lit() == {"sixth"}


@pytest.mark.parametrize("options", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("keyboard", [True, False], ids=["by key", "by pointer"])
def test_a_card_leads_to_the_sentence_of_its_claim(
    read: Callable[..., Along], options: dict[str, Any], keyboard: bool
) -> None:
    along = read(options)
    for claim, words in {
        "fifth": "The fifth thing",
        "forty": "forty minutes",
        "first": "The first thing is so.",
    }.items():
        choose(along, claim, keyboard)
        along.page.wait_for_url(f"**#{claim}")
        assert along.reader.sees(claim)
        top, bottom, *_ = along.at(along.passage(words))
        covered = along.at(along.beside)[0] if options is PHONE else along.page.viewport_size["height"]
        assert 0 < top < bottom <= covered


def choose(along: Along, claim: str, keyboard: bool) -> None:
    """A card's link, as it is taken."""
    if keyboard:
        along.card(claim).focus()
        along.page.keyboard.press("Enter")
    else:
        along.card(claim).click()
    along.reader.settle()


def test_a_card_of_a_claim_that_no_sentence_says_leads_to_the_list_of_claims(
    read: Callable[..., Along], small: Published
) -> None:
    along = read()
    along.card("unsaid").click()
    along.page.wait_for_url(f"{small.address}maps/pier/claims/#unsaid")
    assert along.reader.sees("unsaid")


def test_a_card_of_a_claim_that_another_text_says_first_leads_to_the_sentence_of_this_one(
    read: Callable[..., Along],
) -> None:
    along = read()
    along.scroll(1500)
    along.card("written").click()
    along.page.wait_for_url("**/sources/report/#written:2")
    assert along.reader.sees("written:2")


def test_on_a_wide_page_the_map_stands_beside_the_text_and_stays(read: Callable[..., Along]) -> None:
    along = read(viewport={"width": 1440, "height": 900})
    places = set()
    for down in (1200, 1300, 1800):
        along.scroll(down)
        top, bottom, left, right = along.at(along.beside)
        assert 0 < top < bottom <= 900
        assert along.at(along.page.locator(".am-article"))[3] < left < right <= 1440
        places.add(top)
    assert len(places) == 1


def test_on_a_phone_the_map_stays_at_the_lower_edge_until_it_is_folded(read: Callable[..., Along]) -> None:
    along = read(PHONE)
    for down in (600, 1500):
        along.scroll(down)
        top, bottom, left, right = along.at(along.beside)
        assert bottom == pytest.approx(640, abs=1)
        assert (left, right) == (0, 360)
        assert top > 640 / 2
    expect(along.fold).to_have_attribute("aria-expanded", "true")
    along.fold.tap()
    expect(along.fold).to_have_attribute("aria-expanded", "false")
    expect(along.frame).to_be_hidden()
    top, bottom, *_ = along.at(along.beside)
    assert bottom == pytest.approx(640, abs=1)
    assert bottom - top < 60
    along.passage("The fifth").scroll_into_view_if_needed()
    along.reader.settle()
    along.fold.focus()
    along.page.keyboard.press("Enter")
    expect(along.frame).to_be_visible()
    expect(along.fold).to_have_attribute("aria-expanded", "true")


@pytest.mark.parametrize("width", [360, 1440])
def test_without_scripts_the_map_is_there_and_its_cards_lead_to_the_claims(
    read: Callable[..., Along], small: Published, width: int
) -> None:
    along = read(viewport={"width": width, "height": 700}, java_script_enabled=False)
    expect(along.frame.locator("svg")).to_be_visible()
    expect(along.fold).to_have_count(0)
    if width == 360:
        along.page.evaluate("scrollTo(0, 1500)")
        assert along.page.locator("body").evaluate(OVER_THE_TEXT) == []
    along.card("third").click()
    along.page.wait_for_url(f"{small.address}maps/pier/claims/#third")


def test_the_strip_leaves_a_gap_where_a_paragraph_begins(read: Callable[..., Along]) -> None:
    blocks = read().page.locator(".am-strip li")
    lines: dict[float, list[tuple[float, float, bool]]] = {}
    for top, *block in blocks.evaluate_all(BLOCKS):
        lines.setdefault(top, []).append(tuple(block))
    gaps = [(left - last, begins) for line in lines.values() for (_, last, _), (left, _, begins) in pairwise(line)]
    assert sum(begins for line in lines.values() for *_, begins in line) == TEXT.count("\n\n")
    assert min(gap for gap, begins in gaps if begins) > 2 * max(gap for gap, begins in gaps if not begins)


def test_the_strip_of_a_long_article_fits_a_phone(read: Callable[..., Along]) -> None:
    along = read(PHONE)
    assert along.page.evaluate("[innerWidth, document.documentElement.scrollWidth]") == [360, 360]
    for _, left, right, _ in along.page.locator(".am-strip li").evaluate_all(BLOCKS):
        assert 0 <= left < right - 4
        assert right <= 360
