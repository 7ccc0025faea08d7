"""The notation as a reference tells it: every form and every field, taken from the schema and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml
from pydantic.json_schema import JsonSchemaValue
from yaml.representer import SafeRepresenter

from argmap.notation.json_schema import InOrder
from argmap.notation.schema import Form, MapForm
from argmap.notation.values import WORDS

WIDEST = 40
"""Characters that a list or a mapping of an example may have to stand on one line, also on a phone's screen."""

Definitions: TypeAlias = Mapping[str, JsonSchemaValue]


@dataclass(frozen=True, slots=True)
class FieldReference:
    """A field. `takes` and `description` are Markdown, with links to forms; `default` and `examples` are YAML.

    Without a `default` there is nothing where the field is left out.
    """

    name: str
    anchor: str
    takes: str
    required: bool
    default: str
    description: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormReference:
    """A mapping's fields, in order, and the fields of other forms that it may stand in, by their anchors."""

    name: str
    anchor: str
    description: str
    fields: tuple[FieldReference, ...]
    stands_in: tuple[str, ...]


def reference(form: type[Form] = MapForm) -> tuple[FormReference, ...]:
    """A form and all the forms in it, each after the first field that takes it."""
    schema = form.model_json_schema(schema_generator=InOrder)
    definitions = {form.__name__: schema} | schema.pop("$defs", {})
    return tuple(_form(name, definitions) for name in _reading_order(form.__name__, definitions))


def _reading_order(name: str, definitions: Definitions) -> tuple[str, ...]:
    found: dict[str, None] = {}
    stack = [name]
    while stack:
        here = stack.pop()
        if here not in found:
            found[here] = None
            stack.extend(reversed(list(_forms_in(definitions[here]["properties"]))))
    return tuple(found)


def _forms_in(node: object) -> Iterator[str]:
    """The forms that a piece of JSON Schema takes; examples hold none."""
    match node:
        case {"$ref": str(ref)}:
            yield ref.rpartition("/")[2]
        case dict():
            for key, value in node.items():
                if key != "examples":
                    yield from _forms_in(value)
        case list():
            for value in node:
                yield from _forms_in(value)


def _form(name: str, definitions: Definitions) -> FormReference:
    schema = definitions[name]
    required = schema.get("required", [])
    return FormReference(
        name=_called(name),
        anchor=_called(name),
        description=" ".join(str(schema.get("description", "")).split()),
        fields=tuple(
            FieldReference(
                name=field,
                anchor=_anchor(name, field),
                takes=_takes(node),
                required=field in required,
                default=_default(node.get("default")),
                description=node.get("description", ""),
                examples=tuple(_yaml({field: example}) for example in node.get("examples", ())),
            )
            for field, node in schema["properties"].items()
        ),
        stands_in=tuple(
            _anchor(other, field)
            for other in definitions
            for field, node in definitions[other]["properties"].items()
            if name in _forms_in(node)
        ),
    )


def _called(form: str) -> str:
    """What a form is called: `ClaimForm` is that of a claim."""
    return form.removesuffix("Form").lower()


def _anchor(form: str, field: str) -> str:
    return f"{_called(form)}.{field}"


def _takes(node: JsonSchemaValue, *, several: bool = False) -> str:
    """What may stand there, in words: one of it, or several. Recursive, as the schema of a field is."""
    match node:
        case {"x-words": [one, many]}:
            return str(many if several else one)
        case {"$ref": str(ref)}:
            form = _called(ref.rpartition("/")[2])
            return f"[{form}s](#{form})" if several else f"{_article(form)} [{form}](#{form})"
        case {"enum": values}:
            return _either(f"`{value}`" for value in values)
        case {"anyOf": alternatives}:
            return _either(_takes(each, several=several) for each in _flat(alternatives))
        case {"type": "array", "items": items}:
            some = "one or more " if node.get("minItems") else ""
            return f"{'lists' if several else 'a list'} of {some}{_takes(items, several=True)}"
        case {"type": "object"}:
            (inner,) = node.get("patternProperties", {}).values() or [node["additionalProperties"]]
            return f"{'mappings' if several else 'a mapping'} from ids to {_takes(inner, several=True)}"
        case {"type": "integer", "minimum": least}:
            return f"{'whole numbers' if several else 'a whole number'}, {least} or more"
        case {"type": "boolean"}:
            return "`true` or `false`"
        case _:
            return _PLAIN[node["type"]][several]


_PLAIN = {
    "string": ("a text", "texts"),
    "integer": ("a whole number", "whole numbers"),
    "number": ("a number", "numbers"),
}


def _flat(alternatives: Iterable[JsonSchemaValue]) -> Iterator[JsonSchemaValue]:
    """Alternatives within alternatives are alternatives."""
    for each in alternatives:
        if "anyOf" in each and WORDS not in each:
            yield from _flat(each["anyOf"])
        else:
            yield each


def _either(words: Iterable[str]) -> str:
    *most, last = dict.fromkeys(words)
    comma = "," if len(most) > 1 else ""
    return f"{', '.join(most)}{comma} or {last}" if most else last


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"


def _default(value: object) -> str:
    return "" if value in (None, "", [], {}) else _yaml(value)


def _yaml(value: Any) -> str:
    """A value as an editor would write it: what is short on one line, all else one below the other."""
    node = SafeRepresenter(default_flow_style=True, sort_keys=False).represent_data(value)
    _break(node)
    if isinstance(node, yaml.MappingNode):
        node.flow_style = False
    text: str = yaml.serialize(node, Dumper=yaml.SafeDumper, allow_unicode=True, width=1_000)
    return text.removesuffix("...\n").removesuffix("\n")


def _break(node: yaml.Node) -> int:
    """Give each item a line of its own where all are too wide for one, or are mappings; the width on one line."""
    if not isinstance(node, yaml.CollectionNode):
        return len(node.value)
    pairs = isinstance(node, yaml.MappingNode)
    inner = [value for _, value in node.value] if pairs else node.value
    names = sum(len(f"{key.value}: ") for key, _ in node.value) if pairs else 0
    width = names + sum(_break(value) + len(", ") for value in inner)
    node.flow_style = width <= WIDEST and not any(isinstance(value, yaml.MappingNode) for value in inner)
    return width
