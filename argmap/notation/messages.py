"""What the schema finds, in words for editors, each at the place in the file that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError

from argmap.findings import Finding, Severity
from argmap.notation import formats, schema
from argmap.notation.document import Listing, Mapping, Node, Scalar, Spot, locate, plain
from argmap.notation.scalars import shown

if TYPE_CHECKING:
    from argmap.model import Place
    from argmap.notation.suggestions import Suggestions

_TYPES = {"string_type": "a text", "bool_type": "`true` or `false`", "int_type": "a whole number"}
_NO = ("no", "off", "n")
_YES = ("yes", "on", "y")


class _Subject(NamedTuple):
    """Which part of a map is spoken of, and its form in the schema."""

    words: str
    form: type[schema.Form]


def schema_findings(root: Node, suggestions: Suggestions) -> Iterator[Finding]:
    """What the schema finds in a document: one finding for each of pydantic's."""
    try:
        schema.MapForm.model_validate(plain(root))
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
    else:
        return
    for detail in details:
        place, rule, message, hint = _explain(detail["type"], detail["loc"], detail.get("ctx", {}), root, suggestions)
        yield Finding(*place, rule, Severity.ERROR, message, hint)


def _explain(
    kind: str, path: tuple[int | str, ...], context: dict[str, Any], root: Node, suggestions: Suggestions
) -> tuple[Place, str, str, str]:
    spot = locate(root, path)
    match kind:
        case "missing":
            owner = locate(root, path[:-1])
            return owner.name_place, *_missing(_subject(path[:-1]), str(path[-1]))
        case "extra_forbidden":
            return spot.name_place, *_unknown_field(_subject(path[:-1]), str(path[-1]), suggestions)
        case "string_pattern_mismatch":
            # A key's own path ends in "[key]", an argument's in `id`.
            is_key = path[-1] == "[key]"
            name = str(path[-2]) if is_key else _text(spot.node)
            return (spot.name_place if is_key else spot.node.place), *_no_id(name)
        case "literal_error":
            return spot.node.place, *_not_among(spot, context["expected"], suggestions)
        case "string_too_short" | "too_short":
            return spot.node.place, "empty", f"{_name(spot)} is empty.", "fill it in or take it out"
        case "greater_than_equal":
            return spot.node.place, "type", f"{_name(spot)} is 0 or more, not {_got(spot.node)}.", ""
        case "list_type":
            return spot.node.place, *_no_list(spot)
        case "dict_type" | "model_type" | "model_attributes_type":
            return spot.node.place, *_no_mapping(spot, _subject(path))
        case _ if kind in _TYPES:
            return spot.node.place, *_wrong_type(spot, _TYPES[kind], wants_text=kind == "string_type")
        case _:  # the schema's own mistakes, which say themselves what they mean
            return spot.node.place, kind, str(context.get("message", kind)), str(context.get("hint", ""))


def _subject(path: tuple[int | str, ...]) -> _Subject:
    match path:
        case ("claims", str(name)):
            return _Subject(f"Claim {shown(name)}", schema.ClaimForm)
        case ("sources", str(name)):
            return _Subject(f"Source {shown(name)}", schema.SourceForm)
        case ("actors", str(name)):
            return _Subject(f"Actor {shown(name)}", schema.ActorForm)
        case ("groups", str(name)):
            return _Subject(f"Group {shown(name)}", schema.GroupForm)
        case ("views", str(name)):
            return _Subject(f"View {shown(name)}", schema.ViewForm)
        case ("tour", int(number)):
            return _Subject(f"Step {number + 1} of the tour", schema.StepForm)
        case ("question",):
            return _Subject("The question", schema.QuestionForm)
        case (*_, "because" | "but", int()):
            return _Subject("This argument", schema.ArgumentForm)
        case (*_, "quote", int()):
            return _Subject("This quote", schema.QuoteForm)
        case (*_, "aside", int()):
            return _Subject("This aside", schema.AsideForm)
        case _:
            return _Subject("The map", schema.MapForm)


def _missing(subject: _Subject, field: str) -> tuple[str, str, str]:
    meaning = _meaning(subject.form, field)
    return "missing-field", f"{subject.words} has no `{field}`.", f"add `{field}: …`: {meaning}"


