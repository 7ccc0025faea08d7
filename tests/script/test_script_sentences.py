"""The page's script says of a map what Python says, in each language."""

from __future__ import annotations

from dataclasses import replace

import pytest
from house import ARTICLE, MAPS
from plain_maps import plain_map
from reasoned import Case, in_node, in_python, known

from argmap.model import View
from argmap.notation import read_map

NAMES = (ARTICLE.name, "harbour/whole.yml")
LANGUAGES = ("en", "fa", "ru")

# An argument of each kind, and one sentence that names more arguments than it can.
KINDS = {
    "t": {
        "because": [
            {"premises": ["a", "b", "c"], "strength": "weak", "because": ["d"], "but": [["a", "d"]]},
            {"premises": ["b"], "because": [{"premises": ["c"], "strength": "strong"}]},
            *("a", "c", "d", ["a", "d"]),
        ],
        "but": [{"premises": ["e"], "strength": "strong", "but": [{"premises": ["d", "e"], "strength": "weak"}]}],
    },
    "a": {"label": "A {premises} in braces."},
    "b": {"text": "Two stops.."},
    "c": {"text": "One stop."},
    "d": {"label": "{it}"},
    "e": {"assumed": False},
    "f": {"because": ["e", ["a", "e"]]},
}


def every_rejection(argument_map, **case):
    """The map with nothing rejected, and with each claim or argument alone."""
    return [Case(argument_map, rejected, **case) for rejected in ((), *((key,) for key in known(argument_map)))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_the_script_says_of_our_own_maps_what_python_says(name, language):
    cases = every_rejection(replace(read_map(MAPS / name), language=language))
    assert in_node(cases) == [in_python(case) for case in cases]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_script_says_of_every_kind_of_argument_what_python_says(language):
    cases = every_rejection(replace(plain_map(KINDS), language=language))
    assert in_node(cases) == [in_python(case) for case in cases]


def test_a_relation_is_said_of_what_is_drawn_alone():
    argument_map = read_map(ARTICLE)
    whole, part = Case(argument_map), Case(argument_map, view=View(focus=argument_map.thesis))
    expected = [in_python(whole), in_python(part)]
    assert expected[0]["relations"] != expected[1]["relations"]
    assert in_node([whole, part]) == expected


@pytest.mark.parametrize(
    ("sound", "mistake", "about"),
    [
        ("ids.length > 1", "ids.length > 9", "says"),
        ("ids.length - NAMED", "ids.length - 9", "says"),
        ('attacks ? "opposes"', '!attacks ? "opposes"', "bearing"),
        ("id !== claim", "id", "relations"),
        (".filter(isShown)", "", "relations"),
    ],
)
def test_a_sentence_with_a_mistake_is_found(sound, mistake, about, mistaken):
    argument_map = plain_map(KINDS)
    cases = every_rejection(argument_map, view=View(focus="a"))
    answers = in_node(cases, mistaken("sentences.js", sound, mistake))
    assert [answer[about] for answer in answers] != [in_python(case)[about] for case in cases]
