"""Say what became of every quote after an article changed, and with --fix mend what can be mended safely.

A quote is exact, moved (its words stand elsewhere), edited (spacing, case or punctuation differ), lost, or ambiguous.
Only what has the quote's letters and digits is ever written, and only where one place can be meant; every other byte
of the map stays as it was. The exit status is 1 while a quote is not exact.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmap.cli.arguments import add_dry_run, add_format, add_maps
from argmap.cli.edits import changed, show, write
from argmap.cli.maps import maps_of
from argmap.cli.report import CommandError, Status, as_data, one_line, print_findings, status_without_map
from argmap.findings import MapError

if TYPE_CHECKING:
    from argmap.editing.diagnosis import Diagnosis
    from argmap.editing.manuscript import Manuscript
    from argmap.findings import Finding
    from argmap.model import Quote

HELP = "say which quotes an edited article still has, and mend those that are safe"

_SAID = {
    "moved": "has its words elsewhere",
    "edited": "has its letters, but other spacing, case or punctuation",
    "lost": "does not have its words any more",
    "ambiguous": "has its words in several places",
}


@dataclass(frozen=True, slots=True)
class _Case:
    """A map with the state of its quotes, its file before and after mending, and the sources that cannot be read."""

    diagnoses: tuple[Diagnosis, ...]
    before: Manuscript
    after: Manuscript
    unread: tuple[Finding, ...]


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_maps(parser)
    parser.add_argument("--fix", action="store_true", help="write the quotes that are safe into the maps")
    add_dry_run(parser)
    add_format(parser, json="for programs")


def run(options: argparse.Namespace) -> int:
    """Look at every map; with --fix, write all the files that change, or none."""
    maps, folder = maps_of(options.maps)
    print_findings(folder)
    cases, status = [], Status.FINE
    for path in maps:
        try:
            cases.append(_case(path, mend=options.fix or options.dry_run))
        except MapError as error:
            print_findings(error.findings)
            status = max(status, status_without_map(error))
    for case in cases:
        print_findings(case.unread)
    pairs = [(case.before, case.after) for case in cases]
    fix = options.fix and not options.dry_run
    if fix:
        write(pairs)
    if options.format == "json":
        print(as_data({"maps": [_json(case, fixed=fix) for case in cases]}))
    elif options.dry_run:
        _complain_of_what_is_left(cases)
        show(pairs)
    else:
        for case in cases:
            print(_text(case, fixed=fix))
    wrong = any(case.unread or _left(case, fixed=fix) for case in cases) or (options.dry_run and changed(pairs))
    return max(status, Status.ERRORS if wrong else Status.FINE)


def _case(path: Path, *, mend: bool) -> _Case:
    from argmap import notation, sources
    from argmap.editing.diagnosis import diagnose
    from argmap.editing.manuscript import read_manuscript
    from argmap.editing.meaning import ChangedMeaningError
    from argmap.editing.repair import repaired

    before = read_manuscript(path)
    argument_map = notation.parse_map(before.text, str(path))
    anchoring = sources.anchor(argument_map)
    diagnoses = diagnose(argument_map, anchoring)
    quotes = {each.quote: each.proposed for each in diagnoses if each.safe and each.proposed}
    try:
        after = repaired(before, argument_map, quotes) if mend and quotes else before
    except ChangedMeaningError as error:
        raise CommandError(str(error)) from error
    files = {source.id: source.file_place for source in argument_map.sources.values()}
    unread = tuple(
        finding
        for finding in anchoring.findings
        for source, place in files.items()
        if source not in anchoring.texts and place == (finding.file, finding.line, finding.column)
    )
    return _Case(diagnoses, before, after, unread)


def _complain_of_what_is_left(cases: Iterable[_Case]) -> None:
    """What no diff shows and still fails a dry run, on standard error: the diff stays one that can be applied."""
    for case in cases:
        for each in case.diagnoses:
            if each.state != "exact" and not each.safe:
                print(_said(each, fixed=False), file=sys.stderr)


def _left(case: _Case, *, fixed: bool) -> bool:
    """Whether a quote is not exact after all."""
    return any(each.state != "exact" and not (fixed and each.safe) for each in case.diagnoses)


def _text(case: _Case, *, fixed: bool) -> str:
    blocks = [_said(each, fixed=fixed) for each in case.diagnoses if each.state != "exact"]
    return "\n".join([*blocks, f"{case.before.path}: {_tally(case, fixed=fixed)}"])


def _said(each: Diagnosis, *, fixed: bool) -> str:
    """A quote that is not exact: its place and state, and what it is and could be on lines of their own."""
    quote = each.quote
    other = each.proposed and each.proposed.source != quote.source
    has = f"`{quote.source}` has not its words, but `{each.proposed.source}` has" if each.proposed and other else ""
    fact = has or f"`{quote.source}` {_SAID[each.state]}"
    lines = [one_line(f"{':'.join(map(str, quote.place))}: {each.state}: {each.owner}: {fact}.")]
    lines.append(f"  quote      {_written(quote)}")
    if each.proposed:
        word = "fixed" if fixed and each.safe else "proposed" if each.safe else "is it this"
        lines.append(f"  {word:<10} {_written(each.proposed)}")
    lines += [f"  {'is it this':<10} {_written(choice)}" for choice in each.choices]
    if each.suggested:
        lines.append(f"  is it this {_string(each.suggested)}")
    return "\n".join(lines)


def _written(quote: Quote) -> str:
    """A quote as YAML on one line."""
    fields = _fields(quote)
    if list(fields) == ["exact"]:
        return _string(quote.exact)
    return "{ " + ", ".join(f"{name}: {_string(value)}" for name, value in fields.items()) + " }"


def _string(words: str) -> str:
    from argmap.editing.scalars import double_quoted

    return double_quoted(words)


def _fields(quote: Quote) -> dict[str, str]:
    named = {name: getattr(quote, name) for name in ("exact", "prefix", "suffix", "reads")}
    return {name: value for name, value in named.items() if value}


def _tally(case: _Case, *, fixed: bool) -> str:
    """How many quotes there are of each state."""
    counted = Counter(str(each.state) for each in case.diagnoses)
    mended = Counter(str(each.state) for each in case.diagnoses if fixed and each.safe)
    said = [
        f"{counted[state]} {state}" + (f" ({mended[state]} fixed)" if mended[state] else "")
        for state in ("exact", *_SAID)
        if counted[state]
    ]
    return ", ".join(said) or "no quotes"


def _json(case: _Case, *, fixed: bool) -> dict[str, Any]:
    return {
        "file": str(case.before.path),
        "quotes": [
            {
                "line": each.quote.place.line,
                "column": each.quote.place.column,
                "owner": each.owner,
                "state": each.state,
                "source": each.quote.source,
                "quote": _fields(each.quote),
                "proposed": each.proposed and {"source": each.proposed.source, **_fields(each.proposed)},
                "safe": each.safe,
                "fixed": fixed and each.safe,
                "suggested": each.suggested,
                "choices": [_fields(choice) for choice in each.choices],
            }
            for each in case.diagnoses
        ],
        "diff": case.before.diff(case.after, str(case.before.path)),
    }
