"""The narrow drawing: one card wide, like an outline, for a phone.

Graphviz has nothing to decide here: cards stand below one another in the outline's order, indented, and a
rail leads from each down to what bears on it. Lengths are CSS pixels.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from argmap.drawing import svg
from argmap.drawing.cards import BAND, PAD, SMALL, SMALL_LEADING, SetCard, set_card
from argmap.drawing.layout import Box, Point
from argmap.drawing.scene import Card
from argmap.drawing.svg import number
from argmap.drawing.typesetting import Line, is_rtl, wrap
from argmap.model import Argument, Strength

if TYPE_CHECKING:
    from argmap.drawing.outline import Outline, OutlineArgument, OutlineClaim
    from argmap.drawing.views import Selection
    from argmap.reading import Reading
    from argmap.words import Words

WIDTH = 280.0
INDENT = 22.0
DEEPEST = 5  # levels of indentation; what is deeper stands no further in, and its rails side by side
GAP = 12.0
RAIL = 9.0  # from a card's left edge to the rail below it
CAPTION = 14.0
SIGN = 18.0  # from a card's top to the sign on its rail
REFERENCE_PAD = 9.0


class Entry(NamedTuple):
    """A card, or a reference to one that stands elsewhere, with its place."""

    box: Box
    card: SetCard | None
    claim: str
    use: str  # the argument that it is a premise of here; empty at the margin
    reference: tuple[Line, ...] = ()


class Branch(NamedTuple):
    """An argument's sign on the rail that begins below its conclusion at `up`.

    `to` holds the edges of its `premises` in view; the caption stands above the first.
    """

    argument: Argument
    premises: tuple[str, ...]
    x: float
    up: float
    to: tuple[Point, ...]
    caption: str


class Strip(NamedTuple):
    """A narrow drawing with every place."""

    height: float
    entries: tuple[Entry, ...]
    branches: tuple[Branch, ...]


def lay_strip(outline: Outline, reading: Reading, selection: Selection, *, short: bool = False) -> Strip:
    """The narrow drawing of an outline; a `short` one says claims by their labels."""
    hand = _Hand(reading, selection, short)
    for root in outline.roots:
        hand.claim(root, 0)
        hand.y += GAP
    return Strip(max(0.0, hand.y - 2 * GAP), tuple(hand.entries), tuple(hand.branches))


class _Hand:
    """Sets one card below the other, and remembers how far down it is."""

    def __init__(self, reading: Reading, selection: Selection, short: bool) -> None:
        self.reading, self.selection, self.short = reading, selection, short
        self.y = 0.0
        self.entries: list[Entry] = []
        self.branches: list[Branch] = []

    def claim(self, item: OutlineClaim, depth: int, use: str = "") -> Box:
        x = INDENT * min(depth, DEEPEST)
        entry = self._reference(item.claim, x, use) if item.reference else self._card(item.claim, x, use)
        self.entries.append(entry)
        self.y = entry.box.bottom + GAP
        for argument in item.arguments:
            self.argument(argument, depth + 1, entry.box.bottom)
        return entry.box

    def argument(self, item: OutlineArgument, depth: int, up: float) -> None:
        x = INDENT * min(depth, DEEPEST)
        caption = _caption(item, self.reading.words)
        self.y += CAPTION if caption else 0
        boxes = [self.claim(premise, depth, item.argument.id) for premise in item.premises]
        joints = tuple((box.x, box.y + SIGN) for box in boxes)
        premises = tuple(premise.claim for premise in item.premises)
        self.branches.append(Branch(item.argument, premises, x - INDENT + RAIL, up, joints, caption))
        for own in item.own:
            # What is about an argument hangs below its last premise, as what bears on a claim hangs below it.
            self.argument(own, depth + 1, boxes[-1].bottom)

    def _card(self, claim: str, x: float, use: str) -> Entry:
        card = set_card(Card((claim,)), self.reading, self.selection, WIDTH - x, short=self.short)
        return Entry(Box(x, self.y, card.width, card.height), card, claim, use)

    def _reference(self, claim: str, x: float, use: str) -> Entry:
        words = self.reading.words
        text = words("drawing.reference", claim=words.quoted(self.reading.map.claims[claim].mention))
        lines = wrap(text, WIDTH - x - BAND - 2 * PAD, SMALL)
        box = Box(x, self.y, WIDTH - x, 2 * REFERENCE_PAD + len(lines) * SMALL_LEADING)
        return Entry(box, None, claim, use, lines)


def _caption(item: OutlineArgument, words: Words) -> str:
    """What is said of an argument beside its sign."""
    argument, said = item.argument, []
    if argument.on_argument:
        said.append(words(f"drawing.step.{'opposes' if argument.attacks else 'supports'}"))
    if argument.strength is not Strength.NORMAL:
        said.append(words(f"strength.{argument.strength.name.lower()}"))
    if item.hidden:
        said.append(words("drawing.hidden", count=item.hidden))
    return " · ".join(said)


def paint(
    strip: Strip, *, title: str, prefix: str, href: svg.Href, names: Callable[[str], str], live: bool = True
) -> str:
    """The strip as SVG: rails, signs, then the cards in the order of the argument.

    Only a `live` one tells a page's script of which arguments its lines are.
    """
    parts = ['<g aria-hidden="true">']
    # Rails first: one that leads past the sign of another would turn a minus into a plus.
    parts += [_rail(branch, live) for branch in strip.branches]
    parts += [_sign(branch, live) for branch in strip.branches]
    parts.append("</g>")
    for entry in strip.entries:
        if entry.card:
            parts.append(svg.card(entry.box, entry.card, prefix=prefix, href=href, names=names))
        else:
            parts.append(_reference(entry, prefix, live))
    return svg.document(parts, width=WIDTH, height=strip.height, title=title, prefix=prefix, look="am-narrow")


def _rail(branch: Branch, live: bool) -> str:
    """The rail down to an argument's premises."""
    down = f"M{number(branch.x)} {number(branch.up)}V{number(branch.to[0][1])}"
    return f'<path class="am-rail"{svg.of(branch.argument.id) if live else ""} d="{down}"/>'


