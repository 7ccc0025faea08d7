"""Ids and references: every id names one thing, and every reference leads to one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.findings import Finding, Severity
from argmap.notation.document import Entry, Mapping, Node
from argmap.notation.parts import arguments, child, entries, items, premises, quotes, word
from argmap.notation.scalars import shown

if TYPE_CHECKING:
    from argmap.notation.suggestions import Suggestions


def check_references(root: Node, suggestions: Suggestions) -> Iterator[Finding]:
    """What is wrong with the ids of a map and the references to them."""
    yield from _clashes(root)
    yield from _References(root, suggestions).findings()


def _error(node: Node, rule: str, message: str, hint: str) -> Finding:
    return Finding(*node.place, rule, Severity.ERROR, message, hint)


def _clashes(root: Node) -> Iterator[Finding]:
    """Claims and arguments share one namespace."""
    lines = {name: entry.key.place.line for name, entry in entries(child(root, "claims")).items()}
    for argument in arguments(root):
        node = child(argument, "id")
        name = word(node)
        if node is None or name is None:
            continue
        if name in lines:
            message = f"{shown(name)} is the id of something else already, in line {lines[name]}."
            yield _error(node, "duplicate-id", message, "claims and arguments share their ids: choose another")
        lines.setdefault(name, node.place.line)


class _References:
    def __init__(self, root: Node, suggestions: Suggestions) -> None:
        self._root = root
        self._suggestions = suggestions
        self._claims = entries(child(root, "claims"))
        self._known = {kind: _section(root, f"{kind}s") for kind in ("claim", "source", "actor", "group")}
        self._arguments = {word(child(argument, "id")) for argument in arguments(root)}
        self._tags = {word(tag) for claim in self._claims.values() for tag in items(child(claim.value, "tags"))}

    def findings(self) -> Iterator[Finding]:
        root = self._root
        yield from self._check("claim", child(root, "thesis"))
        for _, claim in self._claims.values():
            yield from self._check("group", child(claim, "group"))
            yield from self._check("actor", child(claim, "said_by"), *items(child(claim, "actors")))
        for argument in arguments(root):
            yield from self._check("claim", *premises(argument))
        yield from self._sources()
        for _, view in entries(child(root, "views")).values():
            yield from self._check("group", *items(child(view, "groups")))
            yield from self._check("actor", *items(child(view, "actors")))
            yield from self._check("claim", child(view, "focus"))
            yield from self._check_tags(view)
        for step in items(child(root, "tour")):
            yield from self._check("claim", child(step, "claim"))

    def _check(self, kind: str, *nodes: Node | None) -> Iterator[Finding]:
        known = self._known[kind]
        if known is None:
            return
        for node in nodes:
            name = word(node)
            if node is None or name is None or name.strip() in known:
                continue
            if kind == "claim" and name in self._arguments:
                message, hint = f"{shown(name)} is an argument, and a claim is wanted here.", "name one of its premises"
            else:
                message = f"There is no {kind} {shown(name)}."
                hint = self._suggestions.hint(name, known, f"write it under `{kind}s`, or correct the id")
            yield _error(node, "unknown-reference", message, hint)

    def _check_tags(self, view: Node) -> Iterator[Finding]:
        known = {tag.strip() for tag in self._tags if tag}
        for node in items(child(view, "tags")):
            name = word(node)
            if name is not None and name.strip() not in known:
                hint = self._suggestions.hint(name, known, "give it to the claims that this view should show")
                yield _error(node, "unknown-reference", f"No claim has the tag {shown(name)}.", hint)

    def _sources(self) -> Iterator[Finding]:
        """A quote's source goes without saying where there is one only."""
        sources = self._known["source"]
        for quote in quotes(self._root):
            if isinstance(quote, Mapping) and "source" in quote.entries:
                yield from self._check("source", child(quote, "source"))
            elif sources == {}:
                yield _error(
                    quote,
                    "missing-source",
                    "There is no source that this quote could be from.",
                    "add the text under `sources`",
                )
            elif sources and len(sources) > 1:
                yield _error(
                    quote,
                    "missing-source",
                    "There are several sources, and this quote does not say which it is from.",
                    f"write `{{exact: …, source: {next(iter(sources))}}}`",
                )


def _section(root: Node, name: str) -> dict[str, Entry] | None:
    """What a section names; None where it is no mapping, and nothing can be said of references to it."""
    section = child(root, name)
    return entries(section) if section is None or isinstance(section, Mapping) else None
