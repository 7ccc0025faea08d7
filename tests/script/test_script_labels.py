"""The page's script labels maps as Python does, with the same reasons."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from plain_maps import plain_map
from random_maps import random_cases
from reasoned import Case, in_node, in_python

from argmap.reasoning import ReasonCode

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "labels.json").read_text("utf-8"))

# What the script says, and what it would say by another rule.
PLANTED = {
    "a tie is won": ("pro.applies > strongest(con)", "pro.applies >= strongest(con)"),
    "a tie is lost": ("con.applies > live", "con.applies >= live"),
    "the reader is not heard": ("if (rejected)", "if (rejected && grant === undefined)"),
    "an inference does not matter": ("new Set([id, ...premises])", "new Set(premises)"),
    "any premise will do": ("missing: parts.size", "missing: 1"),
    "every argument is strong": ("push({ id, strength,", "push({ id, strength: 3,"),
    "backing is not needed": ("backed ? undefined : 0", "0"),
    "what failed outweighs": ('argument.state !== "fails"', "argument"),
    "an objection matters where nothing is for": (".filter((weight) => weight !== NOTHING)", ""),
    "what is only as strong could matter": ('"open" && strength > applies', '"open" && strength >= applies'),
    "what cannot meet the other side could matter": ("<= weight && weight <= strength", "<= weight"),
    "what passes only what is outdone could matter": ("side.applies <= weight && weight", "weight"),
    "everything supports": ("applying(pro, pro.applies)", "applying(pro, 0)"),
    "everything outweighs": ("applying(con, live + 1)", "applying(con, 0)"),
    "a label counts within its round": (
        "const decided = touched.filter((issue) => (issue.verdict = decide(issue)));\n"
        "    touched = [...new Set(decided.flatMap(tell))]",
        "touched = [...new Set(touched.flatMap((issue) => ((issue.verdict = decide(issue)) ? tell(issue) : [])))]",
    ),
}


def wrong(answers):
    """The names of the vectors that are answered with anything but what they expect."""
    return {
        vector["name"]
        for vector, answer in zip(VECTORS, answers, strict=True)
        if {key: answer["labels"].get(key) for key in vector["expect"]} != vector["expect"]
    }


@pytest.fixture(scope="module")
def vectors():
    return [Case(plain_map(**vector["map"]), vector["reject"]) for vector in VECTORS]


def test_the_script_answers_every_vector_as_expected(vectors):
    assert wrong(in_node(vectors)) == set()


@pytest.mark.parametrize("rule", PLANTED)
def test_the_vectors_find_another_rule(rule, vectors, mistaken):
    sound, mistake = PLANTED[rule]
    assert wrong(in_node(vectors, mistaken("labels.js", sound, mistake)))


def test_the_script_answers_as_python_does_of_maps_at_random():
    cases = random_cases(400)
    expected = [in_python(case) for case in cases]
    # Without every reason among them the comparison would be poor.
    assert {v["code"] for answer in expected for v in answer["labels"].values()} == set(ReasonCode)
    assert in_node(cases) == expected


def test_what_the_map_has_not_is_not_rejected():
    argument_map = plain_map({"t": {"because": ["a"]}, "a": {}})
    assert (
        in_node([Case(argument_map, ["b", "a"]), Case(argument_map, ["a"])])
        == [in_python(Case(argument_map, ["a"]))] * 2
    )


def test_a_chain_of_ten_thousand_supports_falls_with_its_end():
    last = 10_000
    argument_map = plain_map({f"c{n}": {"because": [f"c{n + 1}"]} if n < last else {} for n in range(last + 1)})
    (answer,) = in_node([Case(argument_map, [f"c{last}"])])
    assert {answer["labels"][claim]["label"] for claim in argument_map.claims} == {"falls"}
    assert set(answer["changed"]) == set(argument_map.claims)
