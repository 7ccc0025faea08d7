"""The reference: every form and field of the schema, in words, with examples that the reader accepts."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from pydantic import Field

from argmap.notation import parse_map, schema, values
from argmap.notation.document import plain, read_document
from argmap.notation.reference import FieldReference, FormReference, reference

FORMS = reference()
FIELDS = {field.anchor: field for form in FORMS for field in form.fields}

CLAIMS = ["build-it", "ferries-wait", "waiting-costs", "neighbour-built", "towns-alike", "towns-differ", "too-dear"]
BASE: dict[str, Any] = {
    "argmap": 1,
    "title": "A second pier",
    "thesis": "build-it",
    "sources": {"report": {"file": "report.txt"}},
    "actors": {"ferries": {"name": "Ferry companies"}},
    "groups": {"traffic": {"title": "Traffic today"}},
    "claims": {name: {"text": "A claim.", "tags": ["figures"]} for name in CLAIMS},
}


def put(target: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """Add fields to a part of the map, and give the first of them."""
    target.update(fields)
    return next(iter(fields.values()))


# For each form, a part of the map that has it.
STANDS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "map": lambda written: written,
    "question": lambda written: put(written, question={"text": "A question?"}),
    "quote": lambda written: put(written["claims"]["too-dear"], quote={"exact": "words"}),
    "source": lambda written: written["sources"]["report"],
    "aside": lambda written: put(
        written["sources"], letter={"file": "letter.txt", "aside": [{"exact": "w", "why": "b"}]}
    )["aside"][0],
    "actor": lambda written: written["actors"]["ferries"],
    "group": lambda written: written["groups"]["traffic"],
    "claim": lambda written: written["claims"]["too-dear"],
    "argument": lambda written: put(written["claims"]["build-it"], because=[{"premises": ["too-dear"]}])[0],
    "view": lambda written: put(written, views={"part": {"focus": "build-it"}})["part"],
    "step": lambda written: put(written, tour=[{"claim": "build-it", "say": "Here."}])[0],
}


def form(name: str, *forms: FormReference) -> FormReference:
    return next(form for form in forms or FORMS if form.name == name)


def test_every_form_and_every_field_is_there_once_and_in_order() -> None:
    forms = [found for found in vars(schema).values() if isinstance(found, type) and issubclass(found, schema.Form)]
    written = {f"{form.__name__.removesuffix('Form').lower()}": list(form.model_fields) for form in forms}
    del written[""]  # the form that all of them are
    assert {form.name: [field.name for field in form.fields] for form in FORMS} == written
    assert len(FIELDS) == sum(len(form.fields) for form in FORMS)


def test_a_form_follows_the_first_field_that_takes_it() -> None:
    names = [form.name for form in FORMS]
    assert names[:3] == ["map", "question", "quote"]
    assert names.index("source") < names.index("aside") < names.index("claim") < names.index("argument")


@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
def test_no_description_and_no_example_is_missing(field: FieldReference) -> None:
    assert field.description.endswith(".")
    assert field.examples


def test_every_form_is_described() -> None:
    assert [form.name for form in FORMS if not form.description.endswith(".")] == []


EXAMPLES = [(form.name, field, example) for form in FORMS for field in form.fields for example in field.examples]


@pytest.mark.parametrize(("name", "field", "example"), EXAMPLES, ids=[f"{n}: {e}" for n, _, e in EXAMPLES])
def test_the_reader_accepts_every_example(name: str, field: FieldReference, example: str) -> None:
    root = read_document("example.yml", example).root
    assert root
    written = deepcopy(BASE)
    part = STANDS[name](written)
    part |= plain(root)
    if field.name == "strength":
        part["why"] = "A strength needs its reason."
    assert parse_map(json.dumps(written), "map.yml").claims


@pytest.mark.parametrize(
    ("anchor", "takes"),
    [
        ("map.argmap", "`1`"),
        ("map.thesis", "the id of a claim"),
        ("map.question", "a text or a [question](#question)"),
        ("map.claims", "a mapping from ids to [claims](#claim)"),
        ("claim.quote", "a text, a [quote](#quote), or a list of one or more texts or [quotes](#quote)"),
        ("claim.because", "a list of ids of claims, lists of one or more ids of claims, or [arguments](#argument)"),
        ("claim.assumed", "`true` or `false`"),
        ("claim.said_by", "the id of an actor"),
        ("argument.strength", "`weak`, `normal`, or `strong`"),
        ("view.depth", "a whole number, 0 or more"),
    ],
)
def test_what_a_field_takes_is_said_in_words(anchor: str, takes: str) -> None:
    assert FIELDS[anchor].takes == takes


def test_required_fields_and_defaults() -> None:
    required = [anchor for anchor, field in FIELDS.items() if field.required and anchor.startswith(("map", "claim"))]
    assert required == ["map.argmap", "map.title", "map.thesis", "map.claims", "claim.text"]
    defaults = {anchor: field.default for anchor, field in FIELDS.items() if field.default}
    assert defaults == {"map.language": "en", "claim.assumed": "true", "argument.strength": "normal", "view.depth": "1"}


def test_a_form_knows_where_it_stands() -> None:
    assert set(form("quote").stands_in) == {"question.quote", "claim.quote", "argument.quote"}
    assert form("map").stands_in == ()


def test_examples_are_short_or_one_below_the_other() -> None:
    assert FIELDS["claim.because"].examples[2].splitlines() == [
        "because:",
        "- premises: [neighbour-built]",
        "  strength: weak",
        "  why: The comparison is rough.",
    ]
    assert "tags: [figures]" in FIELDS["claim.tags"].examples


class PierForm(schema.Form):
    """A pier that somebody thought of later."""

    length: int = Field(ge=1, description="How long it is.", examples=[120])


class HarbourForm(schema.Form):
    """A harbour."""

    piers: dict[values.Id, PierForm] = Field(default_factory=dict, description="Its piers.", examples=[{}])
    depths: list[float] = Field(default_factory=list, description="How deep it is.")


def test_what_is_added_to_the_schema_is_in_the_reference() -> None:
    harbour, pier = reference(HarbourForm)
    assert (pier.description, pier.stands_in) == ("A pier that somebody thought of later.", ("harbour.piers",))
    assert pier.fields == (
        FieldReference(
            "length", "pier.length", "a whole number, 1 or more", True, "", "How long it is.", ("length: 120",)
        ),
    )
    assert [field.takes for field in harbour.fields] == ["a mapping from ids to [piers](#pier)", "a list of numbers"]
