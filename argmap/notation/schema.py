"""The notation's schema: which fields there are, what each takes, and which must be there.

The forms check one field at a time; what fields owe each other stands in `agreement`, what ids owe each
other in `references`. Where the notation has short forms, the forms hold the long one: every item of
`because` and `but` is an argument with `premises`, every `quote` a list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError, core_schema

from argmap.notation.scalars import shown

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

VERSIONS = (1,)
"""The versions of the notation that are read."""

ID = r"^[a-z][a-z0-9-]*$"
_DATE = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?$"
_LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
_SCHEMES = ("http", "https", "mailto")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _mistake(rule: Literal["date", "url", "language", "version", "empty"], message: str, hint: str) -> Exception:
    return PydanticCustomError(rule, "{message}", {"message": message, "hint": hint})


def _version(value: object) -> object:
    known = " and ".join(map(str, VERSIONS))
    if value == "1":
        raise _mistake("version", "The version of the notation is a number.", "write it without quotes: `argmap: 1`")
    if type(value) is not int or value not in VERSIONS:
        message = f"{shown(str(value))} is not a version of the notation that is known here."
        raise _mistake("version", message, f"known is version {known}: `argmap: {VERSIONS[-1]}`")
    return value


def _year(value: object) -> object:
    # An unquoted `2016` is a number in YAML and a year to everyone who writes it.
    return f"{value:04}" if type(value) is int and value >= 0 else value


def _date(value: str) -> str:
    if not re.match(_DATE, value) or not _in_calendar(value):
        message = f"{shown(value)} is not a date."
        raise _mistake("date", message, "write `2016`, `2016-10` or `2016-10-28`")
    return value


def _in_calendar(date: str) -> bool:
    """Whether a date's day, if it has one, is a day of its month."""
    if len(date) < len("2016-10-28"):
        return True
    year, month, day = map(int, date.split("-"))
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= day <= _DAYS[month - 1] - (month == 2 and not leap)


def _url(value: str) -> str:
    scheme, colon, rest = value.partition(":")
    if not colon or not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*", scheme) or re.match(r"[0-9]+(/|$)", rest):
        raise _mistake("url", f"{shown(value)} is not a whole URL.", f"did you mean {shown('https://' + value)}?")
    if scheme.lower() not in _SCHEMES:
        message = f"URLs with {shown(scheme + ':')} are not allowed here."
        raise _mistake("url", message, "use `https:`, `http:` or `mailto:`")
    if re.search(r"\s", value) or not rest.strip("/"):
        raise _mistake("url", f"{shown(value)} is not a URL.", "write it as in a browser's address line")
    return value


def _language(value: str) -> str:
    if not re.match(_LANGUAGE, value):
        message = f"{shown(value)} is not a language tag."
        raise _mistake("language", message, "write a tag such as `en`, `fa` or `pt-BR`")
    return value


def _verbatim(value: str) -> str:
    if not value.strip():
        raise _mistake("empty", "The quoted words are empty.", "copy them from the source")
    # A block scalar (`quote: |`) ends in a newline that nobody means to quote.
    return value.strip("\n")


def _not_empty(value: object) -> object:
    if value is None:
        raise PydanticKnownError("string_too_short", {"min_length": 1})
    return value


def _as_argument(value: object) -> object:
    match value:
        case dict() | None:
            return value
        case list():
            return {"premises": value}
        case _:
            return {"premises": [value]}


def _as_quote(value: object) -> object:
    return value if isinstance(value, dict | None) else {"exact": value}


def _as_quotes(value: object) -> object:
    return value if isinstance(value, list | None) else [value]


def _as_question(value: object) -> object:
    return value if isinstance(value, dict | None) else {"text": value}


class _AlsoWritten:
    """Tells the JSON Schema about short forms: a text, a list of ids, or one item instead of a list."""

    def __init__(self, *short: JsonSchemaValue, one: bool = False) -> None:
        self._short = short
        self._one = one

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        long = handler(schema)
        one = [long["items"]] if self._one else []
        return {"anyOf": [*self._short, *one, long]}


