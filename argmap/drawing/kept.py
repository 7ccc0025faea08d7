"""Drawings kept in the cache, once for all pages: where a page has ids and links of its own stand characters that
no map can have.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

from argmap import cache
from argmap.drawing.typesetting import table_digest

if TYPE_CHECKING:
    from argmap.drawing.svg import Href
    from argmap.drawing.views import Selection
    from argmap.reading import Reading

PREFIX = "\x01"
_LINK = "\x02"
_LINKED = re.compile(f"{_LINK}([^{_LINK}]*){_LINK}")


def leads(claim: str) -> str:
    """What stands for a claim's address."""
    return f"{_LINK}{claim}{_LINK}"


def on_page(drawing: str, *, href: Href, prefix: str) -> str:
    """A drawing with the ids and links of a page."""
    return _LINKED.sub(lambda found: escape(href(found[1])), drawing).replace(PREFIX, prefix)


def entry(reading: Reading, selection: Selection, title: str, names: Mapping[str, str], *more: object) -> str:
    """The name of a drawing's entry, by all that it shows; `more` is what else it depends on.

    Nothing of it is set in type for that, and no line of the map's file counts: what moves in it is drawn already.
    """
    argument_map = reading.map
    claims = [
        (claim, names[claim], item.text, item.short, item.qualifier, item.group, argument_map.role(claim).value)
        for claim in selection.claims
        for item in [argument_map.claims[claim]]
    ]
    arguments = [
        (each.id, each.conclusion, each.on_argument, each.attacks, each.premises, int(each.strength))
        for each in selection.arguments
    ]
    groups = [(group.id, group.name) for group in argument_map.groups.values()]
    words = [*reading.words.table.items()]
    key = cache.key(
        __package__,
        table_digest(),
        title,
        argument_map.thesis,
        claims,
        arguments,
        groups,
        words,
        selection.hidden,
        more,
    )
    return f"{key}.svg"
