"""New quotes written into a map where the old ones stand; every other byte stays as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from argmap.editing import scalars
from argmap.editing.manuscript import Edit, Manuscript
from argmap.editing.meaning import check_meaning, meaning
from argmap.notation import document
from argmap.notation.document import Entry, Listing, Node, Scalar, read_document
from argmap.notation.scalars import resolve

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Quote

_FIELDS = ("exact", "source", "prefix", "suffix", "reads")
_HEADER = re.compile(r"[|>][^#\n]*?(?P<comment>[ \t]+#[^\n]*)?(?:\n|$)")


class _Spot(NamedTuple):
    """Where a quote is written; `indent` is the column, from 0, of a mapping that would stand in its place."""

    node: Scalar | document.Mapping
    flow: bool
    indent: int
    below: bool


def repaired(manuscript: Manuscript, argument_map: ArgumentMap, quotes: Mapping[Quote, Quote]) -> Manuscript:
    """The map's file with new quotes for old ones.

    Raises `ChangedMeaningError` where the file would not be the same map with the new quotes.
    """
    file = str(manuscript.path)
    root = read_document(file, manuscript.text).root
    new = manuscript.edited(quote_edits(manuscript.text, root, quotes) if root else [])
    check_meaning(new.text, file, meaning(argument_map, {old.place: quote for old, quote in quotes.items()}))
    return new


def quote_edits(text: str, root: Node, quotes: Mapping[Quote, Quote]) -> list[Edit]:
    """What to write in a map's text, which was read as `root`, for its quotes to be others."""
    wanted = {old.place: (old, new) for old, new in quotes.items()}
    return [
        edit
        for spot in _spots(root, flow=False, indent=0, below=True)
        if spot.node.place in wanted
        for edit in _edits(text, spot, *wanted.pop(spot.node.place))
    ]


def _spots(node: Node, *, flow: bool, indent: int, below: bool) -> Iterator[_Spot]:
    """Every place where a value is written, from the outside in. Recursive, over the nesting of the document."""
    match node:
        case Listing(items=items):
            for item in items:
                yield from _spots(item, flow=flow or node.flow, indent=item.place.column - 1, below=False)
        case document.Mapping(entries=entries):
            yield _Spot(node, flow, indent, below)
            for key, value in entries.values():
                yield from _spots(value, flow=flow or node.flow, indent=key.place.column + 1, below=True)
        case Scalar():
            yield _Spot(node, flow, indent, below)


def _edits(text: str, spot: _Spot, old: Quote, new: Quote) -> Iterator[Edit]:
    """What to write for a quote to be another."""
    node = spot.node
    changes = {name: getattr(new, name) for name in _FIELDS if getattr(new, name) != getattr(old, name)}
    if isinstance(node, Scalar):
        if changes.keys() == {"exact"}:
            yield _replaced(text, node, new.exact, flow=spot.flow)
        elif changes:
            yield _as_mapping(text, node, spot, new, {"exact", *changes})
        return
    added = {}
    for name, value in changes.items():
        entry = node.entries.get(name)
        if entry is None:
            added[name] = value
        elif not isinstance(entry.value, Scalar):
            continue
        elif value:
            yield _replaced(text, entry.value, value, flow=spot.flow or node.flow)
        else:
            yield from _removed(text, node, name, new, flow=spot.flow or node.flow)
    if added:
        yield _added(text, node, added, flow=spot.flow or node.flow)


def _replaced(text: str, scalar: Scalar, words: str, *, flow: bool) -> Edit:
    """Other words in a scalar's place, in its style where that can hold them."""
    end = _end(text, scalar)
    if scalar.style in ("|", ">"):
        raw = text[scalar.start : end]
        header = _HEADER.match(raw)
        indent = len(raw.partition("\n")[2]) - len(raw.partition("\n")[2].lstrip(" "))
        held = scalars.block(scalar.style, words + "\n" * scalar.text.endswith("\n"), indent)
        if held and header and not words.startswith(" "):
            first, line_break, others = held.partition("\n")
            return Edit(scalar.start, end, f"{first}{header['comment'] or ''}{line_break}{others}")
    return Edit(scalar.start, end, _on_one_line(words, scalar.style, flow=flow))


def _on_one_line(words: str, style: str, *, flow: bool) -> str:
    if style == "" and not isinstance(resolve(words), str):
        return scalars.double_quoted(words)
    return scalars.on_one_line(words, style if style in ("", "'") else '"', flow=flow)


def _end(text: str, scalar: Scalar) -> int:
    """Where a scalar's words end: the blank lines below a block are not changed."""
    if scalar.style in ("|", ">"):
        return scalar.start + len(text[scalar.start : scalar.end].rstrip())
    return scalar.end


def _as_mapping(text: str, scalar: Scalar, spot: _Spot, quote: Quote, names: set[str]) -> Edit:
    """A quote that was written as words alone, with more fields than its words."""
    named = {name: getattr(quote, name) for name in _FIELDS if name in names and getattr(quote, name)}
    styles = dict.fromkeys(named, '"') | {"exact": scalar.style}

    def fields(*, flow: bool) -> list[str]:
        return [f"{name}: {_on_one_line(words, styles[name], flow=flow)}" for name, words in named.items()]

    end = _end(text, scalar)
    line = f"{{ {', '.join(fields(flow=True))} }}"
    begin = len(text[: scalar.start].rstrip(" \t"))
    on_its_line = text[begin - 1 : begin] == "\n"
    if spot.flow or on_its_line or spot.indent + len(line) <= scalars.WIDTH:
        return Edit(scalar.start, end, line)
    margin = "\n" + " " * spot.indent
    written = margin.join(fields(flow=False))
    return Edit(begin, end, margin + written) if spot.below else Edit(scalar.start, end, written)


def _added(text: str, node: document.Mapping, fields: Mapping[str, str], *, flow: bool) -> Edit:
    """Fields after the one with the words."""
    key, words = node.entries["exact"]
    written = [f"{name}: {scalars.double_quoted(fields[name])}" for name in _FIELDS if name in fields]
    if flow:
        return Edit(words.end, words.end, "".join(f", {field}" for field in written))
    line_end = text.find("\n", _end(text, words) if isinstance(words, Scalar) else words.end)
    at = line_end if line_end >= 0 else len(text)
    margin = "\n" + " " * (key.place.column - 1)
    return Edit(at, at, "".join(margin + field for field in written))


def _removed(text: str, node: document.Mapping, name: str, quote: Quote, *, flow: bool) -> Iterator[Edit]:
    """A field taken away; where that would take a comment away, the field says what the words say."""
    names = list(node.entries)
    nth = names.index(name)
    key, value = node.entries[name]
    if not isinstance(value, Scalar):
        return
    edit = None
    if flow and nth:
        before: Entry = node.entries[names[nth - 1]]
        edit = Edit(before.value.end, value.end, "")
    elif not flow:
        begin = text.rfind("\n", 0, key.start) + 1
        end = text.find("\n", value.end - 1) + 1 or len(text)
        alone = not text[begin : key.start].strip() and not text[value.end : end].strip()
        edit = Edit(begin, end, "") if alone else None
    if edit is None or "#" in text[edit.start : key.start]:
        if value.text != quote.exact:
            yield Edit(value.start, _end(text, value), scalars.double_quoted(quote.exact))
    else:
        yield edit
