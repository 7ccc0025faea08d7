"""What an editor asks about one place of a map: what may stand there, what it means, where it is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from argmap.lsp.grammar import Meaning, describe, meaning
from argmap.lsp.index import NOTHING, Index, roughly
from argmap.lsp.spot import Path, spot_at

if TYPE_CHECKING:
    from argmap.lsp.places import Position, Range
    from argmap.reading import Reading

MOST = 200  # choices: of a map of ten thousand claims nobody reads them all
FIELD, WORD = "field", "word"  # kinds of choices and subjects that are no ids


class Choice(NamedTuple):
    """One thing that may be written in a range: an id of a kind, a field, or a word of the notation."""

    kind: str
    text: str
    about: str
    range: Range

    @property
    def written(self) -> str:
        """What is to be put in: a field with its colon."""
        return f"{self.text}: " if self.kind == FIELD else self.text


class Subject(NamedTuple):
    """What a word of a map is about: an id of a kind, or a field of the mapping at a path."""

    kind: str
    id: str
    range: Range
    path: Path = ()


class Known(NamedTuple):
    """What is known of a map beside its lines: its ids and what it says, perhaps of how it was before a mistake."""

    ids: Index = NOTHING
    reading: Reading | None = None


NOTHING_KNOWN = Known()


def complete(lines: Sequence[str], known: Known, position: Position) -> list[Choice]:
    """What may be written at a position, ids before fields. Editors narrow it down by what has been typed."""
    spot = spot_at(lines, position)
    if spot is None:
        return []
    here = meaning(spot.path)
    found = []
    if not spot.is_key:
        found += [Choice(kind, *each, spot.range) for kind in here.ids for each in _names(lines, known, kind)]
        found += [Choice(WORD, word, "", spot.range) for word in here.words]
    if spot.may_be_key:
        free = (name for name in here.fields if name == spot.word or name not in spot.siblings)
        found += [Choice(WORD if spot.is_key else FIELD, name, here.fields[name], spot.range) for name in free]
    return found


def narrowed(lines: Sequence[str], choices: list[Choice], position: Position) -> list[Choice]:
    """No more choices than are read: those that begin with what has been typed first, then others that have it."""
    if len(choices) <= MOST:
        return choices
    typed = lines[position.line][choices[0].range.start.column : position.column]
    having = [choice for choice in choices if typed in choice.text]
    return sorted(having, key=lambda choice: not choice.text.startswith(typed))[:MOST]


def subject_at(lines: Sequence[str], position: Position) -> Subject | None:
    """What the word at a position is about."""
    spot = spot_at(lines, position)
    if spot is None or not spot.word:
        return None
    here = meaning(spot.path)
    if kind := _kind(here, is_key=spot.is_key):
        return Subject(kind, spot.word, spot.range)
    if spot.is_key and spot.word in here.fields:
        return Subject(FIELD, spot.word, spot.range, spot.path)
    return None


def hover(lines: Sequence[str], known: Known, position: Position) -> tuple[str, Range] | None:
    """What is known of the word at a position, as plain text, and where that word is."""
    subject = subject_at(lines, position)
    if subject is None:
        return None
    said = describe(subject.path, subject.id) if subject.kind == FIELD else about(known, subject.kind, subject.id)
    return (said, subject.range) if said else None


def about(known: Known, kind: str, name: str) -> str:
    """What an id stands for: of a claim its text, its label with the reason, and the words that it quotes."""
    reading = known.reading
    if kind == "claim" and reading and name in reading.map.claims:
        claim = reading.map.claims[name]
        quotes = (reading.words.quoted(quote.shown) for quote in claim.quotes)
        unstated = [claim.implicit] if claim.implicit else []
        return "\n\n".join([claim.text, reading.says(name), *quotes, *unstated])
    if kind == "argument" and reading and name in reading.map.arguments:
        return "\n\n".join(_argument(reading, name))
    return known.ids.titles.get((kind, name), "")


def define(lines: Sequence[str], known: Known, subject: Subject) -> Range | None:
    """Where an id is given. The lines as they are go before what was known of them."""
    wanted = (subject.kind, subject.id)
    found = roughly(lines).definitions.get(wanted) or known.ids.definitions.get(wanted)
    return found.range if found else None


def _kind(here: Meaning, *, is_key: bool) -> str:
    """Of which kind an id there is, if one can stand there."""
    if is_key:
        return here.defines
    return here.ids[0] if here.ids else here.defines if here.defines == "argument" else ""


def _names(lines: Sequence[str], known: Known, kind: str) -> Iterator[tuple[str, str]]:
    """The ids of a kind, in the order of the map, with what they are called in words."""
    if kind == "tag":
        names = dict.fromkeys(each.id for each in known.ids.mentions if each.kind == kind)
    else:
        # What stands there now, and what did before a mistake hid it.
        definitions = (*roughly(lines).definitions, *known.ids.definitions)
        names = dict.fromkeys(name for of, name in definitions if of == kind)
    return ((name, known.ids.titles.get((kind, name), "")) for name in names)


def _argument(reading: Reading, name: str) -> Iterator[str]:
    claims, argument = reading.map.claims, reading.map.arguments[name]
    yield " + ".join(claims[premise].mention for premise in argument.premises)
    on = claims[argument.conclusion].mention if argument.conclusion in claims else argument.conclusion
    yield f"{'−' if argument.attacks else '+'}→ {on}"
    yield from filter(None, (argument.scheme, argument.why))
