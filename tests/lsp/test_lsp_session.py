"""Whole sessions of an editor with `argmap lsp`, over standard input and output."""

import asyncio

import pytest
from harbour import BROKEN, PIER
from lsp_client import editor
from lsp_workshop import PAGE
from lsprotocol import types
from pygls.exceptions import JsonRpcException

WIDE = PIER.replace("because: [towns-alike]", "because: [towns-alike] # 😀😀").replace(
    "{ title: Traffic today }", '{ title: "😀 Traffic", titel: x }'
)
REPAIRED = PIER.replace(
    '{ exact: "ferries routinely wait fortyminutes", reads: "ferries routinely wait forty minutes" }',
    '"wait forty minutes"',
)


def text_at(text, range_):
    """What stands in a range of UTF-16 units on one line."""
    line = text.split("\n")[range_.start.line].encode("utf-16-le")
    return line[range_.start.character * 2 : range_.end.character * 2].decode("utf-16-le")


def test_a_session(workshop):
    async def session():
        async with editor(workshop.folder) as one:
            one.open(workshop.map, PIER)
            assert await one.findings() == ()

            one.type(BROKEN)
            (found,) = await one.findings()
            assert found.message == "There is no claim `town-alike`. (did you mean `towns-alike`?)"
            assert (found.code, found.severity, found.source) == (
                "unknown-reference",
                types.DiagnosticSeverity.Error,
                "argmap",
            )
            assert text_at(BROKEN, found.range) == "town-alike"

            # Broken as it is, it completes, explains and leads.
            offered = await one.ask("completion", one.at("[town-alike", 5))
            named = {item.label: item for item in offered.items}
            assert named["ferries-wait"].detail == "Ferries wait"
            assert text_at(BROKEN, named["towns-alike"].text_edit.range) == "town-alike"
            said = await one.ask("hover", one.at("[ferries-wait", 2))
            assert said.contents.value.startswith("Ferries wait 40 minutes for the only pier.\n\nIt stands")
            assert (await one.ask("definition", one.at("[ferries-wait", 2))).range.start == one.at("ferries-wait:\n")

            one.type(PIER.replace("[too-dear]", "[too-"))
            assert [each.code for each in await one.findings()] == ["syntax"]
            offered = await one.ask("completion", one.at("[too-", 5))
            assert "too-dear" in [item.label for item in offered.items]

            one.type(PIER)
            assert await one.findings() == ()

            context = ("context", types.ReferenceContext(include_declaration=True))
            places = await one.ask("references", one.at("[too-dear]", 2), context)
            assert [place.uri.rpartition("/")[2] for place in places] == ["pier.yml"] * 3 + ["index.md"] * 3

            assert text_at(PIER, await one.ask("prepare_rename", one.at("[too-dear]", 2))) == "too-dear"
            changes = (await one.ask("rename", one.at("[too-dear]", 2), ("new_name", "costly"))).changes
            assert {uri.rpartition("/")[2]: len(edits) for uri, edits in changes.items()} == {
                "pier.yml": 3,
                "index.md": 3,
            }
            with pytest.raises(JsonRpcException, match="`Costly` is no id"):
                await one.ask("rename", one.at("[too-dear]", 2), ("new_name", "Costly"))

            one.type(REPAIRED)
            lost = next(each for each in await one.findings() if each.code == "quote-not-found")
            first, second = await one.actions(lost)
            assert (first.title, first.is_preferred) == ("Insert the verbatim quote, and read it as typed", True)
            assert (second.title, second.is_preferred) == ("Insert the verbatim quote", False)
            (edit,) = first.edit.changes[one.uri]
            assert edit.new_text == '{ exact: "wait fortyminutes", reads: "wait forty minutes" }'
            assert text_at(REPAIRED, edit.range) == '"wait forty minutes"'
            assert first.diagnostics == (lost,)

            assert (await one.close()).diagnostics == ()

    asyncio.run(session())


def test_the_rules_are_as_grave_as_the_project_says(workshop):
    async def session():
        async with editor(workshop.folder) as one:
            one.open(workshop.map, PIER)
            return [(found.code, found.severity) for found in await one.findings()]

    assert asyncio.run(session()) == []
    workshop.write("argmap.toml", '[rules]\ngroup-of-one = "warning"\n')
    assert asyncio.run(session()) == [("group-of-one", types.DiagnosticSeverity.Warning)]


