"""The claims page: a section for each claim, with what is said for it and against it, and the words that say it.

A large map has several: one with the overview, and one for each of its branches.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, takewhile
from textwrap import shorten
from typing import TYPE_CHECKING

from markupsafe import Markup

from argmap.branches import OVERVIEW
from argmap.drawing import Selection, draw_small, inline, relations
from argmap.model import View
from argmap.pages import templates
from argmap.pages.citation import citation
from argmap.pages.faults import fault_href
from argmap.pages.figure import figure
from argmap.pages.places import branch_uri, claims_of, lists_of, map_uri, section, source_uri
from argmap.pages.sheets import passage_place

if TYPE_CHECKING:
    from argmap.branches import Branch, Branches
    from argmap.model import Claim, Quote
    from argmap.pages.host import Site
    from argmap.reading import Reading

# Claims on a page, or arguments about one: with more there is no drawing beside it. All of it stands there in words.
MANY = 80
FEW = 30  # the same of a branch, whose page begins with a drawing of all of them
DEEPEST = 3  # levels of the list of branches
LONGEST = 72  # characters of a branch's title
NEAREST = 3  # parts on the way to a branch that are named beside the overview, if there are more


def claims_page(reading: Reading, host: Site, branch: str = OVERVIEW) -> str:
    """The claims of a map, or of a branch of a large one, as HTML, each under a second-level heading with its id."""
    order = claims_of(reading, branch)
    here, parts = branch_uri(reading.name, branch), reading.branches
    view = View() if branch == OVERVIEW else View(branch=branch)

    def claim_href(claim: str) -> str:
        uri, anchor = section(reading, claim)
        return f"#{anchor}" if uri == here else host.href(uri, anchor) or f"#{anchor}"

    def passage_href(quote: Quote) -> str | None:
        return host.href(*passage_place(reading, quote)) if quote in reading.anchoring.spans else None

    def strip(claim: str) -> Markup:
        bearing = len(reading.map.claims[claim].own) + len(reading.map.uses[claim])
        # An overview has no room for more than its own drawing and the list of branches.
        most = MANY if parts is None else 0 if branch == OVERVIEW else FEW
        if len(order) > most or bearing > MANY:
            return Markup()
        near = View(focus=claim, title=reading.map.claims[claim].mention)
        # No id of a claim or an argument has a colon.
        svg = draw_small(reading, near, href=claim_href, prefix=f"{claim}:")
        return Markup(host.hold(lambda: inline(svg)))

    def rest(claim: str) -> list[tuple[str, str, str | None]]:
        """Where more stands than a list has, that of what bears on a claim or any other: by name, title and address."""
        further = [(str(part.part), title(reading, part), claim_href(part.name)) for part in _further(reading, claim)]
        return [*further, (reading.words("download.yml"), "", host.href(map_uri(reading.name)))]

    everything = Selection(reading.map, reading.map.reading_order, dict.fromkeys(reading.map.claims, 0))
    bears = {
        claim: [
            (phrase, argument.conclusion)
            for phrase, argument in zip(
                relations(everything, claim, reading.words), reading.map.uses[claim], strict=True
            )
        ]
        for claim in order
    }
    sources = [
        {"source": source, "href": host.href(source_uri(reading.name, source.id))}
        for source in reading.map.sources.values()
        if source.id in reading.anchoring.texts
    ]
    return templates.render(
        "claims.html",
        reading,
        claim_href=claim_href,
        order=order,
        bears=bears,
        longest=lists_of(reading, branch).longest,
        rest=rest,
        sources=sources,
        label=lambda claim: reading.verdicts[claim].label,
        passage_href=passage_href,
        strip=strip,
        cite=lambda claim: citation(reading, claim, host),
        fault_of=lambda claim: fault_href(reading, claim, host),
        facts_of=lambda claim: list(_facts(reading, claim)),
        part=parts.parts[branch] if parts else None,
        figure=Markup(host.hold(lambda: figure(reading, view, host))) if parts else "",
        way=[part and (claim_href(part.name), title(reading, part)) for part in _way(reading, branch)],
        listed=_listed(reading, parts) if parts and branch == OVERVIEW else [],
    )


def title(reading: Reading, part: Branch) -> str:
    """What a branch is called: by the claim at its top."""
    if part.name == OVERVIEW:
        return reading.words("page.claims")
    words = reading.words("page.claims")
    if part.root:
        words = shorten(reading.map.claims[part.root].mention, LONGEST, placeholder="…")
    return words if part.part == 1 else reading.words("page.branch.part", title=words, number=part.part)


def _way(reading: Reading, branch: str) -> list[Branch | None]:
    """The parts that lead to a branch, the overview first; None in place of those between it and the nearest."""
    if not reading.branches or branch == OVERVIEW:
        return []
    parts = reading.branches.parts
    nearest: list[Branch] = []
    while (branch := parts[branch].above) and branch != OVERVIEW and len(nearest) <= NEAREST:
        nearest.append(parts[branch])
    left_out = [None] if len(nearest) > NEAREST else []
    return [parts[OVERVIEW], *left_out, *nearest[:NEAREST][::-1]]


def _further(reading: Reading, claim: str) -> Iterator[Branch]:
    """The further parts of what bears on a claim, where there is more than one branch has room for."""
    if not claim or not reading.branches:
        return
    parts, stem = reading.branches.parts, "" if claim == reading.branches.parts[OVERVIEW].root else claim
    names = (f"{stem}.{number}" for number in count(2))
    yield from (parts[name] for name in takewhile(parts.__contains__, names))


@dataclass(frozen=True, slots=True)
class Entry:
    """A branch in the list of branches: how many claims lie below its root, and the branches that go on from it."""

    name: str
    title: str
    count: int
    under: list[Entry]


def _listed(reading: Reading, parts: Branches) -> list[Entry]:
    """Every branch but the overview, below the one that leads to it; the deepest of all stand beside each other."""
    counts = {each.branch: each.claims for part in parts.parts.values() for each in part.below.values()}
    top: list[Entry] = []
    # The list in which stands what goes on from each branch, and how deep that is.
    lists: dict[str, tuple[list[Entry], int]] = {OVERVIEW: (top, 1)}
    for part in parts.parts.values():
        if part.above:
            beside, level = lists[part.above]
            entry = Entry(part.name, title(reading, part), counts.get(part.name, len(part.own)), [])
            beside.append(entry)
            lists[part.name] = (entry.under, level + 1) if level < DEEPEST else (beside, level)
    return top


def _facts(reading: Reading, claim: Claim) -> Iterator[tuple[str, str]]:
    words, named = reading.words, reading.map.actors
    if claim.said_by:
        yield words("page.said-by"), named[claim.said_by].name
    if claim.date:
        yield words("page.date"), claim.date
    if claim.actors:
        actors = words.listed(named[actor].name for actor in claim.actors)
        yield words("page.actors"), actors[:1].upper() + actors[1:]
    if claim.group:
        yield words("page.group"), reading.map.groups[claim.group].name
    if claim.tags:
        yield words("page.tags"), words("list.comma").join(claim.tags)
