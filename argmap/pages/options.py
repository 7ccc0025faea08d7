"""What a fence says: a map's name, or the name with options, as YAML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import yaml

from argmap.model import View

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

LISTS = ("groups", "actors", "tags")
LARGEST = 10_000  # characters; a fence is a few lines


class FenceError(ValueError):
    """A fence that cannot be understood: a message, and what was probably meant."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


@dataclass(frozen=True, slots=True)
class FenceOptions:
    """The options of a fence. Those of a selection are as in a map's `views`; `view` names one of these."""

    map: str
    view: str = ""
    focus: str = ""
    depth: int | None = None
    groups: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    caption: str = ""

    def chosen(self, argument_map: ArgumentMap) -> View:
        """The view of the map that the options select. Raises `FenceError` for what the map does not have."""
        view = View()
        if self.view:
            view = argument_map.views[_known("view", self.view, argument_map.views)]
        if self.focus:
            view = replace(view, focus=_known("claim", self.focus, argument_map.claims))
        if self.depth is not None:
            view = replace(view, depth=self.depth)
        used_tags = {tag: tag for claim in argument_map.claims.values() for tag in claim.tags}
        for name, known in (("groups", argument_map.groups), ("actors", argument_map.actors), ("tags", used_tags)):
            for wanted in getattr(self, name):
                _known(name.removesuffix("s"), wanted, known)
        return replace(
            view,
            groups=self.groups or view.groups,
            actors=self.actors or view.actors,
            tags=self.tags or view.tags,
        )


def parse(text: str, header: Mapping[str, str] | None = None) -> FenceOptions:
    """The options in a fence's text and in its header. Raises `FenceError`."""
    if len(text) > LARGEST:
        raise FenceError(f"an argmap fence has at most {LARGEST} characters")
    try:
        # The base loader makes strings only: a map named `no` or `2016` keeps its name.
        said: Any = yaml.load(text, yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        what = getattr(error, "problem", None) or "it is nested too deep"
        raise FenceError(f"the fence is not YAML: {what}", "write `map: name` and one option on each line") from None
    if isinstance(said, str) and said:
        said = {"map": said}
    if said is None or said == "":
        said = {}
    if not isinstance(said, dict):
        raise FenceError("the fence names no map", "write the map's name, or `map: name` and options below it")
    said = {**(header or {}), **said}
    names = [field.name for field in fields(FenceOptions)]
    for name in said:
        _known("option", str(name), {known: known for known in names})
    if not said.get("map"):
        raise FenceError("the fence names no map", "write `map: name`")
    return FenceOptions(**{name: _value(name, value) for name, value in said.items()})


def _value(name: str, value: Any) -> Any:
    if name in LISTS:
        values = value if isinstance(value, list) else [part.strip() for part in str(value).split(",")]
        if all(isinstance(part, str) and part for part in values):
            return tuple(values)
        raise FenceError(f"the option `{name}` takes ids", f"write `{name}: [one, two]`")
    if not isinstance(value, str):
        raise FenceError(f"the option `{name}` takes one word or text", f"write `{name}: ...` on one line")
    if name == "depth":
        if value.isdecimal() and len(value) < 4:
            return int(value)
        raise FenceError(f"the option `depth` takes a number of steps, not `{value}`")
    return value


def _known(kind: str, wanted: str, known: Any) -> str:
    """The wanted name, if there is one. Raises `FenceError` with the closest."""
    if wanted in known:
        return wanted
    close = get_close_matches(wanted, list(known), 1)
    hint = f"did you mean `{close[0]}`?" if close else f"there are {', '.join(known)}" if known else "there are none"
    raise FenceError(f"there is no {kind} named `{wanted}`", hint)
