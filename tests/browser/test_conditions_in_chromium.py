"""The site as readers have it set: their scheme, their colours, on paper, without motion, without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from looks import MEASURE, Visit, misfits

if TYPE_CHECKING:
    from published import Published

WIDTHS = [360, 768, 1440]
# A4 less a centimetre on each side, in CSS pixels.
MARGIN = "1cm"
PAPER = {"width": round((21 - 2) / 2.54 * 96), "height": round((29.7 - 2) / 2.54 * 96)}
FURNITURE = ".md-header, .md-sidebar, .md-search, .md-footer__link"

# A figure's two drawings, of which one is shown. Others are symbols in its key.
DRAWINGS = ".am-column, .am-narrow"
SHOWN = """(look) => [...document.querySelectorAll(`figure.argmap .am-${look}`)]
  .map((svg) => svg.getBoundingClientRect().width > 0)"""
# The colours of a card and of its text.
CARD = """() => {
  const card = document.querySelector(".am-drawing .am-card");
  return [".am-box", "a text"].map((part) => getComputedStyle(card.querySelector(part)).fill);
}"""
# Every colour that a drawing is painted with.
PAINTS = """() => [...new Set([...document.querySelectorAll(".am-drawing *")].flatMap((element) => {
  const look = getComputedStyle(element);
  return [look.fill, look.stroke];
}))].filter((paint) => paint !== "none")"""
SYSTEM_COLOURS = """() => {
  const probe = document.body.appendChild(document.createElement("i"));
  const names = ["Canvas", "CanvasText", "LinkText", "GrayText", "Highlight", "HighlightText"];
  return names.map((name) => { probe.style.color = name; return getComputedStyle(probe).color; });
}"""
# Passages without a line of their own, above or below, that would tell them from the text around.
UNMARKED = """() => [...document.querySelectorAll(".am-article .am-passage")].filter((passage) =>
  ![passage, ...passage.querySelectorAll("*")].some((element) => {
    const look = getComputedStyle(element);
    return look.textDecorationLine !== "none" || look.borderBottomStyle !== "none" || look.outlineStyle !== "none";
  })).map((passage) => passage.textContent)"""
MOVING = """() => [...document.querySelectorAll("html, [class^='am-'], [class*=' am-'], figure.argmap *")]
  .filter((element) => {
    const look = getComputedStyle(element);
    const moves = [...look.transitionDuration.split(","), ...look.animationDuration.split(",")];
    return look.scrollBehavior === "smooth" || moves.some((duration) => parseFloat(duration) > 0.01);
  }).map((element) => `${element.localName}.${element.getAttribute("class")}`)"""


def test_each_figure_shows_one_drawing_and_only_that_is_in_the_accessibility_tree(
    visit: Callable[..., Visit], site: Published
) -> None:
    reader = visit()
    for path in site.with_class("am-column"):
        reader.to(site.address + path)
        for width in WIDTHS:
            reader.widen(width)
            column, narrow = (reader.page.evaluate(SHOWN, look) for look in ("column", "narrow"))
            assert [not shown for shown in column] == narrow
            assert not (width == min(WIDTHS) and any(column))
        for figure in reader.page.locator("figure.argmap:has(.am-column)").all():
            title = figure.locator("title").first.text_content()
            assert title
            assert figure.aria_snapshot().count(f'document "{title}"') == 1


def test_the_drawing_follows_the_scheme_and_paper_is_light(visit: Callable[..., Visit], site: Published) -> None:
    path = site.with_class("am-card")[0]
    cards: dict[str, Any] = {}
    for scheme in ("light", "dark"):
        reader = visit(color_scheme=scheme)
        reader.to(site.address + path)
        cards[scheme] = reader.page.evaluate(CARD)
        reader.page.emulate_media(media="print")
        cards[f"{scheme}, printed"] = reader.page.evaluate(CARD)
    assert brightness(cards["light"][0]) > 240 > 100 > brightness(cards["light"][1])
    assert brightness(cards["dark"][0]) < 60 < 150 < brightness(cards["dark"][1])
    assert cards["dark, printed"] == cards["light, printed"]
    assert brightness(cards["dark, printed"][0]) > 250 > 60 > brightness(cards["dark, printed"][1])


def brightness(colour: str) -> float:
    parts = [int(part) for part in re.findall(r"\d+", colour)[:3]]
    return sum(parts) / len(parts)


def test_forced_colours_are_the_readers_own(visit: Callable[..., Visit], site: Published) -> None:
    reader = visit(forced_colors="active")
    for path in site.with_class("am-card"):
        reader.to(site.address + path)
        for scheme in ("light", "dark"):
            reader.page.emulate_media(color_scheme=scheme)
            own = reader.page.evaluate(SYSTEM_COLOURS)
            assert set(reader.page.evaluate(PAINTS)) <= {*own, "rgba(0, 0, 0, 0)"}
            box, text = reader.page.evaluate(CARD)
            assert box == own[0]
            assert text != box


def test_with_forced_colours_a_passage_is_told_from_the_text(visit: Callable[..., Visit], site: Published) -> None:
    reader = visit(forced_colors="active")
    for path in site.with_class("am-article"):
        reader.to(site.address + path)
        assert reader.page.evaluate(UNMARKED) == []


def test_on_paper_there_are_drawing_and_outline_and_nothing_to_click(
    visit: Callable[..., Visit], site: Published
) -> None:
    reader = visit(viewport=PAPER)
    for path in site.pages:
        reader.to(site.address + path)
        reader.page.emulate_media(media="print")
        reader.settle()
        assert list(misfits(reader.page.evaluate(MEASURE))) == [], path
        assert reader.page.locator(FURNITURE).filter(visible=True).all() == [], path
        for figure in reader.page.locator("figure.argmap:has(.am-column)").all():
            assert figure.locator(DRAWINGS).filter(visible=True).count() == 1
            assert all(words.locator("li").first.is_visible() for words in figure.locator(".am-outline").all())
        reader.page.emulate_media(media="screen")


def test_a_page_can_be_printed(visit: Callable[..., Visit], site: Published) -> None:
    reader = visit()
    reader.to(site.address)
    margins = dict.fromkeys(("top", "right", "bottom", "left"), MARGIN)
    printed = reader.page.pdf(format="A4", margin=margins, tagged=True, outline=True)
    assert printed.startswith(b"%PDF")
    assert squeezed(site.pages[""].all("h1")[0].text) in map(squeezed, bookmarks(printed))


def bookmarks(pdf: bytes) -> list[str]:
    """The headings of a printed page: the only text of a PDF that can be read without its fonts."""
    titles = re.findall(rb"/Title\s*(?:<([0-9A-Fa-f\s]+)>|\(((?:\\.|[^\\)])*)\))", pdf)
    return [
        bytes.fromhex(coded.decode()).decode("utf-16") if coded else plain.decode("latin-1") for coded, plain in titles
    ]


def squeezed(text: str) -> str:
    return re.sub(r"\W", "", text)


def test_nothing_moves_for_those_who_ask_for_it(visit: Callable[..., Visit], site: Published) -> None:
    reader = visit(reduced_motion="reduce")
    for path in site.pages:
        reader.to(site.address + path)
        assert reader.page.evaluate(MOVING) == [], path


def test_without_scripts_every_page_can_be_read(visit: Callable[..., Visit], site: Published) -> None:
    reader = visit(java_script_enabled=False)
    for path in site.pages:
        reader.to(site.address + path)
        for width in WIDTHS:
            reader.widen(width)
            # Material's header is wider than a phone by the title that its script would have hidden; nothing is lost.
            assert list(misfits(reader.page.evaluate(MEASURE) | {"overflow": 0})) == [], path
        assert reader.page.locator("main h1").first.is_visible()
        for figure in reader.page.locator("figure.argmap:has(.am-column)").all():
            assert figure.locator(DRAWINGS).filter(visible=True).count() == 1
            for words in figure.locator(".am-outline").all():  # the outline, and the tour if there is one
                first = words.locator("li").first
                if not first.is_visible():
                    words.locator("summary").click()
                assert first.is_visible()
