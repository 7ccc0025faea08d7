"""SVG, element by element: cards, lines and signs at given places. Lengths are CSS pixels.

Links are `xlink:href`: Material's instant navigation assigns `href` on whatever has one, which an SVG link refuses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from argmap.drawing.cards import (
    BAND,
    LEAD,
    MARK,
    PAD,
    SMALL,
    SMALL_LEADING,
    TEXT,
    TEXT_LEADING,
    TOP,
    Row,
    SetCard,
)
from argmap.drawing.typesetting import Line, is_rtl, measure
from argmap.model import Strength

if TYPE_CHECKING:
    from argmap.drawing.layout import Box, Point

NAMESPACES = ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
MARGIN = 4.0
ROUND = 3.0  # of a card's corners
Href = Callable[[str], str]  # a claim's id -> where it leads


@lru_cache(maxsize=4096)
def number(value: float) -> str:
    """A length as short as it can be said to a tenth of a pixel."""
    said = f"{value:.1f}".removesuffix(".0")
    return "0" if said == "-0" else said


def document(parts: Iterable[str], *, width: float, height: float, title: str, prefix: str, look: str) -> str:
    """The whole drawing, with a margin around."""
    wide, high = number(width + 2 * MARGIN), number(height + 2 * MARGIN)
    box = f"{number(-MARGIN)} {number(-MARGIN)} {wide} {high}"
    return (
        f'<svg{NAMESPACES} class="am-palette am-drawing {look}"'
        f' width="{wide}" height="{high}" viewBox="{box}"'
        f' role="graphics-document document" aria-labelledby="{prefix}title">'
        f'<title id="{prefix}title">{escape(title)}</title>{"".join(parts)}</svg>'
    )


def inline(drawing: str) -> str:
    """A drawing to stand in an HTML page, where the names of elements need no explanation, within a palette there."""
    return drawing.replace(NAMESPACES, "", 1).replace("am-palette ", "", 1)


def width(drawing: str) -> float:
    """How wide a drawing is, its margin included."""
    return float(drawing.partition(' width="')[2].partition('"')[0])


def height(drawing: str) -> float:
    """How high a drawing is, its margin included."""
    return float(drawing.partition(' height="')[2].partition('"')[0])


def card(box: Box, item: SetCard, *, prefix: str, href: Href, names: Callable[[str], str]) -> str:
    """A card with its rows; each row is one claim, a named group with a link."""
    rtl = is_rtl(next((line.text for line in item.rows[0].text.lines), ""))
    parts = [
        f'<g class="am-card am-as-{item.look}">',
        f'<rect class="am-box" x="{number(box.x)}" y="{number(box.y)}" width="{number(box.width)}"'
        f' height="{number(box.height)}" rx="{number(ROUND)}"/>',
        _band(box, rtl),
    ]
    near, far = _sides(box, rtl)
    parts.append(text(item.word, near, box.y + TOP + 12, "am-word", leftward=rtl))
    for place, row in enumerate(item.rows):
        if place:
            y = box.y + row.top - item.gap / 2 - 1
            across = f"M{number(box.x + BAND + PAD)} {number(y)}H{number(box.right - PAD)}"
            parts.append(f'<path class="am-rule" d="{across}"/>')
            if item.between:
                at = f'x="{number(box.x + BAND + (box.width - BAND) / 2)}" y="{number(y + 4)}"'
                parts.append(
                    f'<text class="am-small am-between" {at} text-anchor="middle">{escape(item.between)}</text>'
                )
        parts.append(_row(box, item, row, near, far, prefix=prefix, href=href, name=names(row.claim)))
    return "".join([*parts, "</g>"])


def _row(box: Box, item: SetCard, row: Row, near: float, far: float, *, prefix: str, href: Href, name: str) -> str:
    face = "am-bold" if row.semibold else ""
    y = box.y + row.top + TEXT
    alone = len(item.rows) == 1
    top, height = (box.y, box.height) if alone else (box.y + row.top - 6, row.height + 12)
    whole = f"M{number(box.x)} {number(top)}h{number(box.width)}v{number(height)}H{number(box.x)}z"
    parts = [
        f'<g id="{prefix}{row.claim}" role="graphics-object group" aria-label="{escape(name)}">',
        f'<a xlink:href="{escape(href(row.claim))}">',
        # An empty place in a link is no place to press: the row's whole area is.
        f'<path class="am-area" d="{whole}"/>',
    ]
    rtl = near > far
    for line in row.text.lines:
        parts.append(_line(line, near, far, y, face, rtl))
        y += TEXT_LEADING
    y += 1
    for line in row.hedge.lines:
        parts.append(_line(line, near, far, y, "am-small am-hedge", rtl))
        y += SMALL_LEADING
    parts.append("</a>")
    head = box.y + TOP + 12
    if row.quoted:
        parts.append(quote_mark(far - (0 if rtl else 11), head - 8 if alone else box.y + row.top + 2))
    beside = MARK if row.quoted else 0.0
    x, y, leftward = (near, y, rtl) if row.apart else (far + (beside if rtl else -beside), head, not rtl)
    remarks = row.remarks
    if row.lead:
        *remarks_before, words = remarks
        remarks = tuple(remarks_before)
        parts.append(lead(words, x, y, leftward=leftward, href=href(row.lead)))
        past = lead_width(words) + 6
        x += -past if leftward else past
    if remarks:
        label = remarks[0] if row.labelled else ""
        parts.append(text(" · ".join(remarks), x, y, "am-remark", leftward=leftward, label=label))
    return "".join([*parts, "</g>"])


def lead_width(words: str) -> float:
    """How wide a mark is that leads on."""
    return measure(words, SMALL, "semibold") + LEAD


def lead(words: str, x: float, y: float, *, leftward: bool, href: str) -> str:
    """A mark that leads to the branch below: words in a frame that reaches from `x` to the right, or `leftward`.

    `y` is the line on which its words stand. What can be pressed is larger than the frame.
    """
    width = lead_width(words)
    left = x - width if leftward else x
    area = f"M{number(left)} {number(y - 16)}h{number(width)}v24H{number(left)}z"
    frame = f'x="{number(left)}" y="{number(y - 12.5)}" width="{number(width)}" height="17" rx="8.5"'
    said = text(words, left + width / 2, y, "", middle=True)
    pressed = f'<path fill="none" pointer-events="all" d="{area}"/>'
    return f'<a class="am-below" xlink:href="{escape(href)}">{pressed}<rect {frame}/>{said}</a>'


def _line(line: Line, near: float, far: float, y: float, look: str, card_rtl: bool) -> str:
    """A line of a claim, which begins where its own script begins."""
    rtl = is_rtl(line.text)
    fit = f' textLength="{number(line.width)}" lengthAdjust="spacingAndGlyphs"' if line.exact and line.width else ""
    return text(line.text, near if rtl == card_rtl else far, y, look, leftward=rtl, fit=fit)


def text(
    words: str,
    x: float,
    y: float,
    look: str,
    *,
    leftward: bool = False,
    middle: bool = False,
    fit: str = "",
    label: str = "",
) -> str:
    """A line of text in its own direction that reaches from `x` to the right, or `leftward`, or has it in its `middle`.

    A `label` with which it begins is a part of its own, which can be struck out.
    """
    rtl = is_rtl(words)
    direction = ' direction="rtl"' if rtl else ""
    # An anchor counts along the text's own direction.
    anchor = ' text-anchor="middle"' if middle else "" if rtl == leftward else ' text-anchor="end"'
    at = f'x="{number(x)}" y="{number(y)}"'
    known = f'class="{look}" ' if look else ""
    begins = f'<tspan class="am-was">{escape(label, quote=False)}</tspan>' if label else ""
    said = escape(words.removeprefix(label), quote=False)
    return f"<text {known}{at}{direction}{anchor}{fit}>{begins}{said}</text>"


def _sides(box: Box, rtl: bool) -> tuple[float, float]:
    """Where lines begin and end."""
    left, right = box.x + BAND + PAD, box.right - PAD
    return (box.right - BAND - PAD, box.x + PAD) if rtl else (left, right)


def _band(box: Box, rtl: bool) -> str:
    """The coloured edge, its outer corners as round as the card's."""
    inner, inward, sweep = (box.right - BAND, -1, 1) if rtl else (box.x + BAND, 1, 0)
    # Relative lengths are short wherever the card is.
    edge, across, side = number(ROUND), number(inward * (BAND - ROUND)), number(box.height - 2 * ROUND)
    back = number(-inward * (BAND - ROUND))
    corner = f"a{edge} {edge} 0 0 {sweep}"
    return (
        f'<path class="am-band" d="M{number(inner)} {number(box.y)}h{back}'
        f'{corner} {number(-inward * ROUND)} {edge}v{side}{corner} {number(inward * ROUND)} {edge}h{across}z"/>'
    )


