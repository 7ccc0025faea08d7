"""A scene as DOT: empty boxes of known sizes, so that no text reaches the engine.

The graph runs from conclusions down to premises and names its nodes by number; sizes are in points,
one to a CSS pixel.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from argmap.drawing.cards import SMALL, SetCard
from argmap.drawing.typesetting import measure

if TYPE_CHECKING:
    from argmap.drawing.scene import Link, Scene

DOT_SIZE = 13.0
GROUP_TITLE = 31.0
DENSE = 500  # links; from here on Graphviz is told to try less hard


class Stagger(Enum):
    """What stands a rank lower than it need."""

    NOTHING = 0
    UNDERCUTS = 1
    BRANCHES = 2  # undercuts, and cards with more below them beside leaves
    FOLDED = 3  # the same, also within a group, which Graphviz ranks by itself


class Graph(NamedTuple):
    """DOT source, and which of its names stand for what."""

    source: str
    cards: Mapping[str, str]  # node name -> card name
    junctions: Mapping[str, str]  # node name -> argument id
    groups: Mapping[str, str]  # cluster name -> group id
    links: tuple[Link, ...]  # by the number in an edge's `id`


def write(
    scene: Scene,
    cards: Mapping[str, SetCard],
    group_names: Mapping[str, str],
    *,
    stagger: Stagger,
    routed: bool = True,
) -> Graph:
    """The graph of a scene whose cards are set in type; where it is not `routed`, its lines are left out.

    What is staggered stands a rank below what bears on the same thing: taller, and less wide.
    """
    node_of_card = {card.name: f"c{n}" for n, card in enumerate(scene.cards)}
    node_of_dot = {junction.argument: f"j{n}" for n, junction in enumerate(scene.junctions)}
    effort = _effort(scene) if routed else " splines=none"
    lines = [
        "digraph argmap {",
        f"graph [rankdir=TB nodesep={_inches(26)} ranksep={_inches(30)}{effort}]",
        'node [shape=box label="" fixedsize=true margin=0]',
        "edge [dir=none]",
    ]
    clusters = {group: f"cluster_{n}" for n, group in enumerate(scene.groups)}
    for group, name in clusters.items():
        width = measure(group_names[group], SMALL, "semibold") + 2 * 12
        lines.append(f"subgraph {name} {{")
        lines.append(f"graph [label={_blank(width, GROUP_TITLE)} margin=14 labelloc=t labeljust=l]")
        lines += _nodes(scene, cards, node_of_card, node_of_dot, group)
        lines.append("}")
    lines += _nodes(scene, cards, node_of_card, node_of_dot, "")

    lower = set(_staggered(scene, stagger))
    for number, link in enumerate(scene.links):
        above = node_of_dot[link.target] if link.to_junction else node_of_card[link.target]
        below = node_of_dot[link.source] if link.from_junction else node_of_card[link.source]
        ports = ("" if link.to_junction else " tailport=s") + ("" if link.from_junction else " headport=n")
        # A dot belongs right below what it bears on: a heavy edge keeps it there.
        weight, length = 6 if link.from_junction else 1, 2 if number in lower else 1
        lines.append(f"{above} -> {below} [id={number} weight={weight} minlen={length}{ports}]")

    for leaf, branch in _folds(scene) if stagger is Stagger.FOLDED else ():
        lines.append(f"{node_of_card[leaf]} -> {node_of_card[branch]} [style=invis weight=0]")

    return Graph(
        "\n".join([*lines, "}\n"]),
        {node: card for card, node in node_of_card.items()},
        {node: argument for argument, node in node_of_dot.items()},
        {cluster: group for group, cluster in clusters.items()},
        scene.links,
    )


def staggers(scene: Scene) -> tuple[Stagger, ...]:
    """The ways to stagger that make a difference to a scene."""
    folds = any(_folds(scene))
    found = {(*_staggered(scene, each), folds and each is Stagger.FOLDED): each for each in reversed(Stagger)}
    return tuple(each for each in Stagger if each in found.values())


def widest_row(scene: Scene, stagger: Stagger) -> int:
    """How many cards Graphviz is likely to put side by side at most: those as far down as one another."""
    lower = set(_staggered(scene, stagger))
    below: dict[tuple[str, bool], list[tuple[tuple[str, bool], int]]] = {}
    waiting: Counter[tuple[str, bool]] = Counter()
    for number, link in enumerate(scene.links):
        source = (link.source, link.from_junction)
        below.setdefault((link.target, link.to_junction), []).append((source, 2 if number in lower else 1))
        waiting[source] += 1
    for leaf, branch in _folds(scene) if stagger is Stagger.FOLDED else ():
        below.setdefault((leaf, False), []).append(((branch, False), 1))
        waiting[branch, False] += 1
    cards = [(card.name, False) for card in scene.cards]
    rank = dict.fromkeys(cards, 0)
    ready = [node for node in cards if not waiting[node]]
    for node in ready:  # what goes round in circles is never ready, and stays at the top
        for source, length in below.get(node, ()):
            rank[source] = max(rank.get(source, 0), rank[node] + length)
            waiting[source] -= 1
            if not waiting[source]:
                ready.append(source)
    return max(Counter(rank[card] for card in cards).values())


def _staggered(scene: Scene, stagger: Stagger) -> Iterator[int]:
    """The numbers of the links that are to be a rank longer."""
    above = {link.target for link in scene.links}
    if stagger is not Stagger.NOTHING:
        yield from (number for number, link in enumerate(scene.links) if link.to_junction and link.bears)
    if stagger in (Stagger.BRANCHES, Stagger.FOLDED):
        for numbers in _beside(scene).values():
            branches = [number for number in numbers if scene.links[number].source in above]
            if len(branches) < len(numbers):
                yield from branches


def _beside(scene: Scene) -> Mapping[str, list[int]]:
    """The numbers of the links from cards by the conclusion that these bear on, with or without a dot between."""
    bears_on = {link.source: link.target for link in scene.links if link.from_junction}
    beside: dict[str, list[int]] = {}
    for number, link in enumerate(scene.links):
        if not link.from_junction:
            conclusion = bears_on.get(link.target, link.target) if link.to_junction else link.target
            beside.setdefault(conclusion, []).append(number)
    return beside


def _folds(scene: Scene) -> Iterator[tuple[str, str]]:
    """Pairs of cards of one group that bear on one conclusion, the second to stand below the first: leaves first."""
    group_of = {card.name: card.group for card in scene.cards}
    above = {link.target for link in scene.links}
    for numbers in _beside(scene).values():
        folded: dict[str, list[str]] = {}
        for source in dict.fromkeys(scene.links[number].source for number in numbers):
            folded.setdefault(group_of[source], []).append(source)
        for group, sources in folded.items():
            leaves = [source for source in sources if source not in above]
            if group and leaves:
                yield from pairwise(leaves)
                yield from ((leaves[-1], source) for source in sources if source in above)


def _nodes(
    scene: Scene,
    cards: Mapping[str, SetCard],
    node_of_card: Mapping[str, str],
    node_of_dot: Mapping[str, str],
    group: str,
) -> Iterator[str]:
    for card in scene.cards:
        if card.group == group:
            size = cards[card.name]
            yield f"{node_of_card[card.name]} [width={_inches(size.width)} height={_inches(size.height)}]"
    size_of_dot = _inches(DOT_SIZE)
    for junction in scene.junctions:
        if junction.group == group:
            yield f"{node_of_dot[junction.argument]} [shape=circle width={size_of_dot} height={size_of_dot}]"


def _effort(scene: Scene) -> str:
    return "" if len(scene.links) < DENSE else " nslimit=1 nslimit1=1 mclimit=.3 splines=line"


def _blank(width: float, height: float) -> str:
    """An empty label of a known size: room for a group's title."""
    size = f'FIXEDSIZE="TRUE" WIDTH="{width:.0f}" HEIGHT="{height:.0f}"'
    return f'<<TABLE BORDER="0" CELLPADDING="0" CELLSPACING="0" {size}><TR><TD></TD></TR></TABLE>>'


def _inches(pixels: float) -> str:
    return f"{pixels / 72:.4f}"
