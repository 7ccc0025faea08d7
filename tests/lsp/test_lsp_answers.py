"""Completion, hover and definition in a map, also while it is broken."""

import pytest
from harbour import PIER
from lsp_workshop import at

from argmap.lines import lines_of
from argmap.lsp import answers, naming
from argmap.lsp.look import Stale, look_at
from argmap.lsp.places import Position

HALF_TYPED = PIER.replace("    but: [too-dear]\n", "    but: [too-\n")


def completed(workshop, position):
    bench = workshop.bench
    return answers.complete(bench.lines(workshop.map), bench.known(workshop.map), position)


def hovered(workshop, position):
    bench = workshop.bench
    found = answers.hover(bench.lines(workshop.map), bench.known(workshop.map), position)
    return found and found[0]


def test_claims_are_offered_in_the_map_s_order_with_their_labels(workshop):
    workshop.types(PIER)
    found = completed(workshop, at(PIER, "[towns-differ]", 1))
    assert [(choice.text, choice.about) for choice in found][:2] == [
        ("build-it", "A second pier"),
        ("ferries-wait", "Ferries wait"),
    ]
    assert {choice.kind for choice in found} == {"claim"}


def test_a_choice_takes_the_place_of_the_whole_word(workshop):
    workshop.types(PIER)
    (start, end) = completed(workshop, at(PIER, "[too-dear]", 4))[0].range
    assert PIER.splitlines()[start.line][start.column : end.column] == "too-dear"


def test_a_map_that_is_no_yaml_keeps_what_was_last_known_of_it(workshop):
    workshop.types(PIER)
    look = workshop.types(HALF_TYPED)
    assert look.reading is None
    assert look.findings[0].rule == "syntax"
    found = completed(workshop, at(HALF_TYPED, "[too-\n", 5))
    assert "too-dear" in [choice.text for choice in found]
    assert "Ferries wait" in [choice.about for choice in found]
    assert hovered(workshop, at(HALF_TYPED, "towns-alike:", 3)).startswith("The towns are alike.")


def test_a_map_that_never_was_one_offers_what_its_lines_name(workshop):
    workshop.types(HALF_TYPED)
    found = [choice.text for choice in completed(workshop, at(HALF_TYPED, "[too-\n", 5))]
    assert found[:2] == ["build-it", "ferries-wait"]


def test_a_claim_that_was_just_typed_is_offered_before_the_map_is_mended(workshop):
    workshop.types(PIER)
    text = HALF_TYPED.replace("  towns-alike:\n", "  brand-new: { text: New. }\n  towns-alike:\n")
    workshop.types(text)
    assert "brand-new" in [choice.text for choice in completed(workshop, at(text, "[too-\n", 5))]


@pytest.mark.parametrize(
    ("mark", "inside", "offered"),
    [
        ("group: traffic", 7, ["traffic"]),
        ("[ferries, mayor]", 1, ["ferries", "mayor"]),
        ("said_by: mayor", 9, ["ferries", "mayor"]),
        ("strength: weak", 10, ["weak", "normal", "strong"]),
        ("tags: [money]\n", 7, ["figures", "money"]),
        ("groups: [traffic]", 9, ["traffic"]),
    ],
)
def test_other_ids_and_words(workshop, mark, inside, offered):
    workshop.types(PIER)
    assert [choice.text for choice in completed(workshop, at(PIER, mark, inside))] == offered


def test_fields_are_offered_with_what_they_mean_and_none_twice(workshop):
    text = PIER.replace("    qualifier: It could be argued\n", "    qua\n")
    workshop.types(text)
    found = {choice.text: choice for choice in completed(workshop, at(text, "    qua\n", 7))}
    assert found["qualifier"].about == "The author's own hedge."
    assert found["qualifier"].written == "qualifier: "
    assert "said_by" not in found


