"""YAML as maps are written in: one document of plain values, each with its place.

What YAML offers beyond that (anchors, aliases, merge keys, tags, several documents) is refused by name,
and reading goes on after each refusal as long as the rest still makes sense.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from collections.abc import Sequence as Steps
from typing import Any, NamedTuple, TypeAlias

import yaml

from argmap.findings import Finding, Severity
from argmap.model import Place
from argmap.notation.scalars import FORBIDDEN, Value, character, resolve, shown
from argmap.notation.syntax import explain

DEEPEST = 32
"""How many lists and mappings may stand inside each other."""

# libyaml's event parser, unlike its node composer, needs no stack for nested lists; where PyYAML was built
# without it, the pure loader gives the same events.
LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# YAML 1.1 ends a line at these two, YAML 1.2 and editors do not: while parsing, code points that a map
# cannot hold stand in for them.
_TO_STANDINS = str.maketrans("\u2028\u2029", "\ufdd0\ufdd1")
_FROM_STANDINS = str.maketrans("\ufdd0\ufdd1", "\u2028\u2029")


# Nodes are tuples: a map of ten thousand claims has a hundred thousand of them.
class Scalar(NamedTuple):
    """A word or a text.

    `style` is how it is written: "" for plain, else the sign that begins it: `'`, `"`, `|` or `>`. `start` and
    `end` say where, half-open, in code points of the text that was read, the signs included; a block scalar
    ends with its last line break.
    """

    place: Place
    text: str
    style: str
    start: int
    end: int

    @property
    def plain(self) -> bool:
        """Whether it stands unquoted and so may mean a number, true, false or nothing."""
        return not self.style

    @property
    def value(self) -> Value:
        """What it means."""
        return resolve(self.text) if self.plain else self.text


class Listing(NamedTuple):
    """A YAML sequence; `flow` when it stands in brackets. `start` and `end` as for a scalar."""

    place: Place
    items: tuple[Node, ...]
    flow: bool
    start: int
    end: int


class Entry(NamedTuple):
    """A key of a mapping and what stands under it."""

    key: Scalar
    value: Node


class Mapping(NamedTuple):
    """A YAML mapping by its keys' texts, in order; `flow` when in braces. `start` and `end` as for a scalar."""

    place: Place
    entries: dict[str, Entry]
    flow: bool
    start: int
    end: int


Node: TypeAlias = Scalar | Listing | Mapping


class Spot(NamedTuple):
    """Where a path leads: the node, and the key that led there; `listed` when an item of that key's list."""

    node: Node
    key: Scalar | None = None
    listed: bool = False

    @property
    def name_place(self) -> Place:
        """The place of the node's name: its key where it has one of its own, else where it begins."""
        return self.key.place if self.key and not self.listed else self.node.place


class Document(NamedTuple):
    """What was read; `root` is None when reading could not go on to the end."""

    root: Node | None
    findings: tuple[Finding, ...]


def plain(node: Node) -> object:
    """The node as plain Python values. Recursive, over at most `DEEPEST` levels."""
    match node:
        case Scalar():
            return node.value
        case Listing():
            return [plain(item) for item in node.items]
        case Mapping():
            return {name: plain(entry.value) for name, entry in node.entries.items()}


def locate(root: Node, path: Steps[str | int]) -> Spot:
    """Follow a path as far as the document goes.

    The schema knows one long form where the notation has short ones (`quote: "words"` for
    `quote: [{exact: "words"}]`): steps that the document does not have are passed over.
    """
    spot = Spot(root)
    for step in path:
        match spot.node:
            case Mapping(entries=entries) if isinstance(step, str) and step in entries:
                spot = Spot(entries[step].value, entries[step].key)
            case Listing(items=items) if isinstance(step, int) and step < len(items):
                spot = Spot(items[step], spot.key, listed=True)
    return spot


def read_document(file: str, text: str) -> Document:
    """Read a map's text, newlines normalised to `\\n`, into nodes and what is wrong with it as YAML."""
    return _Parser(file, text).document()


class _Stop(Exception):  # noqa: N818 - not an error of ours: the reason is among the findings
    """Reading cannot go on."""


