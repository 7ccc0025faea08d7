"""The picture of a map that stands beside a link to it: what the text is asked, who wrote it, and the map itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.drawing import svg
from argmap.drawing.rasteriser import PAPER
from argmap.drawing.svg import number
from argmap.drawing.typesetting import Line, has_glyph, measure, wrap

if TYPE_CHECKING:
    from argmap.drawing.draw import Drawing
    from argmap.model import Source
    from argmap.reading import Reading

WIDTH, HEIGHT = 1200.0, 630.0  # what networks show whole
MARGIN, TOP = 64.0, 72.0
INK, SOFT, RULE, ACCENT = "#1d2433", "#565b66", "#d9d5cb", "#22386f"
SIZES = ((54.0, 2), (46.0, 2), (40.0, 3), (34.0, 3))  # of the headline, and how many lines it may have
KICKER, BYLINE = 24.0, 26.0
LARGEST, SMALLEST = 1.75, 1.25  # scale of the drawing
FADE = 72.0
MOST = 500  # characters; no headline, and no line, has room for as many

_BOX = re.compile(r'<rect class="am-box" x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)"')

_CARD = '<g class="am-card'


def share_card(reading: Reading, drawing: Drawing) -> str:
    """The card as SVG, of which it is painted. Where no layout was to be had it shows the narrow drawing."""
    return _composed(reading, drawing.column or drawing.narrow)


def headline(reading: Reading) -> str:
    """What the map is about: the question its text is asked, else its title."""
    return reading.map.question.text if reading.map.question else reading.map.title


def byline(source: Source, comma: str) -> str:
    """Who wrote a source, and where and when it came out, as far as the map says."""
    return comma.join(part for part in (source.author, source.publisher, source.date) if part)


def _composed(reading: Reading, drawing: str) -> str:
    size, lines = _set(headline(reading))
    rtl = reading.words.direction == "rtl"
    y = TOP
    parts = [_text(_kicker(reading), y, KICKER, ACCENT, bold=True, rtl=rtl)]
    y += size * 0.28
    for line in lines:
        y += size * 1.16
        parts.append(_text(line.text, y, size, INK, bold=True, rtl=rtl))
    if said := next(filter(None, _bylines(reading)), ""):
        y += BYLINE * 1.5 + 12
        parts.append(_text(said, y, BYLINE, SOFT, rtl=rtl))
    y += 28
    parts.append(f'<path d="M{number(MARGIN)} {number(y)}H{number(WIDTH - MARGIN)}" stroke="{RULE}" stroke-width="2"/>')
    parts.append(_shown(drawing, y + 1, rtl=rtl))
    return (
        f'<svg{svg.NAMESPACES} class="am-drawing"'
        f' width="{number(WIDTH)}" height="{number(HEIGHT)}">{"".join(parts)}</svg>'
    )


def _kicker(reading: Reading) -> str:
    words, title = reading.words, reading.map.title
    said = words("drawing.title", title=title) if reading.map.question else words("share.kicker")
    return _cut(said, WIDTH - 2 * MARGIN, KICKER)


def _bylines(reading: Reading) -> Iterator[str]:
    comma = reading.words("list.comma")
    for source in reading.map.sources.values():
        yield _cut(byline(source, comma), WIDTH - 2 * MARGIN, BYLINE)


def _set(words: str) -> tuple[float, tuple[Line, ...]]:
    """The headline as large as it can be, at the end cut short."""
    words = "".join(filter(has_glyph, words[:MOST])).strip()
    measure_ = WIDTH - 2 * MARGIN
    for size, most in SIZES:
        if len(lines := wrap(words, measure_, size, "semibold")) <= most:
            return size, lines
    *kept, last = lines[:most]
    return size, (*kept, Line(_ended(last.text, measure_, size), last.width, False))


def _ended(words: str, width: float, size: float) -> str:
    """The words and a sign that there are more, in the width."""
    words = words[:MOST]
    while words and measure(f"{words}…", size, "semibold") > width:
        words = words[:-1]
    return f"{words.rstrip(' ,;:.')}…"


def _cut(words: str, width: float, size: float) -> str:
    return words if len(words) < MOST and measure(words, size, "semibold") <= width else _ended(words, width, size)


def _text(words: str, y: float, size: float, colour: str, *, bold: bool = False, rtl: bool) -> str:
    x = WIDTH - MARGIN if rtl else MARGIN
    line = svg.text(words, x, y, "am-card-text", leftward=rtl)
    weight = 600 if bold else 400
    return line.replace(" x=", f' style="font-size:{number(size)}px;font-weight:{weight};fill:{colour}" x=', 1)


def _shown(drawing: str, top: float, *, rtl: bool) -> str:
    """The upper part of the drawing, as large as it can be read, fading out where there is more of it."""
    wide, high = svg.width(drawing), svg.height(drawing)
    scale = min(LARGEST, max(SMALLEST, (WIDTH - 2 * MARGIN) / wide))
    gap = 28.0
    x = MARGIN
    if wide * scale > WIDTH - 2 * MARGIN:
        x = _around_the_first_card(drawing, wide, scale)
    elif rtl:
        x = WIDTH - MARGIN - wide * scale
    inner = drawing[drawing.index(">", drawing.index("<svg")) + 1 : drawing.rindex("</svg>")]
    inner = _above(inner, (HEIGHT - top - gap) / scale)
    place = f"translate({number(x + svg.MARGIN * scale)} {number(top + gap + svg.MARGIN * scale)}) scale({scale:.3f})"
    return f'<g transform="{place}">{inner}</g>' + (_fade() if top + gap + high * scale > HEIGHT else "")


def _above(inner: str, lowest: float) -> str:
    """The drawing without the cards below a line: nobody sees them, and to paint them takes longest."""
    ground, *cards = inner.split(_CARD)
    seen = (card for card in cards if (box := _BOX.search(card)) and float(box[2]) < lowest)
    return _CARD.join([ground, *seen])


def _around_the_first_card(drawing: str, wide: float, scale: float) -> float:
    """Where a drawing wider than the card begins, for its uppermost card to stand in the middle if it can."""
    cards = [(float(y), float(x) + float(width) / 2) for x, y, width in _BOX.findall(drawing)]
    middle = min(cards)[1] + svg.MARGIN if cards else wide / 2
    return min(MARGIN, max(WIDTH - MARGIN - wide * scale, WIDTH / 2 - middle * scale))


def _fade() -> str:
    return (
        f'<linearGradient id="fade" x2="0" y2="1"><stop stop-color="{PAPER}" stop-opacity="0"/>'
        f'<stop offset="1" stop-color="{PAPER}"/></linearGradient>'
        f'<path d="M0 {number(HEIGHT - FADE)}h{number(WIDTH)}v{number(FADE)}H0Z" fill="url(#fade)"/>'
    )