def test_columns_are_utf_16_units_unless_both_sides_know_better(workshop):
    async def session(encodings, agreed, column):
        async with editor(workshop.folder, encodings) as one:
            assert one.capabilities.position_encoding == agreed
            one.open(workshop.map, WIDE)
            (found,) = await one.findings()
            assert (found.code, found.range.start.character) == ("unknown-field", column)

    line = next(line for line in WIDE.split("\n") if "titel" in line)
    before = line[: line.index("titel")]
    asyncio.run(session(None, "utf-16", len(before) + 1))
    asyncio.run(session(["utf-8", "utf-16"], "utf-8", len(before.encode())))


def test_a_page(workshop):
    async def session():
        async with editor(workshop.folder) as one:
            one.open(workshop.page, PAGE.replace("pier#too-dear) and", "pier#to-dear) and"))
            (found,) = await one.findings()
            assert (found.code, found.severity) == ("link", types.DiagnosticSeverity.Warning)
            assert text_at(one.text, found.range) == "to-dear"
            offered = await one.ask("completion", one.at("#to-dear", 3))
            assert "too-dear" in [item.label for item in offered.items]
            one.type(PAGE)
            assert await one.findings() == ()
            where = await one.ask("definition", one.at("focus: too-dear", 9))
            assert where.uri == workshop.map.as_uri()

            # A page is looked at again when something it speaks of has been saved.
            workshop.write("docs/maps/pier.yml", PIER.replace("too-dear", "costly"))
            one.save()
            assert [each.code for each in await one.findings()] == ["link", "fence"]

    asyncio.run(session())


def test_of_many_changes_the_last_is_told_and_none_after_it(workshop):
    async def session():
        async with editor(workshop.folder) as one:
            one.open(workshop.map, PIER)
            for number in range(40):
                one.type(PIER.replace("[towns-alike]", f"[town-{number}]"))
            (found,) = await one.findings()
            assert "town-39" in found.message
            assert one.told.empty()

    asyncio.run(session())


def test_files_that_are_no_maps_are_left_alone(workshop):
    async def session():
        async with editor(workshop.folder) as one:
            one.open(workshop.folder / "mkdocs.yml", "site_name: x\nclaims: [\n")
            assert await one.findings() == ()
            assert await one.ask("completion", one.at("claims: [", 9)) is None
            assert await one.ask("hover", one.at("site_name", 3)) is None
            assert await one.ask("definition", one.at("site_name", 3)) is None

    asyncio.run(session())


def test_nothing_that_is_asked_of_a_file_that_is_not_open_is_a_fault(workshop):
    async def session():
        async with editor(workshop.folder) as one:
            one.uri, one.text = (workshop.folder / "docs/maps/none.yml").as_uri(), "x"
            place = types.Position(400, 7)
            assert await one.ask("completion", place) is None
            assert await one.ask("hover", place) is None
            assert await one.ask("prepare_rename", place) is None
            assert not await one.ask("references", place, ("context", types.ReferenceContext(True)))
            one.uri = "untitled:Untitled-1"
            assert await one.ask("hover", place) is None

    asyncio.run(session())


def test_a_map_of_ten_thousand_claims_answers_while_it_is_being_looked_at(workshop):
    claims = "".join(f"  c{number}: {{ text: Claim {number}., because: [c{number + 1}] }}\n" for number in range(9_999))
    long = f"argmap: 1\ntitle: Long\nthesis: c0\nclaims:\n{claims}  c9999: {{ text: The last. }}\n"

    async def session():
        async with editor(workshop.folder) as one:
            one.open(workshop.map, long)
            for number in range(20):
                one.type(long.replace("title: Long", f"title: Long {number}"))
            offered = await one.ask("completion", one.at("[c500]", 3))
            assert one.told.empty()  # a look takes longer than an answer
            assert offered.is_incomplete
            assert [item.label for item in offered.items][:2] == ["c5", "c50"]
            one.type(long.replace("[c500]", "[d500]"))
            (found,) = await one.findings()
            assert text_at(one.text, found.range) == "d500"

    asyncio.run(session())


def test_a_project_behind_a_symbolic_link_is_one_project(workshop, tmp_path_factory):
    link = tmp_path_factory.mktemp("elsewhere") / "link"
    link.symlink_to(workshop.folder)

    async def session():
        async with editor(link) as one:
            one.open(link / "docs/maps/pier.yml", PIER)
            assert await one.findings() == ()
            changes = (await one.ask("rename", one.at("[too-dear]", 2), ("new_name", "costly"))).changes
            assert [len(edits) for edits in changes.values()] == [3, 3]
            assert one.uri in changes

    asyncio.run(session())
