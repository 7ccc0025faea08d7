"""A site made with Material's offline plugin, opened as files: there Chromium refuses every ES module, ours as well."""

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


def refused(reader: Visit, script: str) -> int:
    """On how many pages the browser refused the script; what it says of that is expected, and taken from the rest."""
    refusal = f"Access to script at '{script}' from origin 'null' has been blocked by CORS policy"
    # Which file was not loaded, the last does not say; of any other file there is a second complaint.
    expected = (refusal, f"failed: {script}", "Failed to load resource: net::ERR_FAILED")
    found = [complaint for complaint in reader.complaints if any(each in complaint for each in expected)]
    reader.complaints[:] = [complaint for complaint in reader.complaints if complaint not in found]
    return sum(refusal in complaint for complaint in found)


def test_pages_opened_as_files_are_whole_and_lead_to_each_other(visit: Callable[..., Visit], files: Published) -> None:
    start, claim, passage = a_walk(files)
    script = next((files.folder / "assets/argmap").glob("*.js")).as_uri()
    reader = visit()
    paths = files.pages.keys() - {"404.html"}  # which only a host shows
    for path in paths:
        reader.to(files.address + (path or "index.html"))
        assert list(misfits(reader.page.evaluate(MEASURE))) == [], path
        assert reader.page.locator(".am-tools, .am-panel, .am-live").count() == 0, path
    assert refused(reader, script) == len(paths)
    page, way = reader.page, Way(reader, files)
    reader.to(f"{files.address}{start or 'index.html'}")
    way.follow(page.locator(".am-drawing:visible .am-card a"), claim)
    way.round_by(passage, claim)
    way.back(passage)
    assert refused(reader, script) == 5
