"""A small site in Material, of some maps and pages, served by a host."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from harbour import REPORT
from published import Published, serve
from small_site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MATERIAL = {"name": "material", "font": False}
MKDOCS = {"name": "mkdocs", "highlightjs": False}


@contextmanager
def hosted(
    folder: Path,
    maps: Mapping[str, str],
    pages: Mapping[str, str],
    texts: Mapping[str, str] | None = None,
    **config: Any,
) -> Iterator[Published]:
    """Maps and texts by their names, pages by their paths; without texts there is the harbour's report."""
    site = Site(folder)
    (folder / "docs/maps/pier.yml").unlink()
    files = {f"{name}.txt": text for name, text in (texts or {"report": REPORT}).items()}
    files |= {f"docs/maps/{name}.yml": text for name, text in maps.items()}
    files |= {f"docs/{path}": text for path, text in pages.items()}
    for path, text in files.items():
        site.write(path, text)
    with serve(site.out) as address, pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        site.build(**{"site_url": address, "theme": MATERIAL} | config)
        yield Published(address, site.out)


def map_file(published: Published, name: str) -> Path:
    """Where a map lies of which such a site was made."""
    return published.folder.parent / f"docs/maps/{name}.yml"
