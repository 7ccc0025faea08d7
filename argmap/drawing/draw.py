"""Draw a view: select, compose, set in type, lay out, tidy, paint."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from argmap import cache
from argmap.drawing import engine, narrow
from argmap.drawing.cards import WIDEST, set_cards
from argmap.drawing.engine import TIME_LIMIT
from argmap.drawing.outline import Outline, outline
from argmap.drawing.relations import relations
from argmap.drawing.scene import compose
from argmap.drawing.svg import width as svg_width
from argmap.drawing.typesetting import table_digest
from argmap.drawing.views import FLAT_LIMIT, Selection, select
from argmap.findings import Finding, Severity

if TYPE_CHECKING:
    from argmap.drawing.svg import Href
    from argmap.model import View
    from argmap.reading import Reading

# A drawing is kept once for all pages: where it has a page's own prefix and links stand characters no map can have.
_PREFIX, _LINK = "\x01", "\x02"
_LINKED = re.compile(f"{_LINK}([^{_LINK}]*){_LINK}")

MOST_CARDS, MOST_LINKS = 5_000, 20_000
EMPTY = "a claim has to fit every one of the groups, actors, tags and focus that are given"


@dataclass(frozen=True, slots=True)
class Options:
    """How to draw: `engine` as in `engine.find`; no `cache` folder, no cache; `limit` in claims, None for all."""

    engine: str = "auto"
    cache: Path | None = None
    limit: int | None = FLAT_LIMIT
    time_limit: float = TIME_LIMIT


@dataclass(frozen=True, slots=True)
class Drawing:
    """A view drawn. `column` is None where no layout was to be had; `findings` then say why."""

    selection: Selection
    outline: Outline
    column: str | None
    narrow: str
    findings: tuple[Finding, ...] = ()

    @property
    def width(self) -> float:
        """How wide the column drawing is, in CSS pixels."""
        return svg_width(self.column) if self.column else 0.0


def draw(reading: Reading, view: View, *, href: Href, prefix: str, options: Options | None = None) -> Drawing:
    """A view of a map as two drawings and an outline.

    `href` gives each claim's address, `prefix` begins every id in the drawings.
    """
    options = options or Options()
    selection = select(reading.map, view, limit=options.limit)
    listing = outline(selection)
    strip = _narrow(reading, selection, listing, view, href, prefix)
    place = view.place or (reading.map.file, 0, 0)
    if not selection.claims:
        finding = Finding(*place, "empty-view", Severity.WARNING, "No drawing: the view shows no claim.", EMPTY)
        return Drawing(selection, listing, None, strip, (finding,))
    try:
        anywhere = _column(reading, selection, _title(reading, view), options)
    except engine.EngineError as error:
        finding = Finding(*place, "layout", Severity.WARNING, f"No drawing: {error.message}", error.hint)
        return Drawing(selection, listing, None, strip, (finding,))
    wide = _LINKED.sub(lambda found: escape(href(found[1])), anywhere).replace(_PREFIX, f"{prefix}c-")
    return Drawing(selection, listing, wide, strip)


def draw_narrow(reading: Reading, view: View, *, href: Href, prefix: str) -> str:
    """The narrow drawing of a view alone, which needs no engine."""
    selection = select(reading.map, view, limit=reading.limit)
    return _narrow(reading, selection, outline(selection), view, href, prefix)


def draw_small(reading: Reading, view: View, *, href: Href, prefix: str, live: bool = False) -> str:
    """The narrow drawing of a view with claims' labels, to stand where their texts are read beside it.

    Only a `live` one tells a page's script of which arguments its lines are.
    """
    selection = select(reading.map, view, limit=reading.limit)
    return _narrow(reading, selection, outline(selection), view, href, prefix, short=True, live=live)


def _narrow(
    reading: Reading,
    selection: Selection,
    listing: Outline,
    view: View,
    href: Href,
    prefix: str,
    *,
    short: bool = False,
    live: bool = True,
) -> str:
    return narrow.paint(
        narrow.lay_strip(listing, reading, selection, short=short),
        title=_title(reading, view),
        prefix=f"{prefix}n-",
        href=href,
        names=lambda claim: name(selection, reading, claim, short=short),
        live=live,
    )


def _title(reading: Reading, view: View) -> str:
    return reading.words("drawing.title", title=view.title or reading.map.title)


def name(selection: Selection, reading: Reading, claim: str, *, short: bool = False) -> str:
    """What a claim's card is called for those who do not see it: role, text, marks, and every relation.

    A `short` name stands where all of that is said beside the drawing.
    """
    words, item = reading.words, reading.map.claims[claim]
    role = words(f"role.{reading.map.role(claim)}")
    if short:
        return f"{role}: {item.mention}"
    found = [f"{role}: {item.text}"]
    marks = [words(f"label.{reading.verdicts[claim].label}"), *reading.remarks.get(claim, ())]
    if item.implicit:
        marks.append(words("drawing.implicit"))
    if item.quotes:
        marks.append(words("drawing.quoted"))
    found.append(", ".join(marks))
    found += relations(selection, claim, words)
    if selection.hidden[claim]:
        found.append(words("drawing.hidden.said", count=selection.hidden[claim]))
    return "; ".join(found)


def _column(
    reading: Reading,
    selection: Selection,
    title: str,
    options: Options,
) -> str:
    """The drawing before it has a page: stand-ins are where this gives it a prefix and links."""
    scene = compose(selection)
    if len(scene.cards) > MOST_CARDS or len(scene.links) > MOST_LINKS:
        raise engine.EngineError(f"{len(scene.cards)} cards are too many for one drawing", "show less at once: a view")
    group_names = {group.id: group.name for group in reading.map.groups.values()}
    cards = set_cards(scene, reading, selection, WIDEST)
    found = engine.find(options.engine)
    names = {claim: name(selection, reading, claim) for claim in selection.claims}
    key = cache.key(
        __package__,
        found.version,
        table_digest(),
        tuple(reading.words.table.items()),
        title,
        scene,
        cards,
        group_names,
        names,
    )
    kept = cache.load(options.cache, f"{key}.svg")
    if kept is not None:
        return kept
    # Where every drawing is kept, nothing of what lays out and paints is wanted, and loading it takes a while.
    from argmap.drawing import column
    from argmap.drawing.attempts import best_layout

    cards, placed = best_layout(scene, reading, selection, group_names, found, time_limit=options.time_limit)
    svg = column.paint(
        scene,
        placed,
        cards,
        reading.map.arguments,
        group_names,
        reading.words,
        title=title,
        prefix=_PREFIX,
        href=lambda claim: f"{_LINK}{claim}{_LINK}",
        names=names.__getitem__,
    )
    cache.store(options.cache, f"{key}.svg", svg)
    return svg
