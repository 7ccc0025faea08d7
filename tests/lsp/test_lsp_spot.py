"""Where the cursor stands in a map: `|` marks it."""

import pytest
from harbour import PIER
from hypothesis import given
from hypothesis import strategies as st

from argmap.lines import lines_of
from argmap.lsp.grammar import meaning
from argmap.lsp.places import Position, from_units, to_units
from argmap.lsp.spot import spot_at


def spot(marked):
    before = marked[: marked.index("|")]
    return spot_at(
        lines_of(marked.replace("|", "", 1)), Position(before.count("\n"), len(before) - before.rfind("\n") - 1)
    )


CLAIM = "claims:\n  build-it:\n    text: Build it.\n"

IDS = [
    ("thesis: |", "claim"),
    ("thesis: bui|ld", "claim"),
    ('thesis: "bui|', "claim"),
    (f"{CLAIM}    because: [|", "claim"),
    (f"{CLAIM}    because: [a, b|, c]", "claim"),
    (f"{CLAIM}    because: [[a, |", "claim"),
    (f"{CLAIM}    because:\n      - |", "claim"),
    (f"{CLAIM}    because:\n    - wai|", "claim"),
    (f"{CLAIM}    because:\n      - [a, |]\n    but: [b]", "claim"),
    (f"{CLAIM}    because: [a,\n      b, |", "claim"),
    (f"{CLAIM}    because:\n      - premises: [a, |]", "claim"),
    (f"{CLAIM}    because:\n      - id: x\n        premises:\n          - |", "claim"),
    (f"{CLAIM}    because: [{{premises: [a], but: [|", "claim"),
    (f"{CLAIM}    because:\n      - premises: [a]\n        but:\n          - premises: [|", "claim"),
    (f"{CLAIM}    group: tra|", "group"),
    (f"{CLAIM}    actors: [fer|", "actor"),
    (f"{CLAIM}    said_by: |", "actor"),
    (f"{CLAIM}    tags: [|", "tag"),
    (f'{CLAIM}    quote: {{ exact: "a, {{b", source: |', "source"),
    (f"{CLAIM}    quote:\n      - exact: it's so\n        source: |", "source"),
    ("question:\n  text: Why?\n  quote: { source: |", "source"),
    ("views:\n  cost: { title: The money, focus: |", "claim"),
    ("views:\n  cost:\n    groups:\n      - |", "group"),
    ("tour:\n  - { claim: |", "claim"),
    ("tour:\n- claim: |", "claim"),
    ('{ "argmap": 1, "thesis": "|', "claim"),
    ('{\n  "claims": {\n    "a": {\n      "because": ["|', "claim"),
]


@pytest.mark.parametrize(("text", "kind"), IDS)
def test_an_id_is_wanted(text, kind):
    assert kind in meaning(spot(text).path).ids


FIELDS = [
    ("|", "thesis", set()),
    ("argmap: 1\nthe|", "thesis", {"argmap"}),
    (f"{CLAIM}    be|", "because", {"text"}),
    (f"{CLAIM}    |\n    note: x\n  other:\n    label: y", "because", {"text", "note"}),
    (f"{CLAIM}    because:\n      - pre|", "premises", set()),
    (f"{CLAIM}    because:\n      - premises: [a]\n        |", "strength", {"premises"}),
    (f"{CLAIM}    because:\n      - premises: [a]\n      - |\n        why: x", "strength", {"why"}),
    (f'{CLAIM}    quote: {{ exact: "x", |', "reads", {"exact"}),
    ("tour:\n  - |", "say", set()),
    ("sources:\n  report:\n    file: x\n    aside:\n      - exact: y\n        |", "why", {"exact"}),
]


@pytest.mark.parametrize(("text", "field", "siblings"), FIELDS)
def test_a_field_is_wanted(text, field, siblings):
    found = spot(text)
    assert found.may_be_key
    assert field in meaning(found.path).fields
    assert found.siblings == siblings


WORDS = [(f"{CLAIM}    expect: |", "falls"), (f"{CLAIM}    role: |", "answer"), (f"{CLAIM}    assumed: f|", "false")]


@pytest.mark.parametrize(("text", "word"), WORDS)
def test_a_word_of_the_notation_is_wanted(text, word):
    assert word in meaning(spot(text).path).words


@pytest.mark.parametrize(
    "text",
    [
        "title: A second pi|er",
        "# the|sis: x",
        f"{CLAIM}    because: [a] # b|",
        f"{CLAIM}    because: [a] b|",
        f'{CLAIM}    quote: {{ exact: "some wo|rds',
        f"{CLAIM}    because: [a b|",
    ],
)
def test_in_a_text_or_a_comment_nothing_is_wanted(text):
    assert spot(text) is None


def test_within_a_text_of_several_lines_nothing_is_wanted():
    found = spot(
        f"{CLAIM}    note: |\n      because:\n        - x\x00".replace("|", "\x01")
        .replace("\x00", "|")
        .replace("\x01", ">")
    )
    assert (meaning(found.path).ids, meaning(found.path).fields) == ((), {})


@pytest.mark.parametrize(("text", "kind"), [("claims:\n  buil|d-it:\n", "claim"), ("groups: { tra|ffic: {", "group")])
def test_what_names_something(text, kind):
    found = spot(text)
    assert found.is_key
    assert meaning(found.path).defines == kind


def test_an_argument_s_id_names_it():
    assert meaning(spot(f"{CLAIM}    because:\n      - id: by-co|st").path).defines == "argument"


@given(st.text(alphabet="abc-:[]{},\"'#| \n\t&é😀", max_size=120), st.integers(0, 12), st.integers(0, 60))
def test_whatever_is_typed_there_is_an_answer(text, line, column):
    lines = lines_of(text)
    line %= len(lines)
    found = spot_at(lines, Position(line, min(column, len(lines[line]))))
    if found:
        start, end = found.range
        assert lines[line][start.column : end.column] == found.word
        meaning(found.path)


@given(st.integers(0, len(PIER)))
def test_a_map_cut_off_anywhere_has_an_answer_at_its_end(length):
    lines = lines_of(PIER[:length])
    spot_at(lines, Position(len(lines) - 1, len(lines[-1])))


@given(st.text(max_size=40), st.integers(0, 40), st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_columns_go_to_units_and_back(line, column, encoding):
    column = min(column, len(line))
    assert from_units(line, to_units(line, column, encoding), encoding) == column


def test_a_wide_character_is_two_units_of_utf_16():
    assert [to_units("a😀b", 2, encoding) for encoding in ("utf-8", "utf-16", "utf-32")] == [5, 3, 2]
    assert from_units("a😀b", 2, "utf-16") == 1  # within it
    assert from_units("a😀b", 99, "utf-16") == 3
