"""A view as a Graphviz graph with its texts in it, for those who lay it out and draw it themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.drawing.typesetting import wrap

if TYPE_CHECKING:
    from argmap.drawing.views import Selection
    from argmap.model import Argument
    from argmap.reading import Reading

TEXT, WIDTH = 14.0, 220.0  # points
COLOURS = {False: "#14704f", True: "#b3261e"}  # of support and of attack, as in argmap's own drawings


def graph(reading: Reading, selection: Selection, title: str) -> str:
    """DOT source: a node for each claim, by its id; premises that hold only together meet in a point."""
    lines = [
        f"digraph {_quoted(title)} {{",
        "rankdir=BT",
        'node [shape=box style=filled fillcolor=white fontname="sans-serif" fontsize=14]',
        'edge [fontname="sans-serif" fontsize=14]',
    ]
    for group in reading.map.groups.values():
        members = [claim for claim in selection.claims if reading.map.claims[claim].group == group.id]
        if members:
            lines += [f"subgraph {_quoted(f'cluster {group.id}')} {{", f"label={_quoted(group.name)}"]
            lines += [_node(reading, claim) for claim in members] + ["}"]
    lines += [_node(reading, claim) for claim in selection.claims if not reading.map.claims[claim].group]
    dotted = {each.id for each in selection.arguments if len(each.premises) > 1 or selection.drawn(each.own)}
    for argument in selection.arguments:
        lines += _edges(selection, argument, dotted)
    return "\n".join([*lines, "}\n"])


def _node(reading: Reading, claim: str) -> str:
    text = "\n".join(line.text for line in wrap(reading.map.claims[claim].text, WIDTH, TEXT))
    return f"{_quoted(claim)} [label={_quoted(text)}{' penwidth=2' if claim == reading.map.thesis else ''}]"


def _edges(selection: Selection, argument: Argument, dotted: set[str]) -> Iterator[str]:
    premises = [premise for premise in argument.premises if premise in selection.hidden]
    colour = f'color="{COLOURS[argument.attacks]}"'
    bears = f'[label="{"−" if argument.attacks else "+"}" arrowhead={"tee" if argument.attacks else "normal"} {colour}]'
    if argument.id not in dotted:
        yield from (f"{_quoted(premise)} -> {_quoted(argument.conclusion)} {bears}" for premise in premises)
        return
    yield f"{_quoted(argument.id)} [shape=point {colour}]"
    yield f"{_quoted(argument.id)} -> {_quoted(argument.conclusion)} {bears}"
    yield from (f"{_quoted(premise)} -> {_quoted(argument.id)} [arrowhead=none {colour}]" for premise in premises)


def _quoted(text: str) -> str:
    """A text as a string of DOT, in which neither a backslash nor an entity of HTML means anything."""
    escaped = text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
