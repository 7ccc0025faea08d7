"""The index of a site's maps: a list of all of them, plain on the page, and as data for the script that searches it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from textwrap import shorten
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.pages.shelf import Shelf
    from argmap.reading import Reading
    from argmap.words import Words

PER_PAGE = 250  # maps; with the longest titles, and many actors and tags, a page of so many is below half a megabyte
_NUMBERED = re.compile(r"([^0-9]*)([0-9]*)")
LONGEST = 240  # characters of a thesis or a title
SAID = ("catalogue.", "label.", "map.by.actor", "map.by.tag", "map.by.label", "list.comma")
"""What begins the keys of the words that the script says."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A map in the index; `language` and `direction` are those of its words."""

    name: str
    title: str
    thesis: str
    label: str
    date: str
    actors: list[str]
    tags: list[str]
    language: str
    direction: str


def entry(reading: Reading) -> Entry:
    """What the index says of a map."""
    argument_map = reading.map
    thesis = argument_map.claims[argument_map.thesis]
    dates = (*(source.date for source in argument_map.sources.values()), thesis.date)
    tags = dict.fromkeys(tag for claim in argument_map.claims.values() for tag in claim.tags)
    return Entry(
        reading.name,
        shorten(argument_map.title, LONGEST, placeholder="…"),
        shorten(thesis.text, LONGEST, placeholder="…"),
        reading.verdicts[thesis.id].label.value,
        next(filter(None, dates), ""),
        list(dict.fromkeys(actor.name for actor in argument_map.actors.values())),
        list(tags),
        argument_map.language,
        reading.words.direction,
    )


def by_name(entry: Entry) -> list[tuple[str, int]]:
    """Where a map stands among the others: by its name, in which numbers count as such, so that 10 comes after 9."""
    return [(words, int(number or 0)) for words, number in _NUMBERED.findall(entry.name)]


def kept_entry(reading: Reading, shelf: Shelf) -> Entry:
    """The same as it was kept, or a new one."""
    return Entry(**json.loads(shelf.made(reading, "catalogue", None, lambda _: json.dumps(asdict(entry(reading))))))


def pages_of(count: int) -> int:
    """How many pages the index of so many maps has."""
    return max(1, -(-count // PER_PAGE))


def catalogue_uri(page: int = 1) -> str:
    """A page of the index."""
    return "maps/index.md" if page == 1 else f"maps/index/{page}.md"


DATA_URI = "assets/argmap/maps.json"  # among maps it would be taken for one
"""Where the index lies as data."""


def catalogue_json(entries: Sequence[Entry], href: Callable[[str], str], words: Words) -> str:
    """The index as `Catalogue` in `assets/script/catalogue.js` describes it; `href` leads to a map from the file."""
    maps = [
        {
            "title": each.title,
            "href": href(each.name),
            "thesis": each.thesis,
            "label": each.label,
            **({"date": each.date} if each.date else {}),
            **({"actors": each.actors} if each.actors else {}),
            **({"tags": each.tags} if each.tags else {}),
            **({"lang": each.language, "dir": each.direction} if each.language != words.language else {}),
        }
        for each in entries
    ]
    said = {key: text for key, text in words.table.items() if key.startswith(SAID)}
    return json.dumps({"words": said, "maps": maps}, ensure_ascii=False, separators=(",", ":"))


def catalogue_page(
    entries: Sequence[Entry],
    page: int,
    words: Words,
    *,
    href: Callable[[str], str],
    page_href: Callable[[int], str],
    data: str,
    style: str,
    script: str,
) -> str:
    """A page of the index as HTML; `href` leads to a map, the other addresses to the other pages and files."""
    from argmap.pages import templates  # a site without an index has the plugin load this file as well

    return templates.render_plain(
        "catalogue.html",
        w=words,
        entries=entries[(page - 1) * PER_PAGE : page * PER_PAGE],
        count=len(entries),
        page=page,
        pages=[(number, page_href(number)) for number in range(1, pages_of(len(entries)) + 1)],
        href=href,
        data=data,
        style=style,
        script=script,
    )
