"""An MkDocs hook that puts a recorded site's pages back, at the least cost there can be.

MkDocs still does all that is its own: it converts the Markdown, indexes and renders every page. Then the page
that was recorded takes the rendered one's place.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.toc import get_toc

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

RECORD = "record.json"
SUPERFENCES = "pymdownx.superfences"

_record: dict[str, Any] = {}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the record, and have a fence leave nothing but a place to insert something."""
    _record.update(json.loads(Path(config.config_file_path).with_name(RECORD).read_text("utf-8")))
    fences = config.mdx_configs.setdefault(SUPERFENCES, {}).setdefault("custom_fences", [])
    fences.append({"name": "argmap", "class": "argmap", "format": _stand_in})
    return config


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Give a generated page its content and its headings, which the search index takes in."""
    made = _record["made"].get(page.file.src_uri)
    if made is None:
        return html
    page.toc = get_toc(made["toc"])
    return str(made["content"])


def on_post_page(output: str, page: Page, **_: Any) -> str:
    """The page as it was recorded."""
    return str(_record["pages"][page.file.src_uri])


def _stand_in(*_: Any, **__: Any) -> str:
    return "<div data-late></div>"
