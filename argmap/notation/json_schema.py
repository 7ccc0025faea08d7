"""The notation as a JSON Schema, for editors that know YAML and nothing of argument maps.

Draft 7: every release of yaml-language-server, which VS Code and Neovim use, knows it; later drafts only the
newest do. It refuses what the reader refuses as far as JSON Schema can say it: not unknown references, and not days
that no month has.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from argmap.notation.schema import MapForm
from argmap.notation.values import NAMES, WORDS

DIALECT = "http://json-schema.org/draft-07/schema#"
FILE = Path(__file__).with_name("argmap.schema.json")
"""The same in the package: what a setting of an editor can name."""

_MARKS = (WORDS, NAMES)  # argmap's own, of no use to an editor
_WEIGHED = {"properties": {"strength": {"enum": ["weak", "strong"]}}, "required": ["strength"]}
_NEEDS_WHY = {"if": _WEIGHED, "then": {"required": ["why"]}}
_SUPPORTED = {"properties": {"because": {"minItems": 1}}, "required": ["because"]}
_UNWEIGHED = {"properties": {"strength": False, "assumed": False}}
AGREEMENTS: dict[str, list[JsonSchemaValue]] = {
    "ClaimForm": [
        {"not": {"required": ["implicit", "quote"]}},
        {"if": _SUPPORTED, "then": _UNWEIGHED},
        _NEEDS_WHY,
    ],
    "ArgumentForm": [_NEEDS_WHY],
}
"""What the fields of one mapping owe each other; `agreement` says the same in words."""


class InOrder(GenerateJsonSchema):
    """Keeps fields, and those of examples, as they are written."""

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        """The value as it is."""
        return value


@cache
def marked_schema() -> JsonSchemaValue:
    """The schema with argmap's own marks in it: whose ids a text is, and what it is called."""
    return MapForm.model_json_schema(schema_generator=InOrder)


def json_schema() -> JsonSchemaValue:
    """The schema as editors take it."""
    schema = marked_schema()
    forms = {
        name: form | ({"allOf": AGREEMENTS[name]} if name in AGREEMENTS else {})
        for name, form in schema["$defs"].items()
    }
    root = {key: value for key, value in schema.items() if key != "$defs"}
    whole: JsonSchemaValue = _plain(root | {"definitions": forms})
    return {"$schema": DIALECT, "title": "Argument map"} | whole


def json_schema_text() -> str:
    """The schema as the text of a file."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _plain(node: Any) -> Any:
    """A piece of the schema in Draft 7, without marks and names of classes. Examples stay as they are."""
    if isinstance(node, list):
        return [_plain(each) for each in node]
    if not isinstance(node, dict):
        return node
    found = {}
    for key, value in node.items():
        if key in ("properties", "definitions", "patternProperties"):
            found[key] = {name: _plain(each) for name, each in value.items()}
        elif key in ("examples", "enum", "default"):
            found[key] = value
        elif key == "$ref":
            found[key] = value.replace("#/$defs/", "#/definitions/")
        elif key not in (*_MARKS, "title"):
            found[key] = _plain(value)
    for key, idle in (("default", ("", None, [], {})), ("propertyNames", ({},))):
        if key in found and found[key] in idle:  # an editor would write an empty default out
            del found[key]
    return _strict(found)


def _strict(node: JsonSchemaValue) -> JsonSchemaValue:
    """What the reader refuses and pydantic's schema leaves out."""
    if "patternProperties" in node:
        node |= {"additionalProperties": False}  # else a key that is no id may have anything under it
    if node.get("minLength") == 1 and "pattern" not in node:
        node |= {"pattern": r"\S"}  # a text of spaces is empty
    if "$ref" in node and len(node) > 1:
        # Draft 7 passes over whatever stands beside a reference.
        node = {"allOf": [{"$ref": node.pop("$ref")}]} | node
    return node
