"""What differs between versions of maps, as text, as Markdown for a pull request, and as JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from argmap.cli.changes import Line, Section, Voice, summary, told
from argmap.cli.markdown import escaped
from argmap.cli.report import as_data
from argmap.cli.terminal import coloured, harmless, styled

if TYPE_CHECKING:
    from argmap.cli.diff import Compared
    from argmap.model import Quote
    from argmap.review.diff import ArgumentChange, Change, ClaimChange, QuoteChanges, Relabelled

MOST = 100  # lines of a section in Markdown: a pull request has a limit, and its readers another
AT_ONCE = ("The map", "Labels")  # what is read first; the rest opens


def text(compared: Sequence[Compared]) -> str:
    """For a terminal: a paragraph for each map and each kind of change."""
    said = [f"{harmless(each.pair.name)}: {_headline(each)}{_sections(each)}" for each in compared if each.differs]
    return "\n\n".join(said) or "Nothing has changed."


def _sections(each: Compared) -> str:
    bold = partial(styled, style="bold") if coloured(sys.stdout) else str
    sections = told(each.diff, Voice(harmless, bold, bold)) if each.diff else ()
    return "".join(f"\n\n{section.title}\n{chr(10).join(map(_line, section.lines))}" for section in sections)


def _line(line: Line) -> str:
    versions = [f"\n    {word:<4} {wording}" for word, wording in (("was", line.was), ("now", line.now)) if wording]
    return f"  {line.sign} {line.text}{'.' if not versions and line.text[-1] not in '.”!?' else ''}{''.join(versions)}"


def markdown(compared: Sequence[Compared]) -> str:
    """For a pull request: what matters at once, the rest to be opened."""
    said = [part for each in compared if each.differs for part in _markdown(each)]
    return "\n\n".join(said) or "No argument map has changed."


def _markdown(each: Compared) -> Iterator[str]:
    yield f"### {escaped(each.pair.name)}"
    yield f"{_headline(each)[0].upper()}{_headline(each)[1:]}."
    for section in told(each.diff, Voice(escaped, "<del>{}</del>".format, "<ins>{}</ins>".format)) if each.diff else ():
        listed = "\n".join(_items(section))
        if section.title in AT_ONCE:
            yield f"**{section.title}**\n\n{listed}"
        else:
            heading = f"<summary>{section.title} ({len(section.lines)})</summary>"
            yield f"<details>{heading}\n\n{listed}\n\n</details>"


def _items(section: Section) -> Iterator[str]:
    for line in section.lines[:MOST]:
        yield f"- {line.sign if line.sign != '+' else chr(92) + '+'} {line.text}"
        yield from (f"  - {word}: {said}" for word, said in (("was", line.was), ("now", line.now)) if said)
    if len(section.lines) > MOST:
        yield f"- and {len(section.lines) - MOST} more"


def _headline(each: Compared) -> str:
    if each.diff is not None:
        return summary(each.diff)
    reading = each.new or each.old
    assert reading is not None
    count = len(reading.map.claims)
    claims = "1 claim" if count == 1 else f"{count} claims"
    return f"this map is new, with {claims}" if each.new else f"this map is gone, and with it {claims}"


def as_json(compared: Sequence[Compared]) -> str:
    """For programs."""
    return as_data({"maps": [_map(each) for each in compared]})


def _map(each: Compared) -> dict[str, object]:
    facts: dict[str, object] = {
        "map": each.pair.name,
        "old": each.pair.old_name if each.old else None,
        "new": each.pair.new_name if each.new else None,
        "differs": each.differs,
    }
    if each.diff:
        facts |= {
            "summary": summary(each.diff),
            "fields": _fields(each.diff.fields),
            "named": [
                {
                    "kind": item.kind,
                    "id": item.id,
                    "change": item.change,
                    "name": item.name,
                    "fields": _fields(item.fields),
                }
                for item in each.diff.named
            ],
            "claims": [_claim(change) for change in each.diff.claims],
        }
    return facts


def _claim(change: ClaimChange) -> dict[str, object]:
    claim = change.new or change.old
    assert claim is not None
    return {
        "id": change.id,
        "was": change.old.id if change.old else None,
        "change": _kind(change.old, change.new),
        "text": claim.text,
        "fields": _fields(change.fields),
        "quotes": _quotes(change.quotes),
        "label": _label(change.label),
        "arguments": [_argument(argument) for argument in change.arguments],
    }


def _argument(change: ArgumentChange) -> dict[str, object]:
    argument = change.new or change.old
    assert argument is not None
    return {
        "id": argument.id,
        "was": change.old.id if change.old else None,
        "change": _kind(change.old, change.new),
        "conclusion": argument.conclusion,
        "side": "against" if argument.attacks else "for",
        "premises": argument.premises,
        "fields": _fields(change.fields),
        "quotes": _quotes(change.quotes),
        "label": _label(change.label),
    }


def _kind(old: object | None, new: object | None) -> str:
    return "changed" if old and new else "added" if new else "removed"


def _fields(changes: Sequence[Change]) -> list[dict[str, str]]:
    return [{"field": change.field, "old": change.old, "new": change.new} for change in changes]


def _quotes(changes: QuoteChanges) -> dict[str, list[dict[str, str]]]:
    return {
        "added": [_quote(quote) for quote in changes.added],
        "removed": [_quote(quote) for quote in changes.removed],
    }


def _quote(quote: Quote) -> dict[str, str]:
    return {"source": quote.source, "exact": quote.exact, "reads": quote.shown}


def _label(change: Relabelled | None) -> dict[str, str] | None:
    return {"old": change.old, "new": change.new, "says": change.says} if change else None