class _MayBeMissing:
    """Marks a field that may be left out, but not left empty: what is None in the form is never written."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_not_empty, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        written = handler(schema)["anyOf"]
        written.remove({"type": "null"})
        return written[0] if len(written) == 1 else {"anyOf": written}


_STRING: JsonSchemaValue = {"type": "string", "minLength": 1}
_STRINGS: JsonSchemaValue = {"type": "array", "items": _STRING, "minItems": 1}

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Verbatim = Annotated[str, AfterValidator(_verbatim), Field(json_schema_extra={"minLength": 1})]
Id = Annotated[str, StringConstraints(pattern=ID)]
Date = Annotated[
    str,
    BeforeValidator(_year),
    AfterValidator(_date),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": _DATE}, {"type": "integer", "minimum": 0}]}),
]
Url = Annotated[str, AfterValidator(_url), Field(json_schema_extra={"pattern": r"^(https?|mailto):"})]
Language = Annotated[str, AfterValidator(_language), Field(json_schema_extra={"pattern": _LANGUAGE})]
Version = Annotated[int, BeforeValidator(_version), WithJsonSchema({"enum": list(VERSIONS)})]
Weight = Literal["weak", "normal", "strong"]
RoleWord = Literal["thesis", "premise", "counterpoint", "answer", "claim"]
LabelWord = Literal["stands", "falls", "undecided"]


class Form(BaseModel):
    """Anything written as a mapping: known fields only, and nothing taken for what it is not."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, hide_input_in_errors=True)


class QuoteForm(Form):
    """The exact words of a source."""

    exact: Verbatim = Field(description="The words, exactly as the source has them, its faults included.")
    source: Text = Field("", description="The source's id; needed only where there are several sources.")
    prefix: str = Field("", description="The words just before, to tell this place from others with the same words.")
    suffix: str = Field("", description="The words just after, to tell this place from others with the same words.")
    reads: Text = Field("", description="The words as they should be shown, where the copy is faulty.")


Quotes = Annotated[
    list[Annotated[QuoteForm, BeforeValidator(_as_quote), _AlsoWritten(_STRING)]],
    BeforeValidator(_as_quotes),
    Field(min_length=1),
    _AlsoWritten(one=True),
]


class AsideForm(Form):
    """A passage of a source that carries no claim."""

    exact: Verbatim = Field(description="The passage's words, exactly as the source has them.")
    why: Text = Field(description="Why it carries no claim.", examples=["background"])
    prefix: str = Field("", description="The words just before it, where the passage's words occur twice.")
    suffix: str = Field("", description="The words just after it, where the passage's words occur twice.")
    reads: Text = Field("", description="The words as they should be shown, where the copy is faulty.")


class SourceForm(Form):
    """A text that is mapped."""

    file: Text = Field(
        description="The text's file, relative to the map's own.", examples=["../../seeds/harbour-report.txt"]
    )
    title: Text = Field("", description="The text's title.")
    author: Text = Field("", description="Who wrote it.")
    publisher: Text = Field("", description="Who published it.")
    date: Date = Field("", description="When it was published.", examples=["2016-10"])
    url: Url = Field("", description="Where it was published.", examples=["https://example.org/report"])
    note: Text = Field("", description="Remarks on the text or this copy of it, in Markdown.")
    aside: list[AsideForm] = Field(default_factory=list, description="Passages that carry no claim, and why.")


class ActorForm(Form):
    """Someone whom claims are about, or who says them."""

    name: Text = Field(description="The name that readers see.", examples=["Ferry companies"])


class GroupForm(Form):
    """A part of the argument that belongs together."""

    title: Text = Field(description="The title that readers see.", examples=["Traffic today"])


class ArgumentForm(Form):
    """Premises that together bear on a conclusion; alone, a claim's id or a list of ids says the same."""

    id: Id = Field("", description="An id, needed only to link to the argument.")
    premises: list[Text] = Field(min_length=1, description="The claims that, only together, bear on the conclusion.")
    scheme: Text = Field("", description="The kind of argument.", examples=["argument from analogy"])
    strength: Weight = Field("normal", description="How much it weighs; anything but `normal` needs `why`.")
    why: Text = Field("", description="Why it weighs what it weighs.")
    quote: Quotes = Field(default_factory=list, description="The source's words that make the inference.")
    note: Text = Field("", description="Remarks, in Markdown.")
    because: Arguments = Field(default_factory=list, description="Arguments for the inference (backing).")
    but: Arguments = Field(
        default_factory=list, description="Arguments against the inference, not the conclusion (undercuts)."
    )


