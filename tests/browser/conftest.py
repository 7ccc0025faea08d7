"""The project's own site, built strictly, served over HTTP, and a browser to look at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import tram as town
from harbour import TOURED
from hosted import hosted
from live import Live
from looks import DESK, Visit
from needs import needed
from playwright.sync_api import Browser, sync_playwright
from published import Published, publish
from small_site import HOME


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """The site as it is published: below a sub-path, and with a repository on a host that Material would ask."""
    with publish(tmp_path_factory.mktemp("host"), "argmap/", repo_url="https://github.com/example/argmap") as published:
        yield published


@pytest.fixture(scope="session")
def pier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """A small site with the harbour's map and a tour of it."""
    with hosted(tmp_path_factory.mktemp("pier"), {"pier": TOURED}, {"index.md": HOME}) as published:
        yield published


@pytest.fixture(scope="session")
def tram(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """A small site with the tram's map, drawn twice."""
    maps, pages, texts = {"tram": town.TRAM}, {"index.md": town.PAGE}, {"report": town.REPORT}
    with hosted(tmp_path_factory.mktemp("tram"), maps, pages, texts) as published:
        yield published


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    path = needed("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Opens visits, each with a context's options; at the end no page may have complained or asked elsewhere."""
    visits: list[Visit] = []

    def begin(**options: Any) -> Visit:
        context = browser.new_context(**DESK | options)
        visits.append(Visit(context, scripts=options.get("java_script_enabled", True)))
        return visits[-1]

    yield begin
    for each in visits:
        each.page.context.close()
    assert [complaint for each in visits for complaint in each.complaints] == []


@pytest.fixture
def read_tram(visit: Callable[..., Visit], tram: Published) -> Callable[..., Live]:
    """Opens the tram's page with one of its drawings at the top of the window, or as an address has it."""

    def begin(options: dict[str, Any] = DESK, *, query: str = "", number: int = 1) -> Live:
        live = Live(visit(**options), number)
        live.to(tram.address + query)
        if query:
            live.still()
        else:
            live.raise_to_top()
        return live

    return begin
