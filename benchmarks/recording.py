"""An MkDocs hook that writes down what every page of a site was made from, and what came of it.

It runs last in each event, so that it finds what all plugins have done.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import event_priority

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import AnchorLink

RECORD = "record.json"
LAST = -100

# The generated pages, by their Markdown files: what a plugin put there, since there is no file to convert.
_made: dict[str, dict[str, Any]] = {}
# The Markdown of pages whose file says something else: what a hook wrote into them.
_written: dict[str, dict[str, Any]] = {}
# Every finished page.
_pages: dict[str, str] = {}


@event_priority(LAST)
def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Keep Markdown that is not that of the page's file."""
    if markdown != page.markdown:
        _written[page.file.src_uri] = {"markdown": markdown, "meta": dict(page.meta)}
    return markdown


@event_priority(LAST)
def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Keep what a generated page holds: its content, with whatever is to be inserted later, and its headings."""
    if page.file.generated_by:
        _made[page.file.src_uri] = {
            "content": html,
            "meta": dict(page.meta),
            "toc": [_heading(heading) for heading in page.toc],
        }
    return html


@event_priority(LAST)
def on_post_page(output: str, page: Page, **_: Any) -> str:
    """Keep a finished page."""
    _pages[page.file.src_uri] = output
    return output


@event_priority(LAST)
def on_post_build(config: MkDocsConfig) -> None:
    """Write all this beside the site's configuration, with what plugins have added to every page."""
    record = {
        "made": _made,
        "written": _written,
        "pages": _pages,
        "extra": {
            "extra_css": list(config.extra_css),
            "extra_javascript": [
                script if isinstance(script, str) else dict(script) for script in config.extra_javascript
            ],
        },
    }
    Path(config.config_file_path).with_name(RECORD).write_text(json.dumps(record), "utf-8")


def _heading(heading: AnchorLink) -> dict[str, Any]:
    """A heading as Python-Markdown's table of contents has it."""
    return {
        "level": heading.level,
        "id": heading.id,
        "name": heading.title,
        "children": [_heading(child) for child in heading.children],
    }