Arguments = list[Annotated[ArgumentForm, BeforeValidator(_as_argument), _AlsoWritten(_STRING, _STRINGS)]]


class ClaimForm(Form):
    """One proposition, with an id that never changes."""

    text: Text = Field(description="The proposition, as a whole sentence.", examples=["Ferries wait 40 minutes."])
    label: Text = Field("", description="A short form for small diagrams.", examples=["Ferries wait"])
    quote: Quotes = Field(default_factory=list, description="The source's words that say it.")
    implicit: Text = Field("", description="Why a claim that the text does not state is here; excludes `quote`.")
    said_by: Text = Field("", description="The actor who says it, when not the source's author.")
    qualifier: Text = Field("", description="The author's own hedge.", examples=["it could be argued"])
    date: Date = Field("", description="When it was so, or was said.", examples=["2016-08"])
    actors: list[Text] = Field(default_factory=list, description="The actors whom it is about.")
    group: Text = Field("", description="The group that it belongs to.")
    tags: list[Text] = Field(
        default_factory=list, description="Words that views can choose claims by.", examples=[["figures"]]
    )
    note: Text = Field("", description="Longer remarks, in Markdown.")
    role: Annotated[RoleWord | None, _MayBeMissing()] = Field(
        None, description="The word on the card, where another is wanted than the claim's place in the map gives."
    )
    assumed: bool = Field(
        True, description="`false`: the map-maker does not grant it. Only for a claim without `because`."
    )
    strength: Annotated[Weight | None, _MayBeMissing()] = Field(
        None, description="Grants a claim without `because` more than bare assertion; needs `why` unless `normal`."
    )
    why: Text = Field("", description="Why it is granted that much.")
    expect: Annotated[LabelWord | None, _MayBeMissing()] = Field(
        None, description="A test of the map: what must become of the claim, checked at every build."
    )
    because: Arguments = Field(default_factory=list, description="Arguments for it.", examples=[["a", ["b", "c"]]])
    but: Arguments = Field(default_factory=list, description="Arguments against it.", examples=[["d"]])


class QuestionForm(Form):
    """The question that the article raises; alone, its text says the same."""

    text: Text = Field(description="The question, as a sentence.")
    quote: Quotes = Field(default_factory=list, description="The source's words that ask it.")


Asked = Annotated[QuestionForm, BeforeValidator(_as_question), _AlsoWritten(_STRING)]


class ViewForm(Form):
    """A part of the map: the union within each field, the intersection across fields."""

    title: Text = Field("", description="The title that readers see.")
    groups: list[Text] = Field(default_factory=list, description="Show the claims of these groups.")
    actors: list[Text] = Field(default_factory=list, description="Show the claims about these actors.")
    tags: list[Text] = Field(default_factory=list, description="Show the claims with these tags.")
    focus: Text = Field("", description="Show this claim and what is near it.")
    depth: int = Field(1, ge=0, description="How many steps from `focus`, both ways.")


class StepForm(Form):
    """A step of the guided tour."""

    claim: Text = Field(description="The claim to stop at.")
    say: Text = Field(description="What to say there.", examples=["Start with what everyone sees."])


class MapForm(Form):
    """An argument map: what one article argues."""

    argmap: Version = Field(description="The version of the notation.", examples=[1])
    title: Text = Field(description="The map's title.")
    question: Annotated[Asked | None, _MayBeMissing()] = Field(
        None, description="The question that the article raises."
    )
    thesis: Text = Field(description="The claim from which the map is read.")
    language: Language = Field("en", description="The language of the map's words.", examples=["en", "fa", "pt-BR"])
    sources: dict[Id, SourceForm] = Field(default_factory=dict, description="The texts that are mapped, by id.")
    actors: dict[Id, ActorForm] = Field(
        default_factory=dict, description="Whom claims are about or who says them, by id."
    )
    groups: dict[Id, GroupForm] = Field(
        default_factory=dict, description="Parts of the argument that belong together, by id."
    )
    claims: dict[Id, ClaimForm] = Field(description="The claims, by id, each with the arguments for and against it.")
    views: dict[Id, ViewForm] = Field(
        default_factory=dict, description="Parts of the map to be shown by themselves, by id."
    )
    tour: list[StepForm] = Field(default_factory=list, description="A guided tour, claim by claim.")