class _Parser:
    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._text = text
        self._starts = [0, *(newline.end() for newline in re.finditer("\n", text))]
        self._findings: list[Finding] = []
        self._last = 0

    def document(self) -> Document:
        text = FORBIDDEN.sub(self._forbidden_character, self._text).translate(_TO_STANDINS)
        self._events = self._parse(text)
        try:
            root = self._only_document()
        except _Stop:
            root = None
        return Document(root, tuple(self._findings))

    def _place(self, index: int) -> Place:
        line = bisect_right(self._starts, index)
        return Place(self._file, line, index - self._starts[line - 1] + 1)

    def _find(self, place: Place, rule: str, message: str, hint: str = "") -> None:
        self._findings.append(Finding(*place, rule, Severity.ERROR, message, hint))

    def _forbidden_character(self, found: re.Match[str]) -> str:
        self._find(
            self._place(found.start()),
            "control-character",
            f"The control character {character(found[0])} stands here.",
            "delete it: it cannot be seen",
        )
        return "\ufffd"

    def _parse(self, text: str) -> Iterator[yaml.Event]:
        try:
            for event in yaml.parse(text, Loader=LOADER):
                self._last = _index(event)
                yield event
        except yaml.MarkedYAMLError as error:
            mistake = explain(error, self._text, lambda index: self._place(index).line)
            self._find(self._place(mistake.at), mistake.rule, mistake.message, mistake.hint)
            raise _Stop from error
        except (yaml.YAMLError, ValueError) as error:
            # The pure loader turns "\ud800" and "\U00110000" into no character at all.
            self._find(self._place(self._last), "syntax", "After this, an escape names no character.")
            raise _Stop from error

    def _only_document(self) -> Node:
        next(self._events)  # the start of the stream
        event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            return Scalar(self._place(0), "", "", 0, 0)
        root = self._node(next(self._events), 1)
        next(self._events)  # the end of the document
        event = next(self._events)
        if isinstance(event, yaml.DocumentStartEvent):
            self._find(
                self._place(_index(event)),
                "second-document",
                "A second document begins here.",
                "one file holds one map: remove this line, or move what follows to a file of its own",
            )
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        """The node that an event begins. Recursive, over at most `DEEPEST` levels."""
        start = self._last
        place = self._place(start)
        self._refuse_properties(event, place)
        match event:
            case yaml.ScalarEvent():
                return self._scalar(event, place, start)
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent() if depth > DEEPEST:
                self._find(
                    place,
                    "nesting",
                    f"Lists and mappings stand more than {DEEPEST} deep inside each other here.",
                    "give the inner ones a claim of their own",
                )
                raise _Stop
            case yaml.SequenceStartEvent():
                return self._listing(event, place, start, depth)
            case yaml.MappingStartEvent():
                return self._mapping(event, place, start, depth)
            case _:  # an alias: refused already, and nothing stands in its place
                return Scalar(place, "", '"', start, _end(event))

    def _scalar(self, event: yaml.ScalarEvent, place: Place, start: int) -> Scalar:
        text = event.value.translate(_FROM_STANDINS)
        if escaped := FORBIDDEN.search(text):
            self._find(
                place,
                "control-character",
                f"This text writes the control character {character(escaped[0])} as an escape.",
                "leave the escape out",
            )
        return Scalar(place, text, event.style or "", start, _end(event))

    def _listing(self, begin: yaml.SequenceStartEvent, place: Place, start: int, depth: int) -> Listing:
        items: list[Node] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        flow = bool(begin.flow_style)
        # Where a block ends, the parser says only when it meets what comes next, below all comments.
        end = _end(event) if flow else items[-1].end if items else start
        return Listing(place, tuple(items), flow, start, end)

    def _mapping(self, begin: yaml.MappingStartEvent, place: Place, start: int, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        flow, end = bool(begin.flow_style), start
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            end = value.end
            if isinstance(key, Scalar):
                self._enter(entries, key, value)
            else:
                self._find(key.place, "key", "A key is a word, not a list or a mapping.")
        return Mapping(place, entries, flow, start, _end(event) if flow else end)

    def _enter(self, entries: dict[str, Entry], key: Scalar, value: Node) -> None:
        if key.plain and key.text == "<<":
            self._find(
                key.place,
                "merge-key",
                "Merge keys (`<<`) are not part of the notation.",
                "write the fields out where they belong",
            )
        elif key.text in entries:
            first = entries[key.text].key.place.line
            self._find(
                key.place,
                "duplicate-key",
                f"{shown(key.text)} is written twice: in line {first} and in line {key.place.line}.",
                "keep one of them",
            )
        else:
            if isinstance(value, Scalar) and value.plain and not value.text:
                value = value._replace(place=key.place)  # what is not there is missed at its key
            entries[key.text] = Entry(key, value)

    def _refuse_properties(self, event: yaml.Event, place: Place) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            self._find(
                place,
                "alias",
                f"Aliases ({shown(f'*{anchor}')}) are not part of the notation.",
                "write it out, or put the text in quotes if it is meant to begin with `*`",
            )
        elif anchor is not None:
            self._find(
                place,
                "anchor",
                f"Anchors ({shown(f'&{anchor}')}) are not part of the notation.",
                "leave it out, or put the text in quotes if it is meant to begin with `&`",
            )
        if tag is not None:
            self._find(
                place,
                "tag",
                f"Tags ({shown(_tag_as_written(tag))}) are not part of the notation.",
                "leave it out, or put the text in quotes if it is meant to begin with `!`",
            )


def _index(event: yaml.Event) -> int:
    """Where an event begins, in code points from the beginning of the text."""
    return event.start_mark.index if event.start_mark else 0


def _end(event: yaml.Event) -> int:
    """Where an event ends; half-open."""
    return event.end_mark.index if event.end_mark else 0


def _tag_as_written(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!", 1)
