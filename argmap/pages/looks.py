"""A site's looks, put together once for each version of argmap: its style sheet, its script and its typefaces."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from argmap.pages import entry as entries
from argmap.pages.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

BUCKETS = (480, 560, 640, 720, 800, 880, 960, 1040, 1120, 1200)  # px; the style sheet has a rule for each


@lru_cache(maxsize=1)
def looks(folder: Path | None) -> Mapping[str, bytes]:
    """Every file of the looks by its address, the style sheet first, then the script; kept in the cache's folder."""

    def made() -> Mapping[str, bytes]:
        from argmap.pages.assets import assets

        return assets(BUCKETS)

    return _kept(folder, entries.key("looks", BUCKETS), made)


@lru_cache(maxsize=1)
def catalogue_looks(folder: Path | None) -> Mapping[str, bytes]:
    """The same of what only the index of all maps loads."""

    def made() -> Mapping[str, bytes]:
        from argmap.pages.assets import catalogue_assets

        return catalogue_assets()

    return _kept(folder, entries.key("catalogue's looks"), made)


def _kept(folder: Path | None, key: str, make: Callable[[], Mapping[str, bytes]]) -> Mapping[str, bytes]:
    if kept := entries.load(folder, key):
        return {each.what: each.content for each in kept.kept}
    found, made = make(), Entry(key, (), ())
    for path, content in found.items():
        made.keep(path, {}, content)
    made.store(folder)
    return found
