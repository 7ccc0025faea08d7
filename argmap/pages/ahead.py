"""Drawings that pages are going to show, drawn together before any of them does.

To start the engine takes as long as a small layout. What is drawn here is found in the cache when its page is made;
what is not found here is drawn then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from argmap.pages.options import FenceError, parse

if TYPE_CHECKING:
    from argmap.model import View
    from argmap.pages.library import Library
    from argmap.reading import Reading

_FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,})[ \t]*argmap[ \t]*\n(.*?)^[ \t]*\1[ \t]*$", re.MULTILINE | re.DOTALL)


def draw_ahead(library: Library, pages: Iterable[str], pictured: Iterable[str]) -> None:
    """Draw what Markdown pages show of maps that are new to the library, and the views of those `pictured`.

    The library has looked at all its maps. Without a cache nothing could be found there later.
    """
    new = library.shelf.new
    if library.settings.cache is None or not new:
        return
    from argmap.drawing import Options, draw_columns

    wanted = [*_shown(new, pages), *_pictured(new, pictured)]
    views = {(reading.name, view): (reading, view) for reading, view in wanted}
    how = Options(engine=library.settings.engine, cache=library.settings.cache)
    if len(views) > 1:
        draw_columns(((*each, str) for each in views.values()), prefix="", options=how)


def _shown(new: Mapping[str, Reading], pages: Iterable[str]) -> Iterator[tuple[Reading, View]]:
    """What fences show, as far as it can be told; what is wrong with them is told when their page is made."""
    for page in pages:
        for _, text in _FENCE.findall(page):
            with suppress(FenceError):
                options = parse(text)
                if reading := new.get(options.map):
                    yield reading, options.chosen(reading.map)


def _pictured(new: Mapping[str, Reading], names: Iterable[str]) -> Iterator[tuple[Reading, View]]:
    """The views of which there are files."""
    from argmap.model import View

    for reading in filter(None, map(new.get, names)):
        branches = reading.branches.parts if reading.branches else ()
        views = (View(), *reading.map.views.values(), *(View(branch=name) for name in branches))
        yield from ((reading, view) for view in views)
