"""A view as a Graphviz graph with its texts in it, for those who lay it out and draw it themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphviz import Digraph, escape

from argmap.drawing.typesetting import wrap

if TYPE_CHECKING:
    from argmap.drawing.views import Selection
    from argmap.model import Argument
    from argmap.reading import Reading

TEXT, WIDTH = 14.0, 220.0  # points
FACE = {"fontname": "sans-serif", "fontsize": "14"}
COLOURS = {False: "#14704f", True: "#b3261e"}  # of support and of attack, as in argmap's own drawings


def graph(reading: Reading, selection: Selection, title: str) -> str:
    """DOT source: a node for each claim, by its id; premises that hold only together meet in a point."""
    found = Digraph(
        _said(title),
        graph_attr={"rankdir": "BT"},
        node_attr={"shape": "box", "style": "filled", "fillcolor": "white"} | FACE,
        edge_attr=FACE,
    )
    for group in reading.map.groups.values():
        members = [claim for claim in selection.claims if reading.map.claims[claim].group == group.id]
        if members:
            with found.subgraph(name=f"cluster {group.id}") as part:
                part.attr(label=_said(group.name))
                for claim in members:
                    _add_claim(part, reading, selection, claim)
    for claim in selection.claims:
        if not reading.map.claims[claim].group:
            _add_claim(found, reading, selection, claim)
    dotted = {each.id for each in selection.arguments if len(each.premises) > 1 or selection.drawn(each.own)}
    for argument in selection.arguments:
        _add_argument(found, selection, argument, dotted)
    source: str = found.source
    return source


def _add_claim(found: Digraph, reading: Reading, selection: Selection, claim: str) -> None:
    lines = [line.text for line in wrap(reading.map.claims[claim].text, WIDTH, TEXT)]
    if below := selection.below.get(claim):
        lines.append(reading.words("drawing.below", count=below.claims))
    text = "\n".join(lines)
    thesis = {"penwidth": "2"} if claim == reading.map.thesis else {}
    found.node(claim, label=_said(text), **thesis)


def _add_argument(found: Digraph, selection: Selection, argument: Argument, dotted: set[str]) -> None:
    premises = [premise for premise in argument.premises if premise in selection.hidden]
    colour = COLOURS[argument.attacks]
    label, head = ("−", "tee") if argument.attacks else ("+", "normal")
    bears = {"label": label, "arrowhead": head, "color": colour}
    if argument.id not in dotted:
        for premise in premises:
            found.edge(premise, argument.conclusion, **bears)
        return
    found.node(argument.id, shape="point", color=colour)
    found.edge(argument.id, argument.conclusion, **bears)
    for premise in premises:
        found.edge(premise, argument.id, arrowhead="none", color=colour)


def _said(text: str) -> str:
    """A text in which neither a backslash nor an entity of HTML means anything."""
    said: str = escape(text.replace("&", "&amp;"))
    return said