def quote_mark(x: float, y: float) -> str:
    """A closing quotation mark, 11 by 8, drawn and not written: the same in every typeface."""
    comma = "a2 2 0 0 1 4 0q0 4-3 6h-2q2-2 2-4-1 0-1-2z"  # as in the typeface: its tail cut level
    return f'<path class="am-mark" d="M{number(x + 1)} {number(y + 2)}{comma}m6 0{comma}"/>'


def badge(at: Point, attacks: bool) -> str:
    """The sign of a relation in a circle: plus or minus."""
    x, y = at
    upright = "" if attacks else f"M{number(x)} {number(y - 3.4)}v6.8"
    return (
        f'<circle class="am-badge" cx="{number(x)}" cy="{number(y)}" r="7"/>'
        f'<path class="am-sign" d="M{number(x - 3.4)} {number(y)}h6.8{upright}"/>'
    )


def of(*arguments: str) -> str:
    """The attribute by which a page's script knows of which arguments a line or a sign is."""
    return f' data-a="{" ".join(arguments)}"'


def side_of(attacks: bool, strength: Strength = Strength.NORMAL) -> str:
    """The classes of a relation's look."""
    how = {Strength.WEAK: " am-weak", Strength.STRONG: " am-strong"}.get(strength, "")
    return ("am-opposes" if attacks else "am-supports") + how
