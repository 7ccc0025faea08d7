"""What a field takes: texts, ids, dates and the like, in their long forms and their short ones.

Each type knows its own mistakes, its JSON Schema, and the words in which the reference speaks of it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError, core_schema

from argmap.notation import formats
from argmap.notation.formats import DATE, ID, LANGUAGE, URL_SCHEMES, FormatError

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue


def _any_case(word: str) -> str:
    """A pattern for the word however its letters are written: JSON Schema has no way to say that."""
    return "".join(f"[{letter}{letter.upper()}]" for letter in word)


Checked = TypeVar("Checked")


def _told(check: Callable[[Checked], Checked]) -> Callable[[Checked], Checked]:
    """A check of a value's format, with its mistakes as pydantic's."""

    @wraps(check)
    def checked(value: Checked) -> Checked:
        try:
            return check(value)
        except FormatError as error:
            context = {"message": error.message, "hint": error.hint}
            raise PydanticCustomError(error.rule, "{message}", context) from None

    return checked


def _not_empty(value: object) -> object:
    if value is None:
        raise PydanticKnownError("string_too_short", {"min_length": 1})
    return value


def as_argument(value: object) -> object:
    """The long form of an item of `because` or `but`: an id or a list of ids are an argument's premises."""
    match value:
        case dict() | None:
            return value
        case list():
            return {"premises": value}
        case _:
            return {"premises": [value]}


def as_quote(value: object) -> object:
    """The long form of a quote."""
    return value if isinstance(value, dict | None) else {"exact": value}


def as_quotes(value: object) -> object:
    """The long form of quotes: a list, also of one."""
    return value if isinstance(value, list | None) else [value]


def as_question(value: object) -> object:
    """The long form of a question."""
    return value if isinstance(value, dict | None) else {"text": value}


class AlsoWritten:
    """Tells the JSON Schema about short forms: a text, a list of ids, or one item instead of a list."""

    def __init__(self, *short: JsonSchemaValue, one: bool = False) -> None:
        self._short = short
        self._one = one

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        long = handler(schema)
        one = [long["items"]] if self._one else []
        return {"anyOf": [*self._short, *one, long]}


class MayBeMissing:
    """Marks a field that may be left out, but not left empty: what is None in the form is never written."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_not_empty, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        written = handler(schema)["anyOf"]
        written.remove({"type": "null"})
        return written[0] if len(written) == 1 else {"anyOf": written}


WORDS = "x-words"
"""Where a type's JSON Schema keeps what it is called: one of it, and several."""

NAMES = "x-names"
"""Where the JSON Schema of an id keeps what it is the id of: a claim, a source, an actor or a group."""


class Called:
    """Names a type for the reference, where its JSON Schema alone does not say what is meant."""

    def __init__(self, one: str, several: str, *, names: str = "") -> None:
        self.words: JsonSchemaValue = {WORDS: [one, several]} | ({NAMES: names} if names else {})

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return handler(schema) | self.words


def _id_of(kind: str) -> Called:
    article = "an" if kind[0] in "aeiou" else "a"
    return Called(f"the id of {article} {kind}", f"ids of {kind}s", names=kind)


_A_CLAIM = _id_of("claim")

STRING: JsonSchemaValue = {"type": "string", "minLength": 1}
CLAIM_ID: JsonSchemaValue = STRING | _A_CLAIM.words
CLAIM_IDS: JsonSchemaValue = {"type": "array", "items": CLAIM_ID, "minItems": 1}

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Markdown = Annotated[Text, Called("a text in Markdown", "texts in Markdown")]
Verbatim = Annotated[
    str,
    AfterValidator(_told(formats.verbatim)),
    Field(json_schema_extra={"minLength": 1}),
    Called("a text, word for word", "texts, word for word"),
]
File = Annotated[Text, Called("a path", "paths")]
ClaimId = Annotated[Text, _A_CLAIM]
SourceId = Annotated[Text, _id_of("source")]
ActorId = Annotated[Text, _id_of("actor")]
GroupId = Annotated[Text, _id_of("group")]
Id = Annotated[
    str,
    StringConstraints(pattern=ID),
    Called("an id: lower-case letters a to z, digits and hyphens, a letter first", "ids"),
]
Date = Annotated[
    str,
    BeforeValidator(formats.year),
    AfterValidator(_told(formats.date)),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": DATE}, {"type": "integer", "minimum": 0}]}),
    Called("a date: a year, a month or a day, such as `2016`, `2016-10` or `2016-10-28`", "dates"),
]
Url = Annotated[
    str,
    AfterValidator(_told(formats.url)),
    Field(json_schema_extra={"pattern": rf"^({'|'.join(map(_any_case, URL_SCHEMES))}):/*[^/\s]\S*$"}),
    Called("a whole URL, one that begins with " + " or ".join(f"`{scheme}:`" for scheme in URL_SCHEMES), "URLs"),
]
Language = Annotated[
    str,
    AfterValidator(_told(formats.language)),
    Field(json_schema_extra={"pattern": LANGUAGE}),
    Called("a language tag", "language tags"),
]
Version = Annotated[int, BeforeValidator(_told(formats.version)), WithJsonSchema({"enum": list(formats.VERSIONS)})]
Weight = Literal["weak", "normal", "strong"]
RoleWord = Literal["thesis", "premise", "counterpoint", "answer", "claim"]
LabelWord = Literal["stands", "falls", "undecided"]
