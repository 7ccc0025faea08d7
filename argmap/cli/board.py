"""Say what is open in maps: counterpoints that nobody answers, weak legs, premises on which the thesis turns,
what the rules find, and which sentences of the text nothing is made of.

The exit status is that of `argmap check`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.cli.arguments import add_format, add_maps, add_strict
from argmap.cli.maps import maps_of
from argmap.cli.markdown import coded, escaped
from argmap.cli.report import as_data, finding_data, one_line, print_findings, status_of, status_without_map
from argmap.findings import MapError

if TYPE_CHECKING:
    from argmap.board import Board, Coverage, Leg
    from argmap.cli.report import Status
    from argmap.reading import Reading

HELP = "say what is open in maps, for those who work on them"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_maps(parser)
    add_strict(parser)
    add_format(parser, markdown="for a pull request", json="for programs")


def run(options: argparse.Namespace) -> int:
    """Show every map's board; a map that cannot be read is told of, and the others shown."""
    from argmap import read
    from argmap.board import board

    maps, folder = maps_of(options.maps)
    print_findings(folder)
    status: Status | int = status_of(folder, strict=options.strict)
    shown: list[tuple[Reading, Board]] = []
    for path in maps:
        try:
            reading = read(path)
        except MapError as error:
            print_findings(error.findings)
            status = max(status, status_without_map(error))
        else:
            shown.append((reading, board(reading)))
            status = max(status, status_of(reading.findings, strict=options.strict))
    if options.format == "json":
        print(as_data({"maps": [_data(*each) for each in shown]}))
    else:
        write = _markdown if options.format == "markdown" else _text
        print("\n\n".join("\n".join(write(_written(*each))) for each in shown), end="\n" if shown else "")
    return status


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the board in words: a heading, what it is about, and a line for each thing in it."""

    heading: str
    lead: str
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Written:
    title: str
    parts: list[_Part]
    none: str


def _written(reading: Reading, shown: Board) -> _Written:
    """The board in the words of the map's language; what rules say is in English."""
    from argmap.drawing import bearing, premises

    words = reading.words

    def part(name: str, lines: Iterator[str]) -> _Part:
        return _Part(words(f"board.{name}"), words(f"board.{name}.lead"), [one_line(line) for line in lines])

    parts = [
        part(
            "counterpoints",
            (
                f"{premises(reading.map, each, words)} {bearing(reading.map, each, words)} ({each.id})"
                for each in shown.counterpoints
            ),
        ),
        part("legs", (_leg(reading, leg) for leg in shown.legs)),
        part("pivotal", (f"{words.quoted(reading.map.claims[each].mention)} ({each})" for each in shown.pivotal)),
        part("findings", map(str, shown.findings)),
    ]
    for text in shown.coverage:
        lead = words("page.coverage", covered=text.covered, count=text.count)
        heading = f"{words('board.coverage')}: {reading.map.sources[text.source].title or text.source}"
        parts.append(_Part(heading, lead, list(_coverage(reading, text))))
    return _Written(words("board.title", title=reading.map.title), parts, words("board.none"))


def _leg(reading: Reading, leg: Leg) -> str:
    words, claims = reading.words, reading.map.claims
    said = [words("board.legs.unquoted")] * leg.unquoted + [words("strength.weak")] * leg.weak
    conclusion, premise = (words.quoted(claims[each].mention) for each in (leg.argument.conclusion, leg.premise))
    return f"{conclusion} {words('board.legs.rests')} {premise}: {words('list.comma').join(said)} ({leg.argument.id})"


def _coverage(reading: Reading, text: Coverage) -> Iterator[str]:
    """A line for each paragraph, with a sign for each sentence, and one for each sentence that is missing."""
    for section in text.sections:
        missing = dict(section.missing)
        signs = "".join("·" if number in missing else "█" for number in section.sentences)
        of = reading.words("board.of", covered=section.covered, count=len(section.sentences))
        yield f"{reading.words('board.paragraph', number=section.number)}: {signs} {of}"
        for number, sentence in section.missing:
            yield f"{number}: {reading.words.quoted(one_line(sentence))}"


def _text(written: _Written) -> Iterator[str]:
    yield one_line(written.title)
    for part in written.parts:
        yield f"\n{part.heading}\n  {part.lead}"
        yield from (f"  - {line}" for line in part.lines or [written.none])


def _markdown(written: _Written) -> Iterator[str]:
    yield f"# {escaped(one_line(written.title))}"
    for part in written.parts:
        yield f"\n## {escaped(part.heading)}\n\n{escaped(part.lead)}\n"
        yield from (f"- {coded(line)}" for line in part.lines or [written.none])


def _data(reading: Reading, shown: Board) -> dict[str, Any]:
    return {
        "file": reading.map.file,
        "counterpoints": [
            {"argument": each.id, "premises": each.premises, "conclusion": each.conclusion}
            for each in shown.counterpoints
        ],
        "legs": [
            {
                "argument": leg.argument.id,
                "conclusion": leg.argument.conclusion,
                "premise": leg.premise,
                "unquoted": leg.unquoted,
                "weak": leg.weak,
            }
            for leg in shown.legs
        ],
        "pivotal": shown.pivotal,
        "findings": [finding_data(each) for each in shown.findings],
        "coverage": [
            {
                "source": text.source,
                "covered": text.covered,
                "sentences": text.count,
                "sections": [
                    {
                        "paragraph": section.number,
                        "covered": section.covered,
                        "sentences": len(section.sentences),
                        "missing": [{"sentence": number, "text": words} for number, words in section.missing],
                    }
                    for section in text.sections
                ],
            }
            for text in shown.coverage
        ],
    }
