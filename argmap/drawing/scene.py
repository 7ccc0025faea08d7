"""A view as things to draw: cards of rows, junctions where linked premises meet, and links between them.

Nothing here has a size or a place yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from argmap.model import Argument, Strength

if TYPE_CHECKING:
    from argmap.drawing.views import Selection


class Arrangement(StrEnum):
    """How a card's rows belong together."""

    SINGLE = "single"
    STACK = "stack"  # leaf premises that bear on one conclusion separately
    JOINT = "joint"  # the leaf premises of one argument, linked


class Card(NamedTuple):
    """A box with one claim or, stacked, several leaf claims that bear on the same conclusion."""

    claims: tuple[str, ...]
    arrangement: Arrangement = Arrangement.SINGLE
    group: str = ""
    attacks: bool = False  # of stacks alone: whether they are objections

    @property
    def name(self) -> str:
        """The card is known by its first claim."""
        return self.claims[0]


class Junction(NamedTuple):
    """The dot of an argument: where its linked premises meet, and where undercuts and backings end."""

    argument: str
    group: str
    hidden: int  # premises out of view


class Link(NamedTuple):
    """A line from a card or junction up to a card or junction.

    `bears` tells the line that ends on a conclusion, with an arrow or a bar, from one that ends at its own dot.
    """

    source: str  # a card's name or, with `from_junction`, an argument's id
    target: str  # a card's name or, with `to_junction`, an argument's id
    arguments: tuple[str, ...]
    attacks: bool
    bears: bool
    strength: Strength = Strength.NORMAL
    from_junction: bool = False
    to_junction: bool = False


class Scene(NamedTuple):
    """Everything to draw, each kind in reading order."""

    cards: tuple[Card, ...]
    junctions: tuple[Junction, ...]
    links: tuple[Link, ...]
    groups: tuple[str, ...]

    @property
    def disputed(self) -> frozenset[str]:
        """The arguments at whose dots an undercut or a backing ends."""
        return frozenset(link.target for link in self.links if link.to_junction and link.bears)


def compose(selection: Selection) -> Scene:
    """The scene of a selection."""
    drawn = selection.arguments
    cards = tuple(_cards(selection, drawn))
    card_of = {claim: card.name for card in cards for claim in card.claims}
    joint = {card.claims: card.name for card in cards if card.arrangement is Arrangement.JOINT}
    dotted = {a.id for a in drawn if _has_dot(selection, a, joint)}
    junctions = tuple(
        Junction(a.id, _group_of(selection, a), _out_of_view(selection, a)) for a in drawn if a.id in dotted
    )
    links = dict.fromkeys(link for a in drawn for link in _links(selection, a, card_of, dotted))
    shown_groups = {card.group for card in cards}
    groups = tuple(group for group in selection.map.groups if group in shown_groups)
    return Scene(cards, junctions, tuple(_merged(links)), groups)


def _merged(links: Iterable[Link]) -> Iterable[Link]:
    """Links that differ in their argument alone are one line: those from the rows of a stack."""
    lines: dict[Link, Link] = {}
    for link in links:
        line = link._replace(arguments=())
        same = lines.get(line)
        lines[line] = link._replace(arguments=same.arguments + link.arguments) if same else link
    return lines.values()


def _cards(selection: Selection, drawn: tuple[Argument, ...]) -> Iterator[Card]:
    claims = selection.map.claims
    stacked: dict[str, Card] = {}
    for argument in drawn:
        groups = {claims[p].group for p in argument.premises}
        linked = len(argument.premises) > 1 and len(groups) == 1
        if linked and all(_is_leaf(selection, p) for p in argument.premises):
            stacked.update(dict.fromkeys(argument.premises, Card(argument.premises, Arrangement.JOINT, groups.pop())))
    piles: dict[tuple[str, bool, str], list[str]] = {}
    for argument in drawn:
        plain = len(argument.premises) == 1 and not argument.own and argument.strength is Strength.NORMAL
        if plain and _is_leaf(selection, premise := argument.premises[0]):
            pile = piles.setdefault((argument.conclusion, argument.attacks, claims[premise].group), [])
            if premise not in pile:
                pile.append(premise)
    for (_, attacks, group), pile in piles.items():
        if len(pile) > 1:
            stacked.update(dict.fromkeys(pile, Card(tuple(pile), Arrangement.STACK, group, attacks)))
    yield from dict.fromkeys(
        stacked.get(claim, Card((claim,), group=claims[claim].group)) for claim in selection.claims
    )


def _is_leaf(selection: Selection, claim: str) -> bool:
    """A premise that nothing bears on and that serves one argument only."""
    if claim not in selection.hidden:
        return False
    return not selection.drawn(selection.map.claims[claim].own) and len(selection.drawn(selection.map.uses[claim])) == 1


def _has_dot(selection: Selection, argument: Argument, joint: dict[tuple[str, ...], str]) -> bool:
    linked = len(argument.premises) > 1 and argument.premises not in joint
    return linked or any(selection.shown(own) for own in argument.own)


def _group_of(selection: Selection, argument: Argument) -> str:
    """The group that holds an argument's premises and conclusion alike, or none."""
    ends = [p for p in argument.premises if p in selection.hidden]
    if argument.on_argument:
        ends += [p for p in selection.map.arguments[argument.conclusion].premises if p in selection.hidden]
    else:
        ends.append(argument.conclusion)
    groups = {selection.map.claims[end].group for end in ends}
    return groups.pop() if len(groups) == 1 else ""


def _out_of_view(selection: Selection, argument: Argument) -> int:
    return sum(p not in selection.hidden for p in argument.premises)


def _links(selection: Selection, argument: Argument, card_of: dict[str, str], dotted: set[str]) -> Iterator[Link]:
    target = argument.conclusion if argument.on_argument else card_of[argument.conclusion]
    ids, attacks, strength, on = (argument.id,), argument.attacks, argument.strength, argument.on_argument
    sources = dict.fromkeys(card_of[p] for p in argument.premises if p in selection.hidden)
    if argument.id in dotted:
        yield Link(argument.id, target, ids, attacks, True, strength, from_junction=True, to_junction=on)
        for source in sources:
            yield Link(source, argument.id, ids, attacks, False, to_junction=True)
    else:
        for source in sources:
            yield Link(source, target, ids, attacks, True, strength, to_junction=on)