def _meaning(form: type[schema.Form], field: str) -> str:
    """What a field is, as the schema's first sentence on it says, to be read on within a sentence."""
    sentence = (form.model_fields[field].description or "").partition(". ")[0].rstrip(".")
    return sentence[:1].lower() + sentence[1:]


def _unknown_field(subject: _Subject, field: str, suggestions: Suggestions) -> tuple[str, str, str]:
    known = list(subject.form.model_fields)
    hint = suggestions.hint(field, known, f"known here: {', '.join(f'`{name}`' for name in known)}")
    return "unknown-field", f"{subject.words} has no field {shown(field)}.", hint


def _no_id(name: str) -> tuple[str, str, str]:
    message = f"Ids are lower-case letters a to z, digits and hyphens, a letter first: {shown(name)} is none."
    guess = re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")
    return "id", message, f"did you mean {shown(guess)}?" if formats.is_id(guess) else ""


def _not_among(spot: Spot, expected: str, suggestions: Suggestions) -> tuple[str, str, str]:
    known = expected.replace(" or ", ", ").replace("'", "").split(", ")
    *most, last = (f"`{name}`" for name in known)
    message = f"{_name(spot)} is {', '.join(most)} or {last}, not {_got(spot.node)}."
    found = suggestions.closest(_text(spot.node), known)
    return "value", message, f"did you mean {shown(found)}?" if found else ""


def _wrong_type(spot: Spot, wanted: str, *, wants_text: bool) -> tuple[str, str, str]:
    message = f"{_name(spot)} is {wanted}, not {_got(spot.node)}."
    match spot.node:
        case Scalar(value=None):
            return "empty", f"{_name(spot)} is empty.", "fill it in or take it out"
        case Scalar(text=text) if wants_text:
            return "type", message, "write it in quotes: " + shown(f'"{text}"')
        case Scalar(text=text) if text.lower() in _NO:
            return "type", message, "did you mean `false`?"
        case Scalar(text=text) if text.lower() in _YES:
            return "type", message, "did you mean `true`?"
        case Scalar(text=text, plain=False):
            return "type", message, "write it without quotes"
        case Mapping() if wants_text:
            return "type", message, "put a text that holds `: ` in quotes"
        case Listing() if wants_text:
            return "type", message, "put a text that begins with `[` or `-` in quotes"
        case _:
            return "type", message, ""


def _no_list(spot: Spot) -> tuple[str, str, str]:
    message = f"{_name(spot)} is a list, not {_got(spot.node)}."
    match spot.node:
        case Scalar(value=None):
            return "empty", f"{_name(spot)} is empty.", "fill it in or take it out"
        case Scalar(text=text):
            return "type", message, f"write {shown(f'[{text}]')}"
        case _:
            return "type", message, "begin each item with `- `"


def _no_mapping(spot: Spot, subject: _Subject) -> tuple[str, str, str]:
    if spot.key is None:
        return "type", "This is not a map: a map is a mapping of fields.", "begin with `argmap: 1`"
    if subject.form is schema.MapForm:  # a field of the map that holds things by their ids
        words, wanted, example = _name(spot), "a mapping by ids", "write `id: …` for each"
    else:
        fields = subject.form.model_fields
        field = next((name for name, field in fields.items() if field.is_required()), next(iter(fields)))
        words, wanted, example = subject.words, "a mapping of fields", f"write `{field}: …` and the like under it"
    if isinstance(spot.node, Scalar) and spot.node.value is None:
        return "empty", f"{words} is empty.", example
    return "type", f"{words} is {wanted}, not {_got(spot.node)}.", example


def _name(spot: Spot) -> str:
    """The field that a spot is about, as the subject of a sentence."""
    if spot.key is None:
        return "The map"
    return f"An item of {shown(spot.key.text)}" if spot.listed else shown(spot.key.text)


def _got(node: Node) -> str:
    """What stands there instead."""
    match node:
        case Listing():
            return "a list"
        case Mapping():
            return "a mapping"
        case Scalar(value=bool()):
            return f"the truth value {shown(node.text)}"
        case Scalar(value=int() | float()):
            return f"the number {shown(node.text)}"
        case Scalar(value=None):
            return "nothing"
        case Scalar():
            return f"the text {shown(node.text)}" if node.text.strip() else "an empty text"


def _text(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""
