"""The project's own site, built strictly, served over HTTP, and a browser to look at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from looks import Visit
from needs import needed
from playwright.sync_api import Browser, sync_playwright
from published import Published, publish


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """The site as it is published: below a sub-path, and with a repository on a host that Material would ask."""
    with publish(tmp_path_factory.mktemp("host"), "argmap/", repo_url="https://github.com/example/argmap") as published:
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
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}} | options)
        visits.append(Visit(context, scripts=options.get("java_script_enabled", True)))
        return visits[-1]

    yield begin
    for each in visits:
        each.page.context.close()
    assert [complaint for each in visits for complaint in each.complaints] == []
