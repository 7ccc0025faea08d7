"""What may stand at a place of a map: taken from the schema, and from nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from argmap.editing.references import SECTIONS
from argmap.notation.json_schema import marked_schema
from argmap.notation.values import NAMES

if TYPE_CHECKING:
    from argmap.lsp.spot import Path


@dataclass(frozen=True)
class Meaning:
    """What may be written: ids of these kinds, these words, or a mapping with these fields and what they mean.

    `defines` is the kind of thing that a key there names.
    """

    ids: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    defines: str = ""


@lru_cache(maxsize=1024)
def meaning(path: Path) -> Meaning:
    """What may stand under a path; of any item of a list the step is a number."""
    nodes = list(_nodes(path))
    ids = dict.fromkeys(node[NAMES] for node in nodes if NAMES in node)
    words = dict.fromkeys(word for node in nodes for word in _words(node))
    fields = {name: str(each.get("description", "")) for node in nodes for name, each in _fields(node)}
    named = any("patternProperties" in node for node in nodes)
    if path[-2:] == ("tags", 0):
        return Meaning(("tag",))
    if path[-1:] == ("id",) and ("because" in path or "but" in path):
        return Meaning(defines="argument")
    return Meaning(tuple(ids), tuple(words), fields, SECTIONS.get(str(path[-1]), "") if named else "")


def describe(path: Path, name: str) -> str:
    """What the schema says of a field of the mapping at a path."""
    return meaning(path).fields.get(name, "")


def _nodes(path: Path) -> Iterator[dict[str, Any]]:
    nodes = _alternatives(marked_schema())
    for step in path:
        nodes = [found for node in nodes for below in _below(node, step) for found in _alternatives(below)]
    yield from nodes


def _below(node: dict[str, Any], step: str | int) -> Iterable[dict[str, Any]]:
    if isinstance(step, int):
        return [node["items"]] if "items" in node else []
    if step in node.get("properties", {}):
        return [node["properties"][step]]
    named: dict[str, dict[str, Any]] = node.get("patternProperties", {})
    return named.values()


def _alternatives(node: dict[str, Any]) -> list[dict[str, Any]]:
    """The forms that a piece of the schema allows, none of them a reference to another."""
    if "$ref" in node:
        return _alternatives(marked_schema()["$defs"][node["$ref"].rpartition("/")[2]])
    if "anyOf" in node:
        return [found for each in node["anyOf"] for found in _alternatives(each)]
    return [node]


def _words(node: dict[str, Any]) -> Iterable[str]:
    if node.get("type") == "boolean":
        return ("true", "false")
    return (str(word) for word in node.get("enum", ()))


def _fields(node: dict[str, Any]) -> Iterable[tuple[str, dict[str, Any]]]:
    fields: dict[str, dict[str, Any]] = node.get("properties", {})
    return fields.items()
