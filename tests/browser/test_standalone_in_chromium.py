"""A drawing's own file in a real browser: its literal colours are those that the variables give."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

import pytest
from house import ARTICLE

from argmap.drawing import DARK, Options, dark_palette, draw, standalone, style_sheet
from argmap.model import View
from argmap.reading import read

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CONDITIONS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "print": {"media": "print", "color_scheme": "dark"},
    "forced": {"forced_colors": "active", "color_scheme": "dark"},
}

# What the drawing on the page looks like, element by element.
LOOKS = """() => [...document.querySelectorAll(".am-drawing :not(style, title)")].map((element) => {
  const look = getComputedStyle(element);
  const said = ["fill", "stroke", "strokeWidth", "strokeDasharray", "paintOrder", "fontSize", "fontWeight"];
  return [element.getAttribute("class"), ...said.map((name) => look[name])];
})"""
# The middle of a card's coloured edge, and its ground a little to the right, on a picture of its own: as #rrggbb.
PIXELS = """async ([address, [bandX, boxX, y]]) => {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
  const pen = canvas.getContext("2d");
  pen.drawImage(picture, 0, 0);
  return [bandX, boxX].map((x) => "#" + [...pen.getImageData(x, y, 1, 1).data].slice(0, 3)
    .map((part) => part.toString(16).padStart(2, "0")).join(""));
}"""
FIRST_CARD = """() => {
  const drawing = document.querySelector(".am-drawing").getBoundingClientRect();
  const card = document.querySelector(".am-as-thesis");
  const [band, box] = [".am-band", ".am-box"].map((part) => card.querySelector(part).getBoundingClientRect());
  const y = box.top + box.height - 5 - drawing.top;
  return [band.left + band.width / 2 - drawing.left, band.right + 4 - drawing.left, y].map(Math.round);
}"""


@pytest.fixture(scope="module")
def drawing() -> str:
    """A drawing as pages carry it."""
    column = draw(read(ARTICLE), View(), href="#c-{}".format, prefix="", options=Options()).column
    assert column
    return column


@pytest.mark.parametrize("condition", CONDITIONS)
def test_every_element_looks_as_it_does_on_a_page(condition: str, drawing: str, browser: Browser) -> None:
    scheme = f"@media {DARK} and (prefers-color-scheme:dark){{{dark_palette()}}}"
    page = browser.new_page()
    page.emulate_media(**CONDITIONS[condition])
    page.set_content(f"<style>{style_sheet()}{scheme}</style>{drawing}")
    on_a_page = page.evaluate(LOOKS)
    page.set_content(standalone(drawing))
    assert on_a_page
    assert page.evaluate(LOOKS) == on_a_page
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_as_a_picture_it_has_the_colours_of_the_scheme(scheme: str, drawing: str, browser: Browser) -> None:
    sheet = {"light": style_sheet(), "dark": dark_palette()}[scheme]
    thesis, card = (sheet.partition(f"--am-{name}: ")[2].partition(";")[0] for name in ("thesis", "card"))
    page = browser.new_page(color_scheme=scheme)
    # A picture follows the scheme of the page that it is on.
    page.set_content(f'<!doctype html><meta name="color-scheme" content="light dark">{drawing}')
    place = page.evaluate(FIRST_CARD)
    file = b64encode(standalone(drawing).encode()).decode()
    assert page.evaluate(PIXELS, [f"data:image/svg+xml;base64,{file}", place]) == [thesis, card]
    page.close()
