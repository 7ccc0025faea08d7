"""References and new names, in the map and in the project's pages."""

import pytest
from harbour import PIER
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lsp_workshop import PAGE, at

from argmap.lines import lines_of
from argmap.lsp import naming
from argmap.lsp.index import index
from argmap.lsp.places import Position
from argmap.notation import parse_map
from argmap.notation.document import read_document


def words(workshop, found):
    """What stands at each place found, with its file's name and line."""
    return [
        (path.name, start.line + 1, workshop.bench.lines(path)[start.line][start.column : end.column])
        for path, (start, end) in found
    ]


def test_every_mention_in_the_map_and_in_pages(workshop):
    workshop.types(PIER)
    position = at(PIER, "[too-dear]", 3)
    found = naming.references(workshop.bench, workshop.map, position, definition=True)
    assert words(workshop, found) == [
        ("pier.yml", 58, "too-dear"),
        ("pier.yml", 35, "too-dear"),
        ("pier.yml", 64, "too-dear"),
        ("index.md", 3, "too-dear"),
        ("index.md", 3, "too-dear"),
        ("index.md", 7, "too-dear"),
    ]
    without = naming.references(workshop.bench, workshop.map, position, definition=False)
    assert len(without) == 5


def test_from_a_page(workshop):
    workshop.types(PAGE, workshop.page)
    found = naming.references(workshop.bench, workshop.page, at(PAGE, "focus: too-dear", 9), definition=True)
    assert len(found) == 6
    assert naming.defined(workshop.bench, workshop.page, at(PAGE, "[the map](argmap:pier", 18)).path == workshop.map


@pytest.mark.parametrize(
    ("mark", "inside", "old", "new"),
    [
        ("ferries-wait:", 3, "ferries-wait", "ferries-queue"),
        ("by-analogy", 3, "by-analogy", "by-likeness"),
        ("group: traffic", 9, "traffic", "roads"),
        ("said_by: mayor", 11, "mayor", "lord-mayor"),
    ],
)
def test_a_new_name_everywhere_and_nothing_else(workshop, mark, inside, old, new):
    workshop.types(PIER)
    edits = naming.rename(workshop.bench, workshop.map, at(PIER, mark, inside), new)
    texts = {path: applied(workshop.bench.lines(path), found) for path, found in edits.items()}
    renamed = parse_map(texts[workshop.map], "pier.yml")
    assert repr(renamed).replace(new, old).replace(f"{new}", old).count(old) == repr(parse_map(PIER, "pier.yml")).count(
        old
    )
    assert new in texts[workshop.map]
    assert "Traffic" in texts[workshop.map]
    if old == "traffic":
        assert f"groups: [{new}]" in texts[workshop.page]


def applied(lines, edits):
    lines = list(lines)
    for (start, end), new in sorted(edits, reverse=True):
        lines[start.line] = lines[start.line][: start.column] + new + lines[start.line][end.column :]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ("Ferries", "`Ferries` is no id: ids are lower-case letters a to z, digits and hyphens, a letter first."),
        ("too-dear", "`too-dear` is taken: it is the id of a claim in `pier`. Choose another."),
        ("by-analogy", "`by-analogy` is taken: it is the id of an argument in `pier`. Choose another."),
        ("line\n", "`line\n` is no id: ids are lower-case letters a to z, digits and hyphens, a letter first."),
    ],
)
def test_a_name_that_cannot_be_given(workshop, new, why):
    workshop.types(PIER)
    with pytest.raises(naming.Refused) as refused:
        naming.rename(workshop.bench, workshop.map, at(PIER, "ferries-wait:", 3), new)
    assert str(refused.value) == why


def test_no_renaming_in_a_map_that_cannot_be_read(workshop):
    workshop.types(PIER)
    text = PIER.replace("but: [too-dear]", "but: [too-dear")
    workshop.types(text)
    with pytest.raises(naming.Refused, match="Mend them first"):
        naming.rename(workshop.bench, workshop.map, at(text, "ferries-wait:", 3), "ferries")


@pytest.mark.parametrize("mark", ["Harbour report", "scheme:", "tags: [money]"])
def test_what_has_no_id_of_its_own_cannot_be_renamed(workshop, mark):
    workshop.types(PIER)
    position = at(PIER, mark, len(mark) - 3)
    assert naming.renamable(workshop.bench, workshop.map, position) is None
    with pytest.raises(naming.Refused):
        naming.rename(workshop.bench, workshop.map, position, "other")


def test_a_page_that_is_open_is_read_as_it_is_in_the_editor(workshop):
    workshop.types(PIER)
    workshop.types("\n\n[x](argmap:pier#too-dear)", workshop.page)
    found = naming.references(workshop.bench, workshop.map, at(PIER, "[too-dear]", 3), definition=False)
    assert words(workshop, found)[-1] == ("index.md", 3, "too-dear")


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_a_renamed_map_argues_the_same(workshop, data):
    """Whichever claim gets whichever name: the arguments are the same ones, with that name in them."""
    workshop.types(PIER)
    before = parse_map(PIER, "pier.yml")
    old = data.draw(st.sampled_from(list(before.claims)))
    new = data.draw(
        st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True).filter(
            lambda name: name not in before.claims and name != "by-analogy"
        )
    )
    lines = lines_of(PIER)
    ids = index(read_document("pier.yml", PIER).root, lines)
    where = data.draw(st.sampled_from(ids.of("claim", old))).range
    edits = naming.rename(workshop.bench, workshop.map, Position(where.start.line, where.start.column), new)
    after = parse_map(applied(lines, edits[workshop.map]), "pier.yml")

    def shape(argument_map, swap):
        return [(a.attacks, [swap(p) for p in a.premises]) for a in argument_map.arguments.values()]

    assert shape(after, lambda name: name) == shape(before, lambda name: new if name == old else name)
    assert list(after.claims) == [new if name == old else name for name in before.claims]
