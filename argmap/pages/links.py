"""Links to claims in Markdown: `[words](argmap:map#claim)`, a Python-Markdown extension."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from argmap.findings import MapError, meant
from argmap.pages import host as hosts
from argmap.pages.article import readable
from argmap.pages.places import claims_uri

if TYPE_CHECKING:
    from markdown import Markdown

    from argmap.pages.host import Host
    from argmap.reading import Reading

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
                self._link(element, hosts.host(self.md))

    def _link(self, element: Element, host: Host) -> None:
        """Give a link its address, or tell the editor that it leads nowhere and leave its words."""
        address = element.attrib.pop("href")
        try:
            href = _resolve(element, address, host)
        except MapError as error:
            why = error.findings[0]
            host.warn(f"{host.page}: the link `{readable(address)}` leads nowhere: {why.message} ({why.hint})")
            href = None
        if href is None:
            element.tag = "span"  # MkDocs asks every `a` for its address
        else:
            element.set("href", href)


def _resolve(element: Element, address: str, host: Host) -> str | None:
    """A link's address, its claim's words as its title. Raises `MapError` for what there is not."""
    name, _, claim = (unquote(part) for part in address.removeprefix(SCHEME).partition("#"))
    reading = host.library.shown(name)
    if isinstance(reading, MapError) and host.library.path(name):
        raise MapError.unreadable_file(reading.findings[0].file, "the map has mistakes", "they are told apart")
    if isinstance(reading, MapError):
        raise reading
    argument_map = reading.map
    if claim in argument_map.claims:
        role = argument_map.role(claim)
        looks = (element.get("class", ""), "am-ref am-palette", f"am-as-{role}")
        element.set("class", " ".join(filter(None, looks)))
        words = f"{reading.words(f'role.{role}')}: {argument_map.claims[claim].text}"
        # Markdown takes `&copy;` in an attribute for a sign, but text is text.
        element.attrib.setdefault("title", words.replace("&", "&amp;"))
    elif claim and claim not in argument_map.arguments:
        raise _unknown(reading, claim)
    return host.markdown_href(claims_uri(name), claim)


def _unknown(reading: Reading, claim: str) -> MapError:
    hint = meant(claim, [*reading.map.claims, *reading.map.arguments], "an id is written as in the map")
    return MapError.unreadable_file(reading.map.file, f"the map has no claim named `{claim}`", hint)
