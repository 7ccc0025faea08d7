"""Two versions of a map in one drawing: what is new, gone or another carries a sign, and what is gone a look.

None of it is told by colour: the signs are square where those of relations are round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import dist
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from argmap.drawing import svg
from argmap.drawing.cards import SMALL
from argmap.drawing.draw import Options, draw
from argmap.drawing.standalone import standalone
from argmap.drawing.svg import number
from argmap.drawing.typesetting import measure
from argmap.model import View

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from argmap.drawing.draw import Drawing
    from argmap.reading import Reading

_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
ElementTree.register_namespace("", _SVG)
ElementTree.register_namespace("xlink", _XLINK)
SIDE, SMALL_SIDE = 15.0, 12.0  # of a sign, on a card and on a line
_STRIP = 34.0  # the height of what explains the signs
_BEHIND = 15.5  # from the middle of a relation's sign to the one on the same line
# A minus, and with it a plus; the bars of an unequal sign, and its stroke.
_SIGNS = {"added": "M-4 0H4M0 -4V4", "removed": "M-4 0H4", "changed": "M-4 -2.2H4M-4 2.2H4M2.6 -5L-2.6 5"}
STYLE = """\
.am-drawing .am-gone .am-box { stroke-dasharray: 2 4; stroke-width: 1.5; }
.am-drawing .am-come .am-box { stroke-width: 3; }
.am-drawing .am-gone :is(a text, text.am-gone) { text-decoration: line-through; }
.am-drawing .am-gone .am-way { stroke-dasharray: 1.5 5; stroke-linecap: round; }
.am-drawing .am-fate path { stroke-dasharray: none; }
"""
_LOOKS = {"added": "am-come", "removed": "am-gone", "changed": "am-other"}
_START = re.compile(r"M(-?[\d.]+) (-?[\d.]+)")
_AREA = re.compile(r"M(-?[\d.]+) (-?[\d.]+)h([\d.]+)v([\d.]+)")


def draw_changes(
    reading: Reading, *, claims: Mapping[str, str], arguments: Mapping[str, str], options: Options | None = None
) -> tuple[str | None, Drawing]:
    """The drawing of both versions as an SVG file, and what it was made of; None where no layout was to be had.

    `reading` has the union of both versions; `claims` and `arguments` say of ids what became of them: "added",
    "removed" or "changed".
    """
    drawing = draw(reading, View(), href="#c-{}".format, prefix="", options=options)
    if drawing.column is None:
        return None, drawing
    root = ElementTree.fromstring(drawing.column)
    over = ElementTree.fromstring(f'<g xmlns="{_SVG}" aria-hidden="true"/>')
    for group in [*root.iter(f"{{{_SVG}}}g")]:
        _mark_card(group, claims)
        over.extend(_mark_line(group, arguments))
    root.append(over)  # where lines are short, cards would hide their signs
    _explain(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return standalone(text).replace("</style>", f"</style><style>{STYLE}</style>", 1), drawing


def _mark_card(group: Element, claims: Mapping[str, str]) -> None:
    """A sign for each row whose claim is not the same, and a look for a card whose rows are all new or all gone."""
    if "am-card" not in group.get("class", "").split():
        return
    rows = [row for row in group if row.get("id", "").startswith("c-")]
    fates = {row.get("id", "").removeprefix("c-"): row for row in rows}
    told = {claims.get(claim, "") for claim in fates}
    if len(told) == 1 and (fate := told.pop()):
        group.set("class", f"{group.get('class')} {_LOOKS[fate]}")
    for claim, row in fates.items():
        area = row.find(f".//{{{_SVG}}}path[@class='am-area']")
        found = _AREA.match(area.get("d", "")) if area is not None else None
        if (fate := claims.get(claim, "")) and found:
            if fate == "removed":
                row.set("class", _LOOKS[fate])
            x, y, _, _ = map(float, found.groups())
            # Over the coloured edge, beside the first line of what it is about.
            middle = y + 17 if len(rows) == 1 else y + 15
            row.append(_sign(fate, (x + 5, middle)))


def _mark_line(group: Element, arguments: Mapping[str, str]) -> Iterator[Element]:
    """A look for a line whose arguments all fared alike, and its sign."""
    fates = {arguments.get(argument, "") for argument in group.get("data-a", "").split()}
    if len(fates) != 1 or not (fate := fates.pop()):
        return
    side = group.get("class", "")
    group.set("class", f"{side} {_LOOKS[fate]}")
    badge, way = group.find(f"{{{_SVG}}}circle[@class='am-badge']"), group.find(f"{{{_SVG}}}path[@class='am-way']")
    if badge is None or way is None or not (start := _START.match(way.get("d", ""))):
        return
    at, end = (float(badge.get("cx", 0)), float(badge.get("cy", 0))), (float(start[1]), float(start[2]))
    away = dist(at, end) or 1.0
    # Behind the relation's own sign, as that stands behind the line's end.
    x, y = (here + (here - there) / away * _BEHIND for here, there in zip(at, end, strict=True))
    sign = _sign(fate, (x, y), SMALL_SIDE)
    sign.set("class", f"{side} {sign.get('class')}")
    yield sign


def _sign(fate: str, at: tuple[float, float], side: float = SIDE) -> Element:
    x, y = map(number, at)
    half, scale = number(side / 2), number(side / SIDE)
    square = f'<rect class="am-badge" x="-{half}" y="-{half}" width="{number(side)}" height="{number(side)}"/>'
    sign = f'<path class="am-sign" transform="scale({scale})" d="{_SIGNS[fate]}"/>'
    return ElementTree.fromstring(
        f'<g xmlns="{_SVG}" class="am-fate" transform="translate({x} {y})">{square}{sign}</g>'
    )


def _explain(root: Element) -> None:
    """A strip above the drawing that says what the signs mean."""
    left, top, width, height = map(float, root.get("viewBox", "").split())
    needed = max(width, _STRIP + sum(60 + measure(fate, SMALL) for fate in _SIGNS))
    root.set("viewBox", " ".join(map(number, (left, top - _STRIP, needed, height + _STRIP))))
    root.set("width", number(needed))
    root.set("height", number(height + _STRIP))
    strip = ElementTree.fromstring(f'<g xmlns="{_SVG}" class="am-as-claim am-fates" aria-hidden="true"/>')
    strip.extend(_samples(left + 16, top - _STRIP / 2))
    root.insert(1, strip)


def _samples(x: float, y: float) -> Iterator[Element]:
    for fate in _SIGNS:
        yield _sign(fate, (x, y))
        yield ElementTree.fromstring(f'<g xmlns="{_SVG}">{svg.text(fate, x + 14, y + 4, "am-small")}</g>')[0]
        x += 42 + measure(fate, SMALL)
