"""The key of a drawing: a sample of every sign that stands in it, with the word for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from argmap.drawing import svg

if TYPE_CHECKING:
    from argmap.drawing.views import Selection
    from argmap.words import Words

WIDTH, HEIGHT = 44, 18  # CSS pixels
MARK = 18  # the width of what is no line
MARKS = ("key.quoted", "key.hidden")
_MIDDLE = HEIGHT / 2


class Sign(NamedTuple):
    """A sign as a small picture, hidden from those who have its word."""

    symbol: str
    word: str


def key(selection: Selection, words: Words) -> tuple[Sign, ...]:
    """What the signs of a view's drawing mean, those it has and no others."""
    return tuple(
        Sign(_picture(shape, MARK if name in MARKS else WIDTH), words(name)) for name, shape in _signs(selection, words)
    )


def _signs(selection: Selection, words: Words) -> Iterator[tuple[str, str]]:
    """Each sign's word by its key, and its shape."""
    drawn = selection.arguments
    on_claims = [argument for argument in drawn if not argument.on_argument]
    if any(not argument.attacks for argument in on_claims):
        yield "key.supports", _line(f'<path class="am-head" d="M{WIDTH - 2} {_MIDDLE}l-9 -4v8z"/>', attacks=False)
    if any(argument.attacks for argument in on_claims):
        yield "key.opposes", _line(f'<path class="am-bar" d="M{WIDTH - 3} {_MIDDLE - 7}v14"/>', attacks=True)
    if any(len(argument.premises) > 1 for argument in drawn):
        yield "key.linked", _joint()
    if any(argument.on_argument and argument.attacks for argument in drawn):
        yield "drawing.step.opposes", _on_a_ring(attacks=True)
    if any(argument.on_argument and not argument.attacks for argument in drawn):
        yield "drawing.step.supports", _on_a_ring(attacks=False)
    if any(selection.map.claims[claim].quotes for claim in selection.claims):
        yield "key.quoted", svg.quote_mark(MARK - 14.0, _MIDDLE - 4)
    hidden = (count for claim, count in selection.hidden.items() if count and claim not in selection.below)
    if count := next(hidden, 0):
        yield "key.hidden", _middle(words("drawing.hidden", count=count))
    if selection.below:
        frame = f'<rect x=".5" y=".5" width="{WIDTH - 1}" height="{HEIGHT - 1}" rx="8.5"/>'
        count = max(below.claims for below in selection.below.values())
        yield "key.below", f'<g class="am-below">{frame}{_middle(words("drawing.hidden", count=count), WIDTH)}</g>'


def _middle(said: str, width: float = MARK) -> str:
    return f'<text class="am-small" x="{width / 2}" y="{_MIDDLE + 4}" text-anchor="middle">{said}</text>'


def _line(end: str, *, attacks: bool) -> str:
    stop = WIDTH - (3 if attacks else 9)
    way = f'<path class="am-way" d="M2 {_MIDDLE}H{stop}"/>'
    return f'<g class="{svg.side_of(attacks)}">{way}{end}{svg.badge((WIDTH / 2 - 4, _MIDDLE), attacks)}</g>'


def _joint() -> str:
    ways = f'<path class="am-way" d="M8 3V{_MIDDLE}H{WIDTH - 8}V3M{WIDTH / 2} {_MIDDLE}v6"/>'
    return f'<g class="{svg.side_of(False)}">{ways}<circle class="am-dot" cx="{WIDTH / 2}" cy="{_MIDDLE}" r="4"/></g>'


def _on_a_ring(*, attacks: bool) -> str:
    """What bears on a step ends at the step's ring."""
    bar, head = (
        f'<path class="am-bar" d="M{WIDTH - 14} 3v12"/>',
        f'<path class="am-head" d="M{WIDTH - 12} 9l-8 -4v8z"/>',
    )
    way = f'<path class="am-way" d="M2 {_MIDDLE}H{WIDTH - (15 if attacks else 19)}"/>{bar if attacks else head}'
    dot = f'<circle class="am-dot" cx="{WIDTH - 7}" cy="{_MIDDLE}" r="4"/>'
    line = f'<g class="{svg.side_of(attacks)}">{way}{svg.badge((WIDTH / 2 - 8, _MIDDLE), attacks)}</g>'
    return f'{line}<g class="{svg.side_of(False)}">{dot}</g>'


def _picture(shape: str, width: int) -> str:
    box = f'width="{width}" height="{HEIGHT}" viewBox="0 0 {width} {HEIGHT}"'
    return f'<svg class="am-drawing am-symbol" {box} aria-hidden="true">{shape}</svg>'
