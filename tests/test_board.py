"""The board of a map as data."""

import pytest

from argmap.board import board
from argmap.reading import read

REPORT = "The pier is old. Ferries wait.\n\nThe mayor is silent.\nSo is the town.\n\n***\n\nNobody knows why.\n"
MAP = """\
argmap: 1
title: A pier
thesis: t
sources: { report: { file: report.txt } }
claims:
  t: { text: Build it., because: [waiting], but: [dear] }
  waiting: { text: Ferries wait., because: [{ premises: [old], strength: weak, why: So it seems. }] }
  old: { text: The pier is old., quote: The pier is old }
  dear: { text: It is dear., because: [rumour] }
  rumour: { text: One hears so. }
"""


@pytest.fixture
def shown(tmp_path):
    (tmp_path / "report.txt").write_text(REPORT)
    (tmp_path / "map.yml").write_text(MAP)
    return board(read(tmp_path / "map.yml"))


def test_open_counterpoints(shown):
    assert [argument.premises for argument in shown.counterpoints] == [("dear",)]


def test_the_weakest_legs_say_what_is_weak_about_them(shown):
    assert [(leg.argument.conclusion, leg.premise, leg.unquoted, leg.weak) for leg in shown.legs] == [
        ("waiting", "old", False, True),
        ("dear", "rumour", True, False),
    ]


def test_pivotal_premises(shown):
    assert shown.pivotal == ("waiting", "old", "dear", "rumour")


def test_what_has_a_list_of_its_own_is_not_said_twice(shown):
    assert [finding.rule for finding in shown.findings] == ["unquoted-strength"]


def test_coverage_by_paragraph_and_sentence(shown):
    (text,) = shown.coverage
    assert (text.covered, text.count) == (1, 5)
    assert [(section.number, section.sentences, section.covered) for section in text.sections] == [
        (1, (1, 2), 1),
        (2, (3, 4), 0),
        (4, (5,), 0),
    ]
    assert text.sections[1].missing == ((3, "The mayor is silent."), (4, "So is the town."))


def test_a_map_without_a_text_is_not_asked_for_quotes(tmp_path):
    (tmp_path / "map.yml").write_text(
        "argmap: 1\ntitle: A pier\nthesis: t\nclaims:\n  t: { text: T., because: [a] }\n  a: { text: A. }\n"
    )
    shown = board(read(tmp_path / "map.yml"))
    assert (shown.legs, shown.coverage) == ((), ())
