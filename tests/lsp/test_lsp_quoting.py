"""Putting the source's own words in the place of those that were typed."""

import pytest
from harbour import PIER
from lsp_workshop import at

from argmap.lsp.places import Position, Range

BEFORE = '    quote: { exact: "ferries routinely wait fortyminutes", reads: "ferries routinely wait forty minutes" }\n'
ALL = Range(Position(0, 0), Position(999, 0))


def applied(text, repair):
    """The text with a repair's edits made, the last first."""
    lines = text.split("\n")
    for (start, end), new in sorted(repair.edits, reverse=True):
        head, tail = lines[start.line][: start.column], lines[end.line][end.column :]
        lines[start.line : end.line + 1] = (head + new + tail).split("\n")
    return "\n".join(lines)


def repaired(workshop, written):
    """What each repair makes of a quote that is written so."""
    text = PIER.replace(BEFORE, written)
    assert text != PIER
    workshop.types(text)
    found = workshop.bench.repairs(workshop.map, ALL)
    results = [applied(text, repair) for repair in found]
    for result in results:
        assert "quote-not-found" not in [finding.rule for finding in workshop.types(result).findings]
    head, tail = PIER.split(BEFORE)
    return [
        (repair.title, result.removeprefix(head).removesuffix(tail))
        for repair, result in zip(found, results, strict=True)
    ]


KEEP, PLAIN = "Insert the verbatim quote, and read it as typed", "Insert the verbatim quote"


def test_words_alone_become_a_mapping_that_reads_as_typed(workshop):
    assert repaired(workshop, "    quote: Routinely wait forty minutes\n") == [
        (
            KEEP,
            '    quote: { exact: routinely wait fortyminutes, reads: "Routinely wait forty minutes" }\n',
        ),
        (PLAIN, "    quote: routinely wait fortyminutes\n"),
    ]


def test_in_brackets(workshop):
    assert repaired(workshop, '    quote: [{ exact: "wait forty minutes", source: report }, "only pier"]\n') == [
        (
            KEEP,
            '    quote: [{ exact: "wait fortyminutes", reads: "wait forty minutes", source: report }, "only pier"]\n',
        ),
        (PLAIN, '    quote: [{ exact: "wait fortyminutes", source: report }, "only pier"]\n'),
    ]


def test_line_by_line(workshop):
    written = "    quote:\n      - exact: 'wait forty minutes'\n        suffix: ' for'\n"
    assert repaired(workshop, written)[0] == (
        KEEP,
        "    quote:\n      - exact: 'wait fortyminutes'\n"
        "        reads: \"wait forty minutes\"\n        suffix: ' for'\n",
    )


def test_over_several_lines(workshop):
    written = "    quote: Ferries routinely wait\n      forty minutes\n"
    assert repaired(workshop, written)[1] == (PLAIN, "    quote: ferries routinely wait fortyminutes\n")


def test_a_text_of_its_own_lines(workshop):
    written = "    quote: |\n      wait forty minutes\n"
    assert repaired(workshop, written) == [
        (KEEP, '    quote: { exact: "wait fortyminutes", reads: "wait forty minutes" }\n'),
        (PLAIN, "    quote: |\n      wait fortyminutes\n"),
    ]


def test_words_that_stand_between_others_now(workshop):
    written = '    quote: { exact: "A pier costs four million.", prefix: "the only pier.", suffix: "So they said." }\n'
    assert repaired(workshop, written) == [
        (
            "Say where the quote stands now",
            written.replace("So they said.", "It could be"),
        )
    ]


def test_what_reads_otherwise_already_keeps_that(workshop):
    written = '    quote: { exact: "wait forty minutes", reads: "wait forty minutes" }\n'
    assert repaired(workshop, written) == [
        (PLAIN, '    quote: { exact: "wait fortyminutes", reads: "wait forty minutes" }\n')
    ]


@pytest.mark.parametrize(
    "written",
    [
        '    quote: "ferries routinely wait fifty minutes"\n',  # other words
        '    quote: "PIER"\n',  # in several places
    ],
)
def test_nothing_is_offered_where_it_is_not_safe(workshop, written):
    workshop.types(PIER.replace(BEFORE, written))
    assert workshop.bench.repairs(workshop.map, ALL) == []


def test_it_is_offered_anywhere_in_the_quote_and_nowhere_else(workshop):
    text = PIER.replace(BEFORE, "    quote:\n      exact: Ferries routinely\n        wait forty minutes\n")
    workshop.types(text)
    for mark, offered in (("exact: Ferries", 2), ("wait forty minutes\n", 2), ("group: traffic", 0)):
        here = at(text, mark)
        assert len(workshop.bench.repairs(workshop.map, Range(here, here))) == offered


def test_an_aside_has_exact_words_too(workshop):
    text = PIER.replace('"The harbour was founded in 1850."', '"the harbour was founded in 1850"')
    workshop.types(text)
    (keep, plain) = workshop.bench.repairs(workshop.map, ALL)
    assert '"The harbour was founded in 1850", why' in applied(text, plain)
    assert 'reads: "the harbour was founded in 1850"' in applied(text, keep)


def test_nothing_is_said_of_a_text_that_has_changed_since(workshop):
    workshop.types(PIER.replace(BEFORE, '    quote: "wait forty minutes"\n'))
    workshop.bench.put(workshop.map, 99, PIER)
    assert workshop.bench.repairs(workshop.map, ALL) == []
