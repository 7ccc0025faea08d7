"""An editor's remarks: Markdown without HTML, so that text stays text."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

SCHEMES = ("http", "https", "mailto", "")


class _SafeLinks(Treeprocessor):
    """Takes away every address that is not of a known kind."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in ("href", "src"):
                if urlsplit(element.get(name, "")).scheme.lower() not in SCHEMES:
                    del element.attrib[name]


@cache
def _markdown() -> Markdown:
    converter = Markdown()
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    # After the inline patterns have made the links.
    converter.treeprocessors.register(_SafeLinks(converter), "argmap-safe-links", 5)
    return converter


def markdown(text: str) -> Markup:
    """A remark as HTML."""
    return Markup(_markdown().reset().convert(text))
