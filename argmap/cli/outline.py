"""Show a map as an outline: every claim with what is said for and against it, and what becomes of it.

A claim stands in full where it is first met and is referred to elsewhere.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.cli.arguments import add_format, add_map, add_view
from argmap.cli.maps import view_of
from argmap.cli.report import as_data, print_findings, status_of

if TYPE_CHECKING:
    from argmap.drawing import Outline, OutlineArgument, OutlineClaim, Selection
    from argmap.reading import Reading

HELP = "show a map as an outline"
FOR, AGAINST = "+", "−"
NARROWEST = 24  # cells for a text, however deep it stands


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim, or a step to be spoken of by itself: the sign of what it does, its text, facts, and what is below."""

    sign: str
    word: str
    text: str
    facts: tuple[str, ...]
    below: tuple[Entry, ...] = ()


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_map(parser)
    add_view(parser)
    add_format(parser, markdown="", json="for programs")


def run(options: argparse.Namespace) -> int:
    """Outline the map; findings do not keep it back, and make the status."""
    from argmap import read
    from argmap.drawing.outline import outline
    from argmap.drawing.views import select

    reading = read(options.map)
    print_findings(reading.findings)
    selection = select(reading.map, view_of(reading, options.view), limit=None)
    listing = outline(selection)
    if options.format == "json":
        print(_json(reading, selection, listing, options.view))
    else:
        entries = tuple(_Outlining(reading, selection).roots(listing))
        print(_markdown(reading, entries) if options.format == "markdown" else _text(reading, entries))
    return status_of(reading.findings)


class _Outlining:
    """Puts an outline into the words of its map's language."""

    def __init__(self, reading: Reading, selection: Selection) -> None:
        self.reading, self.selection, self.words = reading, selection, reading.words

    def roots(self, listing: Outline) -> Iterator[Entry]:
        return (self.claim(root) for root in listing.roots)

    def claim(
        self, item: OutlineClaim, sign: str = "", more: tuple[str, ...] = (), steps: tuple[Entry, ...] = ()
    ) -> Entry:
        """A claim, as a premise with what is to be said of its argument."""
        claim = self.reading.map.claims[item.claim]
        role = self.words(f"role.{self.reading.map.role(item.claim)}")
        if item.reference:
            referred = self.words("drawing.reference", claim=self.words.quoted(claim.mention))
            return Entry(sign, role, referred, (item.claim, *more), steps)
        below = (*steps, *(self.argument(argument) for argument in item.arguments))
        return Entry(sign, role, claim.text, (item.claim, *self.facts(item.claim), *more), below)

    def facts(self, claim: str) -> Iterator[str]:
        item, hidden = self.reading.map.claims[claim], self.selection.hidden[claim]
        yield self.words(f"label.{self.reading.verdicts[claim].label}")
        if item.implicit:
            yield self.words("drawing.implicit")
        if item.quotes:
            yield self.words("drawing.quoted")
        if hidden:
            yield self.words("drawing.hidden.said", count=hidden).rstrip(".")

    def argument(self, item: OutlineArgument) -> Entry:
        """An argument: its premise, or where it has several or is about a step, an entry with them below."""
        argument = item.argument
        sign = AGAINST if argument.attacks else FOR
        steps = tuple(self.argument(own) for own in item.own)
        more = tuple(self.of_argument(item))
        if len(item.premises) == 1 and not argument.on_argument and not item.hidden:
            return self.claim(item.premises[0], sign, more, steps)
        word = ""
        if argument.on_argument:
            word = self.words("page.undercut" if argument.attacks else "page.backing")
        together = self.words("key.linked") if len(argument.premises) > 1 else ""
        premises = tuple(self.claim(premise) for premise in item.premises)
        return Entry(sign, word, together, more, (*premises, *steps))

    def of_argument(self, item: OutlineArgument) -> Iterator[str]:
        argument = item.argument
        strength = argument.strength.name.lower()
        if strength != "normal":
            yield self.words(f"strength.{strength}")
        if argument.scheme:
            yield argument.scheme
        if item.hidden:
            yield self.words("drawing.hidden", count=item.hidden)


def _text(reading: Reading, entries: tuple[Entry, ...]) -> str:
    from argmap.cli.terminal import width_of, wrap

    width = width_of(sys.stdout)
    lines = list(wrap(reading.map.title, width))
    for entry in entries:
        lines += ["", *_tree(entry, "", "", width)]
    return "\n".join(line.rstrip() for line in lines)


def _tree(entry: Entry, first: str, rest: str, width: int) -> Iterator[str]:
    """The lines of an entry and of all below: the first begins in one way, the others in another."""
    from argmap.cli.terminal import wrap

    sign = f"{entry.sign} " if entry.sign else ""
    beside = f"{rest}{'│' if entry.below else ' '} "
    # What stands below the text, its facts included, is set in as far as the branches are.
    lines = [*wrap(_head(entry), max(NARROWEST, width - len(first) - max(2, len(sign))))]
    yield f"{first}{sign}{lines[0]}"
    for line in lines[1:]:
        yield f"{beside}{' ' * max(0, len(sign) - 2)}{line}"
    if entry.facts:
        for line in wrap(" · ".join(entry.facts), max(NARROWEST, width - len(beside))):
            yield f"{beside}{line}"
    for number, below in enumerate(entry.below, start=1):
        last = number == len(entry.below)
        yield from _tree(below, f"{rest}{'└' if last else '├'}─ ", f"{rest}{' ' if last else '│'}  ", width)


def _head(entry: Entry) -> str:
    return ": ".join(filter(None, (entry.word, entry.text))) or "…"


def _markdown(reading: Reading, entries: tuple[Entry, ...]) -> str:
    from argmap.cli.markdown import escaped

    def items(entry: Entry, indent: str) -> Iterator[str]:
        sign = f"{entry.sign} ".replace(FOR, r"\+") if entry.sign else ""
        word = f"**{escaped(entry.word)}** " if entry.word else ""
        facts = f" ({escaped(', '.join(entry.facts))})" if entry.facts else ""
        yield f"{indent}- {sign}{word}{escaped(' '.join(entry.text.split()))}{facts}".rstrip()
        for below in entry.below:
            yield from items(below, f"{indent}  ")

    lines = [line for entry in entries for line in items(entry, "")]
    return "\n".join([f"# {escaped(' '.join(reading.map.title.split()))}", "", *lines])


def _json(reading: Reading, selection: Selection, listing: Outline, view: str | None) -> str:
    """For programs."""

    def claim(item: OutlineClaim) -> dict[str, object]:
        if item.reference:
            return {"claim": item.claim, "reference": True}
        found = reading.map.claims[item.claim]
        return {
            "claim": item.claim,
            "reference": False,
            "text": found.text,
            "role": reading.map.role(item.claim),
            "label": reading.verdicts[item.claim].label,
            "implicit": bool(found.implicit),
            "quoted": bool(found.quotes),
            "hidden": selection.hidden[item.claim],
            "arguments": [argument(each) for each in item.arguments],
        }

    def argument(item: OutlineArgument) -> dict[str, object]:
        return {
            "id": item.argument.id,
            "side": "against" if item.argument.attacks else "for",
            "strength": item.argument.strength.name.lower(),
            "label": reading.verdicts[item.argument.id].label,
            "hidden": item.hidden,
            "premises": [claim(each) for each in item.premises],
            "own": [argument(each) for each in item.own],
        }

    told = {
        "title": reading.map.title,
        "view": view,
        "thesis": reading.map.thesis,
        "outline": [claim(root) for root in listing.roots],
    }
    return as_data(told)
