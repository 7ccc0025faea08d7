"""What a map means, whatever the places and the style in which it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from argmap.findings import MapError
from argmap.model import ArgumentMap, Place, Quote
from argmap.notation import parse_map


class ChangedMeaningError(Exception):
    """An edit that would change more of a file than was asked for; nothing is written."""

    def __init__(self, file: object) -> None:
        super().__init__(
            f"{file} is left as it is: the edit would change more than it should. This is a fault of argmap."
        )


def meaning(argument_map: ArgumentMap, quotes: Mapping[Place, Quote] | None = None) -> object:
    """All that a map says, to be compared; with other quotes for those that begin at these places."""
    return _plain(argument_map, quotes or {})


def _plain(value: Any, quotes: Mapping[Place, Quote]) -> object:
    """A value without its places. Recursive, over the depth that a document may have."""
    match value:
        case Place():
            return None
        case Quote():
            changed = quotes.get(value.place, value)
            # A `reads` that says what the words say themselves means nothing.
            return (changed.exact, changed.source, changed.prefix, changed.suffix, changed.shown)
        case Mapping():
            return [(key, _plain(each, quotes)) for key, each in value.items()]
        case tuple():
            return [_plain(each, quotes) for each in value]
        case _ if is_dataclass(value):
            return [_plain(getattr(value, field.name), quotes) for field in fields(value)]
        case _:
            return value


def check_meaning(text: str, file: str, meant: object) -> None:
    """Read a text again as the map of a file. Raises `ChangedMeaningError` where it is not what was meant."""
    try:
        found = meaning(parse_map(text, file))
    except MapError as error:
        raise ChangedMeaningError(file) from error
    if found != meant:
        raise ChangedMeaningError(file)
