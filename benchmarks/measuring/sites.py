"""Sites to build: the same pages without maps, with a map on each for argmap, and with its graph in DOT on each."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from formats import dot, write
from growing import GrownMap, grown

PROSE = 30  # sentences on a page beside its map

Fence = Callable[[int, GrownMap], str]


def plain_site(folder: Path, maps: Sequence[GrownMap]) -> Path:
    """As many pages, without the maps and without a plugin for them."""
    return _site(folder, maps, lambda *_: "")


def argmap_site(folder: Path, maps: Sequence[GrownMap], *, pages: bool, index: bool = False) -> Path:
    """A page for each map that draws it; with `pages`, argmap adds one of its claims for each.

    With an `index` of all maps there is that in the navigation, and no page of each: MkDocs would write each of these
    into all the others.
    """
    for number, whole in enumerate(maps):
        write(whole, folder / "docs" / "maps", _name(number), "yml")
    plugin: dict[str, object] = {"argmap": {"pages": pages, "index": index}}
    nav = {"nav": ["index.md", "maps/index.md"]} if index else {}
    return _site(folder, maps, lambda number, _: f"```argmap\n{_name(number)}\n```", plugin, nav)


def dot_site(folder: Path, maps: Sequence[GrownMap]) -> Path:
    """A page for each map with the graph of it for mkdocs-graphviz to draw."""
    return _site(folder, maps, lambda _, whole: f"```dot\n{dot(whole)}```", {"mkdocs_graphviz": {}})


def forget(project: Path) -> None:
    """Take away what was kept of earlier runs."""
    shutil.rmtree(project / ".cache", ignore_errors=True)


def _name(number: int) -> str:
    return f"map-{number}"


def _site(
    folder: Path,
    maps: Sequence[GrownMap],
    fence: Fence,
    plugin: dict[str, object] | None = None,
    more: Mapping[str, object] = MappingProxyType({}),
) -> Path:
    docs = folder / "docs"
    docs.mkdir(parents=True, exist_ok=True)
    settings = {
        "site_name": "Maps",
        "theme": {"name": "material"},
        "plugins": ["search", *([plugin] if plugin else [])],
        "markdown_extensions": ["pymdownx.superfences"],
        **more,
    }
    # JSON is YAML.
    (folder / "mkdocs.yml").write_text(json.dumps(settings), "utf-8")
    for number, whole in enumerate(maps):
        page = docs / ("index.md" if number == 0 else f"page-{number}.md")
        page.write_text(_page(number, fence(number, whole)), "utf-8")
    return folder


def _page(number: int, fence: str) -> str:
    """A page as people write them: some paragraphs, two headings, a map."""
    first, second, third = (" ".join(said) for said in _paragraphs(number))
    return f"# Page {number}\n\n{first}\n\n## What it argues\n\n{fence}\n\n## What follows\n\n{second}\n\n{third}\n"


def _paragraphs(number: int) -> list[list[str]]:
    sentences = list(grown(PROSE, seed=number).texts.values())
    return [sentences[start::3] for start in range(3)]
