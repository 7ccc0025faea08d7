"""Where the generated pages of a map lie, and the anchors and headings in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from argmap.branches import OVERVIEW, file_name
from argmap.pages.lists import lists

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Quote
    from argmap.pages.lists import Lists
    from argmap.reading import Reading


QUESTION = ":question"  # the owner of the words that ask the map's question; no id has a colon


def map_uri(name: str) -> str:
    """The map itself, as its editor wrote it."""
    return f"maps/{name}.yml"


def data_uri(name: str) -> str:
    """The map as data for the browser."""
    return f"maps/{name}.json"


def drawing_uri(name: str, view: str = "") -> str:
    """The drawing of the whole map, or of one of its views, as a file to be taken away."""
    return f"maps/{name}/views/{view}.svg" if view else f"maps/{name}.svg"


def card_uri(name: str) -> str:
    """The picture that stands beside a link to a page with the map."""
    return f"maps/{name}/card.png"


def claims_uri(name: str) -> str:
    """The page with a section for each claim, named by the claim's id."""
    return f"maps/{name}/claims.md"


def branch_uri(name: str, branch: str) -> str:
    """The page of a branch of a large map; the overview's is the page of the claims."""
    if branch == OVERVIEW:
        return claims_uri(name)
    return f"maps/{name}/branches/{file_name(branch)}.md"


def section(reading: Reading, id_: str) -> tuple[str, str]:
    """The page and the anchor of a claim's or an argument's section; or of a branch, whose page is its place.

    An argument that its claim's section does not list is found where the claim is.
    """
    parts = reading.branches
    if parts and id_ in parts.parts:
        return branch_uri(reading.name, id_), ""
    claim = concluded(reading.map, id_)
    branch = parts.of[claim].name if parts else OVERVIEW
    listed = claim == id_ or id_ in lists_of(reading, branch).arguments
    return branch_uri(reading.name, branch), id_ if listed else claim


def concluded(argument_map: ArgumentMap, id_: str) -> str:
    """A claim itself, or the one that an argument bears on in the end."""
    while id_ in argument_map.arguments:
        id_ = argument_map.arguments[id_].conclusion
    return id_


def board_uri(name: str) -> str:
    """The page that shows what is open in a map."""
    return f"maps/{name}/board.md"


def source_uri(name: str, source: str, sheet: int = 1) -> str:
    """The page that shows a source in reading mode; a long one has several, as it has sheets."""
    return f"maps/{name}/sources/{source}{'' if sheet == 1 else f'.{sheet}'}.md"


def passages(argument_map: ArgumentMap) -> Mapping[Quote, str]:
    """The anchor of every quoted passage: the claim's or argument's id, from its second quote on with a number.

    No id has a colon, so no two anchors are the same.
    """
    key = ("passages",)
    if key not in argument_map.kept:
        argument_map.kept[key] = _passages(argument_map)
    found: Mapping[Quote, str] = argument_map.kept[key]
    return found


def _passages(argument_map: ArgumentMap) -> Mapping[Quote, str]:
    owners = [(claim.id, claim.quotes) for claim in argument_map.claims.values()]
    owners += [(argument.id, argument.quotes) for argument in argument_map.arguments.values()]
    owners.append((QUESTION, argument_map.question.quotes if argument_map.question else ()))
    return {
        quote: f"{owner}:{place}" if place > 1 else owner
        for owner, quotes in owners
        for place, quote in enumerate(quotes, 1)
    }


def claims_of(reading: Reading, branch: str = OVERVIEW) -> tuple[str, ...]:
    """The claims with sections on the page of a branch, in reading order; all of a map's that is not large."""
    return reading.branches.parts[branch].own if reading.branches else reading.map.reading_order


def lists_of(reading: Reading, branch: str = OVERVIEW) -> Lists:
    """How much the lists of a branch's claims show."""
    key = ("lists", reading.limit, branch)
    if key not in reading.map.kept:
        large = reading.branches is not None
        reading.map.kept[key] = lists(reading.map, claims_of(reading, branch), large=large)
    found: Lists = reading.map.kept[key]
    return found


def claims_headings(reading: Reading, branch: str = OVERVIEW) -> list[tuple[str, str]]:
    """The anchors and texts of a claims page's headings."""
    return [(claim, reading.map.claims[claim].mention) for claim in claims_of(reading, branch)]
