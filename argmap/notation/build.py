"""From the nodes of a map without mistakes to the model.

What is not plainly right is refused without a word: the schema knows the words. Both take the same maps, and a
test sees to it; reading a map that has no mistakes does without the schema, which takes long to load.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from argmap.model import (
    Argument,
    ArgumentMap,
    Aside,
    Claim,
    Label,
    Named,
    Place,
    Question,
    Quote,
    Role,
    Source,
    Step,
    Strength,
    View,
)
from argmap.notation import formats
from argmap.notation.document import Entry, Listing, Mapping, Node, Scalar

_STRENGTHS = {"weak": Strength.WEAK, "normal": Strength.NORMAL, "strong": Strength.STRONG}
_ROLES = {role.value: role for role in Role}
_LABELS = {label.value: label for label in Label}

_MAP = {"argmap", "title", "question", "thesis", "language", "sources", "actors", "groups", "claims", "views", "tour"}
_QUOTE = {"exact", "source", "prefix", "suffix", "reads"}
_ASIDE = {"exact", "why", "prefix", "suffix", "reads"}
_SOURCE = {"file", "title", "author", "publisher", "date", "url", "note", "aside"}
_ARGUMENT = {"id", "premises", "scheme", "strength", "why", "quote", "note", "because", "but"}
_CLAIM = {
    *("text", "label", "quote", "implicit", "said_by", "qualifier", "date", "actors", "group", "tags", "note"),
    *("role", "assumed", "strength", "why", "expect", "because", "but"),
}
_VIEW = {"title", "groups", "actors", "tags", "focus", "depth"}

_Value = TypeVar("_Value")
_Fields = dict[str, Entry]


class UnclearError(Exception):
    """What stands at a node is not what the notation takes there."""

    def __init__(self, place: Place) -> None:
        super().__init__(str(place))
        self.place = place


def build_map(file: str, root: Node) -> ArgumentMap:
    """The map in a document's root. Raises `UnclearError` where a field does not hold what it takes.

    What fields and ids owe one another is not looked at.
    """
    fields = _fields(root, _MAP)
    _needed(fields, "argmap", root, _version)
    sources = _named(fields, "sources", _source)
    quotes_of = _Quotes(next(iter(sources), ""))
    hand = _Arguments(quotes_of)
    return ArgumentMap(
        file=file,
        title=_needed(fields, "title", root, _text),
        thesis=_needed(fields, "thesis", root, _text),
        claims=_by_id(_needed(fields, "claims", root, _entries), hand.claim),
        question=_optional(fields, "question", quotes_of.question, None),
        language=_optional(fields, "language", _language, "en"),
        sources=sources,
        actors=_named(fields, "actors", _actor),
        groups=_named(fields, "groups", _group),
        views=_named(fields, "views", _view),
        tour=tuple(map(_step, _listed(fields, "tour"))),
    )


# Nodes.


def _fields(node: Node, known: set[str]) -> _Fields:
    """The fields of a mapping that has no others than are known."""
    if not isinstance(node, Mapping) or not known.issuperset(node.entries):
        raise UnclearError(node.place)
    return node.entries


def _needed(fields: _Fields, name: str, node: Node, read: Callable[[Node], _Value]) -> _Value:
    entry = fields.get(name)
    if entry is None:
        raise UnclearError(node.place)
    return read(entry.value)


def _optional(fields: _Fields, name: str, read: Callable[[Node], _Value], without: _Value) -> _Value:
    entry = fields.get(name)
    return without if entry is None else read(entry.value)


def _entries(node: Node) -> _Fields:
    """The entries of a mapping by ids."""
    if not isinstance(node, Mapping):
        raise UnclearError(node.place)
    for name, entry in node.entries.items():
        if not formats.is_id(name):
            raise UnclearError(entry.key.place)
    return node.entries


def _by_id(entries: _Fields, read: Callable[[str, Entry], _Value]) -> dict[str, _Value]:
    return {name: read(name, entry) for name, entry in entries.items()}


def _named(fields: _Fields, name: str, read: Callable[[str, Entry], _Value]) -> dict[str, _Value]:
    return _by_id(_optional(fields, name, _entries, {}), read)


def _items(node: Node) -> tuple[Node, ...]:
    if not isinstance(node, Listing):
        raise UnclearError(node.place)
    return node.items


def _listed(fields: _Fields, name: str) -> tuple[Node, ...]:
    """The items of a field that holds a list, or none where it is left out."""
    entry = fields.get(name)
    return () if entry is None else _items(entry.value)


def _some(items: tuple[Node, ...], node: Node) -> tuple[Node, ...]:
    """The items of a list that may not be empty."""
    if not items:
        raise UnclearError(node.place)
    return items


# Values.


def _string(node: Node) -> str:
    value = node.value if isinstance(node, Scalar) else None
    if not isinstance(value, str):
        raise UnclearError(node.place)
    return value


def _text(node: Node) -> str:
    text = _string(node).strip()
    if not text:
        raise UnclearError(node.place)
    return text


def _texts(node: Node) -> tuple[str, ...]:
    return tuple(map(_text, _items(node)))


def _format(check: Callable[[str], str], node: Node) -> str:
    try:
        return check(_string(node))
    except formats.FormatError:
        raise UnclearError(node.place) from None


def _verbatim(node: Node) -> str:
    return _format(formats.verbatim, node)


def _url(node: Node) -> str:
    return _format(formats.url, node)


def _language(node: Node) -> str:
    return _format(formats.language, node)


def _date(node: Node) -> str:
    value = formats.year(node.value) if isinstance(node, Scalar) else None
    if not isinstance(value, str):
        raise UnclearError(node.place)
    try:
        return formats.date(value)
    except formats.FormatError:
        raise UnclearError(node.place) from None


def _version(node: Node) -> None:
    try:
        formats.version(node.value if isinstance(node, Scalar) else None)
    except formats.FormatError:
        raise UnclearError(node.place) from None


def _id(node: Node) -> str:
    text = _string(node)
    if not formats.is_id(text):
        raise UnclearError(node.place)
    return text


def _truth(node: Node) -> bool:
    value = node.value if isinstance(node, Scalar) else None
    if not isinstance(value, bool):
        raise UnclearError(node.place)
    return value


def _depth(node: Node) -> int:
    value = node.value if isinstance(node, Scalar) else None
    if type(value) is not int or value < 0:
        raise UnclearError(node.place)
    return value


def _among(words: dict[str, _Value]) -> Callable[[Node], _Value]:
    def read(node: Node) -> _Value:
        word = _string(node)
        if word not in words:
            raise UnclearError(node.place)
        return words[word]

    return read


_strength, _role, _label = _among(_STRENGTHS), _among(_ROLES), _among(_LABELS)


# Parts of a map.


def _actor(name: str, entry: Entry) -> Named:
    words = _needed(_fields(entry.value, {"name"}), "name", entry.value, _text)
    return Named(id=name, name=words, place=entry.key.place)


def _group(name: str, entry: Entry) -> Named:
    words = _needed(_fields(entry.value, {"title"}), "title", entry.value, _text)
    return Named(id=name, name=words, place=entry.key.place)


def _source(name: str, entry: Entry) -> Source:
    node = entry.value
    fields = _fields(node, _SOURCE)
    return Source(
        id=name,
        file=_needed(fields, "file", node, _text),
        title=_optional(fields, "title", _text, ""),
        author=_optional(fields, "author", _text, ""),
        publisher=_optional(fields, "publisher", _text, ""),
        date=_optional(fields, "date", _date, ""),
        url=_optional(fields, "url", _url, ""),
        note=_optional(fields, "note", _text, ""),
        asides=tuple(_aside(item, name) for item in _listed(fields, "aside")),
        place=entry.key.place,
        file_place=fields["file"].value.place,
    )


def _aside(node: Node, source: str) -> Aside:
    fields = _fields(node, _ASIDE)
    quote = Quote(
        exact=_needed(fields, "exact", node, _verbatim),
        source=source,
        prefix=_optional(fields, "prefix", _string, ""),
        suffix=_optional(fields, "suffix", _string, ""),
        reads=_optional(fields, "reads", _text, ""),
        place=node.place,
    )
    return Aside(quote=quote, why=_needed(fields, "why", node, _text))


def _view(name: str, entry: Entry) -> View:
    fields = _fields(entry.value, _VIEW)
    return View(
        id=name,
        title=_optional(fields, "title", _text, ""),
        groups=_optional(fields, "groups", _texts, ()),
        actors=_optional(fields, "actors", _texts, ()),
        tags=_optional(fields, "tags", _texts, ()),
        focus=_optional(fields, "focus", _text, ""),
        depth=_optional(fields, "depth", _depth, 1),
        place=entry.key.place,
    )


def _step(node: Node) -> Step:
    fields = _fields(node, {"claim", "say"})
    return Step(claim=_needed(fields, "claim", node, _text), say=_needed(fields, "say", node, _text), place=node.place)


class _Quotes:
    """Reads quotes, in their long form and their short ones; where there is one source, they are of that."""

    def __init__(self, only_source: str) -> None:
        self._only_source = only_source

    def of(self, fields: _Fields) -> tuple[Quote, ...]:
        """The quotes of a claim, an argument or the question."""
        entry = fields.get("quote")
        if entry is None:
            return ()
        node = entry.value
        items = _some(node.items, node) if isinstance(node, Listing) else (node,)
        return tuple(map(self._quote, items))

    def question(self, node: Node) -> Question:
        """The question, with its quotes or as a text alone."""
        if isinstance(node, Scalar):
            return Question(text=_text(node))
        fields = _fields(node, {"text", "quote"})
        return Question(text=_needed(fields, "text", node, _text), quotes=self.of(fields))

    def _quote(self, node: Node) -> Quote:
        if isinstance(node, Scalar):
            return Quote(exact=_verbatim(node), source=self._only_source, place=node.place)
        fields = _fields(node, _QUOTE)
        return Quote(
            exact=_needed(fields, "exact", node, _verbatim),
            source=_optional(fields, "source", _text, self._only_source),
            prefix=_optional(fields, "prefix", _string, ""),
            suffix=_optional(fields, "suffix", _string, ""),
            reads=_optional(fields, "reads", _text, ""),
            place=node.place,
        )


class _Arguments:
    """Reads claims and the arguments in them."""

    def __init__(self, quotes: _Quotes) -> None:
        self._quotes = quotes

    def claim(self, name: str, entry: Entry) -> Claim:
        node = entry.value
        fields = _fields(node, _CLAIM)
        expect = fields.get("expect")
        return Claim(
            id=name,
            text=_needed(fields, "text", node, _text),
            label=_optional(fields, "label", _text, ""),
            quotes=self._quotes.of(fields),
            implicit=_optional(fields, "implicit", _text, ""),
            said_by=_optional(fields, "said_by", _text, ""),
            qualifier=_optional(fields, "qualifier", _text, ""),
            date=_optional(fields, "date", _date, ""),
            actors=_optional(fields, "actors", _texts, ()),
            group=_optional(fields, "group", _text, ""),
            tags=_optional(fields, "tags", _texts, ()),
            note=_optional(fields, "note", _text, ""),
            role=_optional(fields, "role", _role, None),
            assumed=_optional(fields, "assumed", _truth, True),
            strength=_optional(fields, "strength", _strength, Strength.BARE),
            why=_optional(fields, "why", _text, ""),
            expect=_label(expect.value) if expect else None,
            because=self._arguments(fields, "because", name),
            but=self._arguments(fields, "but", name),
            place=entry.key.place,
            expect_place=expect.value.place if expect else None,
        )

    def _arguments(
        self, fields: _Fields, field: str, conclusion: str, *, on_argument: bool = False
    ) -> tuple[Argument, ...]:
        """The arguments in `because` or `but`; recursive, over the nesting that a document may have."""
        return tuple(
            self._argument(node, field == "but", f"{conclusion}.{field}.{number}", conclusion, on_argument)
            for number, node in enumerate(_listed(fields, field), 1)
        )

    def _argument(self, node: Node, attacks: bool, name: str, conclusion: str, on_argument: bool) -> Argument:
        if not isinstance(node, Mapping):
            return Argument(
                id=name,
                conclusion=conclusion,
                attacks=attacks,
                premises=_premises(node),
                on_argument=on_argument,
                place=node.place,
            )
        fields = _fields(node, _ARGUMENT)
        name = _optional(fields, "id", _id, name)
        return Argument(
            id=name,
            conclusion=conclusion,
            attacks=attacks,
            premises=_needed(fields, "premises", node, lambda found: tuple(map(_text, _some(_items(found), found)))),
            on_argument=on_argument,
            scheme=_optional(fields, "scheme", _text, ""),
            strength=_optional(fields, "strength", _strength, Strength.NORMAL),
            why=_optional(fields, "why", _text, ""),
            quotes=self._quotes.of(fields),
            note=_optional(fields, "note", _text, ""),
            because=self._arguments(fields, "because", name, on_argument=True),
            but=self._arguments(fields, "but", name, on_argument=True),
            place=node.place,
        )


def _premises(node: Scalar | Listing) -> tuple[str, ...]:
    """The premises of an argument in its short forms."""
    if isinstance(node, Scalar):
        return (_text(node),)
    return tuple(map(_text, _some(node.items, node)))
