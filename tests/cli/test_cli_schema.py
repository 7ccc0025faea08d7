"""`argmap schema`: the JSON Schema of the notation."""

import json

import pytest

from argmap.notation.json_schema import DIALECT, FILE


def test_it_is_printed(argmap):
    status, out, err = argmap("schema")
    assert (status, err) == (0, "")
    assert json.loads(out)["$schema"] == DIALECT
    assert out == FILE.read_text("utf-8")


def test_it_is_written(project, argmap):
    assert argmap("schema", "-o", "argmap.schema.json") == (0, "", "")
    assert (project / "argmap.schema.json").read_bytes() == FILE.read_bytes()


def test_the_package_s_own_can_be_named(argmap):
    status, out, _ = argmap("schema", "--path")
    assert (status, out) == (0, f"{FILE}\n")


@pytest.mark.parametrize(("place", "why"), [("no/schema.json", "its folder does not exist"), (".", "Is a directory")])
def test_where_it_cannot_be_written_one_line_says_so(project, argmap, place, why):
    status, out, err = argmap("schema", "-o", place)
    assert (status, out) == (2, "")
    assert err == f"argmap: The schema cannot be written to {place}: {why}.\n"
