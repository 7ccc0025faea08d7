"""An editor's remarks: Markdown without HTML, so that text stays text."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup, escape

SCHEMES = ("http", "https", "mailto", "")


class _TextIsText(Treeprocessor):
    """Takes away every address that is not of a known kind, and leaves `&copy;` as it is written."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in ("href", "src"):
                if not _is_safe(element.get(name, "")):
                    del element.attrib[name]
            # What looks like a character reference the serialiser would let pass, in an address as well: there
            # it could spell `javascript:`.
            for name, value in element.attrib.items():
                element.set(name, value.replace("&", "&amp;"))
            if element.text and element.tag != "code":  # in code it is escaped already
                element.text = element.text.replace("&", "&amp;")
            if element.tail:
                element.tail = element.tail.replace("&", "&amp;")


def _is_safe(address: str) -> bool:
    try:
        return urlsplit(address).scheme.lower() in SCHEMES
    except ValueError:
        return False


@cache
def _markdown() -> Markdown:
    converter = Markdown()
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    converter.inlinePatterns.deregister("entity")
    # After the inline patterns have made the links.
    converter.treeprocessors.register(_TextIsText(converter), "argmap-text-is-text", 5)
    return converter


def markdown(text: str) -> Markup:
    """A remark as HTML."""
    try:
        return Markup(_markdown().reset().convert(text))
    except RecursionError:  # quotations or lists, hundreds of them inside each other
        return Markup("<p>{}</p>").format(escape(text))
