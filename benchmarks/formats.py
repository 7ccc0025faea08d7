"""A grown map as argmap, Argdown and Graphviz read it, in files; and what each of them has understood."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from growing import GrownMap, Link

from argmap import read

TITLE = "A map that was made to measure with"
DOT_LINE = 34  # characters in a box: what goes into one of argmap's cards


def notation(grown: GrownMap, source: str = "") -> str:
    """The map in argmap's notation; with a source's file, as `article` writes it, every claim quotes it."""
    lines = ["argmap: 1", f"title: {TITLE}", f"thesis: {grown.thesis}"]
    lines += [f"sources: {{ article: {{ file: {source}, title: {TITLE} }} }}"] if source else []
    lines.append("claims:")
    for claim, links in grown.by_conclusion.items():
        lines += [f"  {claim}:", f"    text: {grown.texts[claim]}"]
        lines += [f"    quote: {grown.texts[claim]}"] if source else []
        for word, against in (("because", False), ("but", True)):
            if premises := [link.premise for link in links if link.against is against]:
                lines.append(f"    {word}: [{', '.join(premises)}]")
    return "\n".join(lines) + "\n"


def article(grown: GrownMap) -> str:
    """A text in which each claim of the map is a sentence, ten to a paragraph."""
    sentences = list(grown.texts.values())
    return "\n\n".join(" ".join(sentences[start : start + 10]) for start in range(0, len(sentences), 10)) + "\n"


def argdown(grown: GrownMap) -> str:
    """The map in Argdown: each claim a statement, with its relations under it."""
    lines = ["===", f"title: {TITLE}", "==="]
    for claim, links in grown.by_conclusion.items():
        lines += ["", f"[{claim}]: {grown.texts[claim]}"]
        lines += [f"  {'-' if link.against else '+'} [{link.premise}]" for link in links]
    return "\n".join(lines) + "\n"


def dot(grown: GrownMap) -> str:
    """The map in Graphviz's language: a box for each claim with its text in lines, an edge for each link."""
    lines = ["digraph map {", "  rankdir=BT", "  node [shape=box, style=rounded, fontsize=10]"]
    for claim, text in grown.texts.items():
        lines.append(f'  {claim} [label="{_broken(text)}"]')
    for links in grown.by_conclusion.values():
        for link in links:
            style = 'color="#c62828", style=dashed, arrowhead=tee' if link.against else 'color="#2e7d32"'
            lines.append(f"  {link.premise} -> {link.conclusion} [{style}]")
    return "\n".join([*lines, "}"]) + "\n"


def _broken(text: str) -> str:
    return r"\n".join(textwrap.wrap(text, DOT_LINE))


FORMATS: Mapping[str, Callable[[GrownMap], str]] = {"yml": notation, "argdown": argdown, "dot": dot}
"""How a map is written in each kind of file, by the ending of its name."""


def write(grown: GrownMap, folder: Path, name: str, suffix: str) -> Path:
    """The map in a file of a folder; `suffix` is one of `FORMATS`."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.{suffix}"
    file.write_text(FORMATS[suffix](grown), "utf-8")
    return file


def understood_by_argmap(file: Path) -> GrownMap:
    """What argmap's reader has found in a file."""
    found = read(file).map
    texts = {claim.id: claim.text for claim in found.claims.values()}
    return GrownMap(
        {found.thesis: texts[found.thesis]} | texts,
        frozenset(
            Link(premise, argument.conclusion, argument.attacks)
            for argument in found.arguments.values()
            for premise in argument.premises
        ),
    )


def understood_by_argdown(exported: str) -> GrownMap:
    """What Argdown has found in a file, as it exports it as JSON."""
    found = json.loads(exported)
    texts = {title: _said(statement) for title, statement in found["statements"].items()}
    links = (Link(one["from"], one["to"], _against(one["relationType"])) for one in found["relations"])
    return GrownMap(texts, frozenset(links))


def _said(statement: Mapping[str, Any]) -> str:
    """The text of the member that has one: the others only refer to it."""
    (text,) = (member["text"] for member in statement["members"] if member.get("text"))
    return str(text)


def _against(relation: str) -> bool:
    return {"support": False, "attack": True}[relation]


def understood_by_graphviz(laid_out: str) -> GrownMap:
    """What Graphviz has found in a file, as it tells it as `json0`."""
    found = json.loads(laid_out)
    names = [node["name"] for node in found["objects"]]
    texts = {node["name"]: node["label"].replace(r"\n", " ") for node in found["objects"]}
    edges = found.get("edges", ())
    links = (Link(names[edge["tail"]], names[edge["head"]], edge.get("arrowhead") == "tee") for edge in edges)
    return GrownMap(texts, frozenset(links))
