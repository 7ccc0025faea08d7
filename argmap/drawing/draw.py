"""Draw a view: select, compose, set in type, lay out, tidy, paint."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from argmap import cache
from argmap.collector import resting
from argmap.drawing import engine, kept, naming, narrow
from argmap.drawing.engine import TIME_LIMIT
from argmap.drawing.outline import Outline, outline
from argmap.drawing.scene import compose
from argmap.drawing.svg import width as svg_width
from argmap.drawing.together import answer_all
from argmap.drawing.views import Selection, select
from argmap.findings import Finding, Severity

if TYPE_CHECKING:
    from argmap.drawing.cards import SetCard
    from argmap.drawing.layout import Layout
    from argmap.drawing.scene import Scene
    from argmap.drawing.svg import Href
    from argmap.drawing.together import Asking
    from argmap.model import View
    from argmap.reading import Reading

Result = TypeVar("Result")

MOST_CARDS, MOST_LINKS = 5_000, 20_000
TANGLED, MOST_PER_CARD = 2_000, 15  # links; with so many, and so many more than cards, no engine is done in time
EMPTY = "a claim has to fit every one of the groups, actors, tags and focus that are given"


@dataclass(frozen=True, slots=True)
class Options:
    """How to draw: `engine` as in `engine.find`; no `cache` folder, no cache; `flat` for every claim, however many."""

    engine: str = "auto"
    cache: Path | None = None
    flat: bool = False
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


class Column(NamedTuple):
    """A view drawn for a column alone. `svg` is None where no layout was to be had; `findings` then say why."""

    selection: Selection
    svg: str | None
    findings: tuple[Finding, ...] = ()


def draw(reading: Reading, view: View, *, href: Href, prefix: str, options: Options | None = None) -> Drawing:
    """A view of a map as two drawings and an outline.

    `href` gives each claim's address, `prefix` begins every id in the drawings.
    """
    how = options or Options()
    (column,) = draw_columns([(reading, view, href)], prefix=f"{prefix}c-", options=how)
    listing = outline(column.selection)
    strip = kept.on_page(_strip(reading, column.selection, listing, view, how), href=href, prefix=f"{prefix}n-")
    return Drawing(column.selection, listing, column.svg, strip, column.findings)


@resting()
def draw_columns(
    views: Iterable[tuple[Reading, View, Href]], *, prefix: str, options: Options | None = None
) -> list[Column]:
    """Views of maps for a column alone, laid out together, each with what gives its claims' addresses.

    `prefix` begins every id.
    """
    how = options or Options()
    asked = [*views]
    chosen = [Chosen(reading, view, _selected(reading, view, flat=how.flat)) for reading, view, _ in asked]

    def asks(each: Chosen, found: engine.Engine) -> Asking[str]:
        return _column(each, found, how)

    return [
        Column(each.selection, kept.on_page(drawn, href=href, prefix=prefix))
        if isinstance(drawn, str)
        else Column(each.selection, None, (drawn,))
        for each, drawn, (*_, href) in zip(chosen, ask_all(chosen, asks, how), asked, strict=True)
    ]


class Chosen(NamedTuple):
    """A view of a map, and what it shows."""

    reading: Reading
    view: View
    selection: Selection


def ask_all(
    chosen: list[Chosen], asks: Callable[[Chosen, engine.Engine], Asking[Result]], options: Options
) -> list[Result | Finding]:
    """What is made of each view with the engine's help, or what is to be said where there is no drawing."""
    shown = [each for each in chosen if each.selection.claims]
    made: Iterable[Result | engine.EngineError]
    try:
        found = engine.find(options.engine)
    except engine.EngineError as error:
        made = [error] * len(shown)
    else:
        made = answer_all([asks(each, found) for each in shown], found, time_limit=options.time_limit)
    results = iter(made)
    return [_or_finding(each.view, each.selection, next(results) if each.selection.claims else None) for each in chosen]


def _or_finding(view: View, selection: Selection, made: Result | engine.EngineError | None) -> Result | Finding:
    place = view.place or (selection.map.file, 0, 0)
    if made is None:
        return Finding(*place, "empty-view", Severity.WARNING, "No drawing: the view shows no claim.", EMPTY)
    if isinstance(made, engine.EngineError):
        return Finding(*place, "layout", Severity.WARNING, f"No drawing: {made.message}", made.hint)
    return made


def draw_narrow(reading: Reading, view: View, *, href: Href, prefix: str) -> str:
    """The narrow drawing of a view alone, which needs no engine."""
    selection = _selected(reading, view)
    return _narrow(reading, selection, outline(selection), view, href, f"{prefix}n-")


