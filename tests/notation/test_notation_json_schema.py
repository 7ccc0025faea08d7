"""The JSON Schema: it takes what the reader takes, and refuses what the reader refuses, as far as a schema can."""

import re
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from argmap.notation.document import Document, plain, read_document
from argmap.notation.json_schema import FILE, json_schema, json_schema_text

HERE = Path(__file__).parent
ALLOWED, REFUSED = sorted((HERE / "allowed").glob("*.yml")), sorted((HERE / "refused").glob("*.yml"))
MAPS = sorted((HERE.parents[1] / "docs/maps").rglob("*.yml"))

SCHEMA_RULES = {
    *("date", "empty", "id", "implicit-quote", "language", "missing-field", "missing-why", "supported-claim"),
    *("type", "unknown-field", "url", "value", "version"),
}
"""The rules whose mistakes a schema can see."""


@pytest.fixture(scope="module")
def validator() -> Draft7Validator:
    return Draft7Validator(json_schema())


def document(path: Path) -> Document:
    return read_document(path.name, path.read_text("utf-8-sig"))  # which makes every newline one


def instance(path: Path) -> object:
    """The map as an editor's YAML parser has it; None where it is no YAML at all."""
    root = document(path).root
    return None if root is None else plain(root)


def rules(path: Path) -> set[str]:
    return set(re.findall(r"^[0-9:]+: error\[([a-z-]+)\]", path.with_suffix(".txt").read_text("utf-8"), re.MULTILINE))


def test_the_schema_is_one(validator: Draft7Validator) -> None:
    Draft7Validator.check_schema(validator.schema)


@pytest.mark.parametrize("path", [*ALLOWED, *MAPS], ids=lambda path: path.stem)
def test_it_takes_what_the_reader_takes(path: Path, validator: Draft7Validator) -> None:
    assert [error.message for error in validator.iter_errors(instance(path))] == []


@pytest.mark.parametrize("path", [path for path in REFUSED if rules(path) & SCHEMA_RULES], ids=lambda path: path.stem)
def test_it_refuses_what_the_reader_refuses(path: Path, validator: Draft7Validator) -> None:
    assert not validator.is_valid(instance(path))


@pytest.mark.parametrize(
    "path",
    [path for path in REFUSED if not rules(path) & SCHEMA_RULES and not document(path).findings],
    ids=lambda path: path.stem,
)
def test_it_leaves_to_the_reader_what_is_no_matter_of_one_field(path: Path, validator: Draft7Validator) -> None:
    assert validator.is_valid(instance(path))


def forms() -> list[tuple[str, dict]]:
    schema = json_schema()
    return [("the map", schema), *schema["definitions"].items()]


@pytest.mark.parametrize(("name", "form"), forms(), ids=lambda each: each if isinstance(each, str) else "")
def test_every_field_is_described_and_has_examples_that_it_takes(name: str, form: dict) -> None:
    assert form["description"]
    definitions = json_schema()["definitions"]
    for field, node in form["properties"].items():
        assert node.get("description", "").endswith("."), (name, field)
        assert node.get("examples"), (name, field)
        for example in node["examples"]:
            assert Draft7Validator(node | {"definitions": definitions}).is_valid(example), (name, field, example)


def test_a_url_s_scheme_is_written_in_any_case(validator: Draft7Validator) -> None:
    url = Draft7Validator(json_schema()["definitions"]["SourceForm"]["properties"]["url"])
    assert url.is_valid("HTTPS://example.org")
    assert not url.is_valid("ftp://example.org")


def test_nothing_stands_beside_a_reference() -> None:
    """Draft 7 passes over it: a description there would never be shown."""

    def references(node: object) -> list[dict]:
        match node:
            case dict():
                own = [node] if "$ref" in node else []
                return own + [found for value in node.values() for found in references(value)]
            case list():
                return [found for value in node for found in references(value)]
            case _:
                return []

    found = references(json_schema())
    assert found
    assert all(len(node) == 1 for node in found)


def test_the_package_s_file_is_this_schema() -> None:
    """Where it is not: `argmap schema -o argmap/notation/argmap.schema.json`."""
    assert FILE.read_text("utf-8") == json_schema_text()