def _sign(branch: Branch, live: bool) -> str:
    """An argument's sign at its first premise, and a dot at each that is linked to it."""
    (_, first), *linked = branch.to
    x, argument = branch.x, branch.argument
    whole = svg.of(argument.id) if live else ""
    parts = [f'<g class="{svg.side_of(argument.attacks, argument.strength)}"{whole}>']
    if linked:
        parts.append(f'<path class="am-way" d="M{number(x)} {number(first)}V{number(linked[-1][1])}"/>')
    for place, (premise, (edge, y)) in enumerate(zip(branch.premises, branch.to, strict=True)):
        its = f' data-from="{premise}"' if linked and live else ""
        parts.append(f'<path class="am-way"{its} d="M{number(x)} {number(y)}H{number(edge)}"/>')
        if place:
            parts.append(f'<circle class="am-dot"{its} cx="{number(x)}" cy="{number(y)}" r="4"/>')
    parts.append(svg.badge((x, first), argument.attacks))
    if branch.caption:
        parts.append(svg.text(branch.caption, x + 11, first - SIGN - 6, "am-strength"))
    return "".join([*parts, "</g>"])


def _reference(entry: Entry, prefix: str, live: bool) -> str:
    box = entry.box
    of = f'{svg.of(entry.use)} data-from="{entry.claim}"' if live else ""
    parts = [
        f'<g class="am-reference"{of}><a xlink:href="#{escape(prefix + entry.claim)}">',
        f'<rect class="am-box" x="{number(box.x)}" y="{number(box.y)}" width="{number(box.width)}"'
        f' height="{number(box.height)}" rx="3" pointer-events="all"/>',
    ]
    for row, line in enumerate(entry.reference):
        rtl = is_rtl(line.text)
        x = box.right - PAD if rtl else box.x + PAD
        y = box.y + REFERENCE_PAD + 12 + row * SMALL_LEADING
        parts.append(svg.text(line.text, x, y, "am-small", leftward=rtl))
    return "".join([*parts, "</a></g>"])
