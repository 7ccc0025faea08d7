"""Cards set in type: their lines and sizes. Lengths are CSS pixels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from argmap.drawing.scene import Arrangement, Card
from argmap.drawing.typesetting import Block, measure
from argmap.model import Label, Strength

if TYPE_CHECKING:
    from argmap.drawing.scene import Link, Scene
    from argmap.drawing.views import Selection
    from argmap.reading import Reading

TEXT = 14.0
TEXT_LEADING = 19.0
SMALL = 12.0
SMALL_LEADING = 16.0
WIDEST = 236.0  # a card
BAND = 5.0  # the coloured edge
PAD = 12.0
TOP = 9.0
BOTTOM = 11.0
HEAD = 21.0  # the line with the word for the role
BETWEEN = 17.0  # from one row to the next, the rule in its middle
PORT = 34.0  # room for a line's end below a card
BESIDE_SIGN = 22.0  # more where something stands beside the sign
JOINED = 8.0  # more where a word stands on the rule
MARK = 18.0  # room for the mark of a quote at the end of a row
LEAD = 14.0  # what a mark that leads to a branch is wider than its words


class Row(NamedTuple):
    """A claim set in type. `top` counts from the card's top; `height` is that of the text alone.

    Remarks stand at the card's head, or where there is no room `apart`, on a line of their own below the text. Where
    the drawing ends at a claim, its last remark says how much lies below, and `lead` is the branch's name.
    """

    claim: str
    text: Block
    hedge: Block
    remarks: tuple[str, ...]
    labelled: bool  # whether the first remark is a label
    quoted: bool
    semibold: bool
    top: float
    height: float
    apart: bool
    lead: str = ""


class SetCard(NamedTuple):
    """A card with everything known but its place."""

    card: Card
    word: str
    look: str  # of the role: what the style sheet knows it by
    rows: tuple[Row, ...]
    width: float
    height: float
    gap: float  # from one row's text to the next
    between: str = ""  # the word between rows that hold only together


def set_cards(scene: Scene, reading: Reading, selection: Selection, width: float) -> Mapping[str, SetCard]:
    """The cards set to one width, by name; one on which many lines end is as wide as their signs ask."""
    wider: dict[str, float] = {}
    disputed = scene.disputed
    for link in scene.links:
        if not link.to_junction:
            wider[link.target] = wider.get(link.target, 16.0) + line_room(link, disputed)
    return {
        card.name: set_card(card, reading, selection, max(width, wider.get(card.name, 0.0))) for card in scene.cards
    }


def line_room(link: Link, disputed: frozenset[str]) -> float:
    """The room of a line's end below a card: its sign, the word for its strength, what comes in beside its dot."""
    plain = link.strength is Strength.NORMAL and not (link.from_junction and link.source in disputed)
    return PORT if plain else PORT + BESIDE_SIGN


def set_card(card: Card, reading: Reading, selection: Selection, width: float, *, short: bool = False) -> SetCard:
    """A card set to a width; a `short` one says its claims by their labels, and without their hedges."""
    alone = card.arrangement is Arrangement.SINGLE
    measure_ = width - BAND - 2 * PAD
    gap = BETWEEN + JOINED if card.arrangement is Arrangement.JOINT else BETWEEN
    role = reading.map.role(card.name)
    word = reading.words(f"role.{role}" if alone else f"drawing.{card.arrangement}.{role}")
    head = BAND + 2 * PAD + measure(word, SMALL, "semibold")
    rows: list[Row] = []
    top = TOP + HEAD
    for claim_id in card.claims:
        claim = reading.map.claims[claim_id]
        face = "semibold" if claim_id == reading.map.thesis else "regular"
        quoted = bool(claim.quotes)
        text = Block(claim.short if short else claim.text, measure_ if alone else measure_ - MARK, TEXT, face)
        hedged = claim.qualifier and not short
        hedge = Block(reading.words.quoted(claim.qualifier) if hedged else "", measure_, SMALL)
        height = text.line_count * TEXT_LEADING + (hedge.line_count * SMALL_LEADING + 3 if hedged else 0)
        remarks = _remarks(reading, selection, claim_id)
        lead = selection.below[claim_id].branch if claim_id in selection.below else ""
        apart = not alone or head + _remarks_width(remarks, quoted, lead) > width
        if remarks and apart:
            height += SMALL_LEADING
        labelled = reading.verdicts[claim_id].label is not Label.STANDS
        rows.append(Row(claim_id, text, hedge, remarks, labelled, quoted, face == "semibold", top, height, apart, lead))
        top += height + gap
    between = reading.words("page.and") if card.arrangement is Arrangement.JOINT else ""
    return SetCard(card, word, role.value, tuple(rows), max(width, head), top - gap + BOTTOM, gap, between)


def _remarks(reading: Reading, selection: Selection, claim: str) -> tuple[str, ...]:
    """What is said at a card's head: a label but "stands", the reading's remarks, what is unstated, what is hidden."""
    words, found = reading.words, []
    label = reading.verdicts[claim].label
    if label is not Label.STANDS:
        found.append(words(f"label.{label}"))
    found += reading.remarks.get(claim, ())
    if reading.map.claims[claim].implicit:
        found.append(words("drawing.implicit"))
    if below := selection.below.get(claim):
        found.append(words("drawing.below", count=below.claims))
    elif selection.hidden[claim]:
        found.append(words("drawing.hidden", count=selection.hidden[claim]))
    return tuple(found)


def _remarks_width(remarks: tuple[str, ...], quoted: bool, lead: str) -> float:
    return measure(" · ".join(remarks), SMALL) + (MARK if quoted else 0) + 14 + (LEAD if lead else 0)
