"""What a page says of maps: links of the form `argmap:map#claim`, and fences. Examples in other fences are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.editing.pages import OPTIONS as NAMING
from argmap.lsp.places import Position, Range, on_line

_LINK = re.compile(r"(?<=[(<\s])argmap:(?P<map>[^\s#)<>\"'`]*)(?:#(?P<id>[^\s)<>\"'`]*))?")
_FENCE = re.compile(r"(?P<indent>[ \t>]*)(?P<mark>`{3,}|~{3,})\s*(?P<info>[^`]*)$")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_OPTION = re.compile(r"\s*(?:(?P<name>[a-z]+):(?=\s|$)|-\s)?")
_WORD = re.compile(r"[^\s,\[\]\"'#]+")

KINDS = {"map": "map", **NAMING}
"""What a fence's options name."""


class Told(NamedTuple):
    """A name in a page: a map's, or something's in a map. Of a link's end the kind is "id": a claim or an argument."""

    map: str
    kind: str
    id: str
    range: Range


@dataclass
class Fence:
    """An `argmap` fence: its first line, those of its text, and whether it is closed."""

    line: int
    text: list[tuple[int, str]] = field(default_factory=list)

    @property
    def source(self) -> str:
        """Its text."""
        return "\n".join(line for _, line in self.text)


def told(lines: Sequence[str]) -> Iterator[Told]:
    """Every name in a page, in order of kind: links, then fences."""
    prose, fences = parts(lines)
    for number in prose:
        line = _CODE.sub(lambda code: " " * len(code[0]), lines[number])
        for link in _LINK.finditer(line):
            yield Told(link["map"], "map", link["map"], on_line(number, *link.span("map")))
            if link["id"]:
                yield Told(link["map"], "id", link["id"], on_line(number, *link.span("id")))
    for fence in fences:
        yield from _in_fence(fence)


def parts(lines: Sequence[str]) -> tuple[list[int], list[Fence]]:
    """The numbers of the lines that are no code, and the `argmap` fences."""
    prose: list[int] = []
    fences: list[Fence] = []
    mark, ours = "", False
    for number, line in enumerate(lines):
        found = _FENCE.match(line)
        if mark:
            if found and found["mark"].startswith(mark) and not found["info"].strip():
                mark = ""
            elif ours:
                fences[-1].text.append((number, line))
        elif found:
            mark, ours = found["mark"], found["info"].split()[:1] in (["argmap"], ["{.argmap}"])
            if ours:
                fences.append(Fence(number))
        else:
            prose.append(number)
    return prose, fences


class Asked(NamedTuple):
    """What can be written at a place of a page: names of a kind, of a map, in place of what is there."""

    kind: str
    map: str
    range: Range


def asked_at(lines: Sequence[str], position: Position) -> Asked | None:
    """What the cursor asks for, in a link or in a fence; None anywhere else."""
    line = lines[position.line] if position.line < len(lines) else ""
    prose, fences = parts(lines)
    if position.line in prose:
        for link in _LINK.finditer(line):
            for kind, part in (("id", "id"), ("map", "map")):
                start, end = link.span(part)
                if start <= position.column <= end:
                    return Asked(kind, link["map"], on_line(position.line, start, end))
        return None
    fence = next((each for each in fences if position.line in dict(each.text)), None)
    return _asked_in(fence, line, position) if fence else None


def _asked_in(fence: Fence, line: str, position: Position) -> Asked:
    start = end = position.column
    while start and _WORD.match(line[start - 1]) and line[start - 1] != ":":
        start -= 1
    while end < len(line) and _WORD.match(line[end]) and line[end] != ":":
        end += 1
    where = on_line(position.line, start, end)
    option = _OPTION.match(line[:start])
    name = option["name"] if option else None
    if name is None and line[:start].strip() in ("", "-"):
        name = _option_above(fence, position.line) if line[:start].strip() else None
        if name is None:
            alone = all(not text.strip() for number, text in fence.text if number != position.line)
            return Asked("map or option" if alone else "option", _map_of(fence), where)
    return Asked(KINDS.get(name or "", ""), _map_of(fence), where)


def _in_fence(fence: Fence) -> Iterator[Told]:
    name = _map_of(fence)
    option: str | None = None
    for number, line in fence.text:
        found = _OPTION.match(line)
        start = found.end() if found else 0
        if found and found["name"]:
            option = found["name"]
        elif option is None:
            option = "map"  # a fence may be nothing but a map's name
        if option in KINDS:
            for word in _WORD.finditer(line.partition(" #")[0], start):
                yield Told(name, KINDS[option], word[0], on_line(number, *word.span()))


def _option_above(fence: Fence, line: int) -> str | None:
    above = (_OPTION.match(text) for number, text in reversed(fence.text) if number < line)
    return next((found["name"] for found in above if found and found["name"]), None)


def _map_of(fence: Fence) -> str:
    """The name of the map that a fence draws, as far as it is written."""
    named = (re.match(r"\s*map:\s*([^\s#]+)", line) for _, line in fence.text)
    written = next((found[1] for found in named if found), "")
    words = fence.source.split()
    return written or (words[0] if words and not words[0].endswith(":") else "")
