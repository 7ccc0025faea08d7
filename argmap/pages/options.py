"""What a fence says: a map's name, or the name with options, as YAML."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

import yaml

from argmap.findings import meant
from argmap.model import View
from argmap.pages.article import UNSHOWN

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

LISTS = ("groups", "actors", "tags")
LARGEST = 4_000  # characters; a fence is a few lines
DEEPEST = 2  # a list in a mapping
NAMED = 12  # names in a hint


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
            if not view.focus:
                raise FenceError("The option `depth` counts steps from a claim", "name the claim with `focus`")
            view = replace(view, depth=self.depth)
        tags = dict.fromkeys(tag for claim in argument_map.claims.values() for tag in claim.tags)
        for kind, wanted, known in (
            ("group", self.groups, argument_map.groups),
            ("actor", self.actors, argument_map.actors),
            ("tag", self.tags, tags),
        ):
            for name in wanted:
                _known(kind, name, known)
        return replace(
            view,
            groups=self.groups or view.groups,
            actors=self.actors or view.actors,
            tags=self.tags or view.tags,
        )


def parse(text: str, header: Mapping[str, str] | None = None) -> FenceOptions:
    """The options in a fence's text and in its header, of which the text's prevail. Raises `FenceError`."""
    said = {**(header or {}), **_said(text)}
    names = [field.name for field in fields(FenceOptions)]
    for name in said:
        _known("option", name, names)
    options = {name: _value(name, value) for name, value in said.items()}
    if not options.get("map"):
        raise FenceError("The fence names no map", "write the map's name, or `map: name` and options below it")
    return FenceOptions(**options)


def _said(text: str) -> dict[str, Any]:
    """What the text says: each option's words, or list of words."""
    if len(text) > LARGEST:
        raise FenceError(f"A fence has at most {LARGEST} characters")
    try:
        _refuse_depth(text)
        root = yaml.compose(text, yaml.BaseLoader)
    except yaml.YAMLError as error:
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
        raise FenceError(f"The fence is not YAML: {what}", "write `map: name` and one option on each line") from None
    if root is None:
        return {}
    if isinstance(root, yaml.ScalarNode):
        return {"map": root.value}
    if not isinstance(root, yaml.MappingNode):
        raise FenceError("The fence is a list", "write `map: name` and one option on each line")
    said: dict[str, Any] = {}
    for key, value in root.value:
        if not isinstance(key, yaml.ScalarNode):
            raise FenceError("The fence has a list where an option's name should be", "write one option on each line")
        if key.value in said:
            raise FenceError(f"The option `{_shown(key.value)}` stands twice", "keep one of the two")
        said[key.value] = _plain(value)
    return said


def _refuse_depth(text: str) -> None:
    """Nothing deep, and nothing said once that stands in many places: neither stack nor memory can run out."""
    depth = 0
    for event in yaml.parse(text, yaml.BaseLoader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise FenceError("A fence takes no anchors and aliases", "put text with `&` or `*` in quotation marks")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise FenceError("The fence is nested too deep", "write `map: name` and one option on each line")


def _plain(node: yaml.Node) -> Any:
    """Words are strings, whatever they look like: a map named `no` or `2016` keeps its name."""
    return [_plain(item) for item in node.value] if isinstance(node, yaml.SequenceNode) else node.value


def _value(name: str, value: Any) -> Any:
    if name in LISTS:
        words = [part.strip() for part in value.split(",")] if isinstance(value, str) else value
        if not (isinstance(words, list) and all(isinstance(word, str) and word for word in words)):
            raise FenceError(f"The option `{name}` takes ids", f"write `{name}: [one, two]`")
        return tuple(map(_shown, words))
    if not isinstance(value, str):
        raise FenceError(f"The option `{name}` takes a word or text", f"write `{name}: ...` on one line")
    if name == "depth":
        if value.isascii() and value.isdecimal() and len(value) < 4:
            return int(value)
        raise FenceError(f"The option `depth` takes a number of steps, not `{_shown(value)}`", "write `depth: 2`")
    return _shown(value)


def _known(kind: str, wanted: str, known: Collection[str]) -> str:
    """The wanted name, if there is one. Raises `FenceError` with the closest."""
    if wanted in known:
        return wanted
    named = [f"`{name}`" for name in [*known][:NAMED]]
    there_are = (
        f"there are {', '.join(named)}{' and more' if len(known) > NAMED else ''}" if known else "there are none"
    )
    raise FenceError(f"There is no {kind} named `{_shown(wanted)}`", meant(wanted, known, there_are))


def _shown(words: str) -> str:
    """The same words. Raises `FenceError` where they would turn a message around, or a terminal."""
    if UNSHOWN.search(words):
        raise FenceError("The fence has a control character", "type the words anew")
    return words
