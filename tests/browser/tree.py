"""What Chromium tells of drawings to those who do not see them: its accessibility tree."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from playwright.sync_api import Page


class Drawn(NamedTuple):
    """A drawing in the accessibility tree: its name, how often it has each name of a claim, and its other links."""

    name: str
    claims: Counter[str]
    references: tuple[str, ...]


def drawings_in_tree(page: Page) -> list[Drawn]:
    """What Chromium tells of a page's drawings to those who do not see it."""
    device = page.context.new_cdp_session(page)
    nodes = {node["nodeId"]: node for node in device.send("Accessibility.getFullAXTree")["nodes"]}
    device.detach()

    def within(node: dict[str, Any], *stops: str) -> Iterator[dict[str, Any]]:
        """What is in a node, but not in nodes of these roles."""
        for child in (nodes[each] for each in node.get("childIds", []) if each in nodes):
            yield child
            if role(child) not in stops:
                yield from within(child, *stops)

    def role(node: dict[str, Any]) -> str:
        return "" if node["ignored"] else node["role"]["value"]

    def named(found: Iterable[dict[str, Any]], wanted: str) -> list[str]:
        return [" ".join(node["name"]["value"].split()) for node in found if role(node) == wanted]

    return [
        Drawn(
            node["name"]["value"],
            Counter(named(within(node), "graphics-object")),
            tuple(named(within(node, "graphics-object"), "link")),
        )
        for node in nodes.values()
        if role(node) == "graphics-document"
    ]
