"""Links to claims in Markdown: `[words](argmap:map#claim)`, a Python-Markdown extension."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from argmap.findings import MapError
from argmap.pages import host as hosts
from argmap.pages.places import claims_uri

if TYPE_CHECKING:
    from markdown import Markdown

    from argmap.pages.host import Host

SCHEME = "argmap:"


class LinkExtension(Extension):
    """Rewrites `argmap:` addresses before the host resolves those of its own pages."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register the processor after inline patterns have made the links, before MkDocs' own at 0."""
        md.treeprocessors.register(_ClaimLinks(md), "argmap-links", 3)


def makeExtension(**options: object) -> LinkExtension:  # noqa: N802 - the name is Python-Markdown's
    """The extension, for hosts that name it by its module."""
    return LinkExtension(**options)


class _ClaimLinks(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter("a"):
            if element.get("href", "").startswith(SCHEME):
                _resolve(element, hosts.host())


def _resolve(element: Element, host: Host) -> None:
    """Give a link its address, and its claim's words as a title; tell the editor of one that leads nowhere."""
    name, _, claim = element.get("href", "").removeprefix(SCHEME).partition("#")
    reading = host.library.get(name)
    if isinstance(reading, MapError):
        host.warn(f"the link {element.get('href')} leads nowhere: {reading.findings[0]}")
        del element.attrib["href"]
        return
    argument_map = reading.map
    if claim and claim not in argument_map.claims and claim not in argument_map.arguments:
        close = get_close_matches(claim, [*argument_map.claims, *argument_map.arguments], 1)
        hint = f", did you mean `{close[0]}`?" if close else ""
        host.warn(f"the link {element.get('href')} leads nowhere: the map has no claim named `{claim}`{hint}")
        del element.attrib["href"]
        return
    address = host.markdown_href(claims_uri(name), claim)
    if address is None:
        del element.attrib["href"]
    else:
        element.set("href", address)
    if claim in argument_map.claims:
        element.set("class", f"am-ref am-palette am-as-{argument_map.role(claim)}")
        if not element.get("title"):
            role = reading.words(f"role.{argument_map.role(claim)}")
            element.set("title", f"{role}: {argument_map.claims[claim].text}")
