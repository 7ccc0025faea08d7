"""How heavy this project's pages are: `python benchmarks/page_weight.py`.

See `README.md` for what is measured.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from frozen import run_strictly

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Response

HOUSE = Path(__file__).parent.parent
HTML_LIMIT, FONT_LIMIT = 150_000, 300_000  # bytes of a page, and of the fonts that a first visit brings
WIDTHS = (360, 1440)  # of a phone's and a desk's window: each shows another drawing

Fonts = Mapping[str, int]  # the size of each font's file, by its name


def html_bytes(site: Path) -> Mapping[str, int]:
    """The size of each page of a built site, by its address."""
    files = sorted(site.rglob("*.html"))
    return {file.relative_to(site).as_posix().removesuffix("index.html"): file.stat().st_size for file in files}


def font_bytes(browser: Browser, address: str) -> Fonts:
    """The size of each font that a browser asks for on a first visit to a page, by its file's name.

    Of windows of several widths the one that asks for most. Material has no fonts of its own here.
    """
    visits = [_fonts(browser, address, width) for width in WIDTHS]
    return max(visits, key=lambda fonts: sum(fonts.values()))


def _fonts(browser: Browser, address: str, width: int) -> Fonts:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer) if answer.request.resource_type == "font" else None)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.evaluate("() => document.fonts.ready")
    found = {answer.url.rpartition("/")[2]: len(answer.body()) for answer in answers}
    context.close()
    return found


def main() -> None:
    """Build the site, weigh its pages, and end with status 1 when one is too heavy."""
    parser = argparse.ArgumentParser(description="How heavy this project's pages are.")
    parser.add_argument("--no-fonts", action="store_true", help="weigh HTML alone, without a browser")
    fonts_too = not parser.parse_args().no_fonts
    with tempfile.TemporaryDirectory() as folder:
        run_strictly([sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder], HOUSE)
        sizes = html_bytes(Path(folder))
        fonts = all_font_bytes(Path(folder), sizes) if fonts_too else {}
    print("\n".join(table(sizes, fonts)))
    sys.exit(any(size > HTML_LIMIT for size in sizes.values()) or any(map(_too_many, fonts.values())))


def all_font_bytes(site: Path, pages: Iterable[str]) -> Mapping[str, Fonts]:
    """The fonts of a first visit to each page of a built site."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, _served(site) as address:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        fonts = {page: font_bytes(browser, address + page) for page in pages}
        browser.close()
    return fonts


def chromium() -> str | None:
    """The path of a Chromium, under whichever of its names."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def table(sizes: Mapping[str, int], fonts: Mapping[str, Fonts]) -> Iterator[str]:
    """A line for each page, then what each font weighs."""
    yield f"{'':44}{'HTML':>10}{'fonts':>10}"
    for page, size in sizes.items():
        brought = f"{sum(fonts[page].values()):10,} in {len(fonts[page])} files" if page in fonts else ""
        yield f"{page or 'the front page':44}{size:10,}{brought}"
    yield f"{'at most':44}{HTML_LIMIT:10,}{FONT_LIMIT:10,}"
    every = {name: size for found in fonts.values() for name, size in found.items()}
    yield from (f"{name:54}{size:10,}" for name, size in sorted(every.items()))


def _too_many(fonts: Fonts) -> bool:
    return sum(fonts.values()) > FONT_LIMIT


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """The address of a folder, served over HTTP."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


if __name__ == "__main__":
    main()