def draw_small(reading: Reading, view: View, *, href: Href, prefix: str, live: bool = False) -> str:
    """The narrow drawing of a view with claims' labels, to stand where their texts are read beside it.

    Only a `live` one tells a page's script of which arguments its lines are.
    """
    selection = _selected(reading, view)
    return _narrow(reading, selection, outline(selection), view, href, f"{prefix}n-", short=True, live=live)


def _selected(reading: Reading, view: View, *, flat: bool = False) -> Selection:
    return select(reading.map, view, limit=None if flat else reading.limit)


def _strip(reading: Reading, selection: Selection, listing: Outline, view: View, options: Options) -> str:
    """The narrow drawing before it has a page."""
    if not options.cache:
        return _narrow(reading, selection, listing, view, kept.leads, kept.PREFIX)
    names = {claim: naming.name(selection, reading, claim) for claim in selection.claims}
    entry = kept.entry(reading, selection, naming.title(reading, view), names, "narrow")
    known = cache.load(options.cache, entry)
    if known is None:
        known = _narrow(reading, selection, listing, view, kept.leads, kept.PREFIX)
        cache.store(options.cache, entry, known)
    return known


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
        title=naming.title(reading, view),
        prefix=prefix,
        href=href,
        names=lambda claim: naming.name(selection, reading, claim, short=short),
        live=live,
    )


def draw_places(
    views: Iterable[tuple[Reading, View]], options: Options | None = None
) -> list[Mapping[str, Any] | Finding]:
    """Where everything goes in views of maps, as `places` has it, or what is to be said where that is not known."""
    from argmap.drawing.places import places

    how = options or Options()

    def asks(each: Chosen, _: engine.Engine) -> Asking[Mapping[str, Any]]:
        scene, _cards, layout = yield from laid_out(each.reading, each.selection)
        return places(scene, layout, naming.title(each.reading, each.view), each.selection.below)

    chosen = [Chosen(reading, view, _selected(reading, view, flat=how.flat)) for reading, view in views]
    return ask_all(chosen, asks, how)


def draw_graphs(views: Iterable[tuple[Reading, View]], options: Options | None = None) -> list[str]:
    """Views of maps as DOT source with its texts; no engine is asked."""
    from argmap.drawing.graph import graph

    flat = (options or Options()).flat
    chosen = [(reading, view, _selected(reading, view, flat=flat)) for reading, view in views]
    return [graph(reading, selection, naming.title(reading, view)) for reading, view, selection in chosen]


def _column(chosen: Chosen, found: engine.Engine, options: Options) -> Asking[str]:
    """The drawing before it has a page."""
    reading, view, selection = chosen
    title = naming.title(reading, view)
    names = {claim: naming.name(selection, reading, claim) for claim in selection.claims}
    entry = kept.entry(reading, selection, title, names, found.version) if options.cache else ""
    known = cache.load(options.cache, entry)
    if known is not None:
        return known
    # Where every drawing is kept, nothing of what lays out and paints is wanted, and loading it takes a while.
    from argmap.drawing import column

    scene, cards, placed = yield from laid_out(reading, selection)
    svg = column.paint(
        scene,
        placed,
        cards,
        reading.map.arguments,
        group_names(reading),
        reading.words,
        title=title,
        prefix=kept.PREFIX,
        href=kept.leads,
        names=names.__getitem__,
    )
    cache.store(options.cache, entry, svg)
    return svg


def laid_out(reading: Reading, selection: Selection) -> Asking[tuple[Scene, Mapping[str, SetCard], Layout]]:
    """What there is to draw, its cards set in type, and where everything goes."""
    from argmap.drawing.attempts import best_layout

    scene = compose(selection)
    _check(scene)
    cards, placed = yield from best_layout(scene, reading, selection, group_names(reading))
    return scene, cards, placed


def _check(scene: Scene) -> None:
    """Whether a scene can be laid out at all; an engine would find out only when its time is over."""
    cards, links = len(scene.cards), len(scene.links)
    if cards > MOST_CARDS:
        raise engine.EngineError(f"{cards} cards are too many for one drawing", "show less at once: a view")
    if links > MOST_LINKS or links > max(TANGLED, MOST_PER_CARD * cards):
        what = f"{links} lines between {cards} cards are too many for one drawing"
        raise engine.EngineError(what, "show less at once: a view")


def group_names(reading: Reading) -> Mapping[str, str]:
    """What groups are called, by their ids."""
    return {group.id: group.name for group in reading.map.groups.values()}
