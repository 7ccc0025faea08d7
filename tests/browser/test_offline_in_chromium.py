"""A site made with Material's offline plugin, opened as files."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from looks import MEASURE, Visit, misfits
from published import Published
from small_site import Site
from walks import a_walk
from way import Way

if TYPE_CHECKING:
    from pathlib import Path

# The plugin fetches a shim from elsewhere, for the search's sake, unless the site brings its own. This one does
# nothing: without a worker Material has no search on files, and everything else is to work.
SHIM = "javascripts/iframe-worker.js"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Published:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    site = Site(tmp_path)
    site.write(f"docs/{SHIM}", "")
    site.build(
        theme={"name": "material", "font": False, "features": ["navigation.instant"]},
        plugins=["search", "offline", "argmap"],
        extra={"polyfills": [SHIM]},
    )
    return Published(f"{site.out.as_uri()}/", site.out)


def test_pages_opened_as_files_are_whole_and_lead_to_each_other(visit: Callable[..., Visit], files: Published) -> None:
    start, claim, passage = a_walk(files)
    reader = visit()
    for path in files.pages.keys() - {"404.html"}:  # which only a host shows
        reader.to(files.address + (path or "index.html"))
        assert list(misfits(reader.page.evaluate(MEASURE))) == [], path
    page, way = reader.page, Way(reader, files)
    reader.to(f"{files.address}{start or 'index.html'}")
    way.follow(page.locator(".am-drawing:visible .am-card a"), claim)
    way.follow(page.locator(".am-claim .am-cite"), passage)
    way.follow(page.locator(".am-article a"), claim)
    way.back(passage)
