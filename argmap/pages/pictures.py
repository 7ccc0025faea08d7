"""A map's drawings as files of their own, and its share card, as they were kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argmap.pages.asking import Asking
    from argmap.pages.library import Library
    from argmap.pages.shelf import Shelf
    from argmap.reading import Reading


def kept_picture_uris(reading: Reading, shelf: Shelf) -> list[str]:
    """The files that there are pictures in."""

    def made(_: Asking) -> str:
        from argmap.pages.downloads import picture_uris

        return json.dumps([*picture_uris(reading)])

    found: list[str] = json.loads(shelf.made(reading, "picture uris", None, made))
    return found


def kept_picture(uri: str, reading: Reading, library: Library, host: Any) -> bytes:
    """What is in one of the files; `host` knows where pages are published, and hears what is warned of.

    What they show is kept. The rest of each, its typefaces or its pixels, is many times as much.
    """
    from argmap.pages.downloads import picture_file, pictures

    def made(asking: Asking) -> str:
        return json.dumps(dict(pictures(reading, library.settings, asking.absolute, asking.warn)))

    drawn: dict[str, str] = json.loads(library.shelf.made(reading, "pictures", host, made))
    return picture_file(uri, drawn[uri], library.settings)
