"""A document's parts with the comments and blank lines that belong to them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from argmap.notation.document import Listing, Mapping, Node, Scalar

_DIRECTIVES = re.compile(r"^(?:%|---(?:\s|$))", re.MULTILINE)
_LINE = re.compile(r"(?:^|(?<=[ \t]))#[^\n]*|^[ \t]*(?=\n)", re.MULTILINE)
_ONLY_DASHES = re.compile(r"[ \t]*(?:-[ \t]+)+")


@dataclass
class Part:
    """The root, an entry of a mapping or an item of a list, with what an editor wrote around it.

    `leading` has the lines above it, comments with their indentation and "" for a blank one; `trailing` the comments
    beside it, each with the spacing before it.
    """

    value: Node
    key: Scalar | None = None
    children: list[Part] = field(default_factory=list)
    leading: list[str] = field(default_factory=list)
    trailing: str = ""

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.key.start if self.key else self.value.start

    @property
    def has_comments(self) -> bool:
        """Whether there is a comment anywhere in it."""
        return any(child.trailing or any(child.leading) or child.has_comments for child in self.children)


@dataclass
class Commented:
    """A document as parts, what stands above them for good, and what stands below the last one."""

    head: list[str]
    root: Part
    foot: list[str]


def with_comments(text: str, root: Node) -> Commented:
    """The parts of a document, every comment and blank line of its text given to the part that it precedes."""
    top = _part(root)
    parts = sorted(_descendants(top), key=lambda part: part.start)  # stable: what holds a part comes before it
    directives = bool(_DIRECTIVES.search(text, 0, root.start))
    begin = root.start if directives else 0
    foot: list[str] = []
    starts = [part.start for part in parts]
    for at, line in _lines_between(text, root, begin):
        _give(text, at, line, top, parts, starts, foot)
    for part in reversed(parts):
        _hand_up(part)
    if directives:
        return Commented([line.rstrip() for line in text[: root.start].rstrip().split("\n")], top, foot)
    return Commented(_staying(parts), top, foot)


def _part(value: Node, key: Scalar | None = None) -> Part:
    """A node as a part. Recursive, over the nesting that a document may have."""
    match value:
        case Mapping(entries=entries):
            return Part(value, key, [_part(entry.value, entry.key) for entry in entries.values()])
        case Listing(items=items):
            return Part(value, key, [_part(item) for item in items])
        case Scalar():
            return Part(value, key)


def _descendants(part: Part) -> Iterator[Part]:
    for child in part.children:
        yield child
        yield from _descendants(child)


def _lines_between(text: str, root: Node, begin: int) -> Iterator[tuple[int, str]]:
    """Every comment with its offset, and every blank line as ""; what scalars hold is neither."""
    at = begin
    for start, end in [*_held(text, root), (len(text), len(text))]:
        for found in _LINE.finditer(text, at, start):
            yield found.start(), found[0].strip()
        at = end


def _held(text: str, node: Node) -> Iterator[tuple[int, int]]:
    """The stretches that scalars hold, in order. The header of a block scalar is none: a comment may stand there."""
    match node:
        case Mapping(entries=entries):
            for key, value in entries.values():
                yield from _held(text, key)
                yield from _held(text, value)
        case Listing(items=items):
            for item in items:
                yield from _held(text, item)
        case Scalar(style="|" | ">", start=start, end=end):
            header = text.find("\n", start, end)
            first = header if header >= 0 else end
            yield first, max(first, start + len(text[start:end].rstrip()))
        case Scalar(start=start, end=end):
            yield start, end


def _give(text: str, at: int, line: str, root: Part, parts: list[Part], starts: list[int], foot: list[str]) -> None:
    """Give a line to its part."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    if line and before.strip() and not _ONLY_DASHES.fullmatch(before):
        owner = _owner(text, root, at)
        if owner is not root:
            owner.trailing += before[len(before.rstrip()) :] + line
            return
    spaced = line and (" " if before.strip() else before) + line
    following = bisect_right(starts, at)
    previous = parts[following - 1] if following else None
    if previous and previous.key and at < previous.value.start and _is_leaf(previous.value):
        following = bisect_left(starts, previous.start)  # between a key and its value: above both
        if not line:
            return
    if following < len(parts):
        if line or not _in_flow(parts[following], root, at):
            parts[following].leading.append(spaced)
    else:
        foot.append(spaced)


def _hand_up(part: Part) -> None:
    """What stands above the first item of a list that is an item itself stands above both dashes."""
    if part.key is None and isinstance(part.value, Listing) and part.children:
        first = part.children[0]
        part.leading, first.leading = part.leading + first.leading, []


def _is_leaf(value: Node) -> bool:
    return isinstance(value, Scalar) or value.flow


def _in_flow(part: Part, root: Part, at: int) -> bool:
    """Whether a place lies within brackets or braces."""
    node = root
    while True:
        inside = next((child for child in node.children if child.start <= at < child.value.end), None)
        value = node.value
        if not isinstance(value, Scalar) and value.flow and value.start < at < value.end:
            return True
        if inside is None:
            return False
        node = inside


def _owner(text: str, part: Part, at: int) -> Part:
    """The part beside which a comment stands. Recursive, over the nesting that a document may have."""
    child = next((child for child in reversed(part.children) if child.start < at), None)
    if child is None:
        return part
    value = child.value
    if isinstance(value, Scalar):
        return child
    within = value.start < at < value.end
    beside_its_end = not value.flow and at >= value.end and "\n" not in text[value.end : at]
    return _owner(text, child, at) if within or beside_its_end else child


def _staying(parts: list[Part]) -> list[str]:
    """What stands above the first part and apart from it, with the blank line that parts them; it is taken away."""
    if not parts:
        return []
    leading = parts[0].leading
    parted = max((nth for nth, line in enumerate(leading, 1) if not line), default=0)
    parts[0].leading = leading[parted:]
    return leading[:parted]