def test_of_ten_thousand_claims_those_are_shown_that_were_meant(workshop):
    claims = "".join(f"  c{number}: {{ text: Claim. }}\n" for number in range(10_000))
    text = f"argmap: 1\ntitle: Long\nthesis: c99\nclaims:\n{claims}"
    workshop.types(text)
    lines, position = lines_of(text), at(text, "thesis: c99\n", 11)
    found = answers.narrowed(lines, completed(workshop, position), position)
    assert len(found) == 111
    assert [choice.text for choice in found[:2]] == ["c99", "c990"]
    assert len(answers.narrowed(lines, completed(workshop, position), Position(2, 9))) == answers.MOST


def test_a_claim_says_its_text_its_label_with_the_reason_and_its_words(workshop):
    workshop.types(PIER)
    assert hovered(workshop, at(PIER, "[ferries-wait", 4)) == (
        "Ferries wait 40 minutes for the only pier.\n\n"
        "It stands in this map: it is granted, and nothing against it holds.\n\n"
        "“ferries routinely wait forty minutes”"
    )


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ("waiting-costs:", "The report adds both figures up"),
        ("group: traffic", "Traffic today"),
        ("said_by: mayor", "The mayor"),
        ("by-analogy", "The neighbouring town built a second pier\n\n+→ The town"),
        ("scheme:", "The kind of argument, in your own words."),
        ("cost:", "The money"),
    ],
)
def test_hovering_other_things(workshop, mark, said):
    workshop.types(PIER)
    text = hovered(workshop, at(PIER, mark, len(mark) - 2))
    assert said.replace("The town", "A second pier") in text


@pytest.mark.parametrize("mark", ["Harbour report", "argmap: 1", "[town-nowhere]"])
def test_hovering_what_says_nothing(workshop, mark):
    text = PIER.replace("[towns-differ]", "[town-nowhere]")
    workshop.types(text)
    assert mark == "argmap: 1" or hovered(workshop, at(text, mark, 3)) is None


def test_a_claim_is_defined_at_its_key(workshop):
    workshop.types(PIER)
    path, where = naming.defined(workshop.bench, workshop.map, at(PIER, "[towns-alike]", 2))
    assert path == workshop.map
    assert where.start == at(PIER, "towns-alike:")


def test_a_definition_is_found_where_it_has_moved_to_though_the_map_is_broken(workshop):
    workshop.types(PIER)
    text = "# one more line\n" + HALF_TYPED
    workshop.types(text)
    _, where = naming.defined(workshop.bench, workshop.map, at(text, "[towns-alike]", 2))
    assert where.start == at(text, "towns-alike:")


def test_what_is_in_the_editor_is_checked_not_what_is_on_the_disk(workshop):
    assert workshop.types(PIER.replace("[towns-alike]", "[town-alike]")).findings[0].rule == "unknown-reference"
    assert workshop.map.read_text("utf-8") == PIER


def test_a_look_that_has_been_overtaken_is_given_up(workshop):
    asked = []

    def stale():
        asked.append(True)
        return len(asked) > 1

    with pytest.raises(Stale):
        look_at(workshop.map, PIER, stale=stale)
    assert len(asked) == 2


def test_an_overtaken_look_leaves_what_was_known(workshop, monkeypatch):
    workshop.types(PIER)
    before = workshop.bench.known(workshop.map)
    opened = workshop.bench.put(workshop.map, 8, PIER.replace("too dear", "much too dear"))
    workshop.bench.put(workshop.map, 9, PIER)
    with pytest.raises(Stale):
        workshop.bench.look(opened)
    assert workshop.bench.known(workshop.map) == before


def test_a_byte_order_mark_and_other_newlines_move_nothing(workshop):
    look = workshop.types("\ufeff" + PIER.replace("[towns-alike]", "[town-alike]").replace("\n", "\r\n"))
    assert (look.findings[0].line, look.findings[0].column) == (33, 19)


def test_a_text_that_is_too_large_says_so_and_nothing_is_done_with_it(workshop):
    look = workshop.types("#" * 5_000_001)
    assert [finding.message for finding in look.findings] == ["The map is too large to be read."]
