"""Laws: whatever stands in a file, it is a map or a MapError, and findings lie within the file."""

import json
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.findings import Finding, MapError
from argmap.model import ArgumentMap, Label, Role, Strength
from argmap.notation import parse_map, schema, values
from argmap.notation.build import UnclearError, build_map
from argmap.notation.document import Node, read_document
from argmap.notation.messages import schema_findings
from argmap.notation.scalars import resolve
from argmap.notation.suggestions import Suggestions

HARBOUR = (Path(__file__).parent / "allowed" / "harbour.yml").read_text("utf-8")
patient = settings(deadline=None)  # how fast the machine is today is not what is tested

LINES = HARBOUR.splitlines(keepends=True)
SNIPPETS = [
    "",
    " ",
    "\t",
    "\n",
    ":",
    ": ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    "|",
    "&a ",
    "*a",
    "!t ",
    "<<: ",
    "---\n",
]
SNIPPETS += ["12", "true", "null", "~", "\x07", "\u202e", "\u2028", "\r", "\\", "é", "😀", "because", "premises: []"]


def outcome(text: str) -> ArgumentMap | tuple[Finding, ...]:
    try:
        return parse_map(text, "map.yml")
    except MapError as error:
        return error.findings


def can_be_built(root: Node) -> bool:
    try:
        build_map("map.yml", root)
    except UnclearError:
        return False
    return True


def is_map_or_findings(text: str) -> None:
    found = outcome(text)
    root = read_document("map.yml", text.replace("\r\n", "\n").replace("\r", "\n")).root
    if root is not None:
        assert can_be_built(root) is not any(schema_findings(root, Suggestions())), "the schema takes the same maps"
    if isinstance(found, ArgumentMap):
        assert found.thesis in found.claims
        assert all(premise in found.claims for argument in found.arguments.values() for premise in argument.premises)
    else:
        lines = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
        assert found
        assert all(1 <= finding.line <= lines and finding.column >= 1 for finding in found)
        assert all("\n" not in str(finding) for finding in found)


@patient
@given(st.text())
def test_any_text(text: str) -> None:
    is_map_or_findings(text)


@patient
@given(st.lists(st.sampled_from(SNIPPETS)).map("".join))
def test_any_text_of_yaml_s_own_signs(text: str) -> None:
    is_map_or_findings(text)


@patient
@given(st.integers(0, len(HARBOUR)), st.integers(0, 12), st.sampled_from(SNIPPETS))
def test_a_map_with_something_else_in_one_place(at: int, length: int, snippet: str) -> None:
    is_map_or_findings(HARBOUR[:at] + snippet + HARBOUR[at + length :])


@patient
@given(st.sets(st.integers(0, len(LINES) - 1)))
def test_a_map_with_lines_missing(missing: set[int]) -> None:
    is_map_or_findings("".join(line for number, line in enumerate(LINES) if number not in missing))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["text", "premises", "a"]), inner),
    max_leaves=5,
)
FIELDS = sorted(
    {name for form in (schema.MapForm, schema.ClaimForm, schema.ArgumentForm) for name in form.model_fields}
)


@patient
@given(st.sampled_from(FIELDS), VALUES)
def test_any_value_in_any_field(field: str, value: object) -> None:
    claim = {"text": "A.", "but": [{"premises": ["a"], field: value}], field: value}
    for written in (
        {"argmap": 1, "title": "T", "thesis": "a", "claims": {"a": claim}},
        {"claims": {"a": {}}, field: value},
    ):
        is_map_or_findings(json.dumps(written))


@patient
@given(st.text(alphabet="0123456789.eE+-xo_:~aflnrstu"))
def test_an_unquoted_word_has_a_value(word: str) -> None:
    assert isinstance(resolve(word), str | int | float | bool | None)


@pytest.mark.parametrize(
    ("word", "value"),
    [("12", 12), ("-7", -7), ("0o14", 12), ("0x1F", 31), ("1.5", 1.5), ("1e3", 1000.0), (".inf", float("inf"))]
    + [("true", True), ("FALSE", False), ("null", None), ("~", None), ("", None)]
    + [(word, word) for word in ("no", "on", "y", "1:30", "1_000", "0b1", "2016-10", "tRUE", "1.2.3")],
)
def test_scalars_are_those_of_yaml_1_2(word: str, value: object) -> None:
    assert (resolve(word), type(resolve(word))) == (value, type(value))


def test_a_number_of_any_length_is_no_text() -> None:
    assert isinstance(resolve("9" * 5_000), float)


def test_the_schema_s_words_are_the_model_s() -> None:
    assert set(get_args(values.RoleWord)) == set(Role)
    assert set(get_args(values.LabelWord)) == set(Label)
    assert set(get_args(values.Weight)) == {strength.name.lower() for strength in Strength} - {"bare"}


@pytest.mark.parametrize("folder", ["allowed", "refused"])
def test_what_the_schema_takes_can_be_built_and_nothing_else(folder: str) -> None:
    for path in sorted((Path(__file__).parent / folder).glob("*.yml")):
        try:
            is_map_or_findings(path.read_bytes().decode("utf-8-sig"))
        except UnicodeDecodeError:
            continue  # no text, no map


def test_every_field_is_described_in_the_json_schema() -> None:
    exported = schema.MapForm.model_json_schema()
    for form in (exported, *exported["$defs"].values()):
        for name, field in form["properties"].items():
            assert field.get("description"), name
