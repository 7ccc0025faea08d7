"""A site as it lies on a host: its pages are found, never listed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from house import HOUSE
from html_reader import Html
from mkdocs.commands.build import build
from mkdocs.config import load_config


@dataclass(frozen=True)
class Published:
    """A built site: its address, which ends in a slash, and the folder that is served there."""

    address: str
    folder: Path

    @cached_property
    def pages(self) -> dict[str, Html]:
        """Every page by its path below the address, as links write it."""
        return {
            path.relative_to(self.folder).as_posix().removesuffix("index.html"): Html(path.read_text("utf-8"))
            for path in sorted(self.folder.rglob("*.html"))
        }

    def with_class(self, name: str) -> list[str]:
        """The paths of the pages that have an element of this class."""
        return [path for path, page in self.pages.items() if page.all(cls=name)]

    def at(self, path: str, anchor: str = "") -> str:
        """The address of a page, or of a place on it, as it reads decoded."""
        return f"{self.address}{path}#{anchor}" if anchor else f"{self.address}{path}"


class Host(SimpleHTTPRequestHandler):
    """Answers as a host of plain files does: a folder without a page of its own is nothing to see."""

    def list_directory(self, path: Any) -> None:
        self.send_error(404)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serve(folder: Path, host: type[Host] = Host) -> Iterator[str]:
    """The address at which a folder is served meanwhile."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(host, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def publish(folder: Path, path: str, **settings: Any) -> Iterator[Published]:
    """The project's own site, built strictly for the address at which it is served: a path below the host's root."""
    with serve(folder) as host, pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        published = Published(f"{host}{path}", folder / path)
        places = {"site_dir": str(published.folder), "site_url": published.address}
        config = load_config(str(HOUSE / "mkdocs.yml"), strict=True, **places, **settings)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        yield published
