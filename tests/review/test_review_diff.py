"""What differs between two versions of a map, and both laid over each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Label
from argmap.notation import parse_map
from argmap.reasoning import label
from argmap.review.diff import Version, diff
from argmap.review.overlay import overlay

PIER = """\
argmap: 1
title: A pier
thesis: build-it
sources: { report: { file: report.txt } }
groups: { traffic: { title: Traffic } }
claims:
  build-it:
    text: The town should build a second pier.
    because:
      - [ferries-wait, waiting-costs]
      - premises: [neighbour-built]
        id: by-analogy
        but: [towns-differ]
    but: [too-dear]
  ferries-wait: { text: Ferries wait., quote: "ferries wait", group: traffic }
  waiting-costs: { text: Waiting costs more than a pier. }
  neighbour-built: { text: The neighbours built one. }
  towns-differ: { text: The towns differ. }
  too-dear: { text: A pier is too dear. }
"""


def version(text):
    argument_map = parse_map(text, "map.yml")
    return Version(argument_map, label(argument_map))


def changed(*replacements):
    text = PIER
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    return diff(version(PIER), version(text))


def claim(found, name):
    (change,) = [change for change in found.claims if change.id == name]
    return change


def test_a_map_does_not_differ_from_itself():
    assert not changed()


def test_order_places_and_comments_make_no_difference():
    text = PIER.replace("  too-dear: { text: A pier is too dear. }\n", "").replace(
        "  ferries-wait: {", "  # first\n  too-dear: { text: A pier is too dear. }\n  ferries-wait: {"
    )
    assert not diff(version(PIER), version(text))


def test_a_claim_added_and_one_removed():
    found = changed(
        ("  too-dear: { text: A pier is too dear. }", "  ugly: { text: Piers are ugly. }"), ("[too-dear]", "[ugly]")
    )
    assert (claim(found, "ugly").old, claim(found, "too-dear").new) == (None, None)
    above = claim(found, "build-it")
    assert [(bool(a.old), bool(a.new)) for a in above.arguments] == [(False, True), (True, False)]


def test_a_claim_reworded():
    found = changed(("Ferries wait.", "Ferries wait long."))
    (change,) = found.claims
    assert change.fields == (("text", "Ferries wait.", "Ferries wait long."),)
    assert change.reworded


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("too-dear", "costly"),  # the same text
        ("ferries-wait", "they-wait"),
    ],
)
def test_the_same_text_under_another_id_is_a_claim_renamed(old, new):
    found = changed((old, new))
    (change,) = found.claims
    assert (change.old.id, change.new.id) == (old, new)
    assert change.renamed
    assert not change.arguments


def test_the_same_quotes_under_another_id_and_text_are_a_claim_renamed_and_reworded():
    found = changed(("ferries-wait", "they-wait"), ("Ferries wait.", "They wait."))
    (change,) = found.claims
    assert change.renamed
    assert change.reworded


def test_another_text_without_quotes_under_another_id_is_another_claim():
    found = changed(("too-dear", "costly"), ("A pier is too dear.", "It costs four million."))
    assert claim(found, "costly").old is None
    assert claim(found, "too-dear").new is None


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        (
            "id: by-analogy",
            "id: by-analogy\n        strength: weak\n        why: Rough.",
            ("strength", "normal", "weak"),
        ),
        ("premises: [neighbour-built]", "premises: [too-dear]", ("premises", "neighbour-built", "too-dear")),
        (
            "[ferries-wait, waiting-costs]",
            "[ferries-wait]",
            ("premises", "ferries-wait, waiting-costs", "ferries-wait"),
        ),
        ("id: by-analogy", "id: by-example", ("id", "by-analogy", "by-example")),
        ("id: by-analogy", "id: by-analogy\n        scheme: analogy", ("scheme", "", "analogy")),
    ],
)
def test_an_argument_changed(old, new, field):
    found = changed((old, new))
    fields = [change for argument in claim(found, "build-it").arguments for change in argument.fields]
    assert field in fields


def test_an_argument_that_changes_sides_is_the_same_argument():
    found = changed(("    but: [too-dear]\n", ""), ("      - [ferries-wait", "      - too-dear\n      - [ferries-wait"))
    (argument,) = claim(found, "build-it").arguments
    assert argument.fields == (("side", "against", "for"),)


def test_an_undercut_removed_is_told_where_it_stood():
    found = changed(("        but: [towns-differ]\n", ""))
    gone = [argument for argument in claim(found, "build-it").arguments if not argument.new]
    assert [argument.old.conclusion for argument in gone] == ["by-analogy"]


def test_quotes_that_came_and_went():
    found = changed(('quote: "ferries wait"', 'quote: ["they wait long"]'))
    quotes = claim(found, "ferries-wait").quotes
    assert [q.exact for q in quotes.added] == ["they wait long"]
    assert [q.exact for q in quotes.removed] == ["ferries wait"]


def test_a_label_that_changes_has_its_reason_in_words():
    found = changed(
        ("too-dear: { text: A pier is too dear. }", "too-dear: { text: A pier is too dear., but: [waiting-costs] }")
    )
    relabelled = claim(found, "build-it").label
    assert (relabelled.old, relabelled.new) == (Label.UNDECIDED, Label.STANDS)
    assert relabelled.says.startswith("It stands in this map, supported by “Ferries wait”")


def test_title_thesis_and_question():
    found = changed(
        ("title: A pier", "title: Two piers\nquestion: Build it?"), ("thesis: build-it", "thesis: ferries-wait")
    )
    assert found.fields == (
        ("title", "A pier", "Two piers"),
        ("question", "", "Build it?"),
        ("thesis", "build-it", "ferries-wait"),
    )


def test_a_renamed_thesis_is_the_same_thesis():
    found = changed(("build-it", "build"))
    assert not found.fields


def test_sources_and_groups():
    found = changed(
        ("file: report.txt", "file: report.txt, title: Report"),
        ("traffic: { title: Traffic }", "sea: { title: Sea }"),
        ("group: traffic", "group: sea"),
    )
    assert [(item.kind, item.id, item.change) for item in found.named] == [
        ("source", "report", "changed"),
        ("group", "sea", "added"),
        ("group", "traffic", "removed"),
    ]


class TestOverlay:
    """One map with everything of both versions."""

    def test_what_is_gone_is_there_still_and_marked(self):
        found = changed(("  too-dear: { text: A pier is too dear. }\n", ""), ("    but: [too-dear]\n", ""))
        laid = overlay(found)
        assert laid.claims == {"too-dear": "removed", "build-it": "changed"}
        (gone,) = laid.arguments
        assert (gone, laid.map.arguments[gone].premises) == ("old.build-it.but.1", ("too-dear",))
        assert laid.arguments[gone] == "removed"
        assert laid.verdicts["too-dear"].label is Label.STANDS

    def test_an_argument_with_other_premises_is_gone_and_come(self):
        laid = overlay(changed(("premises: [neighbour-built]", "premises: [too-dear]")))
        assert laid.arguments["by-analogy"] == "added"
        assert laid.arguments["old.by-analogy"] == "removed"
        assert laid.map.arguments["by-analogy"].but, "what is about it is about the new one"

    def test_an_undercut_of_an_argument_that_is_gone_goes_with_it(self):
        block = "      - premises: [neighbour-built]\n        id: by-analogy\n        but: [towns-differ]\n"
        laid = overlay(changed((block, "")))
        assert laid.map.arguments["old.by-analogy"].but[0].conclusion == "old.by-analogy"
        assert set(laid.arguments.values()) == {"removed"}

    def test_a_note_makes_no_difference_to_a_drawing(self):
        laid = overlay(changed(("text: The towns differ.", "text: The towns differ., note: See there.")))
        assert (laid.claims, laid.arguments) == ({}, {})


NAMES = ["a", "b", "c", "d"]
ARGUMENTS = st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True), max_size=2)


@st.composite
def maps(draw):
    ids = ["a", *sorted(draw(st.sets(st.sampled_from(NAMES[1:]))))]
    lines = ["argmap: 1", "title: T", "thesis: a", "claims:"]
    for name in ids:
        lines += [f"  {name}:", f"    text: {draw(st.sampled_from(['One.', 'Two.', 'Three.']))} {name}"]
        for side in ("because", "but"):
            arguments = [[p for p in premises if p in ids] for premises in draw(ARGUMENTS)]
            listed = ", ".join("[" + ", ".join(premises) + "]" for premises in arguments if premises)
            lines.append(f"    {side}: [{listed}]")
    return version("\n".join(lines))


@given(maps(), maps())
def test_of_any_two_maps_everything_is_told_and_laid_over(old, new):
    found = diff(old, new)
    assert bool(found) == (_said(old) != _said(new))
    back = diff(new, old)
    assert bool(back) == bool(found)
    laid = overlay(found)
    assert set(laid.map.claims) >= set(new.map.claims)
    assert len(laid.map.claims) == len({found.ids.get(c, f"old {c}") for c in old.map.claims} | set(new.map.claims))
    assert set(laid.arguments) <= set(laid.map.arguments)
    assert all(a.conclusion in laid.map.claims or a.on_argument for a in laid.map.arguments.values())
    kept = {a for a in laid.map.arguments if laid.arguments.get(a) != "removed"}
    assert kept == set(new.map.arguments)


def _said(of):
    """Claims with their arguments, in no order."""
    return {
        claim.id: (claim.text, sorted((a.attacks, sorted(a.premises)) for a in claim.own))
        for claim in of.map.claims.values()
    }


@given(maps())
def test_laid_over_itself_a_map_is_as_it_was(one):
    laid = overlay(diff(one, one))
    assert laid.map == one.map
    assert not laid.claims
