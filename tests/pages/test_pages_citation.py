"""A claim cited: with what the map says, and nothing made up."""

import pytest
from harbour import PIER

from argmap.pages.citation import citation

NO_SOURCES = "argmap: 1\ntitle: A pier\nthesis: t\nclaims:\n  t: { text: Build it. }\n"


def test_a_claim(project, whole_site):
    reading = project.read()
    assert citation(reading, reading.map.claims["too-dear"], whole_site) == (
        "“A pier is too dear”, claim in the argument map “A second pier”,"
        " of N. N., “Harbour report”, The Town, 2016-10. https://example.org/maps/pier/claims.md#too-dear"
    )


def test_the_map(project, whole_site):
    assert citation(project.read(), None, whole_site) == (
        "“A second pier”, argument map, of N. N., “Harbour report”, The Town, 2016-10."
        " https://example.org/maps/pier/claims.md"
    )


def test_without_an_address_none_is_given(project, unpublished):
    reading = project.read()
    assert citation(reading, reading.map.claims["too-dear"], unpublished).endswith(", 2016-10.")


def test_without_sources_none_is_given(project, whole_site):
    reading = project.read(NO_SOURCES)
    assert citation(reading, reading.map.claims["t"], whole_site) == (
        "“Build it”, claim in the argument map “A pier”. https://example.org/maps/pier/claims.md#t"
    )


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["author: N. N."], "of “Harbour report”, The Town, 2016-10."),
        (["author: N. N.", "publisher: The Town", "date: 2016-10"], "of “Harbour report”."),
        (["author: N. N.", "publisher: The Town", "date: 2016-10", "title: Harbour report"], "map “A second pier”."),
    ],
)
def test_what_the_map_does_not_say_is_left_out(project, unpublished, lines, said):
    text = PIER
    for line in lines:
        text = text.replace(f"    {line}\n", "")
    reading = project.read(text)
    assert citation(reading, reading.map.claims["too-dear"], unpublished).endswith(said)


def test_a_claim_is_of_the_source_that_says_it(project, unpublished):
    project.write("other.txt", "Ferries are late.")
    text = PIER.replace("actors:\n", "  other: { file: ../../other.txt, title: Another }\nactors:\n", 1)
    text = text.replace('quote: "A pier costs four million."', 'quote: { exact: "A pier costs", source: report }')
    text = text.replace('quote: "The harbour"', 'quote: { exact: "The harbour", source: report }')
    text = text.replace('quote: "is like ours"', 'quote: { exact: "is like ours", source: report }')
    text = text.replace('"Its harbour has two piers."', '{ exact: "Its harbour has two piers.", source: report }')
    text = text.replace('{ exact: "ferries routinely', '{ source: report, exact: "ferries routinely')
    reading = project.read(text)
    assert "Another" not in citation(reading, reading.map.claims["too-dear"], unpublished)
    assert "; “Another”" in citation(reading, None, unpublished)


def test_in_the_map_s_language(project, unpublished):
    reading = project.read(PIER.replace("thesis: build-it", "thesis: build-it\nlanguage: ru", 1))
    assert "утверждение в карте аргументации «A second pier»" in citation(
        reading, reading.map.claims["too-dear"], unpublished
    )
